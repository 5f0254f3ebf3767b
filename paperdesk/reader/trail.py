"""The trail of jumps, as a browser keeps it: back, and forward again."""

from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from paperdesk.domain.note import Place
from paperdesk.domain.paper import PaperId

T = TypeVar("T")

LONGEST = 200
"""Jumps that are remembered."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A place in one of several papers."""

    paper: PaperId
    place: Place


class Way(Protocol):
    """The trail of one view, which may lead into papers that it does not show."""

    def leave(self, here: Place) -> None:
        """Remember a place that a jump is about to leave."""

    def back(self, here: Place, steps: int) -> Place | None:
        """The place so many jumps back (or forward, when negative), if it is in this paper."""

    def swap(self, here: Place) -> Place | None:
        """The place that the last jump began at, if it is in this paper; `here` stands for it."""

    def clear(self) -> None:
        """Another document is shown."""


class Trail(Generic[T]):
    """Where the reader jumped from."""

    def __init__(self) -> None:
        self._past: list[T] = []
        self._future: list[T] = []

    def leave(self, here: T) -> None:
        """Remember a place that a jump is about to leave."""
        if not self._past or self._past[-1] != here:
            self._past.append(here)
            del self._past[:-LONGEST]
        self._future.clear()

    def back(self, here: T, steps: int) -> T | None:
        """The place so many jumps back (or forward, when negative), if there is one."""
        source, target = (self._past, self._future) if steps > 0 else (self._future, self._past)
        place: T | None = None
        for _ in range(min(abs(steps), len(source))):
            target.append(place or here)
            place = source.pop()
        return place

    def swap(self, here: T) -> T | None:
        """The place that the last jump began at; `here` stands for it from now on."""
        if not self._past:
            return None
        place, self._past[-1] = self._past[-1], here
        return place

    def clear(self) -> None:
        """Forget all jumps."""
        self._past.clear()
        self._future.clear()
