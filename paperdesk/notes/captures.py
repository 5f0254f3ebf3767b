"""Pictures of areas that were marked, as sharp as print; made again when they are lost."""

import re
import zlib
from pathlib import Path

from paperdesk.domain.errors import PaperDeskError
from paperdesk.domain.note import Highlight, HighlightId, Kind, Quad
from paperdesk.domain.pages import Document, Pages, Render
from paperdesk.infra import png
from paperdesk.infra.paths import Home

DOTS = 200
"""Dots an inch."""

_MOST = 12_000_000
"""Dots of a picture; a larger area is drawn a little coarser."""

_POINTS = 72.0
_UNSAFE = re.compile(r"[^A-Za-z0-9_-]")


class Captures:
    """The picture of each marked area, in a file of the data folder."""

    def __init__(self, home: Home, pages: Pages) -> None:
        self._home = home
        self._pages = pages

    def path(self, mark: Highlight) -> Path:
        """Where the picture of an area is, or will be: the same area has the same name."""
        place = f"{mark.anchor.page} {mark.anchor.quads[:1]} {mark.edition}"
        name = f"{_safe(mark.id)}-{zlib.crc32(place.encode()):08x}.png"
        return self._home.captures / str(int(mark.paper)) / name

    def make(self, mark: Highlight, document: Document) -> Path:
        """The picture of an area, drawn now if it is not there; never on the window's thread."""
        path = self.path(mark)
        if not path.is_file():
            anchor = mark.anchor
            scale = density(anchor.quads[0])
            picture = self._pages.call(Render(document, anchor.page, scale, anchor.quads[0]))
            try:
                drawn = png.png(
                    picture.pixels,
                    picture.width,
                    picture.height,
                    picture.stride,
                    scale * _POINTS,
                )
            finally:
                picture.release()
            png.write(path, drawn)
        return path

    def made(self, mark: Highlight, document: Document | None) -> Path | None:
        """The picture of an area if it is there or can be drawn; None for all other marks."""
        if mark.kind is not Kind.AREA or not mark.anchor.quads:
            return None
        if document is None:
            return self.path(mark) if self.path(mark).is_file() else None
        try:
            return self.make(mark, document)
        except PaperDeskError:
            return None


def density(quad: Quad) -> float:
    """Dots a point for an area: as in print, as long as memory is sure to do."""
    size = max((quad[2] - quad[0]) * (quad[3] - quad[1]), 1.0)
    return min(DOTS / _POINTS, float((_MOST / size) ** 0.5))


def _safe(mark: HighlightId) -> str:
    """An id as a file name, whoever made it up."""
    return _UNSAFE.sub("_", mark)[:80] or "_"
