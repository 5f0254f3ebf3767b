"""Has the margins of the open paper measured, once they are to be cut off."""

from collections import deque
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from paperdesk.domain.arrangement import Fit
from paperdesk.domain.errors import PaperDeskError
from paperdesk.domain.extent import Extent, Extents
from paperdesk.domain.note import Place, Quad
from paperdesk.domain.pages import Document, Pages, PageSize, Ticket
from paperdesk.reader.trimming import sample, text_boxes
from paperdesk.ui.reader.scroller import Scroller

AT_ONCE = 2
"""Pages measured together, one for each worker."""

_AWAITED, _IDLE = 180, 5
"""The sample is waited for; the rest is measured when nothing else is wanted."""


class Margins(QObject):
    """Measures a sample of the pages, then all; the scroller is told after each.

    Signals: `measured` (the document, and the part of each page that is kept:
    all pages are known now).
    """

    measured = Signal(object, object)

    def __init__(self, pages: Pages, scroller: Scroller, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.recall: Callable[[Document], Sequence[Quad] | None] = lambda _: None
        """What was measured of a document on an earlier day, if anything was."""
        self._pages = pages
        self._scroller = scroller
        self._document: Document | None = None
        self._sizes: Sequence[PageSize] = ()
        self._begun = False
        self._extents: dict[int, Extent] = {}
        self._first: set[int] = set()
        self._waiting: deque[int] = deque()
        self._tickets: dict[int, Ticket] = {}
        scroller.zoomed.connect(self._look)

    def show(self, document: Document | None, sizes: Sequence[PageSize] = ()) -> None:
        """Begin with another document, or with none."""
        for ticket in self._tickets.values():
            ticket.cancel()
        self._tickets.clear()
        self._waiting.clear()
        self._extents.clear()
        self._begun = False
        self._document, self._sizes = document, sizes

    def _look(self) -> None:
        """Begin to measure as soon as the margins matter."""
        if self._document is not None and not self._begun and _matter(self._scroller.place):
            self._begun = True
            known = self.recall(self._document)
            if known is not None and len(known) == len(self._sizes):
                self._scroller.set_texts(known)
            else:
                self._measure()

    def _measure(self) -> None:
        pages = len(self._sizes)
        first = sample(pages, self._scroller.place.page)
        self._first = set(first)
        self._waiting.extend(first)
        self._waiting.extend(page for page in range(pages) if page not in self._first)
        self._ask()

    def _ask(self) -> None:
        while self._document is not None and self._waiting and len(self._tickets) < AT_ONCE:
            page = self._waiting.popleft()
            self._tickets[page] = self._pages.ask(
                Extents(self._document, page),
                partial(self._take, page),
                partial(self._miss, page),
                urgency=_AWAITED if page in self._first else _IDLE,
            )

    def _take(self, page: int, extent: Extent) -> None:
        self._extents[page] = extent
        self._go_on(page)

    def _miss(self, page: int, _error: PaperDeskError) -> None:
        """A page that cannot be measured is trimmed like the others."""
        self._go_on(page)

    def _go_on(self, page: int) -> None:
        del self._tickets[page]
        self._ask()
        over = not self._tickets
        if page in self._first:
            self._first.remove(page)
            if not self._first and not over:
                self._tell()
        if over:
            self.measured.emit(self._document, self._tell())

    def _tell(self) -> tuple[Quad, ...]:
        texts = text_boxes(self._sizes, self._extents)
        self._scroller.set_texts(texts)
        return texts


def _matter(place: Place) -> bool:
    return place.arrangement.trim or (not place.zoom and place.fit is Fit.TEXT)
