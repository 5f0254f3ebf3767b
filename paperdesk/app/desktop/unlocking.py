"""The keyring beside the reader: locked PDFs open by themselves if one wished so."""

from collections.abc import Callable
from pathlib import Path

from paperdesk.domain.pages import Document
from paperdesk.infra import passwords
from paperdesk.infra.jobs import Jobs, Lane
from paperdesk.ui.reader import ReaderPane, Spread


class Unlocking:
    """Looks for remembered passwords, and has new ones remembered."""

    def __init__(self, spread: Spread, jobs: Jobs, say: Callable[[str], None]) -> None:
        """`say` shows a sentence in passing."""
        self._jobs = jobs
        self._say = say
        spread.each(self._join)

    def _join(self, view: ReaderPane) -> None:
        view.parts.opening.recall = self._recall
        view.parts.opening.proven.connect(self._remember)

    def _recall(self, document: Document, done: Callable[[str], None]) -> None:
        """Where there is no keyring, nothing is remembered: the user is asked, as before."""
        self._jobs.start(
            self._jobs.new("Looking for the password", quiet=True),
            Lane.AWAITED,
            lambda _: _recalled(document.path),
            done,
            lambda _: done(""),
        )

    def _remember(self, document: Document) -> None:
        self._jobs.start(
            self._jobs.new("Remembering the password", quiet=True),
            Lane.AWAITED,
            lambda _: passwords.Passwords().remember(document.path, document.password),
            lambda _: self._say("The password is in this system's keyring now."),
            lambda error: self._say(f"The password was not remembered. {error}"),
        )


def _recalled(path: Path) -> str:
    return passwords.Passwords().recall(path)
