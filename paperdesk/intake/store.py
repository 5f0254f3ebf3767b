"""The intake's queries: which PDFs are here."""

from __future__ import annotations

import sqlite3

import sqlalchemy

from paperdesk.domain.paper import PaperId
from paperdesk.infra import tables

Row = dict[str, object]


def newest_file(connection: sqlite3.Connection, paper: PaperId) -> str | None:
    """The path, below `papers/`, of the PDF that a paper is read in."""
    row = read_row(connection, paper)
    return str(row["path"]) if row else None


def newest_row(connection: sqlite3.Connection, paper: PaperId) -> Row | None:
    """All that is said of a paper's PDF of the newest version."""
    row = connection.execute(
        "SELECT * FROM file WHERE paper = ? ORDER BY version DESC, id DESC LIMIT 1", (paper,)
    ).fetchone()
    return dict(row) if row else None


def read_row(connection: sqlite3.Connection, paper: PaperId) -> Row | None:
    """All that is said of the PDF that is read: the chosen one, else the newest."""
    row = connection.execute(
        "SELECT * FROM file WHERE paper = ? ORDER BY chosen DESC, version DESC, id DESC LIMIT 1",
        (paper,),
    ).fetchone()
    return dict(row) if row else None


def row_at(connection: sqlite3.Connection, below: str) -> Row | None:
    """All that is said of the PDF at a path below `papers/`."""
    row = connection.execute("SELECT * FROM file WHERE path = ?", (below,)).fetchone()
    return dict(row) if row else None


def files(connection: sqlite3.Connection) -> list[Row]:
    """All that is said of every PDF, those of papers in the trash left out."""
    rows = connection.execute(
        "SELECT file.* FROM file JOIN paper ON paper.id = file.paper WHERE state <> 'trash'"
    )
    return [dict(row) for row in rows]


def paper_with(connection: sqlite3.Connection, digest: str) -> PaperId | None:
    """The paper that has a PDF with this digest: the oldest, if several have."""
    row = connection.execute(
        "SELECT paper FROM file WHERE digest = ? ORDER BY id LIMIT 1", (digest,)
    ).fetchone()
    return PaperId(row[0]) if row else None


def path_of(connection: sqlite3.Connection, paper: PaperId, digest: str) -> str | None:
    """The path, below `papers/`, of a paper's PDF with this digest."""
    row = connection.execute(
        "SELECT path FROM file WHERE paper = ? AND digest = ?", (paper, digest)
    ).fetchone()
    return str(row[0]) if row else None


def keep_file(connection: sqlalchemy.Connection, row: Row) -> None:
    """Say that a PDF is here, in place of what was said of the same path."""
    table = tables.table("file")
    same = table.c.path == row["path"]
    chosen = connection.execute(sqlalchemy.select(table.c.chosen).where(same)).scalar()
    if chosen is None:  # a new edition is what one reads, whichever was chosen before
        others = sqlalchemy.update(table).where(table.c.paper == row["paper"])
        connection.execute(others.values(chosen=0))
    connection.execute(sqlalchemy.delete(table).where(same))
    connection.execute(sqlalchemy.insert(table).values(**row, chosen=chosen or 0))
