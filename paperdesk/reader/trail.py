"""The trail of jumps through a document: back, and forward again."""

from paperdesk.domain.note import Place

LONGEST = 200
"""Jumps that are remembered."""


class Trail:
    """Where the reader jumped from, as a browser keeps it."""

    def __init__(self) -> None:
        self._past: list[Place] = []
        self._future: list[Place] = []

    def leave(self, here: Place) -> None:
        """Remember a place that a jump is about to leave."""
        if not self._past or self._past[-1] != here:
            self._past.append(here)
            del self._past[:-LONGEST]
        self._future.clear()

    def back(self, here: Place, steps: int) -> Place | None:
        """The place so many jumps back (or forward, when negative), if there is one."""
        source, target = (self._past, self._future) if steps > 0 else (self._future, self._past)
        place: Place | None = None
        for _ in range(min(abs(steps), len(source))):
            target.append(place or here)
            place = source.pop()
        return place

    def clear(self) -> None:
        """Forget all jumps."""
        self._past.clear()
        self._future.clear()
