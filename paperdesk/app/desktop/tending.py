"""Asks the sources in time: one at a time of each host, and none while offline."""

import time
from array import array
from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer

from paperdesk.app.build import Rooms
from paperdesk.app.desktop.parts import Parts
from paperdesk.app.desktop.staying import Staying
from paperdesk.commands import feed
from paperdesk.commands.desk import Desk
from paperdesk.domain.feed import Source, SourceId
from paperdesk.feeds import BATCH, by_host
from paperdesk.infra.jobs import Job, Jobs, Lane, aside

LOOK = 20_000
"""Milliseconds between two looks at what is due; after a sleep, the first makes up for it."""

BEGIN = 2_000
"""Milliseconds after the first paint before anything is asked."""

OLD = 60_000
"""Milliseconds after which it is looked for old papers, first."""

OLD_AGAIN = 6 * 3_600_000
"""Milliseconds until that is done once more."""

AGAIN = 60.0
"""Seconds within which nothing is asked twice, whatever could be kept of the first time."""


class Tending(QObject):
    """Looks at the clock, and lets what is due be fetched.

    `desk` and `staying` are given before `start`.
    """

    desk: Desk
    staying: Staying

    def __init__(self, parts: Parts, rooms: Rooms, jobs: Jobs) -> None:
        super().__init__(parts.window)
        self._parts = parts
        self._rooms = rooms
        self._jobs = jobs
        self._asking: dict[str, Job] = {}
        self._asked: dict[SourceId, float] = {}
        self._timer = QTimer(self, interval=LOOK)
        self._timer.timeout.connect(self._look)
        self._old = QTimer(self, interval=OLD_AGAIN)
        self._old.timeout.connect(self.find_old)
        self._show_offline()

    def start(self) -> None:
        """Look from now on, and for the first time when the window has settled."""
        self._timer.start()
        self._old.start()
        QTimer.singleShot(BEGIN, self, self._look)
        QTimer.singleShot(OLD, self, self.find_old)

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()
        self._old.stop()

    def find_old(self) -> None:
        """Look for papers that are kept long enough, and drop them; not those in sight."""

        def found(papers: "array[int]") -> None:
            seen = frozenset(self._parts.papers.ids())
            self._drop([paper for paper in papers if paper not in seen], 0)

        aside(self._jobs, Lane.READ, self._rooms.tending.droppable, found)

    def _drop(self, papers: Sequence[int], before: int) -> None:
        """Drop a few, then go on: whoever else wants to write comes in between."""
        if not papers:
            if before:
                said = "1 old paper" if before == 1 else f"{before:,} old papers"
                self.desk.view.mention(f"{said} dropped that no source was to keep any longer")
            return
        some, rest = papers[:BATCH], papers[BATCH:]
        work = self._rooms.tending.drop
        aside(
            self._jobs, Lane.WRITE, lambda: work(some), lambda gone: self._drop(rest, before + gone)
        )

    def wake(self) -> None:
        """Look at once: being offline closes what is open, being online makes up for it."""
        self._show_offline()
        if self._rooms.http.offline():
            aside(self._jobs, Lane.TOOLS, self._rooms.http.close)
        elif self._timer.isActive():
            self._look()

    def stay(self, *, on: bool) -> str:
        """Go on in the tray when the window is closed, or no longer; what to say of it."""
        return self.staying.turn(on=on)

    def _show_offline(self) -> None:
        self._parts.activity.show_offline(on=self._rooms.http.offline())

    def _look(self) -> None:
        if not self._rooms.http.offline():
            aside(self._jobs, Lane.READ, self._due, self._ask)

    def _due(self) -> tuple[Source, ...]:
        """What is to be asked; the very first time is the user's to ask for."""
        tending = self._rooms.tending
        setting = int(self._rooms.settings.get("refresh"))
        return tending.due(setting) if tending.begun() else ()

    def _ask(self, due: tuple[Source, ...]) -> None:
        """Ask one source of each host; when it has answered, the next one of that host."""
        now = time.monotonic()
        running = self._jobs.running()
        fresh = [one for one in due if now - self._asked.get(one.id, -AGAIN) >= AGAIN]
        for host, (source, *_) in by_host(fresh).items():
            if self._asking.get(host) in running or self.desk.under_way(source.name):
                continue
            self._asked[source.id] = now
            self._asking[host] = feed.refresh_quietly(self.desk, source, self._look)
