"""The queries of notes, highlights and places, and their rows as values."""

from __future__ import annotations

import dataclasses
import json
import sqlite3
from datetime import UTC, datetime
from typing import Any

import sqlalchemy

from paperdesk.domain.arrangement import Arrangement, Fit
from paperdesk.domain.note import (
    Anchor,
    Colour,
    Fate,
    Highlight,
    HighlightId,
    Kind,
    Note,
    Place,
    Quad,
)
from paperdesk.domain.paper import PaperId

Row = dict[str, Any]

TAGS = """
(SELECT json_group_array(name) FROM
 (SELECT tag.name FROM highlight_tag JOIN tag ON tag.id = highlight_tag.tag
  WHERE highlight_tag.highlight = highlight.id ORDER BY tag.name COLLATE NOCASE)) AS tags
"""
"""A column beside those of `highlight`: its tags as JSON."""


def note(connection: sqlite3.Connection, paper: PaperId) -> Note | None:
    """The note of a paper."""
    row = connection.execute("SELECT text, updated FROM note WHERE paper = ?", (paper,)).fetchone()
    return Note(paper, row["text"], _moment(row["updated"])) if row is not None else None


def text_before(connection: sqlalchemy.Connection, paper: PaperId) -> str:
    """The text of a note within the transaction that is about to change it."""
    row = connection.exec_driver_sql("SELECT text FROM note WHERE paper = ?", (paper,)).first()
    return str(row[0]) if row is not None else ""


def standing(connection: sqlalchemy.Connection, paper: PaperId) -> PaperId:
    """The paper itself, or the one that it was merged into while somebody wrote about it."""
    row = connection.exec_driver_sql(
        "SELECT paper FROM alias WHERE kind = 'paper' AND value = ? "
        "AND NOT EXISTS (SELECT 1 FROM paper WHERE id = ?)",
        (str(paper), paper),
    ).first()
    return PaperId(row[0]) if row is not None else paper


def highlights(connection: sqlite3.Connection, paper: PaperId) -> list[Highlight]:
    """The highlights of a paper that are not in the trash."""
    rows = connection.execute(
        f"SELECT *, {TAGS} FROM highlight WHERE paper = ? AND trashed IS NULL", (paper,)
    )
    return [as_highlight(row) for row in rows]


def highlight(connection: sqlite3.Connection, wanted: HighlightId) -> Highlight | None:
    """A highlight that is not in the trash."""
    row = connection.execute(
        f"SELECT *, {TAGS} FROM highlight WHERE id = ? AND trashed IS NULL", (wanted,)
    ).fetchone()
    return as_highlight(row) if row is not None else None


def origins(connection: sqlite3.Connection, paper: PaperId) -> frozenset[str]:
    """The annotations of a paper's files that are here, by name; also the trashed ones.

    What a copy of ours holds has the id of the mark as its name.
    """
    rows = connection.execute("SELECT id, origin FROM highlight WHERE paper = ?", (paper,))
    return frozenset(name for row in rows for name in row if name)


def edition(connection: sqlite3.Connection, paper: PaperId) -> str:
    """The digest of the PDF that a paper is read in; empty where none is here."""
    row = connection.execute(
        "SELECT digest FROM file WHERE paper = ? "
        "ORDER BY chosen DESC, version DESC, id DESC LIMIT 1",
        (paper,),
    ).fetchone()
    return str(row[0]) if row is not None else ""


def editions(connection: sqlite3.Connection, paper: PaperId) -> frozenset[str]:
    """The digests of the PDFs that a paper's marks are on, "" where that is not known."""
    rows = connection.execute("SELECT DISTINCT edition FROM highlight WHERE paper = ?", (paper,))
    return frozenset(str(row[0]) for row in rows)


def settle(connection: sqlalchemy.Connection, paper: PaperId, edition: str) -> None:
    """Say on which PDF marks are of which that was not known."""
    connection.exec_driver_sql(
        "UPDATE highlight SET edition = ? WHERE paper = ? AND edition = ''", (edition, paper)
    )


