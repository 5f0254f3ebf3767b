"""What papers say of themselves, kept beside them: read when they are new, later than all else.

Papers are read in the order of their numbers, so that how far one got is one
number; with other rules (`claims.EDITION`) it begins anew. A paper whose words
change is read again with the change.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from paperdesk.domain.claims import EDITION, claims
from paperdesk.domain.events import FactsRead
from paperdesk.domain.facts import DATASET, Fact, name_key
from paperdesk.domain.paper import PaperId
from paperdesk.infra.bus import Bus
from paperdesk.infra.changes import Changes, Write

BATCH = 50
"""Papers that are read at once: 50 ms, for which a writer may have to wait."""

_KEY = "facts"
_KNOWN = "SELECT value FROM memory WHERE key = ?"
_AFTER = "SELECT id, title, abstract FROM paper WHERE id > ? ORDER BY id LIMIT ?"


class Facts:
    """Reads what papers say, and tells it."""

    def __init__(self, changes: Changes, bus: Bus) -> None:
        self._changes = changes
        self._bus = bus

    def waiting(self) -> bool:
        """Whether there are papers that were not read yet."""
        reading = self._changes.database.read()
        row = reading.execute(_KNOWN, (_KEY,)).fetchone()
        last = reading.execute("SELECT max(id) FROM paper").fetchone()[0] or 0
        return bool(last > _reach(row[0] if row else None))

    def read_some(self, most: int = BATCH) -> bool:
        """Read the next papers; whether there were any."""
        with self._changes.write(durable=False) as write:
            connection = write.connection
            reach = _reach(connection.exec_driver_sql(_KNOWN, (_KEY,)).scalar())
            rows = connection.exec_driver_sql(_AFTER, (reach, most)).all()
            if not rows:
                return False
            for paper, title, abstract in rows:
                keep(write, PaperId(paper), title, abstract)
            kept = json.dumps({"edition": EDITION, "reach": rows[-1][0]})
            sql = "INSERT OR REPLACE INTO memory (key, value) VALUES (?, ?)"
            connection.exec_driver_sql(sql, (_KEY, kept))
        self._bus.publish(FactsRead(tuple(PaperId(row[0]) for row in rows)))
        return True

    def read_all(self) -> None:
        """Read every paper that was not read yet."""
        while self.read_some():
            pass


def keep(write: Write, paper: PaperId, title: str, abstract: str) -> None:
    """Keep what a paper says, in place of what it said before."""
    write.connection.exec_driver_sql("DELETE FROM fact WHERE paper = ?", (paper,))
    rows = [_row(paper, fact) for fact in claims(title, abstract)]
    if rows:
        write.connection.exec_driver_sql(
            "INSERT OR IGNORE INTO fact (paper, name, value, text, place, start, stop, key) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            rows,
        )


def keep_again(write: Write, paper: PaperId) -> None:
    """Read a paper whose words have changed."""
    sql = "SELECT title, abstract FROM paper WHERE id = ?"
    for title, abstract in write.connection.exec_driver_sql(sql, (paper,)):
        keep(write, paper, title, abstract)


def rows(paper: PaperId, found: Iterable[Fact]) -> list[dict[str, object]]:
    """Facts of a paper as rows of their table, each key once."""
    names = ("paper", "name", "value", "text", "place", "start", "stop", "key")
    made = [dict(zip(names, _row(paper, fact), strict=True)) for fact in found]
    return list({(row["name"], row["place"], row["start"]): row for row in reversed(made)}.values())


def _row(paper: PaperId, fact: Fact) -> tuple[object, ...]:
    key = name_key(fact.text) if fact.name == DATASET else ""
    return (paper, fact.name, fact.value, fact.text, fact.place, fact.start, fact.stop, key)


def _reach(kept: str | None) -> int:
    """The number up to which papers were read by these rules."""
    known = json.loads(kept) if kept else {}
    return int(known["reach"]) if known.get("edition") == EDITION else 0
