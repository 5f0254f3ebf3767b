"""Comments that are typed: saved while one types, tried again, rescued in the end."""

import sys

from PySide6.QtCore import QObject, QTimer

from paperdesk.app.build import Rooms
from paperdesk.app.desktop.drafts import rescued
from paperdesk.domain.errors import PaperDeskError
from paperdesk.domain.note import HighlightId
from paperdesk.infra import files
from paperdesk.infra.jobs import Jobs, Lane
from paperdesk.ui.toast import ErrorBar

AGAIN = 3_000
"""Milliseconds before a comment that could not be saved is tried again."""


class Comments(QObject):
    """Saves what is said of marks, and holds on to it until it is saved."""

    def __init__(self, rooms: Rooms, jobs: Jobs, errors: ErrorBar) -> None:
        super().__init__(errors)
        self._rooms = rooms
        self._jobs = jobs
        self._errors = errors
        self._unsaved: dict[HighlightId, str] = {}
        self._complaint = ""
        self._again = QTimer(self, singleShot=True, interval=AGAIN)
        self._again.timeout.connect(self._retry)

    def save(self, name: str, text: str) -> None:
        """Make this the comment on a mark."""
        mark = HighlightId(name)
        self._unsaved[mark] = text
        self._jobs.start(
            self._jobs.new("Saving the comment", quiet=True),
            Lane.WRITE,
            lambda _: self._rooms.marks.comment(mark, text),
            lambda _: self._saved(mark, text),
            self._not_saved,
        )

    def stop(self) -> None:
        """Try again no more by itself: the program ends."""
        self._again.stop()
        self._again.timeout.disconnect()

    def rescue(self) -> None:
        """At the end: save what is left, or write it into files beside the library."""
        for mark, text in self._unsaved.items():
            try:
                self._rooms.marks.comment(mark, text)
            except PaperDeskError:
                path = rescued(self._rooms.home.root) / f"comment on mark {mark}.md"
                try:
                    files.write_text(path, text)
                except PaperDeskError:
                    sys.stderr.write(f"paperdesk: a comment could not be saved: {text}\n")

    def _saved(self, mark: HighlightId, text: str) -> None:
        if self._unsaved.get(mark) == text:
            del self._unsaved[mark]
        if not self._unsaved and self._complaint:
            self._errors.withdraw(self._complaint)
            self._complaint = ""

    def _not_saved(self, error: PaperDeskError) -> None:
        sentence = f"{error} The comment is kept here, and tried again by itself."
        if sentence != self._complaint:
            self._errors.complain(sentence)
        self._complaint = sentence
        self._again.start()

    def _retry(self) -> None:
        for mark, text in tuple(self._unsaved.items()):
            self.save(mark, text)
