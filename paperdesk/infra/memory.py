"""Small things that outlive the program: what the screen was like, for one."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import sqlalchemy

from paperdesk.infra import tables
from paperdesk.infra.changes import Changes
from paperdesk.infra.database import Database


def recall(database: Database, key: str) -> Any:
    """What was kept under a key, or None."""
    reading = database.read()
    row = reading.execute("SELECT value FROM memory WHERE key = ?", (key,)).fetchone()
    return None if row is None else json.loads(row["value"])


def keep(changes: Changes, key: str, value: Any) -> None:
    """Keep something that JSON can write, in place of what was there."""
    keep_on(changes, key, lambda _: value)


def keep_on(changes: Changes, key: str, follow: Callable[[Any], Any]) -> None:
    """Keep what follows from what was kept (None at first), which nobody changes between."""
    table = tables.table("memory")
    here = table.c.key == key
    with changes.write(durable=False) as write:
        known = write.connection.execute(sqlalchemy.select(table.c.value).where(here)).scalar()
        value = follow(None if known is None else json.loads(known))
        write.connection.execute(sqlalchemy.delete(table).where(here))
        row = {"key": key, "value": json.dumps(value)}
        write.connection.execute(sqlalchemy.insert(table).values(**row))
