"""Notes that are not in the library yet: kept, tried again, rescued in the end."""

import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from paperdesk.app.build import Rooms
from paperdesk.app.desktop.parts import Parts
from paperdesk.domain.errors import PaperDeskError
from paperdesk.domain.paper import PaperId
from paperdesk.infra import files
from paperdesk.infra.jobs import Jobs, Lane

AGAIN = 3_000
"""Milliseconds before a note that could not be saved is tried again."""

_FOLDER = "unsaved notes"


class Drafts(QObject):
    """Saves what is typed, and holds on to it until it is saved.

    The pane sends the note that it shows again by itself; this is for notes that
    one has left, and for the end of the program.
    """

    settled = Signal(int)
    """All that was typed for this paper is in the library."""

    def __init__(self, parts: Parts, rooms: Rooms, jobs: Jobs) -> None:
        super().__init__(parts.window)
        self._pane = parts.notes
        self._errors = parts.window.errors
        self._rooms = rooms
        self._jobs = jobs
        self._unsaved: dict[PaperId, tuple[str, str]] = {}
        self._failed: set[PaperId] = set()
        self._complaints: set[str] = set()
        self._made_from: dict[tuple[PaperId, str], str] = {}
        self._again = QTimer(self, singleShot=True, interval=AGAIN)
        self._again.timeout.connect(self._retry)
        self._pane.edited.connect(lambda paper, *texts: self._save(PaperId(paper), *texts))

    def text(self, paper: PaperId) -> str | None:
        """The words of a paper's note that are not in the library yet."""
        held = self._unsaved.get(paper)
        return held[0] if held is not None else None

    def base(self, paper: PaperId) -> str | None:
        """What these words were made from, if they could not be saved."""
        if paper not in self._failed:
            return None
        text, base = self._unsaved[paper]
        return self._made_from.get((paper, text), base)

    def rescue(self) -> list[Path]:
        """At the end: save what is left, or write it into files beside the library."""
        return [
            path
            for paper, (text, base) in self._unsaved.items()
            if not self._stands(paper, text) and (path := self._rescued(paper, text, base))
        ]

    def _save(self, paper: PaperId, text: str, base: str) -> None:
        self._failed.discard(paper)
        self._unsaved[paper] = (text, base)
        self._send(paper, text, base)

    def _send(self, paper: PaperId, text: str, base: str) -> None:
        self._jobs.start(
            self._jobs.new("Saving the note", quiet=True),
            Lane.WRITE,
            lambda _: self._write(paper, text, base),
            lambda stands: self._saved(paper, text, stands),
            lambda error: self._not_saved(paper, text, error),
        )

    def _write(self, paper: PaperId, text: str, base: str) -> str:
        """Save a text, as made from what the library has of it.

        A base that failed to be saved is not there: to say that this text was
        made from it would be to say that somebody has deleted its words.
        """
        base = self._made_from.get((paper, base), base)
        self._made_from[paper, text] = base
        stands = self._rooms.notes.write(paper, text, base=base, typing=True)
        del self._made_from[paper, text]
        return stands

    def _saved(self, paper: PaperId, text: str, stands: str) -> None:
        if self.text(paper) == text:
            del self._unsaved[paper]
            self._failed.discard(paper)
        self._pane.saved(paper, text, stands)
        if not self._failed:
            self._withdraw()
        if paper not in self._unsaved:
            self.settled.emit(paper)

    def _not_saved(self, paper: PaperId, text: str, error: PaperDeskError) -> None:
        if self.text(paper) == text:  # else it is in one that is still on its way
            self._failed.add(paper)
        self._pane.not_saved(paper, text)
        self._complain(f"{error} The note is kept here, and tried again by itself.")
        self._again.start()

    def _complain(self, sentence: str) -> None:
        self._complaints.add(sentence)
        self._errors.complain(sentence)

    def _withdraw(self) -> None:
        """Every note is saved: what was said of them is true no longer."""
        for sentence in self._complaints:
            self._errors.withdraw(sentence)
        self._complaints.clear()

    def _retry(self) -> None:
        for paper in self._failed - {self._pane.paper()}:
            self._save(paper, *self._unsaved[paper])

    def _stands(self, paper: PaperId, text: str) -> bool:
        note = self._rooms.notes.note(paper)
        return (note.text if note else "").strip() == text.strip()

    def _rescued(self, paper: PaperId, text: str, base: str) -> Path | None:
        try:
            self._write(paper, text, base)
        except PaperDeskError:
            for folder in (rescued(self._rooms.home.root), Path(tempfile.gettempdir())):
                path = folder / f"note of paper {paper}.md"
                try:
                    files.write_text(path, text)
                except PaperDeskError:
                    continue
                sys.stderr.write(f"paperdesk: a note could not be saved; its text is in {path}\n")
                return path
        return None


def rescued(root: Path) -> Path:
    """The folder of notes that an earlier window could not save."""
    return root / _FOLDER
