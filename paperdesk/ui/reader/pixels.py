"""The pixels of drawn pages that are held, up to a number of bytes."""

from collections import OrderedDict, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtGui import QImage

from paperdesk.domain.pages import Picture
from paperdesk.reader.wishes import Piece

CAP = 128 * 2**20
"""Bytes of one view. There are two at most, and a tab that is not shown holds none: all
papers together hold 256 MB.
"""


class _Held:
    """A picture and the image that looks at its bytes without a copy."""

    def __init__(self, picture: Picture) -> None:
        self.size = picture.stride * picture.height
        self.image = QImage(
            picture.pixels,
            picture.width,
            picture.height,
            picture.stride,
            QImage.Format.Format_RGB888,
        )
        self._picture = picture

    def release(self) -> None:
        """Give the memory back; the image goes first, it would dangle."""
        self.image = QImage()
        self._picture.release()


class Pixels:
    """Drawn pieces of pages, the longest unused dropped first."""

    def __init__(self, cap: int = CAP) -> None:
        self.cap = cap
        self.bytes = 0
        self._held: OrderedDict[Piece, _Held] = OrderedDict()
        self._by_page: defaultdict[int, set[Piece]] = defaultdict(set)

    def __contains__(self, piece: Piece) -> bool:
        return piece in self._held

    def __len__(self) -> int:
        return len(self._held)

    def has_page(self, page: int) -> bool:
        """Whether there is any picture of a page."""
        return page in self._by_page

    def image(self, piece: Piece) -> QImage | None:
        """The picture of a piece, which counts as used now."""
        held = self._held.get(piece)
        if held is None:
            return None
        self._held.move_to_end(piece)
        return held.image

    def pieces(self, page: int) -> Iterable[Piece]:
        """All that is held of a page."""
        return self._by_page.get(page, ())

    def put(self, piece: Piece, picture: Picture) -> None:
        """Hold a picture; what no longer fits goes."""
        self._drop(piece)
        held = _Held(picture)
        self._held[piece] = held
        self._by_page[piece.page].add(piece)
        self.bytes += held.size
        while self.bytes > self.cap and len(self._held) > 1:
            self._drop(next(iter(self._held)))

    def drop_if(self, unwanted: Callable[[Piece], bool], page: int) -> None:
        """Let go of what is not needed any more of a page."""
        for piece in [piece for piece in self.pieces(page) if unwanted(piece)]:
            self._drop(piece)

    def set_aside(self) -> None:
        """Let all that is held only stand in, until it was drawn anew."""
        for piece in [piece for piece in self._held if not piece.former]:
            aside = replace(piece, former=True)
            self._drop(aside)
            self._held[aside] = self._held.pop(piece)
            self._by_page[piece.page] ^= {piece, aside}

    def clear(self) -> None:
        """Let go of everything."""
        for piece in list(self._held):
            self._drop(piece)

    def _drop(self, piece: Piece) -> None:
        held = self._held.pop(piece, None)
        if held is None:
            return
        self.bytes -= held.size
        self._by_page[piece.page].discard(piece)
        if not self._by_page[piece.page]:
            del self._by_page[piece.page]
        held.release()
