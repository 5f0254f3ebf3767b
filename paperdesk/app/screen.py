"""The window with all that works for it: made, started, closed."""

import threading
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from paperdesk.app import build, crash, demo, doors
from paperdesk.app.desktop import remembered, resuming, tabbing
from paperdesk.app.desktop.collecting import Collecting
from paperdesk.app.desktop.counting import Counting
from paperdesk.app.desktop.drafts import rescued
from paperdesk.app.desktop.finding import Finding
from paperdesk.app.desktop.following import Following
from paperdesk.app.desktop.keys import Keys
from paperdesk.app.desktop.mirroring import Mirroring
from paperdesk.app.desktop.parts import loads, parts
from paperdesk.app.desktop.progress import Progress
from paperdesk.app.desktop.quickopen import QuickOpen, Seeking
from paperdesk.app.desktop.readingdesk import ReadingDesk
from paperdesk.app.desktop.remembered import Remembered
from paperdesk.app.desktop.ruling import Ruling
from paperdesk.app.desktop.staying import Staying
from paperdesk.app.desktop.telling import Telling
from paperdesk.app.desktop.tending import Tending
from paperdesk.app.desktop.visiting import Visiting
from paperdesk.app.desktop.watching import CARE, NEWS, Watching, look_after, look_for_news
from paperdesk.app.desktop.windowdesk import WindowDesk
from paperdesk.app.desktop.working import Working
from paperdesk.app.single import Doorman
from paperdesk.commands import downloads, dropping, missing, places
from paperdesk.commands.desk import Work
from paperdesk.domain.deeplink import SCHEME
from paperdesk.domain.events import IndexChanged
from paperdesk.domain.paper import PaperId
from paperdesk.domain.shelf import ALL, Shelf, day_shelf
from paperdesk.infra.lock import FileLock
from paperdesk.infra.paths import Home
from paperdesk.search import Search, stems
from paperdesk.ui.dispatch import Dispatch
from paperdesk.ui.list.arriving import FIRST
from paperdesk.ui.stage import Stage
from paperdesk.ui.theme import Theme

COUNTED = 100
"""Milliseconds after the first paint in which the numbers of the sidebar are counted."""

SETTLED = 300
"""Milliseconds after the first paint in which the list and its numbers come first."""


