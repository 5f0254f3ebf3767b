"""What stands beside the list: the abstract and the note of the paper one is at."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from paperdesk.app.build import Rooms
from paperdesk.app.desktop.drafts import Drafts
from paperdesk.app.desktop.parts import Parts
from paperdesk.app.desktop.reading import Reading
from paperdesk.app.desktop.timing import Timing
from paperdesk.domain.events import FactsRead, FileArrived, NotesChanged, PapersChanged
from paperdesk.domain.paper import Paper, PaperId
from paperdesk.domain.progress import summary

SETTLE = 25
"""Milliseconds for the cursor to rest before the panes beside follow it."""


class Beside(QObject):
    """Follows the cursor of the list, and what changes about its paper.

    Signals: `shown` (the abstract of a paper, or that there is none).
    """

    shown = Signal()

    def __init__(
        self, parts: Parts, rooms: Rooms, reader: Reading, timing: Timing, drafts: Drafts
    ) -> None:
        super().__init__(parts.window)
        self._parts = parts
        self._rooms = rooms
        self._reader = reader
        self._drafts = drafts
        self._paper: PaperId | None = None
        self._settle = QTimer(self, singleShot=True, interval=SETTLE)
        self._settle.timeout.connect(self._follow)
        parts.papers.cursor_moved.connect(lambda _: self._settle.start())
        # Who comes back to the list is about its row again, not about what was read.
        reader.when_left(self._settle.start)
        timing.recorded.connect(lambda paper: self._papers_changed((PaperId(paper),)))
        reader.when_opened(self.show)
        reader.when_opened(parts.papers.view.seek)
        parts.search.left.connect(self._settle.start)
        parts.results.left.connect(self._settle.start)
        rooms.bus.listen(PapersChanged, lambda event: self._papers_changed(event.ids))
        rooms.bus.listen(FactsRead, lambda event: self._papers_changed(event.ids))
        rooms.bus.listen(FileArrived, lambda event: self._papers_changed((event.paper,)))
        rooms.bus.listen(NotesChanged, lambda event: self._notes_changed(event.ids))
        drafts.settled.connect(lambda paper: self._note_settled(PaperId(paper)))

    def show(self, paper: PaperId | None) -> None:
        """Show a paper's abstract and note."""
        self._settle.stop()
        found = self._found(paper)
        self._paper = found.id if found else None
        self._show_page(found)
        self.shown.emit()
        self._show_note(found)

    def catch_up(self) -> None:
        """Let the panes be about the row under the cursor now, not in a moment."""
        if self._settle.isActive():
            self._settle.stop()
            self._follow()

    def _follow(self) -> None:
        """Show the row under the cursor, unless somebody is reading."""
        window = self._parts.window
        paper = self._parts.papers.view.paper()
        if window.reading() and window.panels.with_keys() != "list":
            return
        if window.reading() and paper != self._reader.paper():
            window.show_reader(on=False)
        self.show(paper)

    def _found(self, paper: PaperId | None) -> Paper | None:
        found = self._rooms.library.papers([paper]) if paper is not None else ()
        return found[0] if found else None

    def _show_page(self, paper: Paper | None) -> None:
        """Show an abstract, and what rules did with its paper."""
        deeds = self._rooms.rules.deeds([paper.id]).get(paper.id, ()) if paper else ()
        remarks = [deed.sentence for deed in deeds]
        related = self._rooms.relations.of(paper.id) if paper else ()
        self._parts.page.show_paper(paper, [*remarks, *self._progress(paper)], related)

    def _progress(self, paper: Paper | None) -> list[str]:
        """How far a paper is read, if anybody began it."""
        if paper is None:
            return []
        times = self._rooms.times
        told = summary(times.progress(paper.id), times.times(paper.id).seconds)
        return [told] if told else []

    def _concerned(self, papers: Sequence[PaperId]) -> bool:
        return self._paper is not None and (not papers or self._paper in papers)

    def _papers_changed(self, papers: Sequence[PaperId]) -> None:
        self._parts.papers.papers_changed(papers)
        if self._concerned(papers):
            self._show_page(self._found(self._paper))
            self.shown.emit()

    def _notes_changed(self, papers: Sequence[PaperId]) -> None:
        self._reader.refresh_highlights(papers)
        if self._concerned(papers):
            self._show_note(self._found(self._paper))

    def _note_settled(self, paper: PaperId) -> None:
        """Nothing is on its way any more: see what others wrote while it was."""
        if paper == self._paper:
            self._show_note(self._found(paper))

    def _show_note(self, paper: Paper | None) -> None:
        """Show what is kept; of a note one comes back to, what is not kept yet."""
        if paper is None:
            self._parts.notes.show_note(None)
            return
        note, draft = self._rooms.notes.note(paper.id), self._drafts.text(paper.id)
        text = note.text if note else ""
        if draft is not None and self._parts.notes.paper() != paper.id:
            text = draft
        base = self._drafts.base(paper.id)
        self._parts.notes.show_note(paper.id, text, paper.citekey, base=base)
