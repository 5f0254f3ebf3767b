"""Gets the pixels that the view wishes for, and takes back what it no longer does."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from paperdesk.domain.dress import WHITE, Dress
from paperdesk.domain.errors import Cancelled, PaperDeskError
from paperdesk.domain.pages import Document, Pages, Picture, Render, Ticket
from paperdesk.reader.layout import Layout
from paperdesk.reader.wishes import Piece, Wish, preview
from paperdesk.ui.reader.pixels import Pixels


class Supply(QObject):
    """Pixels of one document: those here, those on their way, those that failed.

    Signals: `arrived` (a page has new pixels) and `failed` (a page could not be
    drawn, and why).
    """

    arrived = Signal(int)
    failed = Signal(int, str)

    def __init__(self, pages: Pages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.pixels = Pixels()
        self.problems: dict[int, str] = {}
        self._pages = pages
        self.dress: Dress | None = None
        self._document: Document | None = None
        self._tickets: dict[Piece, tuple[int, Ticket]] = {}

    def show(self, document: Document | None) -> None:
        """Begin with another document, or with none."""
        self.rest()
        self.problems.clear()
        self._document = document

    def renew(self, document: Document) -> None:
        """Go on with another edition; what is here stands in meanwhile."""
        self._forget(list(self._tickets))
        self.problems.clear()
        self.pixels.set_aside()
        self._document = document

    def wear(self, dress: Dress | None) -> None:
        """Have the pages drawn in these colours; what is here stands in meanwhile."""
        self.dress = None if dress == WHITE else dress
        self._forget(list(self._tickets))
        self.pixels.set_aside()

    def rest(self) -> None:
        """Hold nothing and want nothing, until wished for again."""
        self._forget(list(self._tickets))
        self.pixels.clear()

    def want(self, wishes: Sequence[Wish], layout: Layout) -> None:
        """Replace all earlier wishes by these."""
        wanted = {wish.piece: wish.urgency for wish in wishes}
        self._forget([piece for piece in self._tickets if piece not in wanted])
        if self._document is None:
            return
        for piece, urgency in wanted.items():
            if piece not in self.pixels and piece.page not in self.problems:
                self._ask(piece, urgency, layout)

    def try_again(self, page: int) -> None:
        """Let a page that failed be asked for once more."""
        if self.problems.pop(page, None) is not None and self._document is not None:
            self._pages.pardon(self._document, page)

    def _ask(self, piece: Piece, urgency: int, layout: Layout) -> None:
        document = self._document
        known = self._tickets.get(piece)
        if document is None or (known is not None and known[0] >= urgency):
            return
        size = layout.pages[piece.page]
        request = Render(
            document, piece.page, piece.scale, piece.clip(size), piece.turns, self.dress
        )
        done = partial(self._take, piece, final=piece != preview(piece.page, size, piece.turns))
        ticket = self._pages.ask(request, done, partial(self._miss, piece), urgency=urgency)
        if known is not None:
            known[1].cancel()
        self._tickets[piece] = urgency, ticket

    def _take(self, piece: Piece, picture: Picture, *, final: bool) -> None:
        self._tickets.pop(piece, None)
        self.pixels.put(piece, picture)
        if final:
            self._tidy(piece)
        self.arrived.emit(piece.page)

    def _tidy(self, piece: Piece) -> None:
        """Let go of what a sharp piece, or the last of the tiles, has replaced."""
        if piece.whole:
            self.pixels.drop_if(lambda old: old != piece, piece.page)
        elif not any(waiting.page == piece.page for waiting in self._tickets):
            self.pixels.drop_if(lambda old: _is_outdone(old, piece), piece.page)

    def _miss(self, piece: Piece, error: PaperDeskError) -> None:
        self._tickets.pop(piece, None)
        if isinstance(error, Cancelled):
            return
        self.problems[piece.page] = str(error)
        self.failed.emit(piece.page, str(error))

    def _forget(self, pieces: Sequence[Piece]) -> None:
        for piece in pieces:
            self._tickets.pop(piece)[1].cancel()


def _is_outdone(old: Piece, tile: Piece) -> bool:
    """Whether the last tile of a page has made a piece of it useless."""
    alike = old.scale == tile.scale and old.turns == tile.turns
    return old.former or (not old.whole and not alike)
