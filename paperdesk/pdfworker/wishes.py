"""What is wanted of the workers: the most urgent first, then the latest asked.

Nothing here is safe to use from several threads; the pool's lock sees to that.
"""

import itertools
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from paperdesk.domain.errors import PaperDeskError
from paperdesk.domain.pages import Request

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

    def rank(self) -> tuple[int, int]:
        """How soon it is to be met: larger goes first."""
        return max((listener.urgency, listener.turn) for listener in self.live())


class Wishes:
    """The wishes that wait, and those being met."""

    def __init__(self) -> None:
        self._turns = itertools.count()
        self._waiting: dict[Request[Any], Wish] = {}
        self._running: dict[Request[Any], Wish] = {}

    def add(self, request: Request[Any], listener: Listener) -> None:
        """Wish for something; who wishes for the same shares the answer."""
        listener.turn = next(self._turns)
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
        del self._waiting[wish.request]
        self._running[wish.request] = wish
        return wish

    def finish(self, wish: Wish) -> list[Listener]:
        """It has been met: those who wait for the answer."""
        del self._running[wish.request]
        return wish.live()

    def drain(self) -> list[Listener]:
        """Give up all that waits: those who waited."""
        wishes, self._waiting = self._waiting, {}
        return [listener for wish in wishes.values() for listener in wish.live()]
