"""Remembers when somebody was last here, so that what came since can be told."""

import time

from PySide6.QtCore import QObject

from paperdesk.app.build import Rooms
from paperdesk.app.desktop.parts import Parts
from paperdesk.infra.jobs import Jobs, Lane, aside
from paperdesk.library import Visits

OFTEN = 60.0
"""Seconds within which a second sign of somebody is not written down."""


class Visiting(QObject):
    """Hears of each row that is gone to while the window has the keys, and of its closing."""

    def __init__(self, parts: Parts, rooms: Rooms, jobs: Jobs) -> None:
        super().__init__(parts.window)
        self._window = parts.window
        self._visits = Visits(rooms.changes)
        self._readonly = rooms.database.readonly
        self._jobs = jobs
        self._noted = 0.0
        parts.papers.cursor_moved.connect(lambda _: self._moved())
        parts.window.closing.connect(self.note)

    def _moved(self) -> None:
        """A refresh moves the cursor too, with nobody there."""
        if self._window.isActiveWindow():
            self.note()

    def note(self) -> None:
        """Somebody is here."""
        now = time.time()
        if not self._readonly and not 0 <= now - self._noted < OFTEN:
            self._noted = now
            aside(self._jobs, Lane.WRITE, lambda: self._visits.come(now))
