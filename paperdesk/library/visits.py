"""When somebody last looked through the papers, kept across restarts."""

from __future__ import annotations

import json
import sqlite3
from typing import Any

from paperdesk.domain.visit import Visit
from paperdesk.infra import memory
from paperdesk.infra.changes import Changes

_KEY = "visit"


class Visits:
    """Remembers that somebody is here."""

    def __init__(self, changes: Changes) -> None:
        self._changes = changes

    def come(self, now: float) -> None:
        """Somebody looks at a paper now; no step to undo."""

        def follow(known: list[Any] | None) -> list[Any]:
            visit = Visit(now) if known is None else Visit(*known).seen(now)
            return [visit.last, visit.before]

        memory.keep_on(self._changes, _KEY, follow)


def last_visit(connection: sqlite3.Connection, now: float) -> float | None:
    """When the visit before the one of now ended; None where this is the first."""
    known = _kept(connection)
    return None if known is None else known.since(now)


def _kept(connection: sqlite3.Connection) -> Visit | None:
    row = connection.execute("SELECT value FROM memory WHERE key = ?", (_KEY,)).fetchone()
    return None if row is None else Visit(*json.loads(row[0]))
