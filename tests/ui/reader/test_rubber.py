import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from paperdesk.domain.arrangement import Arrangement
from paperdesk.domain.note import Quad
from paperdesk.ui.reader import ReaderPane
from paperdesk.ui.reader.rubber import STEP, Rectangle, Rubber
from tests.ui.reader.test_pointer import spot

LEFT = Qt.MouseButton.LeftButton


def begin(pane: ReaderPane) -> tuple[Rubber, list[tuple[int, Quad]]]:
    taken: list[tuple[int, Quad]] = []
    assert pane.parts.rubber.pick(lambda page, quad: taken.append((page, quad)))
    return pane.parts.rubber, taken


def drag(rubber: Rubber, start: QPoint, end: QPoint) -> None:
    QTest.mousePress(rubber, LEFT, pos=start)
    QTest.mouseMove(rubber, end)
    QTest.mouseRelease(rubber, LEFT, pos=end)


def test_a_drag_takes_a_rectangle(opened: ReaderPane) -> None:
    rubber, taken = begin(opened)
    drag(rubber, spot(opened, 300, 200), spot(opened, 100, 100))
    ((page, quad),) = taken
    assert page == 0
    assert quad == pytest.approx((100, 100, 300, 200), abs=1)
    assert rubber.isHidden()


def test_a_rectangle_stays_on_its_page(opened: ReaderPane) -> None:
    rubber, taken = begin(opened)
    drag(rubber, spot(opened, 100, 600), spot(opened, 900, 30, page=1))
    ((page, quad),) = taken
    assert page == 0
    assert quad == pytest.approx((100, 600, 595, 842), abs=1.5)


def test_a_click_begins_anew(opened: ReaderPane) -> None:
    rubber, taken = begin(opened)
    drag(rubber, spot(opened, 100, 100), spot(opened, 101, 101))
    assert not taken
    assert rubber.isVisible()
    drag(rubber, spot(opened, 100, 100), spot(opened, 200, 200))
    assert len(taken) == 1


def test_the_arrows_do_it_too(opened: ReaderPane) -> None:
    rubber, taken = begin(opened)
    shift = Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(rubber, Qt.Key.Key_Return)
    QTest.keyClick(rubber, Qt.Key.Key_Return)
    rubber, again = begin(opened)
    for key, held in (
        (Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Left, shift),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier),
    ):
        QTest.keyClick(rubber, key, held)
    left, top, right, bottom = taken[0][1]
    assert again[0][1] == pytest.approx((left + STEP, top, right, bottom))


def test_an_arrow_stops_at_the_edge_of_the_page(opened: ReaderPane) -> None:
    rubber, taken = begin(opened)
    for _ in range(100):
        QTest.keyClick(rubber, Qt.Key.Key_Left)
    QTest.keyClick(rubber, Qt.Key.Key_Return)
    assert 0 <= taken[0][1][0] < STEP


def test_escape_takes_nothing(qtbot: QtBot, opened: ReaderPane) -> None:
    rubber, taken = begin(opened)
    QTest.keyClick(rubber, Qt.Key.Key_Down)
    QTest.keyClick(rubber, Qt.Key.Key_Escape)
    assert not taken
    assert rubber.isHidden()


def test_there_is_nothing_to_draw_on_without_pages(pane: ReaderPane) -> None:
    assert not pane.parts.rubber.pick(lambda _page, _quad: None)


def test_a_rectangle_may_be_pulled_from_any_corner() -> None:
    assert Rectangle(0, (5, 6), (1, 2)).quad == (1, 2, 5, 6)


def test_on_a_page_that_is_turned_the_arrows_are_those_of_the_screen(opened: ReaderPane) -> None:
    opened.arranging.arrange(Arrangement(rotation=1))
    rubber, taken = begin(opened)
    QTest.keyClick(rubber, Qt.Key.Key_Return)
    QTest.keyClick(rubber, Qt.Key.Key_Return)
    rubber, again = begin(opened)
    QTest.keyClick(rubber, Qt.Key.Key_Up)
    QTest.keyClick(rubber, Qt.Key.Key_Up)
    QTest.keyClick(rubber, Qt.Key.Key_Return)
    left, top, _, _ = taken[0][1]
    assert again[0][1][:2] == pytest.approx((left - STEP, top))
