"""The zoom at which pages fit the window, and where the window then begins."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from paperdesk.domain.arrangement import Arrangement, Fit
from paperdesk.reader.layout import GAP, MARGIN, Layout, between, bounded, side_by_side
from paperdesk.reader.leaves import Leaf

_FEW = 0.1
"""The share of pages that may have text outside of what is fitted, on either side."""


def fitting(
    leaves: Sequence[Leaf], arrangement: Arrangement, fit: Fit, room: tuple[int, int]
) -> float:
    """The zoom at which a row of pages fits a window of that width and height.

    The most common size counts, so that one fold-out map does not make the
    rest of a book tiny.
    """
    columns = side_by_side(arrangement, len(leaves))
    free = room[0] - 2 * MARGIN - (columns - 1) * between(columns)
    free -= free % columns
    width = _usual(leaf.shown[2] - leaf.shown[0] for leaf in leaves)
    if fit is Fit.TEXT and not arrangement.trim:
        left, right = text_span(leaves)
        return bounded(free / max(width * (columns - 1) + right - left, 1))
    if fit is Fit.PAGE:
        height = _usual(leaf.shown[3] - leaf.shown[1] for leaf in leaves)
        return bounded(min(free / max(width, 1) / columns, (room[1] - 2 * GAP) / max(height, 1)))
    return bounded(free / max(width, 1) / columns)


def text_span(leaves: Sequence[Leaf]) -> tuple[float, float]:
    """From where to where text runs across the pages of the usual width.

    Left and right pages may have other margins: the span holds both, so that
    the text does not jump from page to page.
    """
    width = _usual(leaf.width for leaf in leaves)
    usual = [leaf for leaf in leaves if abs(leaf.width - width) < 1]
    if not usual:
        return 0.0, width
    lefts = sorted(leaf.text[0] for leaf in usual)
    rights = sorted(leaf.text[2] for leaf in usual)
    few = int(len(usual) * _FEW)
    return lefts[few], rights[-1 - few]


def text_start(column: Layout, page: int) -> int:
    """Where the window begins so that the text of a page's row fills it."""
    first = column.row_pages(column.row(page)).start
    if column.arrangement.trim:
        return column.box(first).left - MARGIN
    left, _ = text_span(column.leaves)
    return round(column.whole(first).left + left * column.zoom) - MARGIN


def _usual(lengths: Iterable[float]) -> float:
    """The most common length to the point, the larger one of two that are as common."""
    alike: defaultdict[int, list[float]] = defaultdict(list)
    for length in lengths:
        alike[round(length)].append(length)
    most = max(map(len, alike.values()), default=0)
    return max((max(run) for run in alike.values() if len(run) == most), default=1.0)
