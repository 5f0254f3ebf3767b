"""Collections open, close and move by keys and by their arrows."""

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from paperdesk.domain.collection import Collection, CollectionId
from paperdesk.domain.shelf import Shelf
from paperdesk.ui.sidebar.unfolding import Way
from paperdesk.ui.sidebar.view import Sidebar

TOPIC = Collection(CollectionId(1), "Topic", path=("Topic",), children=1, papers=5)
SUB = Collection(CollectionId(2), "Sub", TOPIC.id, path=("Topic", "Sub"), children=1)
LOW = Collection(CollectionId(3), "Low", SUB.id, path=("Topic", "Sub", "Low"))
SMART = Collection(CollectionId(4), "Smart", query="tag:x", path=("Smart",), papers=None)
EVERY = (TOPIC, SUB, LOW, SMART)
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def sidebar(qtbot: QtBot) -> Sidebar:
    sidebar = Sidebar()
    qtbot.addWidget(sidebar)
    sidebar.resize(200, 600)
    sidebar.set_collections(EVERY)
    with qtbot.waitActive(sidebar):
        sidebar.show()
    sidebar.setFocus()
    sidebar.set_shelf(TOPIC.shelf)
    return sidebar


def titles(sidebar: Sidebar) -> list[str]:
    model = sidebar.model()
    every = [model.index(row, 0).data() for row in range(model.rowCount())]
    return every[every.index("Collections") + 1 :]


def point(sidebar: Sidebar, title: str) -> QPoint:
    model = sidebar.model()
    row = next(row for row in range(model.rowCount()) if model.index(row, 0).data() == title)
    return sidebar.visualRect(model.index(row, 0)).center()


def test_right_opens_and_goes_in_and_left_comes_out_and_closes(
    sidebar: Sidebar, qtbot: QtBot
) -> None:
    kept: list[list[int]] = []
    sidebar.collections.kept.connect(kept.append)
    assert titles(sidebar) == ["Topic", "Smart"]
    shown = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right):
        qtbot.keyClick(sidebar, key)
        shown.append(sidebar.currentIndex().data())
    assert titles(sidebar) == ["Topic", "Sub", "Low", "Smart"]
    assert shown == ["Topic", "Sub", "Sub", "Low"]
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Left):
        qtbot.keyClick(sidebar, key)
    assert titles(sidebar) == ["Topic", "Smart"]
    assert sidebar.currentIndex().data() == "Topic"
    assert kept == [[1], [1, 2], [1], []]


def test_a_click_on_the_arrow_opens_and_goes_nowhere(sidebar: Sidebar, qtbot: QtBot) -> None:
    chosen: list[Shelf] = []
    sidebar.shelf_chosen.connect(chosen.append)
    arrow = QPoint(16, point(sidebar, "Topic").y())
    qtbot.mouseClick(sidebar.viewport(), Qt.MouseButton.LeftButton, pos=arrow)
    assert titles(sidebar) == ["Topic", "Sub", "Smart"]
    qtbot.mouseClick(sidebar.viewport(), Qt.MouseButton.LeftButton, pos=arrow)
    assert titles(sidebar) == ["Topic", "Smart"]
    smart = QPoint(16, point(sidebar, "Smart").y())
    qtbot.mouseClick(sidebar.viewport(), Qt.MouseButton.LeftButton, pos=smart)
    assert [shelf.title for shelf in chosen] == ["Smart"]


def test_those_that_were_open_are_open_again(sidebar: Sidebar) -> None:
    sidebar.collections.recall([1, 2, 99])
    assert titles(sidebar) == ["Topic", "Sub", "Low", "Smart"]


def test_one_that_is_shown_is_in_sight(sidebar: Sidebar) -> None:
    kept: list[list[int]] = []
    sidebar.collections.kept.connect(kept.append)
    sidebar.set_shelf(LOW.shelf)
    assert titles(sidebar) == ["Topic", "Sub", "Low", "Smart"]
    assert sidebar.currentIndex().data() == "Low"
    assert kept == [[1, 2]]


@pytest.mark.parametrize(
    ("key", "way"),
    [
        (Qt.Key.Key_Up, Way.UP),
        (Qt.Key.Key_Down, Way.DOWN),
        (Qt.Key.Key_Left, Way.OUT),
        (Qt.Key.Key_Right, Way.IN),
    ],
)
def test_alt_with_an_arrow_moves_one(sidebar: Sidebar, qtbot: QtBot, key: Qt.Key, way: Way) -> None:
    moved: list[tuple[Collection, Way]] = []
    sidebar.collections.moved.connect(lambda one, way: moved.append((one, way)))
    qtbot.keyClick(sidebar, key, Qt.KeyboardModifier.AltModifier)
    assert moved == [(TOPIC, way)]


def test_a_reader_of_the_screen_hears_how_one_stands(sidebar: Sidebar) -> None:
    role = Qt.ItemDataRole.AccessibleTextRole
    sidebar.collections.recall([1])
    model = sidebar.model()
    spoken = [model.index(row, 0).data(role) for row in range(model.rowCount())]
    assert spoken[-3:] == [
        "Topic, collection, level 1, open, 5",
        "Sub, collection, level 2, closed",
        "Smart, smart collection, level 1",
    ]


def test_several_are_shown_as_their_union_by_keys(sidebar: Sidebar, qtbot: QtBot) -> None:
    chosen: list[Shelf] = []
    sidebar.shelf_chosen.connect(chosen.append)
    qtbot.keyClick(sidebar, Qt.Key.Key_Down, SHIFT)
    qtbot.keyClick(sidebar, Qt.Key.Key_Return)
    assert [shelf.query for shelf in chosen] == ["(collection:1) OR (collection:4)"]
    assert chosen[0].title == "Topic + Smart"


def test_several_are_shown_as_their_union_by_the_mouse(sidebar: Sidebar, qtbot: QtBot) -> None:
    chosen: list[Shelf] = []
    sidebar.shelf_chosen.connect(chosen.append)
    port, left = sidebar.viewport(), Qt.MouseButton.LeftButton
    qtbot.mouseClick(port, left, pos=point(sidebar, "Inbox"))
    qtbot.mouseClick(port, left, CTRL, pos=point(sidebar, "Smart"))
    assert chosen[-1].query == "(state:inbox) OR (collection:4)"
    sidebar.set_shelf(chosen[-1])
    sidebar.set_collections(EVERY)
    assert len(sidebar._places.here) == 2
    qtbot.mouseClick(port, left, pos=point(sidebar, "Topic"))
    assert chosen[-1] == TOPIC.shelf
