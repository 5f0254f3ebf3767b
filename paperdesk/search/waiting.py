"""The table `waiting`: what the index must see again, oldest first.

*Why its own connection:* the index process writes nothing else, and so never
loads what the other writers of the library need (12 MB).
"""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from paperdesk.infra.database import transaction

BUSY_SECONDS = 10.0

_EVERYTHING = """
DELETE FROM waiting;
INSERT INTO waiting (kind, ref) SELECT 'paper', id FROM paper ORDER BY id DESC;
INSERT INTO waiting (kind, ref) SELECT 'note', paper FROM note;
INSERT INTO waiting (kind, ref) SELECT 'highlight', id FROM highlight WHERE trashed IS NULL;
INSERT INTO waiting (kind, ref) SELECT 'file', id FROM file;
"""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that waits, with every number under which it does."""

    kind: str
    ref: str
    seqs: tuple[int, ...]


class Waiting:
    """The queue of one library, for the process that holds the index lock."""

    def __init__(self, library: Path) -> None:
        self._connection = sqlite3.connect(
            library, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
        )

    def count(self) -> int:
        """How many things wait."""
        sql = "SELECT count(*) FROM (SELECT DISTINCT kind, ref FROM waiting)"
        return int(self._connection.execute(sql).fetchone()[0])

    def any(self) -> bool:
        """Whether anything waits."""
        sql = "SELECT EXISTS (SELECT 1 FROM waiting)"
        return bool(self._connection.execute(sql).fetchone()[0])

    def first(self, kinds: Sequence[str], most: int) -> list[Item]:
        """The things of some kinds that have waited longest, each once.

        What waits again further behind is met again there: to look for it among a
        million would take longer than to index it twice.
        """
        rows = self._connection.execute(
            "SELECT kind, ref, group_concat(seq) FROM (SELECT seq, kind, ref FROM waiting"
            f" WHERE kind IN ({', '.join('?' * len(kinds))}) ORDER BY seq LIMIT ?)"
            " GROUP BY kind, ref ORDER BY min(seq)",
            (*kinds, most),
        )
        return [Item(kind, ref, tuple(map(int, seqs.split(",")))) for kind, ref, seqs in rows]

    def done(self, items: Iterable[Item]) -> None:
        """Forget what has been seen to; what changed since then waits on."""
        seqs = [(seq,) for item in items for seq in item.seqs]
        with transaction(self._connection):
            self._connection.executemany("DELETE FROM waiting WHERE seq = ?", seqs)

    def everything(self) -> int:
        """Let all that the library has wait; the number of the last thing."""
        with transaction(self._connection):
            for statement in _EVERYTHING.split(";"):
                self._connection.execute(statement)
            row = self._connection.execute("SELECT max(seq) FROM waiting").fetchone()
        return int(row[0] or 0)

    def reached(self, last: int) -> bool:
        """Whether nothing up to a number waits any longer."""
        sql = "SELECT NOT EXISTS (SELECT 1 FROM waiting WHERE seq <= ?)"
        return bool(self._connection.execute(sql, (last,)).fetchone()[0])

    def close(self) -> None:
        """Let go of the library."""
        self._connection.close()
