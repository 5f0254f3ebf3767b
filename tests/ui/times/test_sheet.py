"""The year over the window, with what was read on the day under the cursor."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from paperdesk.domain.almanac import Almanac
from paperdesk.ui.times import YearSheet
from paperdesk.ui.times.sheet import _same_day
from paperdesk.ui.times.year import today


class Page:
    """A year over a field that has the keys when nothing lies above."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.window.resize(900, 600)
        self.below = QLineEdit(self.window)
        with qtbot.waitActive(self.window):
            self.window.show()
        self.below.setFocus()
        self.asked: list[int] = []
        self.entered: list[date] = []
        self.sheet = YearSheet(self.window)
        self.sheet.open(self._year, lambda day, done: done(f"read on {day}"), self.entered.append)

    def _year(self, year: int, done: object) -> None:
        assert callable(done)
        self.asked.append(year)
        done(Almanac(year, {date(year, 1, 2): 600.0}))

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(self.sheet.view, key)


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    return Page(qtbot)


def test_it_opens_on_today_and_says_what_was_read(page: Page) -> None:
    now = today()
    assert page.asked == [now.year]
    assert page.sheet.view.day() == now
    assert page.sheet.told.text() == f"read on {now}"
    assert page.sheet.view.accessibleName() == f"read on {now}"
    assert "10 min on 1 day" in page.sheet.accessibleName()


def test_it_stays_within_the_window(page: Page) -> None:
    assert page.window.rect().contains(page.sheet.geometry())


def test_page_up_shows_the_year_before(page: Page) -> None:
    page.press(Qt.Key.Key_PageUp)
    assert page.sheet.view.day().year == today().year - 1


def test_escape_gives_the_keys_back(page: Page) -> None:
    page.press(Qt.Key.Key_Escape)
    assert page.sheet.isHidden()
    assert page.below.hasFocus()


def test_enter_closes_it_and_enters_the_day(page: Page) -> None:
    page.press(Qt.Key.Key_Home, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert page.sheet.isHidden()
    assert page.entered == [date(today().year, 1, 2)]


def test_the_29th_of_february_has_a_day_in_every_year() -> None:
    assert _same_day(date(2028, 2, 29), 2027) == date(2027, 2, 28)
