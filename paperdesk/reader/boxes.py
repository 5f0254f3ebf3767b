"""Boxes of lines, made so that they lie beside each other and leave no holes."""

from collections.abc import Sequence

from paperdesk.domain.note import Quad

_HOLE = 1.5
"""A gap on one line up to this many heights is filled: justified text has such gaps."""

_MANIFOLD = 4.0
"""Pieces of one line differ less in height: a sum is three letters high."""


def around(boxes: Sequence[Quad]) -> Quad:
    """The box around boxes."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def tidied(boxes: Sequence[Quad]) -> tuple[Quad, ...]:
    """Boxes of lines in reading order: pieces of one line joined, no two overlapping.

    A font's box is often taller than the distance of the lines; where two
    overlapped, a highlight would be twice as dark.
    """
    joined: list[Quad] = []
    for box in boxes:
        if joined and _continues(joined[-1], box):
            joined[-1] = around((joined[-1], box))
        else:
            joined.append(box)
    for index in range(1, len(joined)):
        joined[index - 1], joined[index] = _parted(joined[index - 1], joined[index])
    return tuple(joined)


def _continues(before: Quad, box: Quad) -> bool:
    """Whether a box goes on with the line of another."""
    if _stand_on_end(before, box):
        return False
    height = min(before[3] - before[1], box[3] - box[1])
    shared = min(before[3], box[3]) - max(before[1], box[1])
    gap = box[0] - before[2]
    return shared > height * 0.8 and -height < gap < height * _HOLE


def _stand_on_end(before: Quad, box: Quad) -> bool:
    """Whether two boxes are lines that run up or down, as in a table that lies on its side."""
    low, high = sorted((before[3] - before[1], box[3] - box[1]))
    both = all(bottom - top > 2 * (right - left) for left, top, right, bottom in (before, box))
    return both or high > low * _MANIFOLD


def _parted(upper: Quad, lower: Quad) -> tuple[Quad, Quad]:
    """Two boxes, divided in the middle of what they share."""
    beside = upper[2] <= lower[0] or lower[2] <= upper[0]
    if beside or not upper[1] < lower[1] < upper[3] < lower[3]:
        return upper, lower
    middle = (upper[3] + lower[1]) / 2
    return (*upper[:3], middle), (lower[0], middle, *lower[2:])
