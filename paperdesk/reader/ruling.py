"""The lines of a page as a ruler goes down them: one after the other, each once."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from paperdesk.domain.note import Quad
from paperdesk.domain.pages import Word
from paperdesk.reader.boxes import around

_HOLE = 1.5
"""A gap on one line up to this many heights: justified text has such gaps."""

_SHARED = 0.5
"""The share of its height that a piece has in common with the line it belongs to."""


@dataclass(frozen=True, slots=True)
class Ruled:
    """A line of text: where it stands, and how it reads."""

    box: Quad
    text: str


@dataclass(frozen=True, slots=True)
class Laid:
    """Where a ruler lies, or lay: the number of a line on a page."""

    page: int
    line: int
    on: bool


def ruled(words: Sequence[Word]) -> tuple[Ruled, ...]:
    """The lines of a page in reading order; indices and fractions belong to theirs."""
    lines: list[Ruled] = []
    for _, run in groupby(words, key=lambda word: (word.block, word.line)):
        piece = list(run)
        found = Ruled(around([word.box for word in piece]), " ".join(word.text for word in piece))
        if lines and _is_same(lines[-1].box, found.box):
            before = lines.pop()
            found = Ruled(around((before.box, found.box)), f"{before.text} {found.text}")
        lines.append(found)
    for at in range(1, len(lines)):
        lines[at - 1 : at + 1] = _parted(lines[at - 1], lines[at])
    return tuple(lines)


def nearest(lines: Sequence[Ruled], y: float) -> int:
    """The first line whose middle is at a height or below it; else the last."""
    below = (at for at, line in enumerate(lines) if (line.box[1] + line.box[3]) / 2 >= y)
    return next(below, len(lines) - 1)


def _parted(upper: Ruled, lower: Ruled) -> tuple[Ruled, Ruled]:
    """Two lines, divided in the middle of what they share: a font's box is often too tall."""
    above, below = upper.box, lower.box
    beside = above[2] <= below[0] or below[2] <= above[0]
    if beside or not above[1] < below[1] < above[3] < below[3]:
        return upper, lower
    middle = (above[3] + below[1]) / 2
    return (
        replace(upper, box=(*above[:3], middle)),
        replace(lower, box=(below[0], middle, *below[2:])),
    )


def _is_same(line: Quad, piece: Quad) -> bool:
    """Whether a piece goes on with a line, or stands within it."""
    height = min(line[3] - line[1], piece[3] - piece[1])
    shared = min(line[3], piece[3]) - max(line[1], piece[1])
    hole = _HOLE * max(line[3] - line[1], piece[3] - piece[1])
    return shared > height * _SHARED and line[0] - hole < piece[0] < line[2] + hole
