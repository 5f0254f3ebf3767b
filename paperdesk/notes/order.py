"""Highlights in the order in which a paper is read, as far as boxes tell."""

from collections.abc import Iterable
from itertools import groupby

from paperdesk.domain.note import Highlight, Quad

Span = tuple[float, float]


def reading_order(highlights: Iterable[Highlight]) -> tuple[Highlight, ...]:
    """Page after page; on a page column after column, from the top down.

    *Why columns by overlap:* where a page has two, what stands in the left one
    comes first however low it stands. Boxes that do not overlap from left to
    right are in different columns; one across the page makes them one again.
    """
    ordered: list[Highlight] = []
    by_page = sorted(highlights, key=lambda each: (each.anchor.page, each.created))
    for _, group in groupby(by_page, key=lambda each: each.anchor.page):
        ordered += _on_page(list(group))
    return tuple(ordered)


def _on_page(highlights: list[Highlight]) -> list[Highlight]:
    columns = _columns([_span(each) for each in highlights])

    def place(each: Highlight) -> tuple[int, float, float]:
        left, top = _start(each)
        column = next(n for n, span in enumerate(columns) if span[0] <= _span(each)[0] <= span[1])
        return column, top, left

    return sorted(highlights, key=place)


def _columns(spans: list[Span]) -> list[Span]:
    """What is covered from left to right, joined where it overlaps."""
    columns: list[Span] = []
    for left, right in sorted(spans):
        if columns and left <= columns[-1][1]:
            columns[-1] = (columns[-1][0], max(right, columns[-1][1]))
        else:
            columns.append((left, right))
    return columns


def _span(highlight: Highlight) -> Span:
    """How far a highlight goes across, up to where it jumps to the next column."""
    quads = _first_run(highlight.anchor.quads)
    if not quads:
        return 0.0, 0.0
    return min(quad[0] for quad in quads), max(quad[2] for quad in quads)


def _start(highlight: Highlight) -> tuple[float, float]:
    quads = highlight.anchor.quads
    return (quads[0][0], quads[0][1]) if quads else (0.0, 0.0)


def _first_run(quads: tuple[Quad, ...]) -> list[Quad]:
    run: list[Quad] = []
    for quad in quads:
        if run and quad[3] < run[-1][1]:
            break
        run.append(quad)
    return run
