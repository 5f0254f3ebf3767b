import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from paperdesk.ui.hint import Hint
from paperdesk.ui.keys import Binding

GO = [Binding(("g", "d"), "Today's papers", "go.day"), Binding(("g", "i"), "Inbox", "go.inbox")]


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    window.resize(900, 600)
    qtbot.addWidget(window)
    window.show()
    return window


def words(hint: Hint) -> list[str]:
    return [label.text() for label in hint.findChildren(QLabel)]


def test_what_may_follow_is_shown_with_its_keys(window: QWidget) -> None:
    hint = Hint(window)
    hint.offer(GO)
    assert hint.isVisible()
    assert words(hint) == ["gd", "Today's papers", "gi", "Inbox"]
    assert window.rect().contains(hint.geometry())


def test_another_prefix_shows_other_keys(window: QWidget) -> None:
    hint = Hint(window)
    hint.offer(GO)
    hint.offer(GO[1:])
    assert words(hint) == ["gi", "Inbox"]


def test_many_keys_stand_in_columns_within_the_window(window: QWidget) -> None:
    hint = Hint(window)
    hint.offer(GO * 7)
    assert window.rect().contains(hint.geometry())
