"""A second copy in plain files: one folder for each paper, from which all can be made again.

    library.json            collections, tags, sources, rules
    vaswani2017attention-5/
        paper.json          what is known of the paper, and what its reader did with it
        note.md             the note, as it was written
        highlights.json     marks, bookmarks and letters, with their words and places

Papers that only came by are not in it: feeds bring them again. Nothing here is read
by the program but to make a library again, and nothing is written that has not changed.
"""

import contextlib
import json
import re
import sqlite3
import uuid
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from paperdesk.domain.errors import Refused
from paperdesk.infra import files

Row = dict[str, Any]

FORMAT = 1
PAPER, NOTE, MARKS, LIBRARY = "paper.json", "note.md", "highlights.json", "library.json"
TOKEN = "library"
"""Under this key the memory of the screen keeps what tells a library from others."""

REMOVED = "removed"
"""Where the files go of papers that are not in the library any more."""


ABOUT = (
    "membership", "relation", "alias", "apart", "reference", "edited", "progress",
    "focus", "thrown", "file", "watch", "revision", "place", "exported",
)  # fmt: skip
"""Tables whose rows belong to a paper, and are in its paper.json as they are."""

WHOLE = ("collection", "tag", "source", "rule")
"""Tables that are in library.json as they are."""

_BY_SOURCES = ("day", "rank")
"""Columns of a paper that triggers see to, from the entries of feeds."""

_FOLDER = re.compile(r".*-(\d+)")

_WITH = " UNION ".join(
    f"SELECT paper FROM {name}"
    for name in (
        "note", "highlight", "bookmark", "tagging", "membership", "progress", "focus",
        "thrown", "file", "reference", "edited",
    )
)  # fmt: skip

_WORTH = f"""
SELECT id FROM paper
WHERE state NOT IN ('new', 'dismissed') OR rating > 0 OR flagged = 1 OR remark <> ''
    OR id IN ({_WITH})
    OR id IN (SELECT paper FROM relation UNION SELECT other FROM relation)
    OR id IN (SELECT paper FROM apart UNION SELECT other FROM apart)
    OR id IN (SELECT paper FROM letter)
ORDER BY id
"""


def worth(connection: sqlite3.Connection) -> list[int]:
    """The papers that are kept, or that their reader has done something with."""
    return [int(row[0]) for row in connection.execute(_WORTH)]


def write_library(connection: sqlite3.Connection, folder: Path) -> None:
    """Write what belongs to no single paper; refuse to write over another library's copy.

    *Why:* a library that was begun anew numbers other papers alike, and would
    otherwise put an empty copy in the place of all that is left of the old one.
    """
    told = {"format": FORMAT, "library": token(connection)}
    before = _told(folder / LIBRARY)
    if before and before.get("library") != told["library"]:
        raise Refused(
            f"{folder} holds the plain copy of another library. Choose another folder, or make "
            f"that library again from it: paperdesk restore {folder}"
        )
    rows = {name: _rows(connection, name) for name in WHOLE}
    _write(folder / LIBRARY, _text({**told, **rows}))


def token(connection: sqlite3.Connection) -> str:
    """What tells this library from others, as `mark_as_own` wrote it."""
    row = connection.execute("SELECT value FROM memory WHERE key = ?", (TOKEN,)).fetchone()
    return str(row[0]) if row else ""


def mark_as_own(connection: sqlite3.Connection, name: str = "") -> None:
    """Give a library a token if it has none."""
    connection.execute(
        "INSERT OR IGNORE INTO memory (key, value) VALUES (?, ?)",
        (TOKEN, name or f'"{uuid.uuid4().hex}"'),
    )


def _told(path: Path) -> Row:
    try:
        told = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    return told if isinstance(told, dict) else {}


def write_papers(connection: sqlite3.Connection, folder: Path, papers: Iterable[int]) -> int:
    """Write papers that changed, and move away those that are no more; how many were."""
    there = folders(folder)
    return sum(_write_paper(connection, folder, paper, there.get(paper)) for paper in papers)


def drop_others(folder: Path, papers: Sequence[int]) -> None:
    """Move away what was written of papers that are not in the library any more."""
    kept = set(papers)
    for paper, path in folders(folder).items():
        if paper not in kept:
            _drop(path)


