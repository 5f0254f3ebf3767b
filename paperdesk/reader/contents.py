"""The contents of a paper as a tree: what lies under what, and where one is in it."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence, Set
from dataclasses import dataclass
from itertools import accumulate

from paperdesk.domain.pages import OutlineItem
from paperdesk.reader.finding import fold

FEWEST = 2
"""Lines that lead somewhere, below which a file's own outline is of no use."""

_OPENED = 60
"""Rows that a fresh tree shows, about; deeper levels are closed."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A height on a page, and how far from its left edge where that counts."""

    page: int
    top: float
    left: float = 0.0


def useful(outline: Sequence[OutlineItem], pages: int) -> bool:
    """Whether an outline helps: some files bring one line, or lines that lead nowhere."""
    places = {(item.page, item.top) for item in outline if item.page >= 0 and item.title}
    return len(places) >= min(FEWEST, pages)


class Contents:
    """The lines of an outline, in its order, with the tree that their levels make."""

    def __init__(self, outline: Sequence[OutlineItem] = ()) -> None:
        self.items = tuple(outline)
        self.parents = _parents(self.items)
        self.children: list[list[int]] = [[] for _ in self.items]
        self.roots: list[int] = []
        for index, parent in enumerate(self.parents):
            (self.children[parent] if parent >= 0 else self.roots).append(index)
        self._folded: tuple[str, ...] | None = None
        self._heights, self._order = _by_height(self.items)
        self._latest = list(accumulate(self._order, max))

    def __len__(self) -> int:
        return len(self.items)

    def section(self, here: Spot) -> int:
        """The section that a height lies in, -1 before the first.

        *Why the last in the outline's order:* of two columns the right one goes
        on higher up than the left one has ended.
        """
        above = bisect_right(self._heights, (here.page, here.top))
        return self._latest[above - 1] if above else -1

    def section_beside(self, here: Spot, split: float) -> int:
        """The section that a spot of a column lies in, the right one beginning at `split`.

        What begins in the right column has not begun in the left one; what
        begins in the left one has, however low, begun in the right one.
        """
        first = bisect_left(self._heights, (here.page, float("-inf")))
        last = bisect_right(self._heights, (here.page, float("inf")))
        begun = [self._latest[first - 1] if first else -1]
        for index in self._order[first:last]:
            item = self.items[index]
            if (item.left >= split, item.top) <= (here.left >= split, here.top):
                begun.append(index)
        return max(begun)

    def next_to(self, index: int, direction: int) -> int:
        """The section after another that leads somewhere (1), or before it (-1); -1 for none."""
        index += direction
        while 0 <= index < len(self):
            if self.items[index].page >= 0:
                return index
            index += direction
        return -1

    def start(self) -> OutlineItem | None:
        """The first section that has a place."""
        return next((item for item in self.items if item.page >= 0), None)

    def end(self, index: int) -> OutlineItem | None:
        """The section that begins where another, with all that is under it, ends."""
        level = self.items[index].level
        later = self.items[index + 1 :]
        return next((item for item in later if item.level <= level and item.page >= 0), None)

    def path(self, index: int) -> tuple[int, ...]:
        """A section and all that it lies under, the outermost first."""
        found: list[int] = []
        while index >= 0:
            found.append(index)
            index = self.parents[index]
        return tuple(reversed(found))

    def having(self, text: str) -> Set[int]:
        """The sections that have each word of a text in their title."""
        wanted = [folded for word in text.split() if (folded := fold(word))]
        if self._folded is None:
            self._folded = tuple(fold(item.title) for item in self.items)
        titles = enumerate(self._folded)
        return {index for index, title in titles if all(word in title for word in wanted)}

    def opened(self) -> Set[int]:
        """The sections that stand open at first: level by level, while the rows are few."""
        found: set[int] = set()
        level, rows = list(self.roots), len(self.roots)
        while level:
            below = [child for index in level for child in self.children[index]]
            rows += len(below)
            if rows > _OPENED:
                break
            found.update(index for index in level if self.children[index])
            level = below
        return found


def _parents(items: Sequence[OutlineItem]) -> list[int]:
    """What each line lies under, -1 for nothing; a level that is skipped does not count."""
    parents: list[int] = []
    above: list[int] = []
    for index, item in enumerate(items):
        while above and items[above[-1]].level >= item.level:
            above.pop()
        parents.append(above[-1] if above else -1)
        above.append(index)
    return parents


def _by_height(items: Sequence[OutlineItem]) -> tuple[list[tuple[int, float]], list[int]]:
    """The heights at which sections begin, and which begins at each."""
    spots = sorted((item.page, item.top, index) for index, item in enumerate(items))
    spots = [spot for spot in spots if spot[0] >= 0]
    return [(page, top) for page, top, _ in spots], [index for _, _, index in spots]
