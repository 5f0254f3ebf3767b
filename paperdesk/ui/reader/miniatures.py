"""Small pictures of pages: drawn when they show, kept up to a number of bytes."""

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QImage, QPixmap

from paperdesk.domain.dress import WHITE, Dress
from paperdesk.domain.errors import PaperDeskError
from paperdesk.domain.pages import Document, Pages, PageSize, Picture, Render, Ticket

CAP = 24 * 2**20
"""Bytes of one paper's miniatures."""

_BYTES_A_DOT = 4
_URGENCY = 20
"""Below what is read, and what is sought."""


class Miniatures(QObject):
    """The miniatures of one document, by page.

    Signals: `arrived` (a page's picture is here).
    """

    arrived = Signal(int)

    def __init__(self, pages: Pages, room: QSize, parent: QObject | None = None) -> None:
        """`room` is what a miniature may take, in pixels at 1×."""
        super().__init__(parent)
        self.cap = CAP
        self.bytes = 0
        self._workers = pages
        self._room = room
        self._document: Document | None = None
        self._sizes: Sequence[PageSize] = ()
        self._dress: Dress | None = None
        self._held: OrderedDict[int, QPixmap] = OrderedDict()
        self._tickets: dict[int, Ticket] = {}
        self._bad: set[int] = set()

    def show(self, document: Document | None, sizes: Sequence[PageSize] = ()) -> None:
        """Begin with another document, or with none."""
        self.rest()
        self._bad.clear()
        self._document, self._sizes = document, sizes

    def wear(self, dress: Dress) -> None:
        """Draw the pages in these colours from now on."""
        worn = None if dress == WHITE else dress
        if worn != self._dress:
            self._dress = worn
            self.rest()

    def rest(self) -> None:
        """Hold nothing and want nothing, until wished for again."""
        self._forget(list(self._tickets))
        self._held.clear()
        self.bytes = 0

    def size(self, page: int) -> QSize:
        """How large a page's miniature is, in pixels at 1×."""
        paper = self._sizes[page]
        scale = self._scale(page)
        return QSize(max(1, round(paper.width * scale)), max(1, round(paper.height * scale)))

    def picture(self, page: int) -> QPixmap | None:
        """A page's miniature, if it is here; it counts as used now."""
        if page in self._held:
            self._held.move_to_end(page)
        return self._held.get(page)

    def want(self, pages: Iterable[int], ratio: float) -> None:
        """Draw these pages, at so many dots a pixel, instead of those wanted before."""
        wanted = [page for page in pages if page in range(len(self._sizes))]
        self._forget([page for page in self._tickets if page not in wanted])
        if self._document is None:
            return
        for page in wanted:
            known = self.picture(page)
            sharp = known is not None and known.devicePixelRatioF() == ratio
            if not sharp and page not in self._tickets and page not in self._bad:
                self._ask(self._document, page, ratio)

    def _ask(self, document: Document, page: int, ratio: float) -> None:
        scale = self._scale(page) * ratio
        self._tickets[page] = self._workers.ask(
            Render(document, page, scale, dress=self._dress),
            partial(self._take, page, ratio),
            partial(self._miss, page),
            urgency=_URGENCY,
        )

    def _scale(self, page: int) -> float:
        paper = self._sizes[page]
        return min(self._room.width() / paper.width, self._room.height() / paper.height)

    def _take(self, page: int, ratio: float, picture: Picture) -> None:
        self._tickets.pop(page, None)
        drawn = QImage(
            picture.pixels,
            picture.width,
            picture.height,
            picture.stride,
            QImage.Format.Format_RGB888,
        )
        made = QPixmap.fromImage(drawn.copy())
        made.setDevicePixelRatio(ratio)
        del drawn  # it looks at the picture's bytes, which go now
        picture.release()
        self._put(page, made)
        self.arrived.emit(page)

    def _put(self, page: int, made: QPixmap) -> None:
        former = self._held.pop(page, None)
        self.bytes += _weight(made) - (_weight(former) if former is not None else 0)
        self._held[page] = made
        while self.bytes > self.cap and len(self._held) > 1:
            self.bytes -= _weight(self._held.popitem(last=False)[1])

    def _miss(self, page: int, _error: PaperDeskError) -> None:
        """A page that cannot be drawn stays an empty sheet; the reader says why."""
        self._tickets.pop(page, None)
        self._bad.add(page)

    def _forget(self, pages: Iterable[int]) -> None:
        for page in pages:
            self._tickets.pop(page).cancel()


def _weight(picture: QPixmap) -> int:
    return picture.width() * picture.height() * _BYTES_A_DOT
