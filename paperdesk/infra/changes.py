"""One transaction, one announcement: here, and to others on the same library.

Each change leaves a row in the `change` table, so that a window learns what the
command line did beside it.
"""

from __future__ import annotations

import contextlib
import json
import time
import uuid
from collections.abc import Callable, Iterator
from typing import Any

import sqlalchemy

from paperdesk.domain.events import (
    CollectionsChanged,
    Event,
    FileArrived,
    NotesChanged,
    PapersChanged,
    RulesChanged,
    SourcesChanged,
)
from paperdesk.infra import tables
from paperdesk.infra.bus import Bus
from paperdesk.infra.database import Database

KEEP_SECONDS = 24 * 3600.0

_TOLD: dict[str, Callable[[list[Any]], Event]] = {
    "papers": lambda ids: PapersChanged(tuple(ids)),
    "notes": lambda ids: NotesChanged(tuple(ids)),
    "collections": lambda _: CollectionsChanged(),
    "rules": lambda _: RulesChanged(),
    "sources": lambda ids: SourcesChanged(tuple(ids)),
}


class Write:
    """A transaction under way: its connection, and what will be announced."""

    def __init__(self, connection: sqlalchemy.Connection) -> None:
        self.connection = connection
        self.events: list[Event] = []

    def tell(self, event: Event) -> None:
        """Announce this once the transaction is in."""
        self.events.append(event)


class Changes:
    """Writes to a library and tells everybody who has it open."""

    def __init__(self, database: Database, bus: Bus) -> None:
        self.database = database
        self._bus = bus
        self._origin = uuid.uuid4().hex[:12]
        self._seen = self._newest()

    @contextlib.contextmanager
    def write(self, *, durable: bool = True) -> Iterator[Write]:
        """A transaction whose events are published after it is committed."""
        with self.database.write(durable=durable) as connection:
            write = Write(connection)
            yield write
            self._record(write)
        for event in write.events:
            self._bus.publish(event)

    def poll(self) -> None:
        """Publish what other processes have changed since the last poll.

        A query on a handful of rows: cheap enough for twice a second.
        """
        rows = self.database.read().execute(
            "SELECT id, origin, event, ids FROM change WHERE id > ? ORDER BY id", (self._seen,)
        )
        for row in rows.fetchall():
            self._seen = row["id"]
            if row["origin"] != self._origin:
                self._bus.publish(_TOLD[row["event"]](json.loads(row["ids"])))

    def _newest(self) -> int:
        row = self.database.read().execute("SELECT max(id) FROM change").fetchone()
        return int(row[0] or 0)

    def _record(self, write: Write) -> None:
        now = time.time()
        rows = [
            {"at": now, "origin": self._origin, "event": name, "ids": json.dumps(ids)}
            for name, ids in map(_spelt, write.events)
        ]
        if not rows:
            return
        table = tables.table("change")
        write.connection.execute(sqlalchemy.insert(table), rows)
        write.connection.execute(sqlalchemy.delete(table).where(table.c.at < now - KEEP_SECONDS))


def _spelt(event: Event) -> tuple[str, list[int]]:
    """An event as the `change` table keeps it."""
    if isinstance(event, FileArrived):
        return "papers", [event.paper]
    if isinstance(event, PapersChanged):
        return "papers", list(event.ids)
    if isinstance(event, NotesChanged):
        return "notes", list(event.ids)
    if isinstance(event, CollectionsChanged):
        return "collections", []
    if isinstance(event, RulesChanged):
        return "rules", []
    if isinstance(event, SourcesChanged):
        return "sources", list(event.ids)
    raise TypeError(f"{event} is not for other processes")
