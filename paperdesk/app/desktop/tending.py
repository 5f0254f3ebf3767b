"""Asks the sources in time: one at a time of each host, and none while offline."""

import time

from PySide6.QtCore import QObject, QTimer

from paperdesk.app.build import Rooms
from paperdesk.app.desktop.parts import Parts
from paperdesk.commands import feed
from paperdesk.commands.desk import Desk
from paperdesk.domain.feed import Source, SourceId
from paperdesk.feeds import by_host
from paperdesk.infra.jobs import Job, Jobs, Lane, aside

LOOK = 20_000
"""Milliseconds between two looks at what is due; after a sleep, the first makes up for it."""

BEGIN = 2_000
"""Milliseconds after the first paint before anything is asked."""

AGAIN = 60.0
"""Seconds within which nothing is asked twice, whatever could be kept of the first time."""


class Tending(QObject):
    """Looks at the clock, and lets what is due be fetched; `desk` is given before `start`."""

    desk: Desk

    def __init__(self, parts: Parts, rooms: Rooms, jobs: Jobs) -> None:
        super().__init__(parts.window)
        self._parts = parts
        self._rooms = rooms
        self._jobs = jobs
        self._asking: dict[str, Job] = {}
        self._asked: dict[SourceId, float] = {}
        self._timer = QTimer(self, interval=LOOK)
        self._timer.timeout.connect(self._look)
        self._show_offline()

    def start(self) -> None:
        """Look from now on, and for the first time when the window has settled."""
        self._timer.start()
        QTimer.singleShot(BEGIN, self, self._look)

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def wake(self) -> None:
        """Look at once: being offline closes what is open, being online makes up for it."""
        self._show_offline()
        if self._rooms.http.offline():
            aside(self._jobs, Lane.TOOLS, self._rooms.http.close)
        elif self._timer.isActive():
            self._look()

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
