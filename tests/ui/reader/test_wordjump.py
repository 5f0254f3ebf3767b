from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from paperdesk.reader.seeking import Seen
from paperdesk.ui.reader import ReaderPane
from paperdesk.ui.reader.wordjump import WordJump
from tests.ui.reader.conftest import FakePages
from tests.ui.reader.test_pointer import read_words

WORDS = [Seen(0, 0, "alpha"), Seen(0, 1, "beta"), Seen(0, 2, "bravo")]


def begin(pane: ReaderPane) -> tuple[WordJump, list[int]]:
    taken: list[int] = []
    pane.parts.jump.begin(WORDS, lambda word: taken.append(word.index))
    return pane.parts.jump, taken


def test_a_beginning_and_a_letter_lead_to_a_word(opened: ReaderPane) -> None:
    jump, taken = begin(opened)
    QTest.keyClicks(jump, "b")
    assert not taken
    QTest.keyClicks(jump, "s")
    assert taken == [2]
    assert jump.isHidden()


def test_more_letters_of_the_word_narrow_it(opened: ReaderPane) -> None:
    jump, taken = begin(opened)
    QTest.keyClicks(jump, "bx")
    QTest.keyClicks(jump, "r")
    QTest.keyClick(jump, Qt.Key.Key_Backspace)
    QTest.keyClicks(jump, "e")
    QTest.keyClick(jump, Qt.Key.Key_Return)
    assert taken == [1]


def test_enter_takes_the_first_word_in_sight(opened: ReaderPane) -> None:
    jump, taken = begin(opened)
    QTest.keyClick(jump, Qt.Key.Key_Down)
    assert taken == [0]


def test_escape_takes_none(opened: ReaderPane) -> None:
    jump, taken = begin(opened)
    QTest.keyClick(jump, Qt.Key.Key_Escape)
    assert jump.isHidden()
    assert not taken


def test_an_input_method_may_type(opened: ReaderPane) -> None:
    jump, taken = begin(opened)
    event = QInputMethodEvent()
    event.setCommitString("ba")
    QApplication.sendEvent(jump, event)
    assert taken == [1]


def test_the_words_that_fit_are_marked(qtbot: QtBot, opened: ReaderPane, fake: FakePages) -> None:
    read_words(qtbot, opened, fake)
    jump, _ = begin(opened)
    before = jump.grab().toImage()
    QTest.keyClicks(jump, "b")
    assert jump.grab().toImage() != before
