import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from paperdesk.ui.reader.cards import Card


@pytest.fixture
def card(qtbot: QtBot) -> Card:
    card = Card()
    qtbot.addWidget(card)
    card.resize(300, 300)
    card.show()
    return card


def sentences(card: Card) -> str:
    return " ".join(label.text() for label in card.findChildren(QLabel) if label.isVisible())


def test_a_broken_file_has_a_sentence_and_a_button(card: Card, qtbot: QtBot) -> None:
    card.complain("It is damaged. Download it again.")
    assert "It is damaged." in sentences(card)
    with qtbot.waitSignal(card.retried):
        QTest.mouseClick(card.button, Qt.MouseButton.LeftButton)


def test_a_locked_file_has_a_field_for_the_password(card: Card, qtbot: QtBot) -> None:
    card.ask_password("It wants a password.")
    QTest.keyClicks(card.password, "hello")
    with qtbot.waitSignal(card.unlocked) as signal:
        QTest.keyClick(card.password, Qt.Key.Key_Return)
    assert signal.args == ["hello", False]


def test_a_password_is_remembered_only_when_asked_for(card: Card, qtbot: QtBot) -> None:
    card.ask_password("It wants a password.")
    QTest.keyClicks(card.password, "hello")
    QTest.keyClick(card.remember, Qt.Key.Key_Space)
    with qtbot.waitSignal(card.unlocked) as signal:
        QTest.keyClick(card.password, Qt.Key.Key_Return)
    assert signal.args == ["hello", True]


def test_a_broken_file_can_be_fetched_anew(card: Card, qtbot: QtBot) -> None:
    card.complain("It is damaged.")
    with qtbot.waitSignal(card.refetched):
        QTest.mouseClick(card.again, Qt.MouseButton.LeftButton)
    card.ask_password("It wants a password.")
    assert card.again.isHidden()
    assert not card.remember.isHidden()
    card.complain("It is damaged.")
    assert card.remember.isHidden()


def test_a_password_is_not_shown_and_not_kept(card: Card) -> None:
    card.ask_password("It wants a password.")
    QTest.keyClicks(card.password, "hello")
    assert card.password.displayText() != "hello"
    card.ask_password("Not that one.")
    assert card.password.text() == ""


def test_while_a_file_opens_there_is_nothing_to_press(card: Card) -> None:
    card.complain("It is damaged.")
    card.wait()
    assert card.button.isHidden()
    assert "damaged" not in sentences(card)


def test_the_field_has_the_keys_if_the_card_has_them(card: Card, qtbot: QtBot) -> None:
    card.setFocus()
    card.ask_password("It wants a password.")
    qtbot.waitUntil(card.password.hasFocus)
    card.wait()
    card.setFocus()
    assert card.hasFocus()


def test_keys_that_are_elsewhere_stay_there(card: Card, qtbot: QtBot) -> None:
    elsewhere = QLineEdit(card)
    elsewhere.show()
    elsewhere.setFocus()
    card.ask_password("It wants a password.")
    assert elsewhere.hasFocus()
