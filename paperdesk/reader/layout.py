"""Where the pages lie in one long column, and which line of them is at a spot.

Lengths of the column are whole pixels of the screen at 1×; lengths on a page
are points.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from paperdesk.domain.note import Place, Quad
from paperdesk.domain.pages import PageSize

MARGIN = 14
"""Pixels between a page and the edge of the column."""

GAP = 12
"""Pixels between two pages."""

SMALLEST, LARGEST = 0.1, 8.0
"""The bounds of the zoom, in pixels a point."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of whole pixels."""

    left: int
    top: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """The first pixel to the right of it."""
        return self.left + self.width

    @property
    def bottom(self) -> int:
        """The first pixel below it."""
        return self.top + self.height


@dataclass(frozen=True, slots=True)
class Point:
    """A point of a page; it may lie outside the paper."""

    page: int
    x: float
    y: float


def fitting(pages: Sequence[PageSize], width: int) -> float:
    """The zoom at which the pages are as wide as the window.

    The most common width counts, so that one fold-out map does not make the
    rest of a book tiny.
    """
    counted = Counter(round(page.width) for page in pages)
    usual = max(counted, key=lambda wide: (counted[wide], wide), default=1)
    return bounded((width - 2 * MARGIN) / max(usual, 1))


def bounded(zoom: float) -> float:
    """A zoom that is allowed, next to the one wished for."""
    return min(max(zoom, SMALLEST), LARGEST)


class Layout:
    """The pages of a document in a column, at one zoom."""

    def __init__(self, pages: Sequence[PageSize], zoom: float, view_width: int) -> None:
        self.pages = pages
        self.zoom = zoom
        self._widths = [max(1, round(page.width * zoom)) for page in pages]
        self._heights = [max(1, round(page.height * zoom)) for page in pages]
        self.width = max(view_width, max(self._widths, default=0) + 2 * MARGIN)
        self._tops: list[int] = []
        below = MARGIN
        for height in self._heights:
            self._tops.append(below)
            below += height + GAP
        self.height = below - GAP + MARGIN

    def __len__(self) -> int:
        return len(self._tops)

    def box(self, page: int) -> Box:
        """Where a page lies in the column."""
        width = self._widths[page]
        return Box((self.width - width) // 2, self._tops[page], width, self._heights[page])

    def page_at(self, y: float) -> int:
        """The page at a height; the gap above a page belongs to it."""
        return min(max(bisect_right(self._tops, y + GAP) - 1, 0), max(len(self) - 1, 0))

    def visible(self, top: float, bottom: float) -> range:
        """The pages that show between two heights."""
        if not self._tops:
            return range(0)
        first = self.page_at(top)
        if self._tops[first] + self._heights[first] <= top:
            first += 1
        return range(first, max(first, bisect_right(self._tops, bottom - 1)))

    def point(self, x: float, y: float) -> Point:
        """The point of a page that lies at a spot of the column."""
        page = self.page_at(y)
        box = self.box(page)
        return Point(page, (x - box.left) / self.zoom, (y - box.top) / self.zoom)

    def spot(self, point: Point) -> tuple[float, float]:
        """The spot of the column where a point of a page lies."""
        box = self.box(point.page)
        return box.left + point.x * self.zoom, box.top + point.y * self.zoom

    def area(self, page: int, quad: Quad) -> tuple[float, float, float, float]:
        """Left, top, width and height in the column of a box on a page."""
        left, top = self.spot(Point(page, quad[0], quad[1]))
        return left, top, (quad[2] - quad[0]) * self.zoom, (quad[3] - quad[1]) * self.zoom

    def place(self, x: int, y: int) -> Place:
        """The place of a window whose top left corner is at a spot."""
        at = self.point(x, y)
        return Place(at.page, at.y, at.x, self.zoom)

    def corner(self, place: Place) -> tuple[int, int]:
        """Where the top left corner of the window is, at a place."""
        page = min(max(place.page, 0), max(len(self) - 1, 0))
        x, y = self.spot(Point(page, place.left, place.top))
        return round(x), round(y)
