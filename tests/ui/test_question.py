"""What waits for an answer has all keys and clicks to itself, from the very first."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QKeyCombination, QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from paperdesk.commands.table import TABLE, Where
from paperdesk.ui.keys import Dispatcher, Keymap
from paperdesk.ui.ontop import ON_TOP
from paperdesk.ui.question import Question
from tests.ui.hands import hit, soon

PALETTE = QKeyCombination(
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier, Qt.Key.Key_P
)
ran: list[str] = []


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> Iterator[QWidget]:
    """A window with a list that has the keys, and commands behind them."""
    window = QWidget()
    qtbot.addWidget(window)
    listed = QListWidget()
    QVBoxLayout(window).addWidget(listed)
    window.resize(900, 600)
    window.show()
    listed.setFocus()
    qtbot.waitExposed(window)
    ran.clear()
    dispatcher = Dispatcher(
        Keymap(TABLE, {}), lambda command, _: ran.append(command), lambda: Where.LIST
    )
    qapp.installEventFilter(dispatcher)
    yield window
    qapp.removeEventFilter(dispatcher)


def asked(window: QWidget) -> tuple[Question, QLineEdit]:
    field = QLineEdit()
    return Question(window, "Which?", "Take", field), field


def test_the_first_key_after_it_is_asked_is_the_answers(window: QWidget) -> None:
    """As a quick hand types: the key is in the queue before anything was painted."""
    question, field = asked(window)
    soon("j", Qt.Key.Key_Return)
    assert question.wait()
    assert (field.text(), ran) == ("j", [])


@pytest.mark.parametrize(("key", "said"), [("y", True), ("n", False), ("N", False)])
def test_a_plain_question_is_answered_by_a_letter(window: QWidget, key: str, *, said: bool) -> None:
    soon(key)
    assert Question(window, "All of it?", "Take").wait() is said
    assert ran == []


def test_a_letter_that_can_be_typed_answers_nothing(window: QWidget) -> None:
    question, field = asked(window)
    soon("y", "n", Qt.Key.Key_Return)
    assert question.wait()
    assert field.text() == "yn"


def test_commands_wait_until_it_is_answered(window: QWidget) -> None:
    question, _ = asked(window)
    soon(PALETTE, Qt.Key.Key_Tab, "j", Qt.Key.Key_Escape)
    assert not question.wait()
    assert ran == []
    hit("j")
    assert ran == ["list.down"]


def test_the_list_has_the_keys_again_afterwards(window: QWidget) -> None:
    before = QApplication.focusWidget()
    question, _ = asked(window)
    soon(Qt.Key.Key_Escape)
    question.wait()
    assert QApplication.focusWidget() is before


def test_tab_goes_around_within_it(window: QWidget) -> None:
    question, field = asked(window)
    seen: list[QWidget | None] = []

    def look() -> None:
        seen.append(QApplication.focusWidget())

    tab = Qt.Key.Key_Tab
    soon(look, tab, look, tab, look, tab, look, Qt.Key.Key_Escape)
    question.wait()
    assert seen[0] is seen[3] is field
    assert len(set(seen)) == 3
    assert all(question.isAncestorOf(widget) for widget in seen if widget)


def test_a_click_beside_it_changes_nothing(window: QWidget) -> None:
    question, field = asked(window)

    def click() -> None:
        assert window.childAt(QPoint(5, 5)) is question
        QTest.mouseClick(question, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))

    soon(click, "still", Qt.Key.Key_Return)
    assert question.wait()
    assert field.text() == "still"


def test_a_window_that_is_closed_meanwhile_is_a_no(window: QWidget) -> None:
    question, _ = asked(window)
    soon(window.close)
    assert not question.wait()


@pytest.mark.parametrize("size", [QSize(320, 240), QSize(1600, 1000)], ids=["small", "large"])
def test_it_covers_the_window_at_any_size(window: QWidget, size: QSize) -> None:
    question, _ = asked(window)

    def look() -> None:
        window.resize(size)
        QApplication.processEvents()
        (card,) = question.findChildren(QWidget, ON_TOP)
        assert question.size() == size
        assert question.rect().contains(card.geometry())

    soon(look, Qt.Key.Key_Escape)
    question.wait()
