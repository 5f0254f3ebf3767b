"""Which marks stand on which page, which one is meant by a point, and which comes next."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import hypot

from paperdesk.domain.note import Anchor, Fate, Highlight, HighlightId, Kind, Quad, Stroke
from paperdesk.reader.layout import Point

Part = tuple[Highlight, Anchor]
"""A mark, and where it stands on one page."""


class Standing:
    """The marks of a document; those that are lost stand nowhere.

    They keep the order in which they are handed in: that of reading.
    """

    def __init__(self, highlights: Iterable[Highlight] = ()) -> None:
        self.all: tuple[Highlight, ...] = tuple(highlights)
        by_page: defaultdict[int, list[Part]] = defaultdict(list)
        for highlight in self.all:
            if highlight.fate is not Fate.LOST:
                for anchor in highlight.anchors:
                    by_page[anchor.page].append((highlight, anchor))
        self._by_page = dict(by_page)

    def on(self, page: int) -> Sequence[Part]:
        """What stands on a page."""
        return self._by_page.get(page, ())

    def find(self, wanted: HighlightId | None) -> Highlight | None:
        """A mark by its id."""
        return next((each for each in self.all if each.id == wanted), None)

    def at(self, point: Point, reach: float = 0.0) -> Highlight | None:
        """The mark under a point, the latest made if there are several.

        `reach` is how far beside a thin line one may be. A rectangle is meant
        only where nothing else is: it may be as large as the page.
        """
        here = [part for part in self.on(point.page) if covers(part, point, reach)]
        meant = [part for part in here if part[0].kind is not Kind.AREA] or here
        return max(
            (part[0] for part in reversed(meant)), key=lambda each: each.created, default=None
        )

    def next(self, current: HighlightId | None, point: Point, steps: int) -> Highlight | None:
        """The mark after the current one (1), or the one before (-1).

        Without a current one: the first below a point, or the last above it.
        """
        here = [each for each in self.all if each.fate is not Fate.LOST]
        at = next((row for row, each in enumerate(here) if each.id == current), None)
        if at is not None:
            return here[at + steps] if 0 <= at + steps < len(here) else None
        below = [each for each in here if _begins(each) >= (point.page, point.y)]
        above = [each for each in here if _begins(each) < (point.page, point.y)]
        if steps > 0:
            return min(below, key=_begins, default=None)
        return max(above, key=_begins, default=None)


def covers(part: Part, point: Point, reach: float = 0.0) -> bool:
    """Whether a point is on a mark."""
    highlight, anchor = part
    if highlight.kind is Kind.INK:
        return any(_near(stroke, point, reach) for stroke in highlight.strokes)
    return any(_inside(quad, point) for quad in anchor.quads)


def _begins(highlight: Highlight) -> tuple[int, float]:
    quads = highlight.anchor.quads
    return highlight.anchor.page, min((quad[1] for quad in quads), default=0.0)


def _inside(quad: Quad, point: Point) -> bool:
    return quad[0] <= point.x <= quad[2] and quad[1] <= point.y <= quad[3]


def _near(stroke: Stroke, point: Point, reach: float) -> bool:
    ends = pairwise(stroke) if len(stroke) > 1 else zip(stroke, stroke, strict=True)
    return any(_distance(start, end, point) <= reach for start, end in ends)


def _distance(start: tuple[float, float], end: tuple[float, float], point: Point) -> float:
    """How far a point is from a piece of a line."""
    across, down = end[0] - start[0], end[1] - start[1]
    length = across * across + down * down
    along = ((point.x - start[0]) * across + (point.y - start[1]) * down) / length if length else 0
    at = min(max(along, 0.0), 1.0)
    return hypot(point.x - start[0] - at * across, point.y - start[1] - at * down)
