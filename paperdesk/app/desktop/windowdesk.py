"""Everything around the open papers: the list, the abstract and the note, the panes."""

from array import array
from collections.abc import Callable
from functools import partial

from paperdesk.app.build import Rooms
from paperdesk.app.desktop import tabling
from paperdesk.app.desktop.beside import Beside
from paperdesk.app.desktop.choosing import Choosing
from paperdesk.app.desktop.differences import Differences
from paperdesk.app.desktop.drafts import Drafts
from paperdesk.app.desktop.duplicating import WindowDuplicates
from paperdesk.app.desktop.dwelling import Dwelling
from paperdesk.app.desktop.firstpages import FirstPages
from paperdesk.app.desktop.frame import WindowFrame
from paperdesk.app.desktop.gleaning import Gleaning
from paperdesk.app.desktop.parts import Parts
from paperdesk.app.desktop.picturing import Picturing
from paperdesk.app.desktop.readingdesk import ReadingDesk
from paperdesk.app.desktop.ruling import WindowRuleEditor
from paperdesk.app.desktop.typesetting import Typesetting
from paperdesk.commands.faces.window import WindowFaces
from paperdesk.domain.note import Colour
from paperdesk.domain.shelf import Lineup, Shelf
from paperdesk.infra.jobs import Jobs, Lane, aside
from paperdesk.ui.chooser import SheetChooser
from paperdesk.ui.list.arriving import Question
from paperdesk.ui.list.rows import PaperRows
from paperdesk.ui.list.table import Table
from paperdesk.ui.paper.detailsform import WindowDetailsForm
from paperdesk.ui.theme import Theme
from paperdesk.ui.view import WindowView


class WindowDesk:
    """The window that the reader stands in, and its faces for the commands."""

    def __init__(
        self, parts: Parts, rooms: Rooms, jobs: Jobs, theme: Theme, reading: ReadingDesk
    ) -> None:
        self._parts = parts
        self._rooms = rooms
        self._jobs = jobs
        self._width = 0
        self.table = Table(parts.papers.view)
        tabling.recall(self.table, rooms.changes)
        self.rows = PaperRows(parts.papers, self._open_shelf)
        parts.papers.view.seeker.beyond = self._seek
        self.drafts = Drafts(parts, rooms, jobs)
        self.beside = Beside(parts, rooms, reading.page, reading.timing, self.drafts)
        self.differences = Differences(parts)
        self._choosing = Choosing(parts, self.rows, reading.page, reading.marking)
        colour = Colour(str(rooms.settings.get("colour")))
        self.chooser = SheetChooser(parts.window)
        self.faces = WindowFaces(
            view=WindowView(parts.window, self._choosing.papers),
            rows=self.rows,
            table=self.table,
            chooser=self.chooser,
            editor=WindowRuleEditor(parts, rooms, jobs),
            form=WindowDetailsForm(parts.window, parts.papers.remark.write),
            frame=WindowFrame(parts, theme, colour, self.beside.catch_up),
            differences=self.differences,
            duplicate_faces=WindowDuplicates(parts),
        )
        keep = tabling.keeper(self.table, rooms.changes, partial(aside, jobs, Lane.WRITE))
        self.table.changed.connect(keep)
        self.table.toggled.connect(self._make_room)
        self.table.rearranged.connect(self._rearrange)
        self.gleaning = Gleaning(
            rooms, jobs, lambda: self.arranged(self.rows.shelf()), self.rows.reload, parts.window
        )
        self.picturing = Picturing(parts, rooms, jobs)
        self.dwelling = Dwelling(parts, rooms, jobs)
        self.typesetting = Typesetting(parts.page.easel, jobs)
        self.first_pages = FirstPages(parts, rooms)
        self._connect(reading)

    def _connect(self, reading: ReadingDesk) -> None:
        """Let each hear of what the others do."""
        parts = self._parts
        self.beside.shown.connect(reading.waiting.show_progress)
        self.beside.shown.connect(self.dwelling.turn)
        self.beside.shown.connect(self.first_pages.turn)
        reading.marking.browsing.shown.connect(self.beside.show)
        parts.papers.shelf_shown.connect(self.table.turn)
        parts.window.escaped.connect(self._choosing.let_go)
        parts.sidebar.shelf_chosen.connect(self._go)

    def _open_shelf(self, asked: Question, done: Callable[[Lineup], None]) -> None:
        job = self._jobs.new("Reading", quiet=True)
        shelf = self.arranged(asked.shelf)
        find, failed = self._rooms.views.lineup, self.faces.view.complain
        self._jobs.start(
            job, Lane.READ, lambda _: find(shelf, asked.shown, asked.limit), done, failed
        )

    def _seek(
        self, papers: "array[int]", row: int, direction: int, done: Callable[[int | None], None]
    ) -> None:
        find = self._rooms.views.next_unread
        aside(self._jobs, Lane.READ, lambda: find(papers, row, direction), done)

    def arranged(self, shelf: Shelf) -> Shelf:
        """A shelf with what it is sorted and grouped by."""
        return self.table.arranged(shelf)

    def _rearrange(self) -> None:
        """Show the shelf in another order, from its first row."""
        self.rows.arriving.show(self.rows.shelf(), None)

    def _make_room(self, on: bool) -> None:  # noqa: FBT001
        """A table is wide; the cards that come back have the width that they had."""
        panels = self._parts.window.panels
        if on:
            self._width = panels.widths().get("list", 0)
        panels.widen("list", self.table.width() if on else self._width)

    def _go(self, shelf: Shelf) -> None:
        """Go to what was chosen in the sidebar, with the keys."""
        self.rows.show(shelf)
        self._parts.window.panels.put("list", self._parts.papers)
        self._parts.window.panels.focus("list")
