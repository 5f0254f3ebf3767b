"""The last screen, kept in the library so that the next start begins with it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from paperdesk.domain.shelf import ALL, Order, Shelf
from paperdesk.infra import memory
from paperdesk.infra.changes import Changes

_KEY = "screen"


@dataclass(frozen=True, slots=True)
class Remembered:
    """Which shelf was shown, the sizes of window and panes, and where views were left.

    `left` has the paper under the cursor of each view, by its query, and how far
    down the list that stood; `orders` the order that was chosen for some.
    """

    shelf: Shelf = ALL
    sizes: Mapping[str, int] = field(default_factory=dict)
    left: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    orders: Mapping[str, Order] = field(default_factory=dict)


def recall(changes: Changes) -> Remembered | None:
    """The last screen, if there was one and it can still be shown."""
    try:
        kept = memory.recall(changes.database, _KEY)
        title, query, order = kept["shelf"]
        left = {query: (paper, top) for query, (paper, top) in kept.get("left", {}).items()}
        orders = {query: Order(chosen) for query, chosen in kept.get("orders", {}).items()}
        return Remembered(Shelf(title, query, Order(order)), dict(kept["sizes"]), left, orders)
    except (LookupError, TypeError, ValueError):
        return None


def remember(changes: Changes, screen: Remembered) -> None:
    """Keep the screen for the next start."""
    shelf = screen.shelf
    kept = {
        "shelf": [shelf.title, shelf.query, shelf.order.value],
        "sizes": dict(screen.sizes),
        "left": dict(screen.left),
        "orders": dict(screen.orders),
    }
    memory.keep(changes, _KEY, kept)
