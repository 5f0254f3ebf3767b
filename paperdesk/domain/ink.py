"""Lines drawn by hand: made of few points, put into another box."""

from collections.abc import Sequence
from math import hypot

from paperdesk.domain.note import Quad, Stroke

TOLERANCE = 0.4
"""Points of the page that a line may be off when points of it are left out."""

MARGIN = 2.0
"""Points around the lines that belong to their box."""


def simpler(points: Sequence[tuple[float, float]], tolerance: float = TOLERANCE) -> Stroke:
    """The line with the points that matter only (Ramer, Douglas and Peucker)."""
    keep = {0, len(points) - 1}
    spans = [(0, len(points) - 1)]
    while spans:
        first, last = spans.pop()
        far, at = tolerance, -1
        for index in range(first + 1, last):
            distance = _off(points[first], points[last], points[index])
            if distance > far:
                far, at = distance, index
        if at >= 0:
            keep.add(at)
            spans += [(first, at), (at, last)]
    return tuple((round(points[at][0], 2), round(points[at][1], 2)) for at in sorted(keep))


def box(strokes: Sequence[Stroke]) -> Quad:
    """The box around some lines, with a little room."""
    across = [x for stroke in strokes for x, _ in stroke]
    down = [y for stroke in strokes for _, y in stroke]
    return (
        min(across) - MARGIN,
        min(down) - MARGIN,
        max(across) + MARGIN,
        max(down) + MARGIN,
    )


def fitted(strokes: Sequence[Stroke], old: Quad, new: Quad) -> tuple[Stroke, ...]:
    """Lines of one box put into another."""
    wide = (new[2] - new[0]) / max(old[2] - old[0], 0.1)
    high = (new[3] - new[1]) / max(old[3] - old[1], 0.1)
    return tuple(
        tuple(
            (round(new[0] + (x - old[0]) * wide, 2), round(new[1] + (y - old[1]) * high, 2))
            for x, y in stroke
        )
        for stroke in strokes
    )


def _off(start: tuple[float, float], end: tuple[float, float], point: tuple[float, float]) -> float:
    """How far a point is from the line between two others."""
    across, down = end[0] - start[0], end[1] - start[1]
    length = hypot(across, down)
    if not length:
        return hypot(point[0] - start[0], point[1] - start[1])
    return abs(across * (point[1] - start[1]) - down * (point[0] - start[0])) / length
