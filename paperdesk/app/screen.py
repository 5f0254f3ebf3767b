"""The window with all that works for it: made, started, closed."""

import threading
from array import array
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from paperdesk.app import build, crash, demo, doors
from paperdesk.app.desktop import remembered, tabbing
from paperdesk.app.desktop.awaiting import Waiting
from paperdesk.app.desktop.beside import Beside
from paperdesk.app.desktop.bookmarking import Bookmarking
from paperdesk.app.desktop.counting import Counting
from paperdesk.app.desktop.drafts import Drafts, rescued
from paperdesk.app.desktop.drawing import Drawing
from paperdesk.app.desktop.facing import facing
from paperdesk.app.desktop.finding import Finding
from paperdesk.app.desktop.following import Following
from paperdesk.app.desktop.frame import WindowFrame
from paperdesk.app.desktop.keys import Keys
from paperdesk.app.desktop.look import PageLook
from paperdesk.app.desktop.margins import KeptMargins
from paperdesk.app.desktop.marking import Marking
from paperdesk.app.desktop.onecursor import OneCursor
from paperdesk.app.desktop.openfile import OpenFile
from paperdesk.app.desktop.parts import loads, parts
from paperdesk.app.desktop.printing import Printing
from paperdesk.app.desktop.quickopen import QuickOpen
from paperdesk.app.desktop.reading import Reading
from paperdesk.app.desktop.remedies import Remedies
from paperdesk.app.desktop.remembered import Remembered
from paperdesk.app.desktop.room import SideRoom
from paperdesk.app.desktop.scanning import Scanning
from paperdesk.app.desktop.seeking import FindHabits
from paperdesk.app.desktop.speaking import Speaking
from paperdesk.app.desktop.splitting import Splitting
from paperdesk.app.desktop.spots import Spots
from paperdesk.app.desktop.tabbing import Tabbing
from paperdesk.app.desktop.unlocking import Unlocking
from paperdesk.app.single import Doorman
from paperdesk.commands import feed
from paperdesk.commands.desk import Desk
from paperdesk.commands.table import TABLE
from paperdesk.domain.deeplink import SCHEME
from paperdesk.domain.events import IndexChanged
from paperdesk.domain.note import Colour
from paperdesk.domain.paper import PaperId
from paperdesk.domain.shelf import ALL, Shelf, day_shelf
from paperdesk.infra.jobs import Jobs
from paperdesk.infra.paths import Home
from paperdesk.search import Search
from paperdesk.ui.chooser import SheetChooser
from paperdesk.ui.dispatch import Dispatch
from paperdesk.ui.list.rows import PaperRows
from paperdesk.ui.reader import ReaderPane
from paperdesk.ui.reader.pagemenu import PageMenu
from paperdesk.ui.stage import Stage
from paperdesk.ui.theme import Theme
from paperdesk.ui.view import WindowView

_MINUTE = 60_000

SETTLED = 300
"""Milliseconds after the first paint in which the list and its numbers come first."""


