"""Small things that outlive the program: what the screen was like, for one."""

from __future__ import annotations

import json
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
    table = tables.table("memory")
    with changes.write(durable=False) as write:
        write.connection.execute(sqlalchemy.delete(table).where(table.c.key == key))
        row = {"key": key, "value": json.dumps(value)}
        write.connection.execute(sqlalchemy.insert(table).values(**row))
