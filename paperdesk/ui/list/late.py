"""Who came late: rows that stand together below those that were there."""


class Latecomers:
    """The groups of latecomers of a list, by the row that each begins with."""

    def __init__(self) -> None:
        self._since: dict[int, str] = {}

    def begin(self, row: int, since: str) -> None:
        """Let a group begin with a row, unless the last one is of those `since` the same."""
        if next(reversed(self._since.values()), None) != since:
            self._since[row] = since

    def clear(self) -> None:
        """Nobody is late."""
        self._since.clear()

    def starts(self) -> tuple[int, ...]:
        """The rows with which groups begin, from above."""
        return tuple(self._since)

    def heading(self, row: int, rows: int) -> str:
        """What is said above a row, in a list of so many; nothing above most."""
        since = self._since.get(row)
        if since is None:
            return ""
        end = min((other for other in self._since if other > row), default=rows)
        return f"{end - row:,} added since {since}"