class Session:
    """One window on one library, with all that works for it."""

    def __init__(self, app: QApplication, home: Home, stage: Stage) -> None:
        """Put everything together; `stage` is where the window will stand."""
        self._app = app
        self._stage = stage
        self._deliver = Dispatch(app)
        self._rooms = build.rooms(home, self._deliver)
        self._theme = Theme(app)
        self._theme.use(str(self._rooms.settings.get("theme")))
        self._parts = parts(loads(self._rooms), self._rooms.pages, self._run)
        self._window = self._parts.window
        self._moved = QTimer(self._window, singleShot=True, interval=50)
        self._moved.timeout.connect(self._show_jobs)
        self._jobs = Jobs(self._deliver, moved=self._jobs_moved)
        self._search = Search(build.worker("--index"), self._deliver, self._rooms.bus)
        self._waiting = Waiting(self._parts)
        self._page = Reading(self._parts, self._rooms, self._jobs, self._waiting)
        self._tabs = Tabbing(self._parts, self._rooms, self._page)
        self._split = Splitting(self._parts, self._page)
        SideRoom(self._parts)
        self._bookmarking = Bookmarking(self._parts, self._rooms, self._page)
        self._rows = PaperRows(self._parts.papers, self._open_shelf)
        frame = WindowFrame(self._parts, self._theme)
        frame.set_colour(Colour(str(self._rooms.settings.get("colour"))))
        self._marking = Marking(self._parts, self._rooms, self._jobs)
        self._desk = build.desk(self._rooms, self._faces(frame))
        scanning = Scanning(self._parts.spread, self._rooms, self._run)
        scanning.follow(self._page.shown, self._desk.file.renew)
        self._keys = Keys(self._parts, self._desk)
        self._following = Following(self._parts, self._page, self._desk)
        self._drafts = Drafts(self._parts, self._rooms, self._jobs)
        self._beside = Beside(self._parts, self._rooms, self._page, self._drafts)
        self._beside.shown.connect(self._waiting.show_progress)
        frame.before_note(self._beside.catch_up)
        self._finding = Finding(self._parts, self._desk, self._beside, self._search)
        self._tabs.wanted.connect(self._finding.read)
        self._one_cursor = OneCursor(self._parts, self._rooms, self._page)
        self._counting = Counting(self._parts, self._rooms, self._desk)
        self._resumed: PaperId | None = None
        KeptMargins(self._parts.spread, home, self._jobs)
        self._doorman: Doorman | None = None
        self._connect()

    def _faces(self, frame: WindowFrame) -> build.Screen:
        """The screen as the commands see it."""
        spread = self._parts.spread
        return build.Screen(
            view=WindowView(self._window, self._selected),
            rows=self._rows,
            page=self._page,
            awaiting=self._waiting,
            tabs=self._tabs,
            spots=Spots(self._parts.spread, self._page),
            split=self._split,
            bookmarking=self._bookmarking,
            motion=facing(spread.here),
            layout=facing(lambda: spread.here().arranging),
            side=facing(self._marking.side),
            ruler=facing(lambda: spread.here().parts.ruler),
            picker=facing(lambda: _over_pages(spread.here()).picking),
            chooser=SheetChooser(self._window),
            marking=self._marking,
            drawing=Drawing(spread),
            file=OpenFile(self._parts, self._rooms, self._page),
            ways=facing(lambda: spread.here().ways),
            remedy=Remedies(spread, self._run),
            seeking=FindHabits(spread, self._rooms.settings, self._jobs),
            aloud=Speaking(self._parts, self._rooms.pages, self._jobs),
            press=Printing(self._parts, self._rooms.pages, self._jobs),
            flow=facing(lambda: spread.here().reflow),
            look=PageLook(spread, self._rooms.settings, self._theme),
            frame=frame,
            jobs=self._jobs,
            search=self._search,
        )

    def start(self, brought: Sequence[str], *, sample: bool) -> None:
        """Show the last shelf; what is heavy comes after the first paint."""
        if sample:
            demo.fill(self._rooms)
        last = remembered.recall(self._rooms.changes)
        self._stage.enter(self._window)
        self._window.restore_sizes(last.sizes if last else {})
        shelf = last.shelf if last else self._first_shelf()
        self._parts.papers.show_ids(shelf, self._rooms.library.ids(shelf))
        self._resumed = self._tabs.recall()
        self._stage.painted.connect(lambda: self._after_paint(brought, sample=sample))
        self._stage.show()
        self._window.panels.focus("list")

    def end(self) -> None:
        """Let what is being written finish, and end the processes."""
        self._counting.stop()
        self._marking.stop()
        self._jobs.close()
        self._drafts.rescue()
        self._marking.comments.rescue()
        self._search.close()
        if self._doorman is not None:
            self._doorman.close()
        self._rooms.close()

    def take(self, brought: Sequence[str]) -> None:
        """Open links and files that this start, or a later one, brought."""
        self._stage.activateWindow()
        self._stage.raise_()
        for word in brought:
            if word.startswith(f"{SCHEME}:"):
                self._finding.go_to(word)
            else:
                self._import([Path(word)])

    def _connect(self) -> None:
        self._app.installEventFilter(self._keys.dispatcher)
        self._marking.wanted.connect(self._run)
        self._marking.browsing.shown.connect(self._beside.show)
        self._marking.browsing.opened.connect(self._finding.go_to)
        self._rooms.bus.listen(IndexChanged, lambda _: self._finding.index_changed())
        quick = QuickOpen(self._parts, self._rooms, self._jobs, self._search)
        self._tabs.picking.connect(quick.show)
        self._tabs.changed.connect(lambda kept: _keep_tabs(self._desk, self._rooms, kept))
        self._bookmarking.chosen.connect(self._finding.visit)
        quick.chosen.connect(self._finding.read)
        self._window.closing.connect(self._keep)
        self._window.dropped.connect(self._import)
        self._window.escaped.connect(self._escape)
        self._window.page_keys = lambda: self._parts.spread.here().picking.where()
        Unlocking(self._parts, self._rooms, self._jobs)
        self._parts.spread.each(lambda view: view.problem.connect(self._window.toast.say))
        self._parts.spread.each(lambda view: PageMenu(view, TABLE, self._run))
        self._parts.sidebar.shelf_chosen.connect(self._go)
        self._parts.activity.cancelled.connect(self._cancel)
        crash.Watch(
            self._rooms.home.logs,
            lambda sentence: self._deliver(lambda: self._window.errors.complain(sentence)),
        ).install()

    def _after_paint(self, brought: Sequence[str], *, sample: bool) -> None:
        self._doorman = Doorman(self._rooms.home.root, self.take, self._window)
        self._counting.count()
        self._counting.watch()
        # Each in a turn of its own, and the libraries last: beside a thread that
        # imports, starting a process takes 130 ms in place of 20.
        QTimer.singleShot(0, self._search.start)
        QTimer.singleShot(0, self._rooms.pages.warm)
        QTimer.singleShot(SETTLED, self._window, self._warm)
        if brought:
            self.take(brought)
        elif self._resumed is not None:
            self._finding.read(self._resumed)
        if self._rooms.settings.problem:
            self._window.errors.complain(self._rooms.settings.problem)
        left = rescued(self._rooms.home.root)
        if left.is_dir() and any(left.iterdir()):
            self._window.errors.complain(f"Notes that could not be saved last time are in {left}.")
        minutes = int(self._rooms.settings.get("refresh"))
        if minutes and not sample:
            self._refresh_every(minutes)

    def _warm(self) -> None:
        threading.Thread(target=doors.warm, name="warm", daemon=True).start()

    def _refresh_every(self, minutes: int) -> None:
        """Refresh now and then; the very first time is the user's to ask for."""
        timer = QTimer(self._window, interval=minutes * _MINUTE)
        timer.timeout.connect(lambda: feed.refresh_in_background(self._desk))
        timer.start()
        if self._rooms.feeds.days():
            QTimer.singleShot(2_000, lambda: feed.refresh_in_background(self._desk))

    def _first_shelf(self) -> Shelf:
        """The newest day; before there is one, everything (there is nothing yet)."""
        days = self._rooms.feeds.days()
        return day_shelf(days[0].day) if days else ALL

    def _open_shelf(self, shelf: Shelf, done: Callable[["array[int]"], None]) -> None:
        self._desk.read(lambda: self._rooms.library.ids(shelf), done)

    def _selected(self) -> tuple[PaperId, ...]:
        """The open paper while one reads it, a hit while one searches, else the rows."""
        reading = self._page.paper()
        if reading is not None and self._window.panels.with_keys() != "list":
            return (reading,)
        marked = self._marking.paper()
        if marked is not None:
            return (marked,)
        hit = self._parts.results.hit() if self._window.searching() else None
        return self._rows.selected() if hit is None else (hit.paper,)

    def _go(self, shelf: Shelf) -> None:
        """Go to what was chosen in the sidebar, with the keys."""
        self._rows.show(shelf)
        self._window.panels.put("list", self._parts.papers)
        self._window.panels.focus("list")

    def _escape(self) -> None:
        """Let go of the selection, else of what lies on top."""
        chosen = self._page.selections() or self._page.current_highlight()
        if self._parts.papers.view.marks.papers() and not self._window.reading():
            self._rows.clear_selection()
        elif chosen and self._window.panels.with_keys() == "paper" and self._window.reading():
            self._page.clear_selection()
        else:
            self._page.close()

    def _run(self, command: str) -> None:
        self._keys.run(command)

    def _jobs_moved(self) -> None:
        if not self._moved.isActive():
            self._moved.start()

    def _show_jobs(self) -> None:
        self._parts.activity.show_jobs(self._jobs.running())
        self._waiting.show_progress()

    def _cancel(self, number: int) -> None:
        for job in self._jobs.running():
            if job.id == number:
                job.cancel()

    def _import(self, files: Sequence[Path]) -> None:
        feed.import_files(self._desk, files)

    def _keep(self) -> None:
        """Before the window closes: the note, the place, the screen."""
        self._parts.notes.flush()
        self._marking.flush()
        self._split.unsplit()
        tabs = self._tabs.kept()
        self._parts.spread.each(lambda view: view.close_document())
        screen = Remembered(self._rows.shelf(), self._window.kept_sizes())
        self._desk.write(lambda: remembered.remember(self._rooms.changes, screen), lambda _: None)
        _keep_tabs(self._desk, self._rooms, tabs)


def _keep_tabs(desk: Desk, rooms: build.Rooms, kept: dict[str, Any]) -> None:
    desk.write(lambda: tabbing.keep(rooms.changes, kept), lambda _: None)


def _over_pages(view: ReaderPane) -> ReaderPane:
    """A view that shows its pages: letters, regions and the caret lie over them."""
    view.reflow.show_pages()
    return view
