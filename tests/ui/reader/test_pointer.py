from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from paperdesk.domain.note import Anchor, Colour, Highlight, HighlightId
from paperdesk.domain.pages import Link
from paperdesk.domain.paper import PaperId
from paperdesk.reader.layout import Point
from paperdesk.ui.reader import ReaderPane
from paperdesk.ui.reader.pointer import describe_highlight, describe_link
from tests.ui.reader.conftest import FakePages, line

LEFT = Qt.MouseButton.LeftButton
PRESS, DOUBLE = QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick
ANCHOR = Anchor(0, ((50.0, 100.0, 80.0, 110.0),), "alpha")
MARKED = Highlight(
    HighlightId("h1"), PaperId(1), ANCHOR, Colour.PINK, datetime(2026, 1, 1, tzinfo=UTC), "why"
)


def ground(pane: ReaderPane) -> QWidget:
    return pane.parts.view.viewport()


def spot(pane: ReaderPane, x: float, y: float, page: int = 0) -> QPoint:
    """Where a point of a page is in the window."""
    scroller = pane.parts.view.scroller
    left, top = scroller.column.spot(Point(page, x, y))
    window = scroller.window()
    return QPoint(round(left) - window.left, round(top) - window.top)


def read_words(qtbot: QtBot, pane: ReaderPane, fake: FakePages) -> None:
    """Fetch words and links, also those that a pause has fetched before they were set."""
    pane.parts.content.show(pane.parts.opening.document, fake.sizes)
    pane.parts.content.need([0, 1])
    fake.answer_all()


def drag(pane: ReaderPane, start: QPoint, end: QPoint) -> None:
    QTest.mousePress(ground(pane), LEFT, pos=start)
    QTest.mouseMove(ground(pane), (start + end) / 2)
    QTest.mouseMove(ground(pane), end)
    QTest.mouseRelease(ground(pane), LEFT, pos=end)


def press(pane: ReaderPane, at: QPoint, kind: QEvent.Type, moment: int) -> None:
    """Press and release the button at a moment; QTest keeps its clicks apart."""
    for part in (kind, QEvent.Type.MouseButtonRelease):
        event = QMouseEvent(
            part,
            QPointF(at),
            ground(pane).mapToGlobal(QPointF(at)),
            LEFT,
            LEFT,
            Qt.KeyboardModifier.NoModifier,
        )
        event.setTimestamp(moment)
        QApplication.sendEvent(ground(pane), event)


def test_a_drag_selects(qtbot: QtBot, opened: ReaderPane, fake: FakePages) -> None:
    read_words(qtbot, opened, fake)
    drag(opened, spot(opened, 60, 105), spot(opened, 100, 105))
    selection = opened.selection()
    assert selection is not None
    assert selection.text == "alpha beta"


def test_shift_and_click_extends(qtbot: QtBot, opened: ReaderPane, fake: FakePages) -> None:
    read_words(qtbot, opened, fake)
    drag(opened, spot(opened, 60, 105), spot(opened, 100, 105))
    shift = Qt.KeyboardModifier.ShiftModifier
    QTest.mouseClick(ground(opened), LEFT, shift, spot(opened, 130, 105))
    selection = opened.selection()
    assert selection is not None
    assert selection.text == "alpha beta gamma"


def test_two_clicks_take_a_word_three_a_paragraph_and_four_a_sentence(
    qtbot: QtBot, opened: ReaderPane, fake: FakePages
) -> None:
    fake.words[0] = line(0, "alpha beta gamma.") + line(0, "Delta zeta.", 115.0)
    read_words(qtbot, opened, fake)
    at, said = spot(opened, 95, 105), []
    for number, kind in enumerate((PRESS, DOUBLE, PRESS, DOUBLE)):
        press(opened, at, kind, 1000 + 100 * number)
        selection = opened.selection()
        said.append(selection.text if selection else "")
    assert said == ["", "beta", "alpha beta gamma. Delta zeta.", "alpha beta gamma."]


def test_a_drag_after_two_clicks_grows_by_words(
    qtbot: QtBot, opened: ReaderPane, fake: FakePages
) -> None:
    read_words(qtbot, opened, fake)
    start, end = spot(opened, 100, 105), spot(opened, 62, 105)
    press(opened, start, PRESS, 1000)
    for kind, at in ((DOUBLE, start), (QEvent.Type.MouseMove, end)):
        event = QMouseEvent(
            kind, QPointF(at), QPointF(at), LEFT, LEFT, Qt.KeyboardModifier.NoModifier
        )
        event.setTimestamp(1100)
        QApplication.sendEvent(ground(opened), event)
    selection = opened.selection()
    assert selection is not None
    assert selection.text == "alpha beta"


