"""Looks whether PDFs are there as they came, and marks on pages that exist."""

import hashlib
import json
import sqlite3
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from paperdesk.infra import files
from paperdesk.infra.paths import Home
from paperdesk.safety.findings import Remedied, counted, found

FRESH = 600.0
"""Seconds for which a PDF may lie there before the library knows of it."""

Check = Callable[[], None]


def pdfs(connection: sqlite3.Connection, home: Home, check: Check) -> Iterator[Remedied]:
    """PDFs that are missing, changed, or nobody's; `check` is called at each and may stop it."""
    rows = connection.execute("SELECT id, path, digest FROM file ORDER BY id").fetchall()
    missing, changed = [], []
    for row in rows:
        check()
        path = home.papers / str(row["path"])
        digest = _digest(path)
        if digest is None:
            missing.append(int(row["id"]))
        elif digest != row["digest"]:
            changed.append(str(row["path"]))
    if missing and len(missing) == len(rows):
        yield found(
            "files-away",
            f"None of the {counted(len(missing), 'PDF')} is there.",
            f"Is the disk with {home.papers} connected? Else copy the folder back.",
        )
    elif missing:
        yield found(
            "files-missing",
            f"{counted(len(missing), 'PDF')} no longer in {home.papers}.",
            "Forget these files; they are fetched again when their papers are opened.",
            partial(_forget, missing),
        )
    if changed:
        yield found(
            "files-changed",
            f"{counted(len(changed), 'PDF')} not as when it came, such as {changed[0]}.",
            "Nothing is done: marks were made on the file as it came. Fetch the paper's newest "
            "version (menu Paper), or copy the file back from a backup of yours.",
        )
    yield from _strays({str(row["path"]) for row in rows}, home)


def _strays(known: set[str], home: Home) -> Iterator[Remedied]:
    now = time.time()
    strays = [
        path
        for path in sorted(home.papers.rglob("*.pdf"))
        if path.relative_to(home.papers).as_posix() not in known
        and abs(now - path.stat().st_mtime) > FRESH
    ]
    if strays:
        aside = home.root / "set-aside"
        yield found(
            "files-strayed",
            f"{counted(len(strays), 'PDF')} of no paper in {home.papers}.",
            f"Move them to {aside}, where they stay until you delete them.",
            apart=partial(_set_aside, strays, home.papers, aside),
        )


def marks(connection: sqlite3.Connection) -> Iterator[Remedied]:
    """Marks without a place, or on pages that their PDF does not have."""
    rows = connection.execute(
        "SELECT highlight.id, page, quads, strokes, rest, (SELECT max(pages) FROM file"
        " WHERE file.paper = highlight.paper) AS pages FROM highlight WHERE trashed IS NULL"
    )
    nowhere, beyond = [], 0
    for row in rows:
        if not _placed(row):
            nowhere.append(str(row["id"]))
        elif row["page"] < 0 or (row["pages"] and row["page"] >= row["pages"]):
            beyond += 1
    if nowhere:
        yield found(
            "marks-nowhere",
            f"{counted(len(nowhere), 'mark')} without a place on a page.",
            "Put them into the trash; their words stay.",
            partial(_throw, nowhere),
        )
    if beyond:
        yield found(
            "marks-beyond",
            f"{counted(beyond, 'mark')} on pages that the PDF does not have.",
            "Nothing is done: they show again with the version of the PDF that has these pages.",
        )


def _placed(row: sqlite3.Row) -> bool:
    """Whether the boxes of a mark can be read, and there is one."""
    try:
        quads = json.loads(row["quads"])
        whole = isinstance(json.loads(row["strokes"]), list)
        whole = whole and isinstance(json.loads(row["rest"]), list)
    except ValueError:
        return False
    return whole and isinstance(quads, list) and bool(quads) and all(map(_is_box, quads))


def _is_box(quad: object) -> bool:
    return (
        isinstance(quad, list)
        and len(quad) == 4
        and all(isinstance(value, int | float) for value in quad)
    )


def _throw(marks_: list[str], writing: sqlite3.Connection) -> None:
    now = time.time()
    for mark in marks_:
        for name in ("quads", "strokes", "rest"):
            writing.execute(
                f"UPDATE highlight SET {name} = '[]' WHERE id = ? AND NOT json_valid({name})",
                (mark,),
            )
        writing.execute("UPDATE highlight SET trashed = ? WHERE id = ?", (now, mark))


def _forget(missing: list[int], writing: sqlite3.Connection) -> None:
    writing.executemany("DELETE FROM file WHERE id = ?", [(one,) for one in missing])


def _set_aside(strays: list[Path], papers: Path, aside: Path) -> None:
    for path in strays:
        target = aside / path.relative_to(papers)
        with files.told(target):
            target.parent.mkdir(parents=True, exist_ok=True)
            while target.exists():
                target = target.with_name(f"{target.stem}-again{target.suffix}")
            path.rename(target)


def _digest(path: Path) -> str | None:
    """The digest of a file; None if it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None
