"""What typing helps with: lists that go on, marks around words, links underhand.

Pure functions on text, so that the editor has only to carry them out.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from paperdesk.domain.merge import edits

_ITEM = re.compile(
    r"""(?P<indent>\s*(?:>\s?)*)
    (?: (?P<bullet>[-*+]) | (?P<number>\d{1,9})(?P<stop>[.)]) )
    (?P<gap>[ ]+) (?P<box>\[[ xX]\][ ]+)?""",
    re.VERBOSE,
)
_QUOTE = re.compile(r"\s*(?:>[ ]?)+")
_LINK = re.compile(r"\[[^\]\n]*\]\((?P<to>[^()\s]+)\)|<?(?P<bare>(?:https?|paperdesk)://[^\s<>)]+)")


@dataclass(frozen=True, slots=True)
class Continuation:
    """What Enter does on a line: begin the next item, or end the list."""

    start: str = ""
    ends: bool = False


class Difference(NamedTuple):
    """A stretch that is replaced, as Qt counts, and by what."""

    start: int
    end: int
    new: str


def continuation(line: str) -> Continuation:
    """How the line after `line` begins.

    >>> continuation("2. two").start
    '3. '
    """
    found = _ITEM.match(line) or _QUOTE.match(line)
    if found is None:
        return Continuation()
    if not line[found.end() :].strip():
        return Continuation(ends=True)
    return Continuation(_next_start(found))


def is_marked(before: str, chosen: str, after: str, mark: str) -> bool:
    """Whether a choice of words stands between marks, and no more than these.

    The stars of **bold** do not make it *italic*.
    """
    left = len(before) - len(before.rstrip(mark[0]))
    right = len(after) - len(after.lstrip(mark[0]))
    if not chosen or not left or not right:
        return False
    stars = min(left, right)
    return stars >= 3 or stars == len(mark)


def link_at(line: str, column: int) -> str:
    """Where the link leads that stands at a column of a line; "" if none does."""
    for found in _LINK.finditer(line):
        if found.start() <= column <= found.end():
            return found["to"] or found["bare"]
    return ""


def spaced(before: str, block: str, after: str) -> str:
    """A block with what it needs around it to be a block of its own."""
    start = "" if not before.strip() else "\n" * max(0, 2 - _line_feeds_at_end(before))
    end = "\n\n" if not after.startswith("\n") else "\n" if not after.startswith("\n\n") else ""
    return f"{start}{block}{end}"


def units(text: str) -> int:
    """How long a text is as Qt counts: characters beyond U+FFFF are two."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def differences(old: str, new: str) -> list[Difference]:
    """What makes `new` of `old`, from the bottom up.

    As little as possible is replaced, so that the caret and what is undone
    stay where they are. A line that comes in is put at the end of the one
    before, so that a caret at the start of a line stays with its words.
    """
    lines = old.split("\n")
    starts = list(accumulate((units(line) + 1 for line in lines), initial=0))
    made = []
    for start, end, _, fresh in edits(lines, new.split("\n")):
        if start and not (end > start and fresh):
            first, last = starts[start] - 1, starts[end] - 1
            text = "".join(f"\n{line}" for line in fresh)
        elif end > start and fresh:
            first, last, text = starts[start], starts[end] - 1, "\n".join(fresh)
        else:
            first, last = 0, min(starts[end], starts[-1] - 1)
            text = "".join(f"{line}\n" for line in fresh)
        made.append(_least(first, last, "\n".join(lines[start:end]), text))
    return made[::-1]


def moved(place: int, changes: Iterable[Difference]) -> int:
    """Where a place in a text is after changes from the bottom up."""
    for start, end, new in changes:
        size = units(new)
        pushed = start == end == 0 and new.endswith("\n")
        if place >= end and (place > start or pushed):
            place += size - (end - start)
        elif place > start:
            place = start + min(place - start, size)
    return place


def _least(first: int, last: int, old: str, new: str) -> Difference:
    """A replacement without what stays the same at its start and its end."""
    if last - first != units(old):  # whole lines come or go
        return Difference(first, last, new)
    start = _shared(old, new)
    rest = min(len(old), len(new)) - start
    tail = _shared(old[::-1][:rest], new[::-1][:rest])
    end = len(old) - tail
    return Difference(
        first + units(old[:start]), first + units(old[:end]), new[start : len(new) - tail]
    )


def _shared(one: str, other: str) -> int:
    """How many characters two texts have in common at their start."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _next_start(found: re.Match[str]) -> str:
    if found.re is _QUOTE:
        return found[0]
    lead = found["bullet"] or f"{int(found['number']) + 1}{found['stop']}"
    return found["indent"] + lead + found["gap"] + ("[ ] " if found["box"] else "")


def _line_feeds_at_end(text: str) -> int:
    return len(text) - len(text.rstrip("\n"))
