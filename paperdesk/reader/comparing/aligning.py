"""Which words of one text are those of another: anchors first, then what lies between.

Words are numbers here. Rows of words that stand once in both texts are anchors
(as in patience diff), so that a book takes seconds; between two anchors the
usual quadratic comparison is affordable, and bounded.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set
from difflib import SequenceMatcher
from itertools import takewhile

_ROWS = (6, 3, 1)
"""Words of an anchor: long ones first, for they are sure."""

_AREA = 90_000
"""Pairs of words that are compared one by one, at most, in one gap."""

_MOVED = 8
"""Words in a row that are enough to know a passage again elsewhere."""

_SLIDE = 40
"""Words by which the beginning of what is new may be put off, at most."""

Row = Sequence[int]
Gap = tuple[int, int, int, int]


def aligned(old: Row, new: Row) -> list[int]:
    """For each word of the new text, where it stands in the old one; -1 for a new word."""
    mates = [-1] * len(new)
    gaps: list[Gap] = [(0, len(old), 0, len(new))]
    while gaps:
        gap = _trimmed(old, new, gaps.pop(), mates)
        if gap[0] == gap[1] or gap[2] == gap[3]:
            continue
        if (gap[1] - gap[0]) * (gap[3] - gap[2]) <= _AREA:
            _closely(old, new, gap, mates)
        else:
            gaps += _between(gap, _anchors(old, new, gap), mates)
    return mates


def settle(old: Row, new: Row, mates: list[int], starts: tuple[Set[int], Set[int]]) -> None:
    """Let what is new, or gone, begin where a paragraph does, wherever it may as well.

    Of "a b | a c" without "a c", or without "b | a", the first is what was meant.
    """
    _slide(new, mates, starts[1])
    back = [-1] * len(old)
    for at, mate in enumerate(mates):
        if mate >= 0:
            back[mate] = at
    _slide(old, back, starts[0])
    mates[:] = [-1] * len(new)
    for at, mate in enumerate(back):
        if mate >= 0:
            mates[mate] = at


def _slide(row: Row, mates: list[int], starts: Set[int]) -> None:
    at = 0
    while at < len(row):
        if mates[at] >= 0:
            at += 1
            continue
        end = at
        while end < len(row) and mates[end] < 0:
            end += 1
        if at not in starts:
            _slide_run(row, mates, (at, end), starts)
        at = end


def _slide_run(row: Row, mates: list[int], run: tuple[int, int], starts: Set[int]) -> None:
    """Move a run of words without mates to where a paragraph starts, if it may be there as well."""
    first, end = run
    left = _as_well(row, mates, [(first - n, end - n) for n in range(1, min(first, _SLIDE) + 1)])
    for number, (into, out) in enumerate(left):
        if into in starts:
            _hand_over(mates, [(out, into) for into, out in left[: number + 1]])
            return
    steps = range(min(len(row) - end, _SLIDE))
    right = _as_well(row, mates, [(end + n, first + n) for n in steps])
    for number, (_, out) in enumerate(right):
        if out + 1 in starts:
            _hand_over(mates, [(out, into) for into, out in right[: number + 1]])
            return


def _as_well(
    row: Row, mates: Sequence[int], pairs: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """The first of these pairs, as far as a word with a mate is like the one without."""
    like = (mates[mated] >= 0 and row[mated] == row[free] for mated, free in pairs)
    return [pair for pair, _ in zip(pairs, takewhile(bool, like), strict=False)]


def _hand_over(mates: list[int], pairs: Sequence[tuple[int, int]]) -> None:
    for free, mated in pairs:
        mates[free], mates[mated] = mates[mated], -1


def moved(old: Row, new: Row, mates: list[int]) -> set[int]:
    """Find passages again that stand elsewhere now, and note them in `mates`."""
    taken = set(mates)
    rows: dict[tuple[int, ...], int] = {}
    for start in range(len(old) - _MOVED + 1):
        if not any(at in taken for at in range(start, start + _MOVED)):
            rows.setdefault(tuple(old[start : start + _MOVED]), start)
    found: set[int] = set()
    at = 0
    while rows and at <= len(new) - _MOVED:
        free = all(mates[each] < 0 for each in range(at, at + _MOVED))
        start = rows.get(tuple(new[at : at + _MOVED]), -1) if free else -1
        if start < 0:
            at += 1
            continue
        while at < len(new) and start < len(old) and mates[at] < 0 and start not in taken:
            if old[start] != new[at]:
                break
            mates[at] = start
            taken.add(start)
            found.add(at)
            at, start = at + 1, start + 1
        at += 1
    return found


def _trimmed(old: Row, new: Row, gap: Gap, mates: list[int]) -> Gap:
    """A gap without what is equal at its beginning and at its end."""
    first, last, begin, end = gap
    while first < last and begin < end and old[first] == new[begin]:
        mates[begin] = first
        first, begin = first + 1, begin + 1
    while first < last and begin < end and old[last - 1] == new[end - 1]:
        last, end = last - 1, end - 1
        mates[end] = last
    return first, last, begin, end


def _closely(old: Row, new: Row, gap: Gap, mates: list[int]) -> None:
    first, last, begin, end = gap
    matcher = SequenceMatcher(None, old[first:last], new[begin:end], autojunk=False)
    for start, other, length in matcher.get_matching_blocks():
        for step in range(length):
            mates[begin + other + step] = first + start + step


def _anchors(old: Row, new: Row, gap: Gap) -> list[tuple[int, int, int]]:
    """Rows of words that stand once on either side of a gap, in one order on both."""
    for length in _ROWS:
        ours = _once(old, gap[0], gap[1], length)
        theirs = _once(new, gap[2], gap[3], length)
        pairs = [(ours[row], at) for row, at in theirs.items() if row in ours]
        if pairs:
            return [(*pair, length) for pair in _rising(pairs)]
    return []


def _once(words: Row, first: int, last: int, length: int) -> dict[tuple[int, ...], int]:
    """The rows that stand once in a stretch, and where; in their order."""
    found: dict[tuple[int, ...], int] = {}
    for at in range(first, last - length + 1):
        row = tuple(words[at : at + length])
        found[row] = -1 if row in found else at
    return {row: at for row, at in found.items() if at >= 0}


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of pairs that rises on both sides; the second side rises already."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, (value, _) in enumerate(pairs):
        at = bisect_left(tails, value)
        tails[at : at + 1] = [value]
        ends[at : at + 1] = [index]
        before.append(ends[at - 1] if at else -1)
    found: list[tuple[int, int]] = []
    index = ends[-1] if ends else -1
    while index >= 0:
        found.append(pairs[index])
        index = before[index]
    return found[::-1]


def _between(gap: Gap, anchors: Sequence[tuple[int, int, int]], mates: list[int]) -> Iterator[Gap]:
    """Note the anchors, and what lies between them; without any, nothing is the same."""
    first, last, begin, end = gap
    if not anchors:
        return
    for start, at, length in anchors:
        if start < first or at < begin:
            # It overlaps the anchor before, of whose row it is a part.
            skipped = max(first - start, begin - at)
            start, at, length = start + skipped, at + skipped, length - skipped
            if length <= 0 or start < first or at < begin:
                continue
        for step in range(length):
            mates[at + step] = start + step
        yield first, start, begin, at
        first, begin = start + length, at + length
    yield first, last, begin, end
