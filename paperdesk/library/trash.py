"""The trash: what lies in it, how it comes back to its place, and how it goes for good.

Nothing is deleted but from here. What is deleted takes no step of the journal with
it: older steps that were about it pass over it.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Sequence
from pathlib import Path

from paperdesk.domain.events import NotesChanged, PapersChanged
from paperdesk.domain.paper import PaperId, State
from paperdesk.domain.trash import Clock, Contents, Thrown
from paperdesk.infra import memory
from paperdesk.infra.changes import Changes, Write
from paperdesk.infra.journal import Edit, Journal
from paperdesk.infra.sweeps import Rows, Sweep
from paperdesk.library.adding import last_number

BATCH = 200
"""Things that are deleted in one transaction: others may write between two."""

_AMONG = "IN (SELECT value FROM json_each(?))"
_LISTED = """
SELECT 'paper' AS kind, id, id AS paper, title AS text, state_at AS at FROM paper
    WHERE state = 'trash'
UNION ALL SELECT 'note', id, paper, text, at FROM thrown
UNION ALL SELECT 'mark', id, paper, CASE text WHEN '' THEN comment ELSE text END, trashed
    FROM highlight WHERE trashed IS NOT NULL
UNION ALL SELECT 'bookmark', id, paper, text, trashed FROM bookmark WHERE trashed IS NOT NULL
"""
_CLOCK = "clock of the trash"
_TABLES = {"note": "thrown", "mark": "highlight", "bookmark": "bookmark"}

_PURGED = "purged files"
"""Under this key the memory keeps the paths of PDFs that were deleted for good."""

_LISTED_AGAIN = (
    "SELECT id, paper, path FROM file WHERE path IN "
    "(SELECT value FROM json_each((SELECT value FROM memory WHERE key = ?)))"
)

_OF_THE_READER = (
    "note", "highlight", "bookmark", "letter", "file", "tagging", "membership", "relation",
    "apart", "reference", "edited", "progress", "focus", "thrown", "place", "exported", "watch",
)  # fmt: skip
"""What goes with a paper of which feeds still tell: all but what they told."""


class Trash:
    """Lists, gives back and deletes what was thrown away; `papers` is where PDFs lie."""

    def __init__(self, changes: Changes, journal: Journal, papers: Path) -> None:
        self._changes = changes
        self._journal = journal
        self._papers = papers

    def listed(self, most: int = 1_000, beyond: int = 0) -> tuple[Thrown, ...]:
        """What lies in the trash, the latest first; of that what is `beyond` so many things."""
        rows = self._changes.database.read().execute(
            f"{_LISTED} ORDER BY at DESC, kind, id LIMIT ? OFFSET ?", (most, beyond)
        )
        return tuple(
            Thrown(row["kind"], str(row["id"]), PaperId(row["paper"]), row["text"], row["at"])
            for row in rows
        )

    def contents(self) -> Contents:
        """How much lies in the trash."""
        connection = self._changes.database.read()
        rows = connection.execute(f"SELECT kind, count(*) FROM ({_LISTED}) GROUP BY kind")
        counts = {row[0]: row[1] for row in rows}
        files = connection.execute(
            "SELECT count(*) FROM file JOIN paper ON paper.id = file.paper WHERE state = 'trash'"
        )
        paper, note, mark, bookmark = (
            counts.get(kind, 0) for kind in ("paper", "note", "mark", "bookmark")
        )
        return Contents(paper, note, mark, bookmark, files.fetchone()[0])

    def throw_note(self, paper: PaperId, now: float) -> str:
        """Throw a paper's note away; says what was done."""
        with self._journal.act("Note moved to the trash", [paper]) as edit:
            text = _one(edit, "SELECT text FROM note WHERE paper = ?", paper)
            if text is not None:
                edit.delete("note", {"paper": paper})
                key = {"id": f"{paper}-{now:.6f}"}
                edit.insert("thrown", key, {"paper": paper, "text": text, "at": now})
        return "Note moved to the trash" if edit.changes else "This paper has no note."

    def restore(self, things: Sequence[Thrown], now: float) -> str:
        """Put things back to where they were; says what was done."""
        title = "1 thing restored" if len(things) == 1 else f"{len(things):,} things restored"
        with self._journal.act(title, [one.paper for one in things]) as edit:
            papers = [one.paper for one in things if one.kind == "paper"]
            _bring_back(edit, papers, now)
            for one in things:
                if one.kind == "note":
                    _bring_note(edit, one, now)
                elif one.kind in _TABLES:
                    edit.update(_TABLES[one.kind], {"id": one.id}, {"trashed": None})
        return title

    def forget_purged(self) -> None:
        """Let go of PDFs that were deleted for good, and are listed again by an old step."""
        with self._changes.write() as write:
            rows = write.connection.exec_driver_sql(_LISTED_AGAIN, (_PURGED,)).all()
            lost = [row for row in rows if not (self._papers / row[2]).exists()]
            if lost:
                numbers = json.dumps([row[0] for row in lost])
                write.connection.exec_driver_sql(f"DELETE FROM file WHERE id {_AMONG}", (numbers,))
                write.tell(PapersChanged(tuple(PaperId(row[1]) for row in lost)))

    def believes(self, now: float) -> bool:
        """Whether the clock may be gone by: after a leap, nothing is deleted for a while."""

        def follow(known: list[float] | None) -> list[float]:
            clock = Clock(now) if known is None else Clock(*known).at(now)
            return [clock.seen, clock.since]

        memory.keep_on(self._changes, _CLOCK, follow)
        return Clock(*memory.recall(self._changes.database, _CLOCK)).steady

    def purge_some(self, before: float, most: int = BATCH) -> int:
        """Delete some of what was thrown away before a moment; how many things that were."""
        gone: list[str] = []
        with self._changes.write() as write:
            sql = f"SELECT kind, id, paper FROM ({_LISTED}) WHERE at < ? ORDER BY at LIMIT ?"
            rows = write.connection.exec_driver_sql(sql, (before, most)).all()
            for kind, table in _TABLES.items():
                ids = json.dumps([row[1] for row in rows if row[0] == kind])
                write.connection.exec_driver_sql(f"DELETE FROM {table} WHERE id {_AMONG}", (ids,))
            papers = [row[1] for row in rows if row[0] == "paper"]
            if papers:
                gone = _delete_papers(write, papers)
            if rows:
                about = tuple(PaperId(row[2]) for row in rows)
                write.tell(PapersChanged(about))
                write.tell(NotesChanged(about))
        for path in gone:
            with contextlib.suppress(OSError):  # it is in the way of nothing
                (self._papers / path).unlink(missing_ok=True)
        return len(rows)


