"""The last screen, kept in the library so that the next start begins with it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from paperdesk.domain.shelf import ALL, Order, Shelf
from paperdesk.infra import memory
from paperdesk.infra.changes import Changes

_KEY = "screen"


@dataclass(frozen=True, slots=True)
class Remembered:
    """Which shelf was shown, and the sizes of window and panes."""

    shelf: Shelf = ALL
    sizes: Mapping[str, int] = field(default_factory=dict)


def recall(changes: Changes) -> Remembered | None:
    """The last screen, if there was one and it can still be shown."""
    try:
        kept = memory.recall(changes.database, _KEY)
        title, query, order = kept["shelf"]
        return Remembered(Shelf(title, query, Order(order)), dict(kept["sizes"]))
    except (LookupError, TypeError, ValueError):
        return None


def remember(changes: Changes, screen: Remembered) -> None:
    """Keep the screen for the next start."""
    shelf = screen.shelf
    kept = {"shelf": [shelf.title, shelf.query, shelf.order.value], "sizes": dict(screen.sizes)}
    memory.keep(changes, _KEY, kept)
