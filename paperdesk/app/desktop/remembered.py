"""The last screen, kept in the library so that the next start begins with it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

import sqlalchemy

from paperdesk.domain.shelf import ALL, Order, Shelf
from paperdesk.infra import tables
from paperdesk.infra.changes import Changes

_KEY = "screen"


@dataclass(frozen=True, slots=True)
class Remembered:
    """Which shelf was shown, and the sizes of window and panes."""

    shelf: Shelf = ALL
    sizes: Mapping[str, int] = field(default_factory=dict)


def recall(changes: Changes) -> Remembered | None:
    """The last screen, if there was one."""
    reading = changes.database.read()
    row = reading.execute("SELECT value FROM memory WHERE key = ?", (_KEY,)).fetchone()
    if row is None:
        return None
    kept = json.loads(row["value"])
    title, query, order = kept["shelf"]
    return Remembered(Shelf(title, query, Order(order)), kept["sizes"])


def remember(changes: Changes, screen: Remembered) -> None:
    """Keep the screen for the next start."""
    shelf = screen.shelf
    value = json.dumps(
        {"shelf": [shelf.title, shelf.query, shelf.order.value], "sizes": dict(screen.sizes)}
    )
    with changes.write(durable=False) as write:
        table = tables.table("memory")
        write.connection.execute(sqlalchemy.delete(table).where(table.c.key == _KEY))
        write.connection.execute(sqlalchemy.insert(table).values(key=_KEY, value=value))
