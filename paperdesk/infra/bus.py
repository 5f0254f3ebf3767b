"""A post board: rooms pin events to it, others listen, nobody knows the other."""

from collections.abc import Callable
from typing import Any, TypeVar

from paperdesk.domain.events import Event

Deliver = Callable[[Callable[[], None]], None]
"""Runs something on the window's thread: at once in tests, soon in a window."""

E = TypeVar("E", bound=Event)


def at_once(call: Callable[[], None]) -> None:
    """Deliver without a window: where there is one thread only."""
    call()


class Bus:
    """Publishes from any thread; listeners are called on the window's thread."""

    def __init__(self, deliver: Deliver = at_once) -> None:
        self._deliver = deliver
        self._listeners: dict[type, list[Callable[[Any], None]]] = {}

    def listen(self, kind: type[E], listener: Callable[[E], None]) -> Callable[[], None]:
        """Call `listener` with each event of a kind; returns what ends that."""
        listeners = self._listeners.setdefault(kind, [])
        listeners.append(listener)
        return lambda: listeners.remove(listener)

    def publish(self, event: Event) -> None:
        """Tell everybody who listens what has happened."""
        self._deliver(lambda: self._tell(event))

    def _tell(self, event: Event) -> None:
        for listener in tuple(self._listeners.get(type(event), ())):
            listener(event)
