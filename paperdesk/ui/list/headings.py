"""What is said above rows: of the groups of a list, and of those who came late, below all."""

from bisect import bisect_left
from collections.abc import Collection, Mapping


class Headings:
    """The groups of a list, by the row that each begins with."""

    def __init__(self) -> None:
        self._groups: dict[int, str] = {}
        self._since: dict[int, str] = {}

    def group(self, groups: Mapping[int, str]) -> None:
        """Say this above these rows."""
        self._groups = dict(groups)

    def begin(self, row: int, since: str) -> None:
        """Let a group begin with a row, unless the last one is of those `since` the same."""
        if next(reversed(self._since.values()), None) != since:
            self._since[row] = since

    def clear(self) -> None:
        """Say nothing."""
        self._groups.clear()
        self._since.clear()

    def without(self, rows: Collection[int]) -> None:
        """Rows are taken out: the groups below begin so much further up; late is nobody."""
        gone = sorted(rows)
        moved = ((row - bisect_left(gone, row), said) for row, said in self._groups.items())
        self._groups, self._since = dict(moved), {}

    def starts(self) -> tuple[int, ...]:
        """The rows with which groups begin, from above."""
        return (*self._groups, *self._since)

    def late(self) -> tuple[int, ...]:
        """The rows with which those begin who came late."""
        return tuple(self._since)

    def heading(self, row: int, rows: int) -> str:
        """What is said above a row, in a list of so many; nothing above most."""
        since = self._since.get(row)
        if since is None:
            return self._groups.get(row, "")
        end = min((other for other in self._since if other > row), default=rows)
        return f"{end - row:,} added since {since}"