def test_a_click_lets_go(qtbot: QtBot, opened: ReaderPane, fake: FakePages) -> None:
    read_words(qtbot, opened, fake)
    drag(opened, spot(opened, 60, 105), spot(opened, 100, 105))
    QTest.qWait(QApplication.doubleClickInterval() + 10)
    QTest.mouseClick(ground(opened), LEFT, pos=spot(opened, 300, 400))
    assert opened.selection() is None


def test_holding_the_hand_below_the_window_scrolls_on(
    qtbot: QtBot, opened: ReaderPane, fake: FakePages
) -> None:
    read_words(qtbot, opened, fake)
    below = QPoint(200, ground(opened).height() + 50)
    QTest.mousePress(ground(opened), LEFT, pos=spot(opened, 60, 105))
    QTest.mouseMove(ground(opened), QPoint(200, 300))
    QTest.mouseMove(ground(opened), below)
    bar = opened.parts.view.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.value() > 100)
    QTest.mouseRelease(ground(opened), LEFT, pos=below)
    rest = bar.value()
    QTest.qWait(80)
    assert bar.value() == rest


def test_a_click_on_a_link_follows_it(qtbot: QtBot, opened: ReaderPane, fake: FakePages) -> None:
    fake.links[0] = (Link((200, 300, 260, 310), page=6, top=200.0),)
    read_words(qtbot, opened, fake)
    QTest.mouseClick(ground(opened), LEFT, pos=spot(opened, 210, 305))
    assert opened.place().page == 6
    opened.back(1)
    assert opened.place().page == 0


@pytest.mark.parametrize("page", [-1, 99])
def test_a_link_that_leads_to_no_page_says_so(
    qtbot: QtBot, opened: ReaderPane, fake: FakePages, page: int
) -> None:
    fake.links[0] = (Link((200, 300, 260, 310), page=page),)
    read_words(qtbot, opened, fake)
    QTest.mouseClick(ground(opened), LEFT, pos=spot(opened, 210, 305))
    assert opened.place().page == 0
    assert "no page" in opened.parts.status.hint.text()


def test_only_the_web_leaves_the_paper(qtbot: QtBot, opened: ReaderPane, fake: FakePages) -> None:
    fake.links[0] = (
        Link((200, 300, 260, 310), uri="https://example.org"),
        Link((200, 400, 260, 410), uri="file:///etc/passwd"),
    )
    read_words(qtbot, opened, fake)
    followed: list[str] = []
    opened.link_activated.connect(followed.append)
    QTest.mouseClick(ground(opened), LEFT, pos=spot(opened, 210, 305))
    QTest.mouseClick(opened.leaving.go, LEFT)
    QTest.mouseClick(ground(opened), LEFT, pos=spot(opened, 210, 405))
    assert opened.leaving.isHidden()
    assert followed == ["https://example.org"]


def test_a_click_on_a_highlight_picks_it(qtbot: QtBot, opened: ReaderPane) -> None:
    opened.set_highlights([MARKED])
    with qtbot.waitSignal(opened.highlight_activated) as signal:
        QTest.mouseClick(ground(opened), LEFT, pos=spot(opened, 60, 105))
    assert signal.args == ["h1"]
    assert opened.current_highlight() == "h1"
    QTest.mouseClick(ground(opened), LEFT, pos=spot(opened, 300, 400))
    assert opened.current_highlight() is None


def test_the_hand_shows_what_is_under_it(qtbot: QtBot, opened: ReaderPane, fake: FakePages) -> None:
    fake.links[0] = (Link((200, 300, 260, 310), page=6),)
    opened.set_highlights([MARKED])
    read_words(qtbot, opened, fake)
    hint = opened.parts.status.hint
    shapes = []
    for x, y in ((120, 105), (210, 305), (400, 500)):
        QTest.mouseMove(ground(opened), spot(opened, x, y))
        shapes.append((ground(opened).cursor().shape(), hint.text()))
    assert shapes == [
        (Qt.CursorShape.IBeamCursor, ""),
        (Qt.CursorShape.PointingHandCursor, "Go to page 7"),
        (Qt.CursorShape.ArrowCursor, ""),
    ]


def test_links_and_highlights_are_told_in_words() -> None:
    assert describe_link(Link((0, 0, 1, 1), uri="https://example.org")) == "https://example.org"
    assert describe_highlight(MARKED) == "Pink highlight: why"


def test_a_pane_without_pages_minds_no_mouse(pane: ReaderPane) -> None:
    QTest.mouseMove(ground(pane), QPoint(50, 50))
    drag(pane, QPoint(50, 50), QPoint(90, 90))
    assert pane.selection() is None
