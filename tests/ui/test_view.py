from pathlib import Path
from typing import cast

import pytest
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from paperdesk.commands.faces.window import View
from paperdesk.domain.errors import Refused, Unreachable
from paperdesk.domain.paper import PaperId
from paperdesk.ui import dialogs
from paperdesk.ui.toast import ErrorBar, Toast
from paperdesk.ui.view import WindowView
from paperdesk.ui.window import Window


class Shell(QMainWindow):
    """As much of a window as the view needs."""

    def __init__(self) -> None:
        super().__init__()
        self.toast = Toast(self)
        self.errors = ErrorBar(self)


@pytest.fixture
def shell(qtbot: QtBot) -> Shell:
    shell = Shell()
    qtbot.addWidget(shell)
    shell.show()
    return shell


@pytest.fixture
def view(shell: Shell) -> View:
    return WindowView(cast(Window, shell), lambda: (PaperId(3),))


def test_it_says_and_complains_on_the_window(view: View, shell: Shell) -> None:
    view.say("3 archived", undo=True)
    view.complain(Unreachable("arXiv did not answer."))
    assert shell.toast.sentence() == "3 archived — z undoes"
    assert shell.errors.sentences() == ("arXiv did not answer.",)
    assert view.selected() == (3,)


def test_it_takes_back_the_complaints_that_start_so(view: View, shell: Shell) -> None:
    for sentence in ("Daily: No answer.", "Blog: No answer.", "Daily: It broke off."):
        view.complain(Unreachable(sentence))
    view.withdraw("Daily: ")
    assert shell.errors.sentences() == ("Blog: No answer.",)


def test_it_asks_by_dialogs(view: View, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dialogs.Confirm, "ask", lambda *_: True)
    monkeypatch.setattr(dialogs.Line, "ask", lambda *_: "agents")
    monkeypatch.setattr(dialogs.Folder, "ask", lambda *_: Path("/tmp"))
    monkeypatch.setattr(dialogs.Files, "ask", lambda *_: (Path("/tmp/a"),))
    assert view.confirm("Archive 60 papers?", "Archive")
    assert view.ask_text("Tags:") == "agents"
    assert view.ask_folder("Where to?") == Path("/tmp")
    assert view.ask_files("Which?") == (Path("/tmp/a"),)


def test_it_copies(view: View) -> None:
    view.copy("@article{x}")
    assert QGuiApplication.clipboard().text() == "@article{x}"


def test_only_web_addresses_leave(view: View, monkeypatch: pytest.MonkeyPatch) -> None:
    left: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: left.append(url.toString()))
    view.browse("https://arxiv.org/abs/1")
    with pytest.raises(Refused):
        view.browse("file:///etc/passwd")
    assert left == ["https://arxiv.org/abs/1"]


def test_quitting_closes_the_window(view: View, shell: Shell) -> None:
    view.quit()
    assert not shell.isVisible()
