"""The keyring beside the reader: locked PDFs open by themselves if one wished so."""

from collections.abc import Callable
from pathlib import Path

from paperdesk.app.build import Rooms
from paperdesk.app.desktop.parts import Parts
from paperdesk.domain.pages import Document
from paperdesk.infra import passwords
from paperdesk.infra.jobs import Jobs, Lane
from paperdesk.ui.reader import ReaderPane


class Unlocking:
    """Looks for remembered passwords, and has new ones remembered."""

    def __init__(self, parts: Parts, rooms: Rooms, jobs: Jobs) -> None:
        self._jobs = jobs
        self._rooms = rooms
        self._say = parts.window.toast.say
        parts.spread.each(self._join)

    def _join(self, view: ReaderPane) -> None:
        view.parts.opening.recall = self._recall
        view.parts.opening.proven.connect(
            lambda document: self._remember(document, len(view.parts.view.scroller.column))
        )

    def _recall(self, document: Document, done: Callable[[str], None]) -> None:
        """Where there is no keyring, nothing is remembered: the user is asked, as before."""
        self._jobs.start(
            self._jobs.new("Looking for the password", quiet=True),
            Lane.AWAITED,
            lambda _: _recalled(document.path),
            done,
            lambda _: done(""),
        )

    def _remember(self, document: Document, pages: int) -> None:
        self._jobs.start(
            self._jobs.new("Remembering the password", quiet=True),
            Lane.AWAITED,
            lambda _: passwords.Passwords().remember(document.path, document.password),
            lambda _: self._remembered(document, pages),
            lambda error: self._say(f"The password was not remembered. {error}"),
        )

    def _remembered(self, document: Document, pages: int) -> None:
        """The index can read it from now on: let it."""
        self._say("The password is in this system's keyring now.")
        self._jobs.start(
            self._jobs.new("Saving", quiet=True),
            Lane.WRITE,
            lambda _: self._rooms.intake.unlocked(document.path, pages),
            lambda _: None,
            lambda error: self._say(str(error)),
        )


def _recalled(path: Path) -> str:
    return passwords.Passwords().recall(path)