def remember(edit: Edit, papers: Sequence[PaperId], state: State) -> None:
    """Before papers move: keep where those were that go to the trash, forget it of others."""
    keys = [_key(paper) for paper in papers]
    if state is not State.TRASH:
        edit.delete_each(Rows("memory", "key", keys))
        return
    chosen = json.dumps(list(papers))
    rows = edit.connection.exec_driver_sql(
        f"SELECT id, state FROM paper WHERE state <> 'trash' AND id {_AMONG}", (chosen,)
    ).all()
    if rows:
        edit.delete_each(Rows("memory", "key", [_key(row[0]) for row in rows]))
        found = Rows("memory", "key", [_key(row[0]) for row in rows])
        edit.sweep([Sweep(found, None, {"value": [row[1] for row in rows]})])


def _key(paper: int) -> str:
    return f"before the trash:{paper}"


def _bring_back(edit: Edit, papers: Sequence[PaperId], now: float) -> None:
    """Put papers into the states that they had, or into the inbox if that is not known."""
    for paper in papers:
        before = _one(edit, "SELECT value FROM memory WHERE key = ?", _key(paper))
        state = before or State.INBOX.value
        edit.update("paper", {"id": paper}, {"state": state, "state_at": now})
    edit.delete_each(Rows("memory", "key", [_key(paper) for paper in papers]))


def _bring_note(edit: Edit, one: Thrown, now: float) -> None:
    """Put a note back, below what was written since."""
    kept = _one(edit, "SELECT text FROM thrown WHERE id = ?", one.id)
    if kept is None:
        return
    since = _one(edit, "SELECT text FROM note WHERE paper = ?", one.paper)
    text = f"{since.rstrip()}\n\n{kept}" if since is not None else kept
    edit.delete("thrown", {"id": one.id})
    edit.insert("note", {"paper": one.paper}, {"text": text, "updated": now})


def _one(edit: Edit, sql: str, value: object) -> str | None:
    found = edit.connection.exec_driver_sql(sql, (value,)).scalar()
    return None if found is None else str(found)


def _delete_papers(write: Write, papers: Sequence[int]) -> list[str]:
    """Delete papers; those that feeds list stay, bare and dismissed. Which PDFs nobody has now."""
    connection, chosen = write.connection, json.dumps(list(papers))
    last = last_number(write)
    listed = connection.exec_driver_sql(
        f"SELECT DISTINCT paper FROM entry WHERE paper {_AMONG}", (chosen,)
    )
    stay = json.dumps([row[0] for row in listed])
    paths = [
        row[0]
        for row in connection.exec_driver_sql(
            f"SELECT DISTINCT path FROM file WHERE paper {_AMONG}", (chosen,)
        )
    ]
    for table in _OF_THE_READER:
        connection.exec_driver_sql(f"DELETE FROM {table} WHERE paper {_AMONG}", (chosen,))
    for table in ("relation", "apart"):
        connection.exec_driver_sql(f"DELETE FROM {table} WHERE other {_AMONG}", (chosen,))
    keys = json.dumps([_key(paper) for paper in papers])
    connection.exec_driver_sql(f"DELETE FROM memory WHERE key {_AMONG}", (keys,))
    connection.exec_driver_sql(
        "UPDATE paper SET state = 'dismissed', unread = 0, rating = 0, flagged = 0, remark = ''"
        f" WHERE id {_AMONG}",
        (stay,),
    )
    connection.exec_driver_sql(
        f"DELETE FROM paper WHERE id {_AMONG} AND id NOT {_AMONG}", (chosen, stay)
    )
    # Numbers are not to be given twice: steps of the journal know papers by them.
    connection.exec_driver_sql(
        "INSERT OR REPLACE INTO memory (key, value) VALUES ('last paper', ?)", (str(last),)
    )
    left = connection.exec_driver_sql(
        f"SELECT path FROM file WHERE path {_AMONG}", (json.dumps(paths),)
    )
    gone = sorted(set(paths) - {row[0] for row in left})
    _remember_purged(write, gone)
    return gone


def _remember_purged(write: Write, gone: Sequence[str]) -> None:
    """Keep the paths of deleted PDFs: steps of the journal may list them again."""
    connection = write.connection
    kept = connection.exec_driver_sql("SELECT value FROM memory WHERE key = ?", (_PURGED,)).scalar()
    paths = dict.fromkeys([*(json.loads(kept) if kept else ()), *gone])
    connection.exec_driver_sql(
        "INSERT OR REPLACE INTO memory (key, value) VALUES (?, ?)", (_PURGED, json.dumps([*paths]))
    )
