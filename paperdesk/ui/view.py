"""The screen as a whole, as the commands see it."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from paperdesk.domain.errors import NotFound, NothingSelected, PaperDeskError, Refused
from paperdesk.domain.paper import PaperId
from paperdesk.ui import dialogs
from paperdesk.ui.stage import Stage
from paperdesk.ui.window import Window


class WindowView:
    """Says, asks and copies through a window: the `View` of the commands."""

    def __init__(self, window: Window, selected: Callable[[], tuple[PaperId, ...]]) -> None:
        """`selected` tells which papers a verb is about."""
        self._window = window
        self._selected = selected

    def selected(self) -> tuple[PaperId, ...]:
        """The papers that a verb is about: the selection, else the current one."""
        return self._selected()

    def say(self, sentence: str, *, undo: bool = False) -> None:
        """Show a passing line; with `undo`, one that offers to take it back."""
        self._window.toast.say(sentence, undo=undo)

    def mention(self, sentence: str) -> None:
        """Show a passing line about what nobody did just now."""
        self._window.toast.mention(sentence)

    def complain(self, error: PaperDeskError) -> None:
        """Show what went wrong, until it is dismissed; what is merely absent, in passing."""
        if isinstance(error, NotFound | NothingSelected):
            self.say(str(error))
            return
        self._window.errors.complain(str(error))

    def withdraw(self, start: str) -> None:
        """Put away what was complained of in sentences that start so."""
        for sentence in self._window.errors.sentences():
            if sentence.startswith(start):
                self._window.errors.withdraw(sentence)

    def confirm(self, question: str, verb: str) -> bool:
        """Ask before something big; `verb` is what the yes button says."""
        return dialogs.Confirm.ask(self._window, question, verb)

    def ask_text(self, question: str, text: str = "", choices: Sequence[str] = ()) -> str | None:
        """Ask for a line of text; None when the user turned away."""
        return dialogs.Line.ask(self._window, question, text, choices)

    def ask_folder(self, question: str) -> Path | None:
        """Ask for a folder; None when the user turned away."""
        return dialogs.Folder.ask(self._window, question)

    def ask_files(self, question: str) -> tuple[Path, ...]:
        """Ask for files to read; none when the user turned away."""
        return dialogs.Files.ask(self._window, question)

    def copy(self, text: str) -> None:
        """Put a text on the clipboard."""
        QGuiApplication.clipboard().setText(text)

    def browse(self, url: str) -> None:
        """Open a page in the web browser, or a letter; only http, https and mailto leave."""
        if not url.startswith(("https://", "http://", "mailto:")):
            raise Refused(f"“{url}” is no web address, so it was not opened.")
        QDesktopServices.openUrl(QUrl(url))

    def quit(self) -> None:
        """Close the window and end the program."""
        frame = self._window.window()
        frame.leave() if isinstance(frame, Stage) else frame.close()
