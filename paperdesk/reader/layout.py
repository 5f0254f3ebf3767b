"""Where the pages lie on one long sheet, and which line of them is at a spot.

Pages stand in rows of one or more columns; facing pages meet at the spine.
Lengths of the sheet are whole pixels of the screen at 1×; lengths on a page
are points of the page as it is, however it is turned (see `reader.leaves`).
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from paperdesk.domain.arrangement import PLAIN, Arrangement
from paperdesk.domain.note import Place, Quad
from paperdesk.domain.pages import PageSize
from paperdesk.reader.leaves import leaves

MARGIN = 14
"""Pixels between a page and the edge of the sheet."""

GAP = 12
"""Pixels between two pages."""

SPINE = 2
"""Pixels between two pages that face each other."""

SMALLEST, LARGEST = 0.1, 8.0
"""The bounds of the zoom, in pixels a point."""

_FACING = 2


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


def bounded(zoom: float) -> float:
    """A zoom that is allowed, next to the one wished for."""
    return min(max(zoom, SMALLEST), LARGEST)


def side_by_side(arrangement: Arrangement, pages: int) -> int:
    """How many columns there are: no more than pages."""
    return max(1, min(arrangement.columns, pages))


def between(columns: int) -> int:
    """Pixels between two pages of a row."""
    return SPINE if columns == _FACING else GAP


class Layout:
    """The pages of a document in rows, at one zoom."""

    def __init__(
        self,
        pages: Sequence[PageSize],
        zoom: float,
        view_width: int,
        arrangement: Arrangement = PLAIN,
        texts: Sequence[Quad] = (),
    ) -> None:
        """`texts` are the boxes of what is printed on each page, where known."""
        self.pages = pages
        self.zoom = zoom
        self.arrangement = arrangement
        self.leaves = leaves(pages, arrangement, texts)
        self._columns = side_by_side(arrangement, len(pages))
        self._skipped = self._columns - 1 if arrangement.cover else 0
        self._widths = [_pixels(leaf.shown[2] - leaf.shown[0], zoom) for leaf in self.leaves]
        self._heights = [_pixels(leaf.shown[3] - leaf.shown[1], zoom) for leaf in self.leaves]
        columns = self._column_widths()
        needed = sum(columns) + (len(columns) - 1) * between(self._columns)
        self.width = max(view_width, needed + 2 * MARGIN)
        self._lefts = _starts((self.width - needed) // 2, columns, between(self._columns))
        self._across = columns
        self._depths = [max(self._heights[page] for page in row) for row in self._rows()]
        self._tops = _starts(MARGIN, self._depths, GAP)
        self.height = MARGIN + sum(depth + GAP for depth in self._depths) - GAP + MARGIN

    def __len__(self) -> int:
        return len(self._widths)

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return len(self._tops)

    def row(self, page: int) -> int:
        """The row that a page stands in."""
        return (page + self._skipped) // self._columns

    def row_pages(self, row: int) -> range:
        """The pages of a row."""
        first = row * self._columns - self._skipped
        return range(max(first, 0), min(first + self._columns, len(self)))

    def box(self, page: int) -> Box:
        """Where a page lies on the sheet: what is shown of it."""
        width = self._widths[page]
        column = (page + self._skipped) % self._columns
        left, spare = self._lefts[column], self._across[column] - width
        if self._columns == _FACING:
            left += 0 if column else spare
        else:
            left += spare // 2
        return Box(left, self._tops[self.row(page)], width, self._heights[page])

    def whole(self, page: int) -> Box:
        """Where the whole page would lie, its trimmed margins included."""
        leaf, box = self.leaves[page], self.box(page)
        left = box.left - round(leaf.shown[0] * self.zoom)
        top = box.top - round(leaf.shown[1] * self.zoom)
        return Box(left, top, _pixels(leaf.width, self.zoom), _pixels(leaf.height, self.zoom))

    def row_at(self, y: float) -> int:
        """The row at a height; the gap above a row belongs to it."""
        return min(max(bisect_right(self._tops, y + GAP) - 1, 0), max(self.rows - 1, 0))

    def visible(self, top: float, bottom: float) -> range:
        """The pages of the rows that show between two heights."""
        if not self._tops:
            return range(0)
        first = self.row_at(top)
        if self._tops[first] + self._depths[first] <= top:
            first += 1
        last = bisect_right(self._tops, bottom - 1)
        start = self.row_pages(first).start if first < self.rows else len(self)
        return range(start, self.row_pages(last - 1).stop if last > first else start)

    def point(self, x: float, y: float) -> Point:
        """The point of the nearest page of the row at a spot."""
        row = self.row_pages(self.row_at(y))
        page = next((page for page in reversed(row) if self.box(page).left <= x), row.start)
        whole = self.whole(page)
        across, down = (x - whole.left) / self.zoom, (y - whole.top) / self.zoom
        return Point(page, *self.leaves[page].untouched(across, down))

    def spot(self, point: Point) -> tuple[float, float]:
        """The spot of the sheet where a point of a page lies."""
        whole = self.whole(point.page)
        x, y = self.leaves[point.page].turned(point.x, point.y)
        return whole.left + x * self.zoom, whole.top + y * self.zoom

    def area(self, page: int, quad: Quad) -> tuple[float, float, float, float]:
        """Left, top, width and height on the sheet of a box on a page."""
        return self.areas(page, (quad,))[0]

    def areas(self, page: int, quads: Sequence[Quad]) -> list[tuple[float, float, float, float]]:
        """Left, top, width and height on the sheet of each of some boxes on a page."""
        whole, zoom, turned = self.whole(page), self.zoom, self.leaves[page].turned_box
        return [
            (whole.left + left * zoom, whole.top + top * zoom,
             (right - left) * zoom, (bottom - top) * zoom)
            for left, top, right, bottom in map(turned, quads)
        ]  # fmt: skip

    def place(self, x: int, y: int) -> Place:
        """The place of a window whose top left corner is at a spot."""
        at = self.point(x, y)
        return Place(at.page, at.y, at.x, self.zoom)

    def corner(self, place: Place) -> tuple[int, int]:
        """Where the top left corner of the window is, at a place."""
        page = min(max(place.page, 0), max(len(self) - 1, 0))
        x, y = self.spot(Point(page, place.left, place.top))
        # A line in a margin that is cut off now is where the page begins, or ends.
        row = self.row(page)
        first, last = self._tops[row] - MARGIN, self._tops[row] + self._depths[row]
        if row == self.rows - 1:
            last = self.height
        return round(x), min(max(round(y), first), last)

    def _column_widths(self) -> list[int]:
        """How wide each column is: as wide as its widest page."""
        widths = [0] * self._columns
        for page, width in enumerate(self._widths):
            column = (page + self._skipped) % self._columns
            widths[column] = max(widths[column], width)
        return widths

    def _rows(self) -> list[range]:
        count = self.row(len(self) - 1) + 1 if len(self) else 0
        return [self.row_pages(row) for row in range(count)]


def _pixels(points: float, zoom: float) -> int:
    return max(1, round(points * zoom))


def _starts(first: int, lengths: Sequence[int], gap: int) -> list[int]:
    """Where each of several lengths begins, one after the other."""
    steps = [length + gap for length in lengths]
    return list(accumulate(steps[:-1], initial=first)) if steps else []
