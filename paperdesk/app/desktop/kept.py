"""How papers were left: their places and rulers, and what unlocked them in this session."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from paperdesk.app.build import Rooms
from paperdesk.domain.note import Place
from paperdesk.domain.pages import Document
from paperdesk.domain.paper import PaperId
from paperdesk.infra import memory
from paperdesk.infra.jobs import Jobs, Lane, aside
from paperdesk.reader.ruling import Laid


class Kept:
    """Knows at once what may still be on its way into the library."""

    def __init__(self, rooms: Rooms, jobs: Jobs, moved: Callable[[PaperId], None]) -> None:
        """`moved` hears of a paper whose place is in the library now."""
        self._moved = moved
        self._rooms = rooms
        self._jobs = jobs
        self._places: dict[PaperId, Place] = {}
        self._rulers: dict[PaperId, Laid | None] = {}
        self._unlocked: dict[PaperId, Document] = {}

    def place(self, paper: PaperId) -> Place | None:
        """Where a paper was left, if it was ever read."""
        return self._places.get(paper) or self._rooms.notes.place(paper)

    def keep_place(self, paper: PaperId, place: Place, seen: float) -> None:
        """Remember where the reader is in a paper, and how much of it lies behind."""
        self._places[paper] = place
        aside(
            self._jobs,
            Lane.WRITE,
            lambda: self._rooms.notes.keep_place(paper, place, seen),
            lambda _: self._moved(paper),
        )

    def move(self, paper: PaperId, to: Place) -> None:
        """Let a paper open elsewhere than it was left, but look as it did."""
        kept = self.place(paper) or to
        self._places[paper] = replace(kept, page=to.page, top=to.top, left=to.left)

    def ruler(self, paper: PaperId) -> Laid | None:
        """Where the ruler lay in a paper, if one was ever laid there."""
        if paper not in self._rulers:
            self._rulers[paper] = _laid(memory.recall(self._rooms.database, _ruler(paper)))
        return self._rulers[paper]

    def keep_ruler(self, paper: PaperId, laid: Laid) -> None:
        """Remember where the ruler lies in a paper."""
        self._rulers[paper] = laid
        kept = [laid.page, laid.line, laid.on]
        aside(
            self._jobs,
            Lane.WRITE,
            lambda: memory.keep(self._rooms.changes, _ruler(paper), kept),
        )

    def document(self, paper: PaperId, path: Path) -> Document:
        """The PDF of a paper, with the password that it was opened with."""
        known = self._unlocked.get(paper)
        return known if known is not None and known.path == path else Document(path)

    def keep_password(self, paper: PaperId, document: Document | None) -> None:
        """Bear in mind what unlocked a paper, while it is open in a tab."""
        if document is not None and document.password:
            self._unlocked[paper] = document

    def forget_password(self, paper: PaperId) -> None:
        """The tab is closed: ask for the password again."""
        self._unlocked.pop(paper, None)


def _ruler(paper: PaperId) -> str:
    return f"ruler:{paper}"


def _laid(kept: object) -> Laid | None:
    """Where a ruler lies by what was kept, if that is what it says."""
    match kept:
        case [int(page), int(line), bool(on)] if page >= 0 and line >= 0:
            return Laid(page, line, on)
    return None
