"""Lines to tick, by the keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListView, QWidget
from pytestqt.qtbot import QtBot

from paperdesk.ui.ticks import Ticks

LINES = [("Language", "arXiv cs.CL"), ("Vision", "arXiv cs.CV"), ("Robots", "arXiv cs.RO")]


class Page:
    """A page of lines over a field that has the keys when nothing lies above."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.window.resize(900, 700)
        self.below = QLineEdit(self.window)
        with qtbot.waitActive(self.window):
            self.window.show()
        self.below.setFocus()
        self.taken: list[tuple[int, ...]] = []
        self.ticks = Ticks(self.window)
        self.ticks.open("Fields", "Choose.", LINES, lambda rows: self.taken.append(tuple(rows)))
        found = self.ticks.focusProxy()
        assert isinstance(found, QListView)
        self.list = found

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(self.list, key)


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    """Alive until what it has asked to be painted was painted."""
    return Page(qtbot)


def test_space_ticks_and_enter_begins(page: Page) -> None:
    page.press(Qt.Key.Key_Space, Qt.Key.Key_J, Qt.Key.Key_Down, Qt.Key.Key_Space)
    assert page.ticks.ticked() == (0, 2)
    page.press(Qt.Key.Key_Return)
    assert page.taken == [(0, 2)]
    assert page.ticks.isHidden()
    assert page.below.hasFocus()


def test_the_keys_go_back_also_if_the_window_was_not_in_front_yet(page: Page, qtbot: QtBot) -> None:
    page.press(Qt.Key.Key_Escape)
    QLineEdit(page.window).show()  # whom Qt would give them to
    other = QLineEdit()
    qtbot.addWidget(other)
    with qtbot.waitActive(other):
        other.show()
        other.activateWindow()
    page.ticks.open("Fields", "Choose.", LINES, lambda _: None)
    with qtbot.waitActive(page.window):
        page.window.activateWindow()
    page.press(Qt.Key.Key_Escape)
    assert page.below.hasFocus()


def test_a_second_space_takes_the_tick_away(page: Page) -> None:
    page.press(Qt.Key.Key_Space, Qt.Key.Key_Space, Qt.Key.Key_J, Qt.Key.Key_K)
    assert page.ticks.ticked() == ()


def test_without_a_tick_enter_takes_the_line_under_the_cursor(page: Page) -> None:
    page.press(Qt.Key.Key_J, Qt.Key.Key_Return)
    assert page.taken == [(1,)]


def test_escape_puts_it_away(page: Page) -> None:
    page.press(Qt.Key.Key_Space, Qt.Key.Key_Escape)
    assert page.taken == []
    assert page.below.hasFocus()


def test_any_other_key_is_for_what_lies_below(page: Page) -> None:
    QTest.keyClicks(page.list, "r")
    assert page.ticks.isHidden()
    assert page.below.text() == "r"


def test_it_is_painted_in_a_narrow_window(page: Page) -> None:
    page.window.resize(300, 300)
    page.ticks.open("Fields", "Choose.", LINES * 9, lambda _: None)
    page.press(Qt.Key.Key_Space)
    assert not page.ticks.grab().isNull()
    assert page.window.rect().contains(page.ticks.geometry())
