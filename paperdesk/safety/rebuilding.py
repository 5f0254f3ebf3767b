"""Makes a library again from its plain files, whatever else is lost."""

import contextlib
import json
import sqlite3
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from paperdesk.domain.errors import NotFound
from paperdesk.domain.paper import name_key
from paperdesk.infra import migrations
from paperdesk.infra.database import transaction
from paperdesk.safety import plain
from paperdesk.safety.plain import Row

Advance = Callable[[int, int], object]


def rebuild(folder: Path, library: Path, advance: Advance) -> list[str]:
    """Write a new library from a folder of plain files; what of them could not be read."""
    papers = plain.folders(folder)
    if not papers and not (folder / plain.LIBRARY).is_file():
        raise NotFound(f"{folder} holds no plain copy of a library.")
    troubles: list[str] = []
    with contextlib.closing(sqlite3.connect(library, isolation_level=None)) as connection:
        connection.row_factory = sqlite3.Row
        connection.execute("PRAGMA synchronous = OFF")
        migrations.migrate(connection)
        with transaction(connection):
            connection.execute("PRAGMA defer_foreign_keys = ON")
            _told(troubles, folder / plain.LIBRARY, partial(_take_library, connection, folder))
            for number, path in enumerate(papers[paper] for paper in sorted(papers)):
                advance(number, len(papers))
                _told(troubles, path, partial(_take_paper, connection, path))
            _forget_absent(connection)
    return troubles


def _told(troubles: list[str], path: Path, take: Callable[[], None]) -> None:
    """Take what a file says; one that cannot be read costs no more than itself."""
    try:
        take()
    except (OSError, ValueError, LookupError, TypeError, sqlite3.IntegrityError) as error:
        troubles.append(f"{path} cannot be read and was left out ({error}).")


def _take_library(connection: sqlite3.Connection, folder: Path) -> None:
    told = _read(folder / plain.LIBRARY)
    if told.get("library"):
        plain.mark_as_own(connection, str(told["library"]))
    for name in plain.WHOLE:
        if name in told:
            connection.execute(f"DELETE FROM {name}")
            for row in told[name]:
                _insert(connection, name, row)


def _take_paper(connection: sqlite3.Connection, folder: Path) -> None:
    _Paper(connection, folder).take()


class _Paper:
    """The files of one paper, on their way into a library."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._told = _read(path / plain.PAPER)
        self._marks = _read(path / plain.MARKS)
        note = path / plain.NOTE
        self._note = note.read_bytes().decode("utf-8") if note.is_file() else None

    def take(self) -> None:
        """Write all of it, or nothing."""
        self._connection.execute("SAVEPOINT paper")
        try:
            self._take()
        except BaseException:
            self._connection.execute("ROLLBACK TO paper")
            raise
        finally:
            self._connection.execute("RELEASE paper")

    def _take(self) -> None:
        own = self._told["paper"]
        _insert(self._connection, "paper", own)
        paper = int(own["id"])
        for position, name in enumerate(self._told["authors"]):
            named = {"paper": paper, "position": position, "author": self._author(str(name))}
            _insert(self._connection, "authorship", named)
        for name in self._told["tags"]:
            _insert(self._connection, "tagging", {"paper": paper, "tag": self._tag(str(name))})
        for table in plain.ABOUT:
            for row in self._told.get(table, ()):
                _insert(self._connection, table, row)
        updated = self._told["note_updated"]
        if self._note is not None or updated is not None:
            written = {"paper": paper, "text": self._note or "", "updated": updated or 0.0}
            _insert(self._connection, "note", written)
        self._take_marks()

    def _take_marks(self) -> None:
        for row in self._marks["highlights"]:
            tags = row.pop("tags", ())
            _insert(self._connection, "highlight", row)
            for name in tags:
                bearing = {"highlight": row["id"], "tag": self._tag(str(name))}
                _insert(self._connection, "highlight_tag", bearing)
        for table, name in (("bookmark", "bookmarks"), ("letter", "letters")):
            for row in self._marks[name]:
                _insert(self._connection, table, row)

    def _author(self, name: str) -> int:
        found = self._connection.execute("SELECT id FROM author WHERE name = ?", (name,)).fetchone()
        if found is not None:
            return int(found[0])
        row = {"name": name, "key": name_key(name)}
        return _insert(self._connection, "author", row)

    def _tag(self, name: str) -> int:
        found = self._connection.execute("SELECT id FROM tag WHERE name = ?", (name,)).fetchone()
        return int(found[0]) if found else _insert(self._connection, "tag", {"name": name})


def _forget_absent(connection: sqlite3.Connection) -> None:
    """Drop what joins a paper to one whose files are not there."""
    for table, column in (("relation", "other"), ("apart", "other")):
        connection.execute(f"DELETE FROM {table} WHERE {column} NOT IN (SELECT id FROM paper)")
    connection.execute("DELETE FROM membership WHERE collection NOT IN (SELECT id FROM collection)")


def _insert(connection: sqlite3.Connection, table: str, row: Row) -> int:
    """Insert a row; what another version wrote and this one does not know is left out."""
    known = {str(one[1]) for one in connection.execute(f"PRAGMA table_info({table})")}
    named = {name: value for name, value in row.items() if name in known}
    marks = ", ".join("?" * len(named))
    cursor = connection.execute(
        f"INSERT INTO {table} ({', '.join(named)}) VALUES ({marks})", tuple(named.values())
    )
    return int(cursor.lastrowid or 0)


def _read(path: Path) -> dict[str, Any]:
    told = json.loads(path.read_bytes())
    if not isinstance(told, dict) or told.get("format") != plain.FORMAT:
        raise ValueError(f"{path.name} is of a plain copy that this version does not know.")
    return told
