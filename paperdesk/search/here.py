"""Search without a window: bring the index up to date, briefly, and answer."""

import time
from collections.abc import Callable

from paperdesk.domain.errors import StorageError
from paperdesk.domain.hit import Answer
from paperdesk.infra.database import Database, translated
from paperdesk.infra.paths import Home
from paperdesk.search import drain, searcher
from paperdesk.search.extraction import ClosablePages

PATIENCE = 5.0
"""Seconds for which a search first indexes what waits."""

_LOCKED = 0.2


class SearchHere:
    """The index of a library, used by this process itself.

    `start` starts a PDF worker, should pages wait to be read.
    """

    def __init__(self, home: Home, database: Database, start: Callable[[], ClosablePages]) -> None:
        self._home = home
        self._database = database
        self._start = start
        self.trouble = ""
        """Why what waits could not be indexed before the last search."""

    def search(self, text: str, limit: int | None = None) -> Answer:
        """The best hits, after what waits has been indexed for a few seconds."""
        self.trouble = ""
        try:
            with translated(self._home.index):
                self.drain(PATIENCE)
        except StorageError as error:
            # On a disk that takes nothing, what is indexed can still be found.
            self.trouble = str(error)
        found = searcher.Searcher(self._home, self._database.read())
        try:
            return found.search(text, limit or self._most(), typing=False)
        finally:
            found.close()

    def drain(self, seconds: float | None = None, *, rebuild: bool = False) -> int:
        """Index what waits, to the end or for so long; how many still wait.

        Where another process is at it, that one is waited for.
        """
        end = None if seconds is None else time.monotonic() + seconds
        work = drain.Drain(self._home, self._database.read, self._start)
        try:
            while rebuild and not work.rebuild():
                time.sleep(_LOCKED)
            while work.needed() and (end is None or time.monotonic() < end):
                left = None if end is None else end - time.monotonic()
                if not work.run(left, lambda: True):
                    time.sleep(_LOCKED)
            return work.waiting()
        finally:
            work.close()

    def _most(self) -> int:
        """As many hits as there can be, roughly."""
        row = self._database.read().execute("SELECT count(*) FROM paper").fetchone()
        return max(100, 4 * int(row[0]))
