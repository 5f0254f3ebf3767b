"""The pages of a search that are still to be looked at, and those that are on their way."""

from collections import deque
from collections.abc import Iterable

from paperdesk.reader.finding import FIRST_CHUNK, pace, runs

Stretch = tuple[int, int]
"""Pages from the first to the last, both included."""


class Stretches:
    """Hands out pages, nearest first, and as many together as are quickly searched."""

    def __init__(self) -> None:
        self._waiting: deque[Stretch] = deque()
        self._under_way: dict[Stretch, None] = {}
        self._together = FIRST_CHUNK

    def __bool__(self) -> bool:
        return bool(self._waiting or self._under_way)

    def begin(self, pages: Iterable[int], start: int) -> None:
        """Let these pages be searched, from one of them on; none for an end."""
        self._under_way.clear()
        self._waiting = deque(runs(pages, start))

    def take(self) -> Stretch | None:
        """The pages to ask for next, if any wait."""
        if not self._waiting:
            return None
        first, last = self._waiting.popleft()
        if last - first >= self._together:
            self._waiting.appendleft((first + self._together, last))
            last = first + self._together - 1
        self._under_way[first, last] = None
        return first, last

    def done(self, stretch: Stretch, seconds: float | None = None) -> None:
        """Pages are searched; it took so long, where that is known."""
        self._under_way.pop(stretch, None)
        if seconds is not None:
            self._together = pace(stretch[1] - stretch[0] + 1, seconds)

    def pause(self) -> None:
        """What is on its way waits again."""
        self._waiting.extendleft(reversed(self._under_way))
        self._under_way.clear()

    def firsts(self) -> list[int]:
        """The first page of each stretch that is not yet searched."""
        return [first for first, _ in (*self._under_way, *self._waiting)]

    def pages(self) -> set[int]:
        """All pages that are not yet searched."""
        stretches = (*self._under_way, *self._waiting)
        return {page for first, last in stretches for page in range(first, last + 1)}
