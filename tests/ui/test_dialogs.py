from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from paperdesk.ui.dialogs import Confirm, Files, Folder, Line, Target
from tests.ui.hands import soon


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 600)
    window.show()
    qtbot.waitExposed(window)
    return window


def test_esc_means_no(window: QWidget) -> None:
    soon(Qt.Key.Key_Escape)
    assert Confirm.ask(window, "Archive 60 papers?", "Archive") is False


def test_enter_is_no_where_much_is_at_stake(window: QWidget) -> None:
    soon(Qt.Key.Key_Return)
    assert Confirm.ask(window, "Archive 60 papers?", "Archive") is False


def test_the_yes_button_is_one_tab_away(window: QWidget) -> None:
    soon(Qt.Key.Key_Backtab, Qt.Key.Key_Return)
    assert Confirm.ask(window, "Archive 60 papers?", "Archive") is True


def test_a_line_is_asked_for(window: QWidget) -> None:
    soon(" agents ", Qt.Key.Key_Return)
    assert Line.ask(window, "Tags:") == "agents"


def test_what_is_there_is_offered_and_replaced_by_typing(window: QWidget) -> None:
    soon("new", Qt.Key.Key_Return)
    assert Line.ask(window, "Tags:", "old", ("old", "older")) == "new"


def test_turning_away_is_no_answer(window: QWidget) -> None:
    soon("agents", Qt.Key.Key_Escape)
    assert Line.ask(window, "Tags:") is None


def test_a_folder_or_none(window: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "/tmp/notes")
    assert Folder.ask(window, "Where to?") == Path("/tmp/notes")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    assert Folder.ask(window, "Where to?") is None


def test_files_or_none(window: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (["/tmp/a", "/tmp/b"], ""))
    assert Files.ask(window, "Which?") == (Path("/tmp/a"), Path("/tmp/b"))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([], ""))
    assert Files.ask(window, "Which?") == ()


def test_a_file_to_write_has_its_ending(
    window: QWidget, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def ask(typed: str) -> Path | None:
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (typed, ""))
        return Target.ask(window, "Where to?", tmp_path, ".pdf")

    assert ask(str(tmp_path / "a.PDF")) == tmp_path / "a.PDF"
    assert ask(str(tmp_path / "v1.2")) == tmp_path / "v1.2.pdf"
    assert ask("") is None


def test_a_file_that_the_ending_leads_to_is_not_replaced_unasked(
    window: QWidget, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "a.pdf").touch()
    asked: list[str] = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "a"), ""))
    monkeypatch.setattr(Confirm, "ask", lambda _parent, question, _verb: asked.append(question))
    assert Target.ask(window, "Where to?", tmp_path, ".pdf") is None
    assert asked == ["a.pdf is there already. Replace it?"]
