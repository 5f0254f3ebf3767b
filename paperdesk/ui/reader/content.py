"""The words and links of the pages that are in sight, fetched when they are."""

from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from paperdesk.domain.errors import PaperDeskError
from paperdesk.domain.pages import Document, Link, Links, Pages, PageSize, Ticket, Word, Words
from paperdesk.reader.layout import Point
from paperdesk.reader.selection import PageText

HELD = 40
"""Pages whose words are kept."""

_URGENCY = 150


class Content(QObject):
    """Words and links by page; what is not here yet is None or empty.

    Signals: `arrived` (a page's words or links are here).
    """

    arrived = Signal(int)

    def __init__(self, pages: Pages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pages = pages
        self._document: Document | None = None
        self._sizes: Sequence[PageSize] = ()
        self._texts: OrderedDict[int, PageText] = OrderedDict()
        self._links: dict[int, tuple[Link, ...]] = {}
        self._tickets: dict[int, tuple[Ticket, Ticket]] = {}

    def show(self, document: Document | None, sizes: Sequence[PageSize] = ()) -> None:
        """Begin with another document, or with none."""
        for tickets in self._tickets.values():
            for ticket in tickets:
                ticket.cancel()
        self._tickets.clear()
        self._texts.clear()
        self._links.clear()
        self._document = document
        self._sizes = sizes

    def need(self, pages: Iterable[int], urgency: int = _URGENCY) -> None:
        """Fetch the words and links of these pages, where that was not done."""
        if self._document is None:
            return
        for page in pages:
            if page not in self._tickets:
                self._ask(self._document, page, urgency)

    def text(self, page: int) -> PageText | None:
        """The words of a page, if they are here."""
        return self._texts.get(page)

    def texts(self) -> Mapping[int, PageText]:
        """The words of all pages that are here."""
        return self._texts

    def links(self, page: int) -> tuple[Link, ...]:
        """The links of a page, as far as they are here."""
        return self._links.get(page, ())

    def linked(self, pages: Iterable[int]) -> bool:
        """Whether the links of these pages are here."""
        return all(page in self._links for page in pages)

    def link(self, point: Point) -> Link | None:
        """The link under a point."""
        for link in self._links.get(point.page, ()):
            left, top, right, bottom = link.box
            if left <= point.x <= right and top <= point.y <= bottom:
                return link
        return None

    def _ask(self, document: Document, page: int, urgency: int) -> None:
        self._tickets[page] = (
            self._pages.ask(
                Words(document, page),
                partial(self._take_words, page),
                self._miss,
                urgency=urgency,
            ),
            self._pages.ask(
                Links(document, page),
                partial(self._take_links, page),
                self._miss,
                urgency=urgency - 1,
            ),
        )

    def _take_words(self, page: int, words: tuple[Word, ...]) -> None:
        size = self._sizes[page]
        self._texts[page] = PageText(page, words, size.label, size.height)
        while len(self._texts) > HELD:
            oldest, _ = self._texts.popitem(last=False)
            self._links.pop(oldest, None)
            self._tickets.pop(oldest, None)
        self.arrived.emit(page)

    def _take_links(self, page: int, links: tuple[Link, ...]) -> None:
        self._links[page] = links
        self.arrived.emit(page)

    def _miss(self, error: PaperDeskError) -> None:
        """A page without words can be read all the same; its card says what is wrong."""
