"""Boxes that lie together become one, by thousands and quickly.

*Why a grid of whole numbers:* a row of cells is one integer, and a box is or-ed
into its rows; so the cost grows with the boxes and not with their pairs, and a
plot of 100,000 dots takes a tenth of a second.
"""

import re
from collections.abc import Iterator, Sequence

from paperdesk.domain.note import Quad

CELL = 4.0
"""Points to a cell; boxes less than two or three of them apart touch."""

_ONES = re.compile("1+")
_FURTHEST = 4000
"""No cell is further out: a page of 16,000 points has them all."""

_Cells = tuple[int, int, int, int]
"""First column, first row, last column, last row."""


def touching(boxes: Sequence[Quad]) -> list[Quad]:
    """The boxes around those that touch, to within a cell."""
    cells = {_cells(box) for box in boxes}
    rows: dict[int, int] = {}
    for left, top, right, bottom in cells:
        mask = (1 << (right + 2)) - (1 << left)
        for row in range(top, bottom + 2):
            rows[row] = rows.get(row, 0) | mask
    groups = _Groups(rows)
    around: dict[int, Quad] = {}
    for box in boxes:
        left, top, _, _ = _cells(box)
        group = groups.at(top, left)
        known = around.get(group)
        around[group] = box if known is None else _union(known, box)
    return list(around.values())


def _cells(box: Quad) -> _Cells:
    left, top, right, bottom = (min(max(int(edge // CELL), 0), _FURTHEST) for edge in box)
    return left, top, right, bottom


def _union(one: Quad, other: Quad) -> Quad:
    return (
        one[0] if one[0] < other[0] else other[0],
        one[1] if one[1] < other[1] else other[1],
        one[2] if one[2] > other[2] else other[2],
        one[3] if one[3] > other[3] else other[3],
    )


class _Groups:
    """Which cells hang together, by runs of them in each row."""

    def __init__(self, rows: dict[int, int]) -> None:
        self._parents: list[int] = []
        self._run_of: dict[int, list[tuple[int, int, int]]] = {}
        above: list[tuple[int, int, int]] = []
        previous = -2
        for row in sorted(rows):
            runs = [(*run, self._new()) for run in _runs(rows[row])]
            if row == previous + 1:
                self._join(above, runs)
            self._run_of[row] = above = runs
            previous = row

    def at(self, row: int, column: int) -> int:
        """The group of a cell that is in one."""
        for start, end, name in self._run_of[row]:
            if start <= column < end:
                return self._root(name)
        raise LookupError(row, column)

    def _new(self) -> int:
        self._parents.append(len(self._parents))
        return len(self._parents) - 1

    def _join(
        self, above: Sequence[tuple[int, int, int]], below: Sequence[tuple[int, int, int]]
    ) -> None:
        for start, end, name in below:
            for first, last, other in above:
                if first < end and start < last:
                    self._parents[self._root(name)] = self._root(other)

    def _root(self, name: int) -> int:
        while self._parents[name] != name:
            self._parents[name] = self._parents[self._parents[name]]
            name = self._parents[name]
        return name


def _runs(mask: int) -> Iterator[tuple[int, int]]:
    """The runs of ones in a number, lowest first: start and end."""
    for run in _ONES.finditer(bin(mask)[:1:-1]):
        yield run.start(), run.end()
