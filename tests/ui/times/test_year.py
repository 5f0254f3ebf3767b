"""The days of a year, moved over by keys, told without colour."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from paperdesk.domain.almanac import Almanac
from paperdesk.ui.times import YearView

DAY = date(2026, 3, 3)


@pytest.fixture
def view(qtbot: QtBot) -> YearView:
    view = YearView()
    qtbot.addWidget(view)
    view.resize(view.sizeHint())
    view.show_year(Almanac(2026, {DAY: 7200.0, date(2026, 3, 4): 60.0}), DAY)
    view.show()
    return view


@pytest.mark.parametrize(
    ("key", "day"),
    [
        (Qt.Key.Key_Right, date(2026, 3, 10)),
        (Qt.Key.Key_Left, date(2026, 2, 24)),
        (Qt.Key.Key_Down, date(2026, 3, 4)),
        (Qt.Key.Key_K, date(2026, 3, 2)),
        (Qt.Key.Key_Home, date(2026, 1, 1)),
        (Qt.Key.Key_End, date(2026, 12, 31)),
    ],
)
def test_keys_move_over_the_days(qtbot: QtBot, view: YearView, key: Qt.Key, day: date) -> None:
    with qtbot.waitSignal(view.moved) as moved:
        QTest.keyClick(view, key)
    assert moved.args == [day]
    assert view.day() == day


def test_enter_chooses_a_day_and_page_up_turns_the_year(qtbot: QtBot, view: YearView) -> None:
    with qtbot.waitSignal(view.chosen) as chosen:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert chosen.args == [DAY]
    with qtbot.waitSignal(view.turned) as turned:
        QTest.keyClick(view, Qt.Key.Key_PageUp)
    assert turned.args == [-1]


def test_a_click_goes_to_its_day_and_one_beside_the_days_nowhere(view: YearView) -> None:
    box = view._box(date(2026, 7, 14))
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    assert view.day() == date(2026, 7, 14)
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert view.day() == date(2026, 7, 14)


def test_a_day_of_much_reading_has_the_larger_square(view: YearView) -> None:
    image = view.grab().toImage()
    ground = image.pixelColor(1, 1)

    def inked(day: date) -> int:
        box = view._box(day).toRect().adjusted(3, 3, -3, -3)
        dots = [
            (x, y) for x in range(box.left(), box.right()) for y in range(box.top(), box.bottom())
        ]
        return sum(image.pixelColor(x, y) != ground for x, y in dots)

    none, little = date(2026, 3, 6), date(2026, 3, 4)
    assert inked(none) < inked(little) < inked(DAY)


def test_all_weeks_fit_into_a_narrow_window(view: YearView) -> None:
    view.resize(view.minimumSizeHint())
    assert view._box(date(2026, 12, 31)).right() <= view.width()
