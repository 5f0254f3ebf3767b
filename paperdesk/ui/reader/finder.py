"""Asks the workers where a text stands, a few pages at a time, nearest first."""

import time
from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QObject, Signal

from paperdesk.domain.errors import Cancelled, PaperDeskError, Refused
from paperdesk.domain.note import Place
from paperdesk.domain.pages import Document, Find, Match, Pages, Ticket, Words
from paperdesk.reader.finding import Hits, marked
from paperdesk.reader.sought import WHOLE, Scope, Sought
from paperdesk.reader.stretches import Stretch, Stretches

AT_ONCE = 2
"""Requests on their way together, one for each worker."""

MOST = 10_000
"""Hits after which the search ends: nobody steps through more."""

_URGENCY = 190
"""Below the pages that show, above those next to them: one types, and waits for this."""

_NOTHING = Sought()
_NO_HITS = Hits()


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
        self.sought = _NOTHING
        self.scope = WHOLE
        self.complaint = ""
        self.resting = False
        self._pages = pages
        self._document: Document | None = None
        self._count = 0
        self._origin = Place()
        self._stretches = Stretches()
        self._tickets: dict[Stretch, Ticket] = {}

    @property
    def needle(self) -> str:
        """The text that is sought, "" for none."""
        return self.sought.text

    @property
    def shown(self) -> Hits:
        """The hits that are marked on the pages: none while the search rests."""
        return _NO_HITS if self.resting else self.hits

    @property
    def busy(self) -> bool:
        """Whether pages are still to be searched."""
        return bool(self._tickets or self._stretches)

    @property
    def full(self) -> bool:
        """Whether the search ended because there were too many hits."""
        return len(self.hits) >= MOST

    def show(self, document: Document | None, pages: int = 0) -> None:
        """Begin with another document, or with none."""
        self._document, self._count = document, pages
        self.stop()

    def stop(self) -> None:
        """Forget the search and its hits."""
        self._begin(_NOTHING, Place())
        self.changed.emit()

    def rest(self) -> None:
        """Mark nothing, but know the hits: the next step goes on from the current one."""
        if not self.needle:
            self.stop()
            return
        self._pause()
        self.resting = True
        self.changed.emit()

    def wake(self) -> None:
        """Go on where the search came to rest."""
        self.resting = False
        self._ask()
        self.changed.emit()

    def seek(self, sought: Sought, origin: Place, scope: Scope = WHOLE) -> None:
        """Search for a text, from a place on; an earlier search is cancelled.

        One more letter is sought only where the text before was found, and
        where it was not yet looked for.
        """
        pages: Iterable[int] = scope.pages(self._count)
        if sought.narrows(self.sought) and (origin, scope) == (self._origin, self.scope):
            known = self._stretches.pages() | set(self.hits.pages())
            pages = pages if self.full else known
        self._begin(sought, origin, scope)
        if sought.text and self._document is not None:
            self._stretches.begin(pages, origin.page)
            self._ask()
        self.changed.emit()

    def step(self, direction: int) -> None:
        """Show the next hit (1), or the one before (-1)."""
        match = self.hits.step(direction)
        if self.resting:
            self.wake()
        if match is not None:
            self.changed.emit()
            self.reached.emit(match)

    def mark(self, page: int, terms: tuple[str, ...]) -> None:
        """Mark the words of a page that begin with these terms, and show the first."""
        self._begin(_NOTHING, Place(page))
        if self._document is not None:
            here = (page, page)
            self._tickets[here] = self._pages.ask(
                Words(self._document, page),
                lambda words: self._found(here, marked(words, terms, page)),
                partial(self._lose, here),
                urgency=_URGENCY,
            )

    def _begin(self, sought: Sought, origin: Place, scope: Scope = WHOLE) -> None:
        self._end()
        self.sought, self.scope, self._origin = sought, scope, origin
        self.complaint = ""
        self.resting = False
        self.hits = Hits(origin.page, origin.top)

    def _pause(self) -> None:
        """Ask for nothing more for now."""
        for ticket in self._tickets.values():
            ticket.cancel()
        self._tickets.clear()
        self._stretches.pause()

    def _end(self) -> None:
        """Ask for nothing more at all."""
        self._pause()
        self._stretches.begin((), 0)

    def _ask(self) -> None:
        while self._document is not None and len(self._tickets) < AT_ONCE:
            stretch = self._stretches.take()
            if stretch is None:
                return
            how = self.sought
            self._tickets[stretch] = self._pages.ask(
                Find(self._document, how.text, *stretch, how.case, how.words, how.regex),
                partial(self._take, stretch, time.perf_counter()),
                partial(self._lose, stretch),
                urgency=_URGENCY,
            )

    def _take(self, stretch: Stretch, asked: float, found: tuple[Match, ...]) -> None:
        self._stretches.done(stretch, time.perf_counter() - asked)
        self._found(stretch, found)

    def _found(self, stretch: Stretch, found: tuple[Match, ...]) -> None:
        self._tickets.pop(stretch, None)
        self._stretches.done(stretch)
        self.hits.add([match for match in found if match.quads and self.scope.holds(match)])
        if self.full:
            self._end()
        self._ask()
        self._choose()

    def _choose(self) -> None:
        fresh = self.hits.choose(self._stretches.firsts())
        self.changed.emit()
        if fresh:
            self.reached.emit(self.hits[self.hits.current])

    def _lose(self, stretch: Stretch, error: PaperDeskError) -> None:
        """A stretch that cannot be searched does not end the search; a bad pattern does."""
        if self.sought.regex and isinstance(error, Refused):
            self._end()
            self.complaint = str(error)
            self.changed.emit()
            return
        self._found(stretch, ())
        if not isinstance(error, Cancelled):
            self.problem.emit(str(error))
