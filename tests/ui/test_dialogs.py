from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from paperdesk.ui.dialogs import Confirm, Files, Folder, Line, Target


def soon(qtbot: QtBot, key: Qt.Key, typed: str = "") -> None:
    """Type into the dialog that is about to open."""

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        if typed:
            field = dialog.findChild(QLineEdit)
            qtbot.keyClicks(field, typed)
        target = QApplication.focusWidget() or dialog
        qtbot.keyClick(target, key)

    QTimer.singleShot(50, act)


def test_esc_means_no(qtbot: QtBot) -> None:
    soon(qtbot, Qt.Key.Key_Escape)
    assert Confirm.ask(None, "Archive 60 papers?", "Archive") is False


def test_the_yes_button_says_what_happens(qtbot: QtBot) -> None:
    dialog = Confirm(None, "Archive 60 papers?", "Archive")
    qtbot.addWidget(dialog)
    yes = next(b for b in dialog.findChildren(QPushButton) if b.text() == "Archive")
    dialog.show()
    qtbot.mouseClick(yes, Qt.MouseButton.LeftButton)
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_a_line_is_asked_for(qtbot: QtBot) -> None:
    soon(qtbot, Qt.Key.Key_Return, " agents ")
    assert Line.ask(None, "Tags:") == "agents"


def test_what_is_there_is_offered_and_replaced_by_typing(qtbot: QtBot) -> None:
    soon(qtbot, Qt.Key.Key_Return, "new")
    assert Line.ask(None, "Tags:", "old", ("old", "older")) == "new"


def test_turning_away_is_no_answer(qtbot: QtBot) -> None:
    soon(qtbot, Qt.Key.Key_Escape, "agents")
    assert Line.ask(None, "Tags:") is None


def test_a_folder_or_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "/tmp/notes")
    assert Folder.ask(None, "Where to?") == Path("/tmp/notes")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    assert Folder.ask(None, "Where to?") is None


def test_files_or_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (["/tmp/a", "/tmp/b"], ""))
    assert Files.ask(None, "Which?") == (Path("/tmp/a"), Path("/tmp/b"))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([], ""))
    assert Files.ask(None, "Which?") == ()


def test_a_file_to_write_has_its_ending(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def ask(typed: str) -> Path | None:
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (typed, ""))
        return Target.ask(None, "Where to?", tmp_path, ".pdf")

    assert ask(str(tmp_path / "a.PDF")) == tmp_path / "a.PDF"
    assert ask(str(tmp_path / "v1.2")) == tmp_path / "v1.2.pdf"
    assert ask("") is None


def test_a_file_that_the_ending_leads_to_is_not_replaced_unasked(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "a.pdf").touch()
    asked: list[str] = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "a"), ""))
    monkeypatch.setattr(Confirm, "ask", lambda _parent, question, _verb: asked.append(question))
    assert Target.ask(None, "Where to?", tmp_path, ".pdf") is None
    assert asked == ["a.pdf is there already. Replace it?"]
