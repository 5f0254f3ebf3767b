"""What is wanted of the workers: the most urgent first, then the latest asked.

Nothing here is safe to use from several threads; the pool's lock sees to that.
"""

import itertools
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from paperdesk.domain.errors import PaperDeskError
from paperdesk.domain.pages import Request

AWAITED = 50
"""The urgency from which on somebody waits for the answer."""

PAUSE = 0.15
"""Seconds without an awaited wish before the others have their turn."""

Deliver = Callable[[Callable[[], None]], None]


@dataclass(slots=True, eq=False)
class Listener:
    """Somebody who waits for an answer; also their ticket."""

    done: Callable[[Any], None]
    failed: Callable[[PaperDeskError], None]
    deliver: Deliver
    urgency: int = 0
    turn: int = 0
    cancelled: bool = False

    def cancel(self) -> None:
        """Forget it: neither `done` nor `failed` will be called."""
        self.cancelled = True


@dataclass(slots=True, eq=False)
class Wish:
    """A request, and all who made it."""

    request: Request[Any]
    listeners: list[Listener] = field(default_factory=list)

    def live(self) -> list[Listener]:
        """Those who still want the answer."""
        return [listener for listener in self.listeners if not listener.cancelled]

    @property
    def leisurely(self) -> bool:
        """Whether nobody waits for it before the screen."""
        return all(listener.urgency < AWAITED for listener in self.listeners)

    def rank(self) -> tuple[int, int]:
        """How soon it is to be met: larger goes first."""
        return max((listener.urgency, listener.turn) for listener in self.live())


class Wishes:
    """The wishes that wait, and those being met.

    Of what nobody waits for one is met at a time, and in pauses only, so that a
    worker is there when a page is turned.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._busy_until = 0.0
        self._turns = itertools.count()
        self._waiting: dict[Request[Any], Wish] = {}
        self._running: dict[Request[Any], Wish] = {}

    def add(self, request: Request[Any], listener: Listener) -> None:
        """Wish for something; who wishes for the same shares the answer."""
        listener.turn = next(self._turns)
        if listener.urgency >= AWAITED:
            self._busy_until = self._clock() + PAUSE
        wish = self._running.get(request)
        if wish is None:
            wish = self._waiting.setdefault(request, Wish(request))
        wish.listeners.append(listener)

    def take(self) -> Wish | None:
        """The wish to meet next; those that nobody wants any more are dropped."""
        self._waiting = {key: wish for key, wish in self._waiting.items() if wish.live()}
        if not self._waiting:
            return None
        wish = max(self._waiting.values(), key=Wish.rank)
        if wish.leisurely and (self._at_leisure() or self._clock() < self._busy_until):
            return None
        del self._waiting[wish.request]
        self._running[wish.request] = wish
        return wish

    def finish(self, wish: Wish) -> list[Listener]:
        """It has been met: those who wait for the answer."""
        if not wish.leisurely:
            self._busy_until = self._clock() + PAUSE
        del self._running[wish.request]
        return wish.live()

    def pause(self) -> float | None:
        """Seconds after which something may be taken that may not be taken now."""
        if not self._waiting or self._at_leisure():
            return None
        return max(self._busy_until - self._clock(), 0.001)

    def _at_leisure(self) -> bool:
        """Whether one is being met that nobody waits for."""
        return any(wish.leisurely for wish in self._running.values())

    def drain(self) -> list[Listener]:
        """Give up all that waits: those who waited."""
        wishes, self._waiting = self._waiting, {}
        return [listener for wish in wishes.values() for listener in wish.live()]