def folders(folder: Path) -> dict[int, Path]:
    """The folders of papers by their number."""
    found = {}
    with contextlib.suppress(FileNotFoundError):
        for path in folder.iterdir():
            match = _FOLDER.fullmatch(path.name)
            if match and (path / PAPER).is_file():
                found[int(match[1])] = path
    return found


def _write_paper(
    connection: sqlite3.Connection, folder: Path, paper: int, there: Path | None
) -> int:
    texts = _texts(connection, paper)
    if texts is None:
        if there is not None:
            _drop(there)
        return int(there is not None)
    name = json.loads(texts[PAPER])["paper"]["citekey"]
    path = folder / files.safe_name(name, ending=f"-{paper}")
    if there is not None and there != path:
        with files.told(path):
            there.rename(path)
    written = [_write(path / name, text) for name, text in texts.items() if text or name != NOTE]
    if not texts[NOTE] and (path / NOTE).exists():
        with files.told(path / NOTE):
            (path / NOTE).unlink()
    return int(any(written))


def _texts(connection: sqlite3.Connection, paper: int) -> dict[str, str] | None:
    """What the files of a paper say; None if it is not in the library."""
    own = _rows(connection, "paper", "id", paper)
    if not own:
        return None
    note = _rows(connection, "note", "paper", paper)
    about = {name: _rows(connection, name, "paper", paper) for name in ABOUT}
    told = {
        "format": FORMAT,
        "paper": {name: value for name, value in own[0].items() if name not in _BY_SOURCES},
        "authors": _names(
            connection,
            "SELECT name FROM authorship JOIN author ON author.id = author"
            " WHERE paper = ? ORDER BY position",
            paper,
        ),
        "tags": _names(
            connection,
            "SELECT name FROM tagging JOIN tag ON tag.id = tag WHERE paper = ? ORDER BY name",
            paper,
        ),
        "note_updated": note[0]["updated"] if note else None,
        **{name: rows for name, rows in about.items() if rows},
    }
    marks = {
        "format": FORMAT,
        "highlights": [
            _mark(connection, row) for row in _rows(connection, "highlight", "paper", paper)
        ],
        "bookmarks": _rows(connection, "bookmark", "paper", paper),
        "letters": _rows(connection, "letter", "paper", paper),
    }
    return {
        PAPER: _text(told),
        NOTE: note[0]["text"] if note else "",
        MARKS: _text(marks),
    }


def _mark(connection: sqlite3.Connection, row: Row) -> Row:
    tags = _names(
        connection,
        "SELECT name FROM highlight_tag JOIN tag ON tag.id = tag WHERE highlight = ? ORDER BY name",
        row["id"],
    )
    return {**row, "tags": tags}


def _names(connection: sqlite3.Connection, question: str, about: object) -> list[str]:
    return [str(row[0]) for row in connection.execute(question, (about,))]


def _rows(
    connection: sqlite3.Connection, table: str, column: str = "", value: object = None
) -> list[Row]:
    where, values = (f" WHERE {column} = ?", (value,)) if column else ("", ())
    return [
        dict(row)
        for row in connection.execute(f"SELECT * FROM {table}{where} ORDER BY 1, 2", values)
    ]


def _text(value: Row) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _write(path: Path, text: str) -> bool:
    """Write a file unless it says the same already; whether it was written."""
    data = text.encode("utf-8")
    try:
        if path.read_bytes() == data:
            return False
    except OSError:
        pass
    with files.replacing(path) as file:
        file.write(data)
    return True


def _drop(path: Path) -> None:
    """Move away the folder of a paper: it is not ours to delete."""
    target = path.parent / REMOVED / path.name
    with files.told(target):
        target.parent.mkdir(exist_ok=True)
        while target.exists():
            target = target.with_name(f"{target.name}-again")
        path.rename(target)


def batches(papers: Sequence[int], size: int = 20) -> Iterator[Sequence[int]]:
    """A few papers at a time: whoever else wants to work comes in between."""
    return (papers[at : at + size] for at in range(0, len(papers), size))
