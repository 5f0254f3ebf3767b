"""The texts of PDF pages, read once and kept in `cache/pages.db`.

Derived: what is lost is read again from the PDF. `indexed` is how many pages of
a file are in the index; it may lag behind, never run ahead.
"""

import logging
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from paperdesk.infra.database import transaction

_log = logging.getLogger("paperdesk.search")

_SCHEMA = """
CREATE TABLE IF NOT EXISTS file (
    id INTEGER PRIMARY KEY, digest TEXT NOT NULL,
    indexed INTEGER NOT NULL, failures INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS page (
    file INTEGER NOT NULL, page INTEGER NOT NULL, text TEXT NOT NULL, PRIMARY KEY (file, page)
) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a file is: pages read, pages in the index, pages that failed."""

    read: int
    indexed: int
    failures: int


class Texts:
    """The kept texts; made anew when the file is damaged.

    Where the disk takes nothing, they are kept as long as the process lives.
    """

    def __init__(self, path: Path) -> None:
        """Open or make the file of texts."""
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._connection = _opened(path)
        except (sqlite3.OperationalError, OSError) as error:
            _log.warning("The texts of pages cannot be kept: %s", error)
            self._connection = _opened(Path(":memory:"))
        except sqlite3.DatabaseError:
            path.unlink(missing_ok=True)
            self._connection = _opened(path)

    def progress(self, file: int, digest: str) -> Progress:
        """How far a file is; one with other bytes than before starts anew."""
        row = self._connection.execute(
            "SELECT digest, indexed, failures FROM file WHERE id = ?", (file,)
        ).fetchone()
        if row is None or row[0] != digest:
            self.forget(file)
            with transaction(self._connection):
                self._connection.execute("INSERT INTO file VALUES (?, ?, 0, 0)", (file, digest))
            return Progress(0, 0, 0)
        read = self._connection.execute("SELECT count(*) FROM page WHERE file = ?", (file,))
        return Progress(read.fetchone()[0], row[1], row[2])

    def keep(self, file: int, first: int, texts: Iterable[str], failures: int) -> None:
        """Keep the texts of pages that were read, counted from `first`."""
        rows = [(file, first + number, text) for number, text in enumerate(texts)]
        with transaction(self._connection):
            self._connection.executemany("INSERT OR REPLACE INTO page VALUES (?, ?, ?)", rows)
            self._connection.execute("UPDATE file SET failures = ? WHERE id = ?", (failures, file))

    def indexed(self, file: int, pages: int) -> None:
        """Remember that so many pages of a file are in the index."""
        with transaction(self._connection):
            self._connection.execute("UPDATE file SET indexed = ? WHERE id = ?", (pages, file))

    def start_over(self) -> None:
        """Remember that nothing is in the index."""
        with transaction(self._connection):
            self._connection.execute("UPDATE file SET indexed = 0")

    def forget(self, file: int) -> None:
        """Throw away the texts of a file."""
        with transaction(self._connection):
            self._connection.execute("DELETE FROM page WHERE file = ?", (file,))
            self._connection.execute("DELETE FROM file WHERE id = ?", (file,))

    def pages(self, file: int, first: int, count: int) -> list[str]:
        """The texts of some pages, from 0."""
        rows = self._connection.execute(
            "SELECT text FROM page WHERE file = ? AND page >= ? AND page < ? ORDER BY page",
            (file, first, first + count),
        )
        return [text for (text,) in rows]

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()


def _opened(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=10.0, isolation_level=None, check_same_thread=False)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.executescript(_SCHEMA)
    except sqlite3.Error:
        connection.close()
        raise
    return connection