def carried_to(connection: sqlite3.Connection, paper: PaperId) -> str:
    """The digest of the PDF that a paper's marks were last carried over to."""
    row = connection.execute("SELECT value FROM memory WHERE key = ?", (f"carried:{paper}",))
    found = row.fetchone()
    return str(found[0]) if found is not None else ""


def carry_to(connection: sqlalchemy.Connection, paper: PaperId, edition: str) -> None:
    """Remember to which PDF a paper's marks were carried over."""
    connection.exec_driver_sql(
        "INSERT INTO memory (key, value) VALUES (?, ?)"
        " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (f"carried:{paper}", edition),
    )


def highlight_row(made: Highlight) -> Row:
    """The columns of a highlight, its id aside."""
    anchor = made.anchor
    return {
        "paper": made.paper,
        "page": anchor.page,
        "label": anchor.label,
        "quads": json.dumps(anchor.quads),
        "text": anchor.text,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
        "colour": made.colour.value,
        "comment": made.comment,
        "created": made.created.timestamp(),
        "trashed": None,
        "kind": made.kind.value,
        "strokes": json.dumps(made.strokes),
        "edition": made.edition,
        "fate": made.fate.value,
        "origin": made.origin,
        "rest": json.dumps([dataclasses.asdict(anchor) for anchor in made.rest]),
        "author": made.author,
    }


def place(connection: sqlite3.Connection, paper: PaperId) -> Place | None:
    """Where the reader was in a paper."""
    row = connection.execute(
        "SELECT page, top, left, zoom, fit, columns, cover, rotation, trim FROM place"
        " WHERE paper = ?",
        (paper,),
    ).fetchone()
    if row is None:
        return None
    page, top, left, zoom, fit, columns, cover, rotation, trim = row
    arrangement = Arrangement(columns, bool(cover), rotation, bool(trim))
    return Place(page, top, left, zoom, Fit(fit), arrangement)


def keep_place(
    connection: sqlalchemy.Connection, paper: PaperId, where: Place, seen: float, now: datetime
) -> None:
    """Remember where the reader is; `seen` is how much of the paper lies behind."""
    row = {
        "paper": paper,
        "page": where.page,
        "top": where.top,
        "left": where.left,
        "zoom": where.zoom,
        "at": now.timestamp(),
        "fit": where.fit.value,
        "columns": where.arrangement.columns,
        "cover": int(where.arrangement.cover),
        "rotation": where.arrangement.rotation,
        "trim": int(where.arrangement.trim),
        "seen": seen,
    }
    columns = ", ".join(row)
    named = ", ".join(f":{name}" for name in row)
    changed = ", ".join(f"{name} = excluded.{name}" for name in row if name != "paper")
    connection.execute(
        sqlalchemy.text(
            f"INSERT INTO place ({columns}) SELECT {named}"
            " WHERE EXISTS (SELECT 1 FROM paper WHERE id = :paper)"
            f" ON CONFLICT (paper) DO UPDATE SET {changed}"
        ),
        row,
    )


def as_highlight(row: sqlite3.Row) -> Highlight:
    """A row with all columns of `highlight`, and `TAGS`, as a value."""
    return Highlight(
        HighlightId(row["id"]),
        PaperId(row["paper"]),
        Anchor(
            row["page"],
            _quads(json.loads(row["quads"])),
            row["text"],
            row["prefix"],
            row["suffix"],
            row["label"],
        ),
        Colour(row["colour"]),
        _moment(row["created"]),
        row["comment"],
        Kind(row["kind"]),
        tuple(tuple((x, y) for x, y in stroke) for stroke in json.loads(row["strokes"])),
        edition=row["edition"],
        fate=Fate(row["fate"]),
        origin=row["origin"],
        tags=tuple(json.loads(row["tags"])),
        rest=tuple(
            Anchor(**{**anchor, "quads": _quads(anchor["quads"])})
            for anchor in json.loads(row["rest"])
        ),
        author=row["author"],
    )


def _quads(boxes: list[list[float]]) -> tuple[Quad, ...]:
    return tuple((box[0], box[1], box[2], box[3]) for box in boxes)


def _moment(seconds: float) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)