class Session:
    """One window on one library, with all that works for it."""

    def __init__(self, app: QApplication, home: Home, stage: Stage) -> None:
        """Put everything together; `stage` is where the window will stand.

        First what is worked with; then what commands speak to, a desk for each
        side of the window; last who gives commands.
        """
        self._stage = stage
        self._deliver = Dispatch(app)
        self._rooms = build.rooms(home, self._deliver)
        theme = Theme(app)
        theme.use(str(self._rooms.settings.get("theme")))
        self._parts = parts(loads(self._rooms), self._rooms.pages, self._run)
        self._window = self._parts.window
        progress = Progress(self._parts.activity, self._deliver)
        self._jobs = progress.jobs
        self._search = Search(build.worker("--index"), self._deliver, self._rooms.bus)
        self._rooms.views.index = self._search.papers
        self._rooms.views.kin = lambda word, other: stems.kin(word, other)

        self._reading = ReadingDesk(self._parts, self._rooms, self._jobs, theme, self._run)
        self._around = WindowDesk(self._parts, self._rooms, self._jobs, theme, self._reading)
        self._tending = Tending(self._parts, self._rooms, self._jobs)
        work = Work(self._jobs, self._search, self._tending)
        self._desk = build.desk(self._rooms, work, self._around.faces, self._reading.faces)
        self._tending.desk = self._desk
        self._tending.staying = self._staying = Staying(stage, self._rooms, self._run)

        self._keys = Keys(self._parts, self._desk)
        self._following = Following(self._parts, self._reading.page, self._desk)
        self._finding = Finding(self._parts, self._desk, self._around.beside, self._search)
        self._quick = QuickOpen(self._parts, self._rooms, self._jobs, self._search)
        self._counting = Counting(self._parts, self._rooms, self._desk)
        self._collecting = Collecting(self._parts, self._rooms, self._desk, self._keys.attempt)
        self._working = Working(self._parts, self._rooms, self._around.rows, self._jobs)
        self._ruling = Ruling(self._parts, self._rooms, self._desk)
        self._telling = Telling(self._parts, self._rooms, self._desk)
        self._news = Watching(partial(look_for_news, self._desk), NEWS, self._window)
        self._care = Watching(partial(look_after, self._desk), CARE, self._window)
        self._mirroring = Mirroring(self._desk, self._rooms.bus, self._window)
        self._held = FileLock(home.window)
        self._visiting = Visiting(self._parts, self._rooms, self._jobs)
        self._resumed: PaperId | None = None
        self._first = False
        self._doorman: Doorman | None = None
        progress.shown.connect(self._reading.waiting.show_progress)
        app.installEventFilter(self._keys.dispatcher)
        self._connect()

    def start(self, brought: Sequence[str], *, sample: bool) -> None:
        """Show the last shelf; what is heavy comes after the first paint."""
        if sample:
            demo.fill(self._rooms)
        last = remembered.recall(self._rooms.changes)
        self._first = last is None and not sample
        self._stage.enter(self._window)
        self._window.restore_sizes(last.sizes if last else {})
        shelf = last.shelf if last else self._first_shelf()
        rows = self._around.rows
        rows.left.recall(last.left if last else {})
        rows.orders.update(last.orders if last else {})
        lineup = self._rooms.views.lineup(self._around.arranged(shelf), limit=FIRST)
        rows.arriving.arrive(shelf, lineup, rows.left.at(shelf))
        self._resumed = self._reading.tabs.recall()
        self._reading.resuming.recall()
        self._stage.painted.connect(lambda: self._after_paint(brought, sample=sample))
        self._stage.show()
        self._window.panels.focus("list")

    def end(self) -> None:
        """Let what is being written finish, and end the processes."""
        self._counting.stop()
        self._working.stop()
        self._around.gleaning.stop()
        self._ruling.stop()
        self._telling.stop()
        self._tending.stop()
        self._news.stop()
        self._care.stop()
        self._mirroring.stop()
        self._reading.marking.stop()
        self._jobs.close()
        self._around.drafts.rescue()
        self._reading.marking.comments.rescue()
        self._search.close()
        if self._doorman is not None:
            self._doorman.close()
        self._rooms.close()
        self._held.release()

    @property
    def restoring(self) -> bool:
        """Whether a backup is to be restored, now that the window is closed."""
        return self._rooms.safety.agreed

    def restore(self) -> None:
        """Restore it; the library is closed."""
        self._rooms.safety.restore()

    def take(self, brought: Sequence[str]) -> None:
        """Open links and files that this start, or a later one, brought."""
        self._stage.come_back()
        for word in brought:
            if word.startswith(f"{SCHEME}:"):
                self._finding.go_to(word)
            else:
                self._import([Path(word)])

    def _connect(self) -> None:
        """Let those who know where to go hear of those who want to go there."""
        reading, finding = self._reading, self._finding
        for wanted in (reading.tabs.wanted, self._quick.chosen):
            wanted.connect(finding.read)
        reading.tabs.picking.connect(self._quick.show)
        sought = partial(QuickOpen, self._parts, self._rooms, self._jobs, self._search)
        self._around.chooser.finding = Seeking(sought).ask
        reading.tabs.changed.connect(self._keep_tabs)
        reading.resuming.changed.connect(self._keep_standing)
        self._ruling.tidings.connect(self._telling.hear)
        self._telling.wanted.connect(self._around.rows.show)
        reading.bookmarking.chosen.connect(finding.visit)
        reading.marking.wanted.connect(self._run)
        self._around.differences.wanted.connect(self._run)
        reading.marking.browsing.opened.connect(finding.go_to)
        self._counting.unread.connect(self._staying.show_unread)
        self._parts.sidebar.change_wanted.connect(self._change)
        self._rooms.bus.listen(IndexChanged, lambda _: finding.index_changed())
        self._around.table.asked.connect(lambda _: self._run("view.columns"))
        self._window.closing.connect(self._keep)
        self._window.dropped.connect(self._import)
        crash.Watch(
            self._rooms.home.logs,
            lambda sentence: self._deliver(lambda: self._window.errors.complain(sentence)),
        ).install()

    def _after_paint(self, brought: Sequence[str], *, sample: bool) -> None:
        self._doorman = Doorman(self._rooms.home.root, self.take, self._window)
        self._counting.count()
        self._counting.watch()
        self._ruling.wake()
        # The processes once the numbers stand: beside three that start, counting took
        # 250 ms in place of 80. Each in a turn of its own, and the libraries last: beside
        # a thread that imports, starting a process takes 130 ms in place of 20.
        QTimer.singleShot(COUNTED, self._search.start)
        QTimer.singleShot(COUNTED, self._rooms.pages.warm)
        QTimer.singleShot(SETTLED, self._window, self._warm)
        QTimer.singleShot(SETTLED, self._window, self._around.gleaning.wake)
        if brought:
            self.take(brought)
        elif self._resumed is not None:
            self._finding.read(self._resumed)
        elif self._first and not self._parts.papers.ids():
            self._run("feed.fields")
        self._complain_of_last_time()
        self._staying.start()
        if not sample:
            self._tending.start()
            downloads.go_on(self._desk)
            self._news.start()
            missing.seek_aside(self._desk)
        self._care.start()
        self._mirroring.start()

    def _complain_of_last_time(self) -> None:
        """Say what was found wrong at the start."""
        self._complain_of_another()
        if self._rooms.database.remark:
            self._window.errors.complain(self._rooms.database.remark)
        if self._rooms.settings.problem:
            self._window.errors.complain(self._rooms.settings.problem)
        if not self._rooms.database.readonly:
            self._desk.write(self._tidings, self._say_tidings)
        left = rescued(self._rooms.home.root)
        if left.is_dir() and any(left.iterdir()):
            self._window.errors.complain(f"Notes that could not be saved last time are in {left}.")

    def _tidings(self) -> str:
        return self._rooms.safety.tidings(self._rooms.changes)

    def _say_tidings(self, sentence: str) -> None:
        if sentence:
            self._desk.view.say(sentence)

    def _complain_of_another(self) -> None:
        """Hold the library for this window, and say if another has it open."""
        if self._rooms.database.readonly or self._held.take():
            return
        self._window.errors.complain(
            "Another PaperDesk window has this library open. What is done here is kept, but the "
            "other sees it late, and no backup can be restored while both are open."
        )

    def _warm(self) -> None:
        threading.Thread(target=doors.warm, name="warm", daemon=True).start()

    def _first_shelf(self) -> Shelf:
        """The newest day; before there is one, everything (there is nothing yet)."""
        newest = self._rooms.feeds.newest_day()
        return day_shelf(newest) if newest is not None else ALL

    def _run(self, command: str) -> None:
        self._keys.run(command)

    def _change(self, shelf: Shelf) -> None:
        """What stands behind a place of the sidebar."""
        self._keys.attempt(lambda: places.change(self._desk, shelf))

    def _import(self, files: Sequence[Path]) -> None:
        dropping.take(self._desk, files)

    def _keep(self) -> None:
        """Before the window closes: the note, the place, the screen."""
        self._parts.notes.flush()
        standing = self._reading.resuming.kept()
        self._reading.flush()
        tabs = self._reading.tabs.kept()
        self._reading.put_away()
        rows = self._around.rows
        screen = Remembered(rows.shelf(), self._window.kept_sizes(), rows.left.kept(), rows.orders)
        self._desk.write(lambda: remembered.remember(self._rooms.changes, screen), lambda _: None)
        self._keep_tabs(tabs)
        self._keep_standing(standing)

    def _keep_tabs(self, tabs: dict[str, Any]) -> None:
        self._desk.write(lambda: tabbing.keep(self._rooms.changes, tabs), lambda _: None)

    def _keep_standing(self, standing: dict[str, Any]) -> None:
        self._desk.write(lambda: resuming.keep(self._rooms.changes, standing), lambda _: None)
