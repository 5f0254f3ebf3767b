"""Papers and collections are dropped on the sidebar."""

from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDrag, QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from pytestqt.qtbot import QtBot

from paperdesk.domain.collection import Collection, CollectionId
from paperdesk.domain.paper import PaperId
from paperdesk.ui import carried
from paperdesk.ui.sidebar.landing import Side
from paperdesk.ui.sidebar.view import Sidebar

TOPIC = Collection(CollectionId(1), "Topic", path=("Topic",))
OTHER = Collection(CollectionId(2), "Other", path=("Other",))
SMART = Collection(CollectionId(3), "Smart", query="tag:x", path=("Smart",))
PAPERS = carried.of_papers([PaperId(5), PaperId(6)])
MOVED = carried.of_collection(OTHER.id)
BUTTON, HELD = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
ACTION = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction


@pytest.fixture
def sidebar(qtbot: QtBot) -> Sidebar:
    sidebar = Sidebar()
    qtbot.addWidget(sidebar)
    sidebar.resize(200, 500)
    sidebar.set_collections([TOPIC, OTHER, SMART])
    with qtbot.waitActive(sidebar):
        sidebar.show()
    return sidebar


def at(sidebar: Sidebar, title: str, part: float = 0.5) -> QPoint:
    model = sidebar.model()
    row = next(row for row in range(model.rowCount()) if model.index(row, 0).data() == title)
    box = sidebar.visualRect(model.index(row, 0))
    return QPoint(box.center().x(), round(box.top() + box.height() * part))


def over(sidebar: Sidebar, point: QPoint, dragged: QMimeData) -> bool:
    event = QDragMoveEvent(point, ACTION, dragged, BUTTON, HELD)
    sidebar.dragMoveEvent(event)
    return event.isAccepted()


def dropped(sidebar: Sidebar, point: QPoint, dragged: QMimeData) -> list[Any]:
    told: list[Any] = []
    sidebar.papers_dropped.connect(lambda *words: told.extend(words))
    sidebar.collection_dropped.connect(lambda *words: told.extend(words))
    sidebar.dropEvent(QDropEvent(QPointF(point), ACTION, dragged, BUTTON, HELD))
    return told


def test_papers_land_in_a_collection(sidebar: Sidebar) -> None:
    assert dropped(sidebar, at(sidebar, "Topic"), PAPERS) == [TOPIC, (5, 6)]


@pytest.mark.parametrize("title", ["Smart", "Inbox", "Collections"])
def test_papers_land_nowhere_else(sidebar: Sidebar, title: str) -> None:
    assert not over(sidebar, at(sidebar, title), PAPERS)
    assert dropped(sidebar, at(sidebar, title), PAPERS) == []


@pytest.mark.parametrize(
    ("title", "part", "there", "side"),
    [
        ("Topic", 0.5, TOPIC, Side.INTO),
        ("Topic", 0.1, TOPIC, Side.ABOVE),
        ("Topic", 0.9, TOPIC, Side.BELOW),
        ("Smart", 0.5, SMART, Side.BELOW),
        ("Collections", 0.5, None, Side.INTO),
    ],
)
def test_a_collection_lands_in_another_or_beside_it_or_at_the_top(
    sidebar: Sidebar, title: str, part: float, there: Collection | None, side: Side
) -> None:
    point = at(sidebar, title, part)
    assert over(sidebar, point, MOVED)
    assert dropped(sidebar, point, MOVED) == [OTHER.id, there, side]


def test_a_collection_does_not_land_on_itself_or_elsewhere(sidebar: Sidebar) -> None:
    for title in ("Other", "Inbox", "Library"):
        assert not over(sidebar, at(sidebar, title), MOVED)


def test_where_it_would_land_is_seen(sidebar: Sidebar) -> None:
    point = at(sidebar, "Topic")
    plain = sidebar.viewport().grab().toImage()
    over(sidebar, point, PAPERS)
    shown = sidebar.viewport().grab().toImage()
    sidebar.dragLeaveEvent(QDragLeaveEvent())
    assert shown != plain
    assert sidebar.viewport().grab().toImage() == plain


@pytest.mark.parametrize(("dragged", "taken"), [(PAPERS, True), (MOVED, True), (None, False)])
def test_only_what_can_be_dropped_is_taken(
    sidebar: Sidebar, dragged: QMimeData | None, taken: bool
) -> None:
    other = QMimeData()
    other.setText("words")
    event = QDragEnterEvent(QPoint(5, 5), ACTION, dragged or other, BUTTON, HELD)
    event.setAccepted(False)
    sidebar.dragEnterEvent(event)
    assert event.isAccepted() is taken


def test_a_collection_is_lifted_by_the_mouse_and_other_places_are_not(
    sidebar: Sidebar, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    lifted: list[object] = []
    monkeypatch.setattr(
        QDrag, "exec", lambda drag, *_: lifted.append(carried.collection(drag.mimeData()))
    )
    for title in ("Inbox", "Topic"):
        start = at(sidebar, title)
        qtbot.mousePress(sidebar.viewport(), BUTTON, pos=start)
        qtbot.mouseMove(sidebar.viewport(), start + QPoint(0, 60))
        qtbot.mouseRelease(sidebar.viewport(), BUTTON, pos=start + QPoint(0, 60))
    assert lifted == [TOPIC.id]
