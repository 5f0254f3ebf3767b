"""Asks the workers where a text stands, a few pages at a time, nearest first."""

from collections import deque
from functools import partial

from PySide6.QtCore import QObject, Signal

from paperdesk.domain.errors import Cancelled, PaperDeskError
from paperdesk.domain.note import Place
from paperdesk.domain.pages import Document, Find, Match, Pages, Ticket, Word, Words
from paperdesk.reader.finding import Hits, chunks, marked

AT_ONCE = 2
"""Requests on their way together, one for each worker."""

_URGENCY = 160


class Finder(QObject):
    """The search in one document, and the hits it has so far.

    Signals: `changed` (hits, current hit or progress), `reached` (a `Match` to
    show) and `problem` (a sentence).
    """

    changed = Signal()
    reached = Signal(object)
    problem = Signal(str)

    def __init__(self, pages: Pages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.hits = Hits()
        self.needle = ""
        self._pages = pages
        self._document: Document | None = None
        self._count = 0
        self._waiting: deque[tuple[int, int]] = deque()
        self._tickets: dict[int, Ticket] = {}

    @property
    def busy(self) -> bool:
        """Whether pages are still to be searched."""
        return bool(self._tickets or self._waiting)

    def show(self, document: Document | None, pages: int = 0) -> None:
        """Begin with another document, or with none."""
        self._document, self._count = document, pages
        self.stop()

    def stop(self) -> None:
        """Forget the search and its hits."""
        self._begin("", Place())
        self.changed.emit()

    def seek(self, needle: str, origin: Place) -> None:
        """Search for a text, from a place on; an earlier search is cancelled."""
        self._begin(needle, origin)
        if needle and self._document is not None:
            self._waiting.extend(chunks(self._count, origin.page))
            self._ask()
        self.changed.emit()

    def step(self, direction: int) -> None:
        """Show the next hit (1), or the one before (-1)."""
        match = self.hits.step(direction)
        if match is not None:
            self.changed.emit()
            self.reached.emit(match)

    def mark(self, page: int, terms: tuple[str, ...]) -> None:
        """Mark the words of a page that begin with these terms, and show the first."""
        self._begin("", Place(page))
        if self._document is not None:
            done = partial(self._take_words, page, terms)
            request = Words(self._document, page)
            self._tickets[page] = self._pages.ask(request, done, self._miss, urgency=_URGENCY)

    def _begin(self, needle: str, origin: Place) -> None:
        for ticket in self._tickets.values():
            ticket.cancel()
        self._tickets.clear()
        self._waiting.clear()
        self.needle = needle
        self.hits = Hits(origin.page, origin.top)

    def _ask(self) -> None:
        while self._document is not None and self._waiting and len(self._tickets) < AT_ONCE:
            first, last = self._waiting.popleft()
            self._tickets[first] = self._pages.ask(
                Find(self._document, self.needle, first, last),
                partial(self._take, first),
                partial(self._lose, first),
                urgency=_URGENCY,
            )

    def _take(self, first: int, found: tuple[Match, ...]) -> None:
        self._tickets.pop(first, None)
        self.hits.add(found)
        self._ask()
        self._choose()

    def _take_words(self, page: int, terms: tuple[str, ...], words: tuple[Word, ...]) -> None:
        self._tickets.pop(page, None)
        self.hits.add(marked(words, terms, page))
        self._choose()

    def _choose(self) -> None:
        fresh = self.hits.choose([*self._tickets, *(first for first, _ in self._waiting)])
        self.changed.emit()
        if fresh:
            self.reached.emit(self.hits[self.hits.current])

    def _lose(self, first: int, error: PaperDeskError) -> None:
        """A stretch that cannot be searched does not end the search."""
        self._take(first, ())
        if not isinstance(error, Cancelled):
            self.problem.emit(str(error))

    def _miss(self, error: PaperDeskError) -> None:
        self._tickets.clear()
        if not isinstance(error, Cancelled):
            self.problem.emit(str(error))
