from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from paperdesk.ui import icons
from paperdesk.ui.buttons import Action, ActionButton, make_primary
from paperdesk.ui.theme import Theme

DOT = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">'
    '<rect width="24" height="24" fill="currentColor"/></svg>'
)


def button(qtbot: QtBot, action: Action, ran: list[str]) -> ActionButton:
    made = ActionButton(action, ran.append)
    qtbot.addWidget(made)
    return made


def test_a_button_runs_its_command(qtbot: QtBot) -> None:
    ran: list[str] = []
    qtbot.mouseClick(
        button(qtbot, Action("paper.later", "Later", "l"), ran), Qt.MouseButton.LeftButton
    )
    assert ran == ["paper.later"]


def test_the_key_is_shown_and_has_room(qtbot: QtBot) -> None:
    plain = button(qtbot, Action("a", "Open"), [])
    keyed = button(qtbot, Action("a", "Open", "Return"), [])
    assert keyed.sizeHint().width() > plain.sizeHint().width()
    assert keyed.toolTip() == "Open   Return"
    assert keyed.grab().toImage() != plain.grab().toImage()


def test_without_an_icon_a_small_button_keeps_its_word(qtbot: QtBot) -> None:
    made = button(qtbot, Action("a", "Later", "l", "test-none"), [])
    made.shrink(small=True)
    assert made.text() == "Later"


def test_a_small_button_is_its_icon_and_follows_the_theme(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "icons").mkdir()
    (tmp_path / "icons" / "test-square.svg").write_text(DOT)
    monkeypatch.setattr(icons, "resources", lambda: tmp_path)
    made = button(qtbot, Action("a", "Later", "l", "test-square"), [])
    made.shrink(small=True)
    assert (made.text(), made.accessibleName()) == ("", "Later")
    light = made.icon().pixmap(16, 16).toImage()
    made.show()
    Theme(qapp).use("dark")
    assert made.icon().pixmap(16, 16).toImage() != light


def test_one_button_can_be_meant_most(qtbot: QtBot) -> None:
    made = QPushButton("Yes")
    qtbot.addWidget(made)
    make_primary(made)
    assert made.property("primary") is True


def test_a_button_that_is_shown_already_is_filled_when_it_becomes_the_primary_one(
    qtbot: QtBot,
) -> None:
    made = button(qtbot, Action("a", "Later"), [])
    made.show()
    before = made.grab().toImage()
    make_primary(made)
    assert made.grab().toImage() != before
    make_primary(made, on=False)
    assert made.grab().toImage() == before
