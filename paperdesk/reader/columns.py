"""The order in which what stands on a page is read: column by column, band by band."""

from collections.abc import Sequence
from dataclasses import dataclass

from paperdesk.domain.note import Quad
from paperdesk.domain.typed import PrintLine, Run
from paperdesk.reader.boxes import around

_STEP = 2.0
_NARROW = 0.62
"""A line that is wider, in shares of the printed width, may span columns."""

_GUTTER = 5.0
"""Points between two columns at least."""

_CROSSING = 0.1
"""The share of lines that may cross a gutter."""

_LEAST = 0.15
"""The share of the lines, and of the width, that makes a column."""

_OVER = 8.0
"""Points by which what spans columns reaches into the next one."""

_WIDE = -1


@dataclass(frozen=True, slots=True)
class Row:
    """A line of text in its column; or a picture, which has no letters.

    `reach` is where the column begins and ends.
    """

    box: Quad
    size: float
    runs: tuple[Run, ...]
    reach: tuple[float, float]
    column: int

    @property
    def text(self) -> str:
        """Its letters."""
        return "".join(run.text for run in self.runs)

    @property
    def is_picture(self) -> bool:
        """Whether it is a figure or a table."""
        return not self.runs


def rows(lines: Sequence[PrintLine], pictures: Sequence[Quad]) -> list[Row]:
    """The lines and pictures of a page in reading order; text in pictures is theirs."""
    apart = [line for line in lines if not any(_within(line.box, box) for box in pictures)]
    reaches = _columns([line.box for line in apart])
    boxes = [*(line.box for line in apart), *pictures]
    if not boxes:
        return []
    places = [_column(box, reaches) for box in boxes]
    spanning = sorted(
        (box[1] + box[3]) / 2 for box, place in zip(boxes, places, strict=True) if place == _WIDE
    )
    keyed: dict[tuple[int, int], list[tuple[Quad, PrintLine | None]]] = {}
    for number, (box, place) in enumerate(zip(boxes, places, strict=True)):
        middle = (box[1] + box[3]) / 2
        band = sum(2 for other in spanning if other < middle) + (place == _WIDE)
        line = apart[number] if number < len(apart) else None
        keyed.setdefault((band, place), []).append((box, line))
    page = min(box[0] for box in boxes), max(box[2] for box in boxes)
    found: list[Row] = []
    for _, place in sorted(keyed):
        reach = page if place == _WIDE else reaches[place]
        found += _rows(keyed[_, place], reach, place)
    return found


def _rows(
    items: Sequence[tuple[Quad, PrintLine | None]], reach: tuple[float, float], column: int
) -> list[Row]:
    """The parts of a line that stand beside each other put together, from the top."""
    beside: list[list[tuple[Quad, PrintLine | None]]] = []
    for item in sorted(items, key=lambda item: (item[0][1] + item[0][3]) / 2):
        if beside and item[1] is not None and _is_beside(item[0], beside[-1]):
            beside[-1].append(item)
        else:
            beside.append([item])
    return [_row(group, reach, column) for group in beside]


def _row(
    group: Sequence[tuple[Quad, PrintLine | None]], reach: tuple[float, float], column: int
) -> Row:
    box = around([box for box, _ in group])
    lines = sorted((line for _, line in group if line is not None), key=lambda line: line.box[0])
    if not lines:
        return Row(box, 0.0, (), reach, column)
    runs: list[Run] = []
    for line in lines:
        if runs and not runs[-1].text.endswith(" "):
            runs.append(Run(" "))
        runs += line.runs
    size = max(lines, key=lambda line: len(line.text)).size
    return Row(box, size, tuple(runs), reach, column)


def _is_beside(box: Quad, group: Sequence[tuple[Quad, PrintLine | None]]) -> bool:
    """Whether a part of a line goes on with the last parts, and lies over none of them."""
    for other, line in group:
        if line is None:
            return False
        shared = min(box[3], other[3]) - max(box[1], other[1])
        if shared < 0.5 * min(box[3] - box[1], other[3] - other[1]):
            return False
        if min(box[2], other[2]) - max(box[0], other[0]) > 1.0:
            return False
    return True


def _columns(boxes: Sequence[Quad]) -> list[tuple[float, float]]:
    """Where each column begins and ends, from left to right."""
    if not boxes:
        return [(0.0, 0.0)]
    left, right = min(box[0] for box in boxes), max(box[2] for box in boxes)
    narrow = [box for box in boxes if box[2] - box[0] < _NARROW * (right - left)]
    if 2 * len(narrow) < len(boxes):
        return [(left, right)]
    parts = _stretches(narrow, left, right)
    enough = [
        part
        for part in parts
        if part[1] - part[0] > _LEAST * (right - left)
        and sum(_in(box, part) for box in narrow) > _LEAST * len(narrow)
    ]
    return enough if len(enough) > 1 else [(left, right)]


def _stretches(boxes: Sequence[Quad], left: float, right: float) -> list[tuple[float, float]]:
    """The parts of the width between strips that hardly any line crosses."""
    steps = int((right - left) / _STEP) + 1
    covered = [0] * (steps + 1)
    for box in boxes:
        covered[int((box[0] - left) / _STEP)] += 1
        covered[min(int((box[2] - left) / _STEP) + 1, steps)] -= 1
    few = max(1, int(_CROSSING * len(boxes)))
    parts: list[tuple[float, float]] = []
    start: int | None = None
    level = 0
    for step, change in enumerate([*covered, -len(boxes)]):
        level += change
        if level > few and start is None:
            start = step
        elif level <= few and start is not None:
            parts.append((left + start * _STEP, left + step * _STEP))
            start = None
    return _bridged(parts)


def _bridged(parts: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Parts without gaps that are too narrow to be a gutter."""
    whole: list[tuple[float, float]] = []
    for part in parts:
        if whole and part[0] - whole[-1][1] < _GUTTER:
            whole[-1] = whole[-1][0], part[1]
        else:
            whole.append(part)
    return whole


def _column(box: Quad, reaches: Sequence[tuple[float, float]]) -> int:
    """The column that a box stands in; -1 for several."""
    inside = [
        number
        for number, (left, right) in enumerate(reaches)
        if min(box[2], right) - max(box[0], left) > min(_OVER, (box[2] - box[0]) / 2)
    ]
    if len(inside) > 1:
        return _WIDE
    if inside:
        return inside[0]
    middle = (box[0] + box[2]) / 2
    gaps = [max(left - middle, middle - right) for left, right in reaches]
    return gaps.index(min(gaps))


def _in(box: Quad, part: tuple[float, float]) -> bool:
    return part[0] - _STEP <= (box[0] + box[2]) / 2 <= part[1] + _STEP


def _within(box: Quad, other: Quad) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return other[0] <= x <= other[2] and other[1] <= y <= other[3]
