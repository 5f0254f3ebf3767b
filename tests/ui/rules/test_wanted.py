"""A query is asked for, and not taken before it can be kept."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from paperdesk.ui.rules.wanted import Wanted
from tests.ui.hands import soon


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 600)
    with qtbot.waitActive(window):
        window.show()
    return window


def ask(window: QWidget, text: str = "") -> str | None:
    return Wanted.ask(window, "“Topic” holds", text, lambda *_: None)


def test_what_is_written_is_answered(window: QWidget) -> None:
    soon("tag:rl ", Qt.Key.Key_Return)
    assert ask(window) == "tag:rl"


def test_turning_away_answers_nothing(window: QWidget) -> None:
    soon(Qt.Key.Key_Escape)
    assert ask(window, "tag:rl") is None


def test_what_is_wrong_is_said_and_asked_for_again(window: QWidget) -> None:
    soon("state:bogus", Qt.Key.Key_Return, Qt.Key.Key_Escape)
    assert ask(window) is None
    wanted = Wanted("“Topic” holds", "state:bogus", lambda *_: None)
    assert wanted.said().startswith("No state is called “bogus”.")
    wanted.box.setText("state:inbox")
    assert wanted.said() == ""
    wanted.deleteLater()
