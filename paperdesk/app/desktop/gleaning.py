"""Papers are read for what they say of themselves, a few at a time, beside the window."""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from paperdesk.app.build import Rooms
from paperdesk.domain.errors import PaperDeskError
from paperdesk.domain.events import FactsRead, PapersChanged
from paperdesk.domain.query import asks_for_facts, parse
from paperdesk.domain.shelf import Shelf
from paperdesk.infra.jobs import Jobs, Lane

GATHER = 300
"""Milliseconds without an arrival, before what has arrived is read.

*Why not meanwhile:* both run Python beside the window, which waits for each of them.
"""

LATER = 2_000
"""Milliseconds after which it is tried again, where it could not be written."""

LONGEST = 20.0
"""Seconds for which arrivals may put that off."""

PAUSE = 60
"""… between two batches, in which others may write."""


class Gleaning(QObject):
    """Reads what is new, and asks again for a list that is about what was read."""

    def __init__(
        self,
        rooms: Rooms,
        jobs: Jobs,
        shelf: Callable[[], Shelf],
        reload: Callable[[], None],
        parent: QObject,
    ) -> None:
        """`shelf` tells which list is shown, its sort with it; `reload` asks for it again."""
        super().__init__(parent)
        self._rooms = rooms
        self._jobs = jobs
        self._shelf = shelf
        self._reload = reload
        self._reading = False
        self._again = False
        self._concerns = False
        self._first = 0.0
        self._soon = QTimer(self, singleShot=True, interval=GATHER)
        self._soon.timeout.connect(self._read)
        rooms.bus.listen(PapersChanged, lambda _: self.wake())
        rooms.bus.listen(FactsRead, lambda _: self._heard())

    def wake(self) -> None:
        """Look soon whether there is something to read."""
        if self._reading:
            self._again = True
            return
        if not self._soon.isActive():
            self._first = time.monotonic()
        if time.monotonic() - self._first < LONGEST:
            self._soon.start(GATHER)

    def stop(self) -> None:
        """Read no more: the program ends."""
        self._soon.stop()
        self._soon.timeout.disconnect()

    def _read(self) -> None:
        self._reading = True
        job = self._jobs.new("Facts", quiet=True)
        self._jobs.start(job, Lane.WRITE, lambda _: self._some(), self._done, self._failed)

    def _some(self) -> bool:
        """Read a few, if there are any: a look costs no transaction."""
        return self._rooms.facts.waiting() and self._rooms.facts.read_some()

    def _done(self, more: bool) -> None:  # noqa: FBT001
        self._reading = False
        if more or self._again:
            self._first = time.monotonic()
            self._soon.start(GATHER if self._again else PAUSE)
            self._again = False
        elif self._concerns:
            self._concerns = False
            self._reload()

    def _failed(self, _: PaperDeskError) -> None:
        """Somebody else is writing, or the disk is full: it is tried again."""
        self._reading = False
        self._soon.start(LATER)

    def _heard(self) -> None:
        """A list that is found or sorted by facts is another now; told once all are read."""
        shelf = self._shelf()
        self._concerns = shelf.sort is not None or asks_for_facts(parse(shelf.query))
