"""Taking turns at a host that wants to be asked one thing at a time, and slowly."""

import contextlib
import heapq
import itertools
import threading
import time
from collections.abc import Callable, Iterator

from paperdesk.infra.jobs import nothing
from paperdesk.infra.turns import Turns

GLANCE = 0.2
"""Seconds after which one who waits looks whether it is still wanted."""

Tell = Callable[[float], None]
"""Hears how many seconds one will wait."""


def untold(seconds: float) -> None:
    """Hear it, and say nothing."""


class Gate:
    """Lets one through at a time, some seconds after the last, the urgent first.

    *Why a lock here:* the threads of the FETCH lane stand in one line before
    one host; who comes next is decided when the turn is free, not before.
    """

    def __init__(self, seconds: float, turns: Turns | None = None) -> None:
        """`seconds` are between one answer and the next question.

        With `turns`, other processes that share them count as well.
        """
        self._seconds = seconds
        self._turns = turns
        self._turn = threading.Condition()
        self._line: list[tuple[int, int]] = []
        self._numbers = itertools.count()
        self._busy = False
        self._free_at = 0.0

    @contextlib.contextmanager
    def turn(
        self, check: Callable[[], None], *, urgency: int = 0, tell: Tell = untold
    ) -> Iterator[Callable[[], None]]:
        """Wait for the turn and keep it for the block; `check` may give up.

        Who waits is told about how many seconds are left; 0 if nobody knows.
        The pause after it is counted from when the call handed out is made, or
        from the end of the block: a host counts from when it was asked.
        """
        place = (-urgency, next(self._numbers))
        with self._turn:
            heapq.heappush(self._line, place)
            try:
                self._wait(place, check, tell)
            finally:
                self._line.remove(place)
                heapq.heapify(self._line)
                self._turn.notify_all()
            self._busy = True
        answered: list[float] = []
        try:
            yield lambda: answered.append(time.monotonic())
        finally:
            with self._turn:
                self._free_at = (answered[0] if answered else time.monotonic()) + self._seconds
                self._busy = False
                self._turn.notify_all()
                if self._turns and (left := self._free_at - time.monotonic()) > 0:
                    self._turns.rest(left)

    def _wait(self, place: tuple[int, int], check: Callable[[], None], tell: Tell) -> None:
        while True:
            check()
            left = self._free_at - time.monotonic()
            if self._line[0] == place and not self._busy and left <= 0:
                left = self._turns.claim() if self._turns else 0.0
                if left <= 0:
                    return
            ahead = sum(other < place for other in self._line)
            tell(max(left, 0.0) + ahead * self._seconds)
            self._turn.wait(min(GLANCE, left) if left > 0 else GLANCE)


class Open:
    """The gate of a host that takes any number at once."""

    @contextlib.contextmanager
    def turn(
        self, check: Callable[[], None], *, urgency: int = 0, tell: Tell = untold
    ) -> Iterator[Callable[[], None]]:
        """Go through."""
        del urgency, tell
        check()
        yield nothing
