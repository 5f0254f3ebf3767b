"""What was written of which paper into which folder."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy

from paperdesk.domain.paper import PaperId
from paperdesk.infra import tables


@dataclass(frozen=True, slots=True)
class Record:
    """A file that was written; `pending` is what was about to replace its text.

    Where no file was yet, the text that was about to be written stands in both.
    """

    paper: PaperId
    folder: str
    name: str
    text: str
    pending: str | None = None

    @property
    def begun(self) -> bool:
        """Whether a new file was about to be written, and it is not known if it was."""
        return self.text == self.pending

    @property
    def texts(self) -> tuple[str, ...]:
        """What the file may hold if nobody else has touched it."""
        return (self.text,) if self.pending is None else (self.text, self.pending)


def names(connection: sqlite3.Connection, folder: Path) -> dict[PaperId, str]:
    """The names that were given in a folder."""
    rows = connection.execute("SELECT paper, name FROM exported WHERE folder = ?", (str(folder),))
    return {PaperId(row["paper"]): row["name"] for row in rows}


def records(
    connection: sqlite3.Connection, papers: Sequence[PaperId]
) -> dict[PaperId, list[Record]]:
    """What was written of these papers into any folder, the latest first."""
    rows = connection.execute(
        "SELECT paper, folder, name, text, pending FROM exported "
        "WHERE paper IN (SELECT value FROM json_each(?)) ORDER BY at DESC",
        (json.dumps(list(papers)),),
    )
    found: dict[PaperId, list[Record]] = {paper: [] for paper in papers}
    for row in rows:
        found[PaperId(row["paper"])].append(Record(*row))
    return found


def forget(connection: sqlalchemy.Connection, unwritten: Sequence[Record]) -> None:
    """Take back what was remembered of files that were not written after all."""
    exported = tables.table("exported")
    for record in unwritten:
        here = (exported.c.paper == record.paper) & (exported.c.folder == record.folder)
        connection.execute(sqlalchemy.delete(exported).where(here))


def keep(connection: sqlalchemy.Connection, kept: Sequence[Record], now: float) -> None:
    """Remember what is written, or is about to be."""
    rows = [
        {
            "paper": record.paper,
            "folder": record.folder,
            "name": record.name,
            "text": record.text,
            "pending": record.pending,
            "at": now,
        }
        for record in kept
    ]
    if rows:
        insert = sqlalchemy.insert(tables.table("exported")).prefix_with("OR REPLACE")
        connection.execute(insert, rows)
