from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from paperdesk.domain.paper import PaperId
from paperdesk.ui.reader.tabrow import NARROWEST, WIDEST, Tab, TabRow
from paperdesk.ui.theme import Tone

A, B, C = PaperId(1), PaperId(2), PaperId(3)
TITLES = (Tab(A, "Short"), Tab(B, "A & B: " + "a title of great length " * 5), Tab(C, "Third"))


def made(qtbot: QtBot) -> TabRow:
    row = TabRow()
    qtbot.addWidget(row)
    row.resize(900, 30)
    row.show_tabs(TITLES, B)
    return row


def middle(row: TabRow, index: int) -> QPoint:
    return row.tabRect(index).center()


def test_one_tab_is_no_choice_and_not_shown(qtbot: QtBot) -> None:
    row = made(qtbot)
    assert row.isVisible()
    row.show_tabs(TITLES[:1], A)
    assert row.isHidden()


def test_a_long_title_is_cut_but_whole_in_tooltip_and_name(qtbot: QtBot) -> None:
    row = made(qtbot)
    assert NARROWEST <= row.tabRect(1).width() <= WIDEST
    assert row.tabToolTip(1) == TITLES[1].title
    assert row.accessibleTabName(1) == TITLES[1].title
    assert row.currentIndex() == 1


def test_a_click_wants_the_paper(qtbot: QtBot) -> None:
    row = made(qtbot)
    wanted: list[PaperId] = []
    row.wanted.connect(wanted.append)
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=middle(row, 2))
    assert wanted == [C]


def test_a_middle_click_closes_and_so_does_the_sign_at_the_end(qtbot: QtBot) -> None:
    row = made(qtbot)
    wanted: list[PaperId] = []
    closing: list[PaperId] = []
    row.wanted.connect(wanted.append)
    row.closing.connect(closing.append)
    qtbot.mouseClick(row, Qt.MouseButton.MiddleButton, pos=middle(row, 0))
    sign = QPoint(row.tabRect(1).right() - 12, row.tabRect(1).center().y())
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=sign)
    assert closing == [A, B]
    assert wanted == []


def test_beside_the_tabs_nothing_happens(qtbot: QtBot) -> None:
    row = made(qtbot)
    row.closing.connect(lambda _: pytest_fail())
    row.wanted.connect(lambda _: pytest_fail())
    beyond = QPoint(row.tabRect(2).right() + 40, 10)
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=beyond)
    qtbot.mouseMove(row, middle(row, 0))


def pytest_fail() -> None:
    raise AssertionError("nothing was to happen")


def test_the_order_is_told_when_a_tab_is_moved(qtbot: QtBot) -> None:
    row = made(qtbot)
    orders: list[list[PaperId]] = []
    row.arranged.connect(orders.append)
    row.moveTab(0, 2)
    assert orders == [[B, C, A]]
    row.show_tabs(TITLES, A)
    assert row.papers() == [A, B, C]


def test_it_can_be_painted_with_the_hand_on_a_tab(qtbot: QtBot) -> None:
    row = made(qtbot)
    before = row.grab().toImage()
    qtbot.mouseMove(row, middle(row, 2))
    qtbot.waitUntil(lambda: row.grab().toImage() != before)


def test_no_title_runs_below_the_arrows(qtbot: QtBot) -> None:
    row = TabRow()
    qtbot.addWidget(row)
    row.resize(300, 30)
    row.show_tabs([Tab(PaperId(number), "WWWWWWWWWWWW") for number in range(1, 9)], A)
    row.show()
    arrows = [button for button in row.findChildren(QToolButton) if button.isVisible()]
    assert len(arrows) == 2
    for arrow in arrows:
        arrow.setIcon(QIcon())
        arrow.setArrowType(Qt.ArrowType.NoArrow)
    image = row.grab().toImage()
    rail = row.palette().color(Tone.RAIL)
    for arrow in arrows:
        box = arrow.geometry().adjusted(2, 4, -2, -4)
        spots = [
            (x, y) for x in range(box.left(), box.right()) for y in range(box.top(), box.bottom())
        ]
        assert all(image.pixelColor(x, y) == rail for x, y in spots)
