"""Two changes of one note become one, and no word of either is lost.

*Why not the library merge3:* to it, a line changed beside a line added is a
conflict, and that is what happens all day: somebody types in the last line
while another appends a paragraph.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from difflib import SequenceMatcher
from typing import NamedTuple

Lines = list[str]

_ROW = re.compile(r"\s*(?:[-*+|]|\d{1,9}[.)])\s")
"""An item of a list or a row of a table: the next one follows at once."""


class Edit(NamedTuple):
    """The lines from `start` up to `end` of a text become `new`."""

    start: int
    end: int
    theirs: bool
    new: Lines


class _Chain(NamedTuple):
    """A line that is the same, and the ones before it."""

    here: int
    there: int
    before: "_Chain | None"


def merged(base: str, mine: str, theirs: str) -> str:
    """What both sides made of `base`, line by line, as one text.

    Where both changed the same lines, both versions stand, mine first. What one
    side deleted and the other changed is kept as changed.
    """
    if mine in (base, theirs):
        return theirs
    if theirs == base:
        return mine
    old = base.split("\n")
    both = [*edits(old, mine.split("\n")), *edits(old, theirs.split("\n"), theirs=True)]
    whole: Lines = []
    run: Lines = []
    done = 0
    for group in _overlapping(sorted(both)):
        if group[0].start > done:
            whole += run + old[done : group[0].start]
            run = []
        run = _joined(run, _both(_new(group, theirs=False), _new(group, theirs=True)))
        done = max(edit.end for edit in group)
    return "\n".join(whole + run + old[done:])


def edits(old: Lines, new: Lines, *, theirs: bool = False) -> Iterable[Edit]:
    """What one side changed, from the top down.

    *Why ends and anchors first:* between all lines of a long note, difflib takes
    seconds; between lines that are surely the same, there is little to compare.
    """
    start = _shared(old, new)
    rest = min(len(old), len(new)) - start
    tail = _shared(old[::-1][:rest], new[::-1][:rest])
    middle, after = old[start : len(old) - tail], new[start : len(new) - tail]
    done, there = 0, 0
    for here, then in [*_anchors(middle, after), (len(middle), len(after))]:
        gap, fresh = middle[done:here], after[there:then]
        if gap != fresh:
            for kind, begin, end, first, last in SequenceMatcher(None, gap, fresh).get_opcodes():
                if kind != "equal":
                    at = start + done
                    yield Edit(at + begin, at + end, theirs, fresh[first:last])
        done, there = here + 1, then + 1


def _anchors(old: Lines, new: Lines) -> list[tuple[int, int]]:
    """Where lines stand that both texts have once, the most that are in the same order."""
    where = {line: at for at, line in enumerate(new)}
    once_old, once_new = _once(old), _once(new)
    ends: list[int] = []
    chains: list[_Chain] = []
    for here, line in enumerate(old):
        if line in once_old and line in once_new:
            there = where[line]
            size = bisect_left(ends, there)
            ends[size : size + 1] = [there]
            chains[size : size + 1] = [_Chain(here, there, chains[size - 1] if size else None)]
    found = []
    link = chains[-1] if chains else None
    while link is not None:
        found.append((link.here, link.there))
        link = link.before
    return found[::-1]


def _once(lines: Lines) -> set[str]:
    return {line for line, count in Counter(lines).items() if count == 1}


def _overlapping(ordered: list[Edit]) -> Iterable[list[Edit]]:
    """The edits in groups that have lines, or the one place of two additions, in common."""
    group: list[Edit] = []
    end = -1
    for edit in ordered:
        same_place = bool(group) and group[-1][:2] == edit[:2]
        if group and edit.start >= end and not same_place:
            yield group
            group, end = [], -1
        group.append(edit)
        end = max(end, edit.end)
    if group:
        yield group


def _new(group: list[Edit], *, theirs: bool) -> Lines:
    return [line for edit in group if edit.theirs is theirs for line in edit.new]


def _both(mine: Lines, theirs: Lines) -> Lines:
    """Two versions under each other; what they begin or end with alike stands once."""
    if not mine or not theirs:
        return mine or theirs
    head = _shared(mine, theirs)
    rest = min(len(mine), len(theirs)) - head
    tail = _shared(mine[::-1][:rest], theirs[::-1][:rest])
    end = mine[len(mine) - tail :]
    first, second = mine[head : len(mine) - tail], theirs[head : len(theirs) - tail]
    apart = bool(first and second and second[0]) and not _rows(first[-1], second[0])
    return [*mine[:head], *first, *([""] if apart else []), *second, *end]


def _joined(run: Lines, more: Lines) -> Lines:
    """Lines that come at once after others; what both sides put there stands once."""
    if _holds(run, more):
        return run
    size = next(
        (n for n in range(min(len(run), len(more)), 0, -1) if run[-n:] == more[:n]),
        0,
    )
    return run + more[size:]


def _holds(lines: Lines, part: Lines) -> bool:
    return any(lines[at : at + len(part)] == part for at in range(len(lines) - len(part) + 1))


def _rows(one: str, other: str) -> bool:
    return bool(_ROW.match(one) and _ROW.match(other))


def _shared(one: Lines, other: Lines) -> int:
    """How many lines two texts have in common at their start."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))
