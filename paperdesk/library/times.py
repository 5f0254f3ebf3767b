"""How long papers were read, and how far; measured, so nothing of it is a step to undo.

What a reader says of a paper (read, not read) is one.
"""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from paperdesk.domain.events import PapersChanged
from paperdesk.domain.focus import Read, Spell, Times
from paperdesk.domain.pace import Pace
from paperdesk.domain.paper import PaperId
from paperdesk.domain.progress import Progress, Span, Status
from paperdesk.infra.changes import Changes
from paperdesk.infra.journal import Journal
from paperdesk.library.spent import own_pace

_SAID = {
    Status.READ: "marked as read through",
    Status.READING: "marked as being read",
    Status.UNSTARTED: "marked as not started",
    None: "read as far as the pages tell",
}

_SPEND = """
INSERT INTO focus (paper, day, section, seconds, words) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (paper, day, section) DO UPDATE
SET seconds = seconds + excluded.seconds, words = words + excluded.words
"""

_LOOK = """
INSERT INTO progress (paper, status, furthest, pages, seen, at) VALUES (?, '', ?, ?, ?, ?)
ON CONFLICT (paper) DO UPDATE SET furthest = excluded.furthest, pages = excluded.pages,
seen = excluded.seen, at = excluded.at
"""

_BEGIN = """
INSERT INTO progress (paper, status, furthest, pages, seen, at) VALUES (?, '', 0, 0, '[]', ?)
ON CONFLICT (paper) DO NOTHING
"""

_LONGEST_SECTION = 200


class ReadingTimes:
    """The measured time with papers, on this machine only."""

    def __init__(
        self, changes: Changes, journal: Journal, now: Callable[[], float] = time.time
    ) -> None:
        self._changes = changes
        self._journal = journal
        self._now = now

    def record(
        self, paper: PaperId, day: date, spells: Sequence[Spell], looked: Iterable[int], pages: int
    ) -> Progress:
        """Add time on a day, and the pages that were looked at; how far the paper is read now."""
        with self._changes.write(durable=False) as write:
            sql = write.connection.exec_driver_sql
            there = sql("SELECT 1 FROM paper WHERE id = ?", (paper,)).first()
            if there is None:
                return Progress()
            for spell in spells:
                section = spell.section[:_LONGEST_SECTION]
                sql(_SPEND, (paper, day.isoformat(), section, spell.seconds, spell.words))
            row = sql("SELECT * FROM progress WHERE paper = ?", (paper,)).mappings().first()
            known = Progress() if row is None else _progress(row)
            made = known.looked(looked, pages) if pages else known
            if made != known:
                sql(_LOOK, (paper, made.furthest, made.pages, json.dumps(made.seen), self._now()))
        return made

    def say(self, papers: Sequence[PaperId], status: Status | None) -> str:
        """Set how far papers are read by hand, or let their pages tell; says what was done."""
        count = "1 paper" if len(papers) == 1 else f"{len(papers):,} papers"
        title = f"{count} {_SAID[status]}"
        with self._journal.act(title, papers) as edit:
            for paper in papers:
                # The row itself is no step: to undo it would forget the pages seen since.
                edit.connection.exec_driver_sql(_BEGIN, (paper, self._now()))
                edit.update("progress", {"paper": paper}, {"status": status or ""})
        return title

    def progress(self, paper: PaperId) -> Progress:
        """How far a paper is read."""
        row = self._read("SELECT * FROM progress WHERE paper = ?", paper).fetchone()
        return Progress() if row is None else _progress(row)

    def all_progress(self, papers: Sequence[PaperId]) -> Mapping[PaperId, Progress]:
        """How far some papers are read; those that nobody began are left out."""
        rows = self._read(
            "SELECT * FROM progress WHERE paper IN (SELECT value FROM json_each(?))",
            json.dumps(list(papers)),
        )
        return {PaperId(row["paper"]): _progress(row) for row in rows}

    def times(self, paper: PaperId) -> Times:
        """The time with a paper, the section of most of it first."""
        rows = self._read(
            "SELECT section, sum(seconds) AS seconds, sum(words) AS words FROM focus"
            " WHERE paper = ? GROUP BY section ORDER BY 2 DESC",
            paper,
        ).fetchall()
        return Times(
            sum(row["seconds"] for row in rows),
            sum(row["words"] for row in rows),
            {row["section"]: row["seconds"] for row in rows},
        )

    def pace(self) -> Pace:
        """One's own pace: of what was read, not of what was leafed through."""
        return own_pace(self._changes.database.read())

    def days(self, first: date, last: date) -> Mapping[date, float]:
        """The seconds of each day on which something was read."""
        rows = self._read(
            "SELECT day, sum(seconds) AS seconds FROM focus WHERE day BETWEEN ? AND ? GROUP BY day",
            first.isoformat(),
            last.isoformat(),
        )
        return {date.fromisoformat(row["day"]): row["seconds"] for row in rows}

    def on(self, day: date) -> tuple[Read, ...]:
        """What was read on a day, the longest first."""
        rows = self._read(
            "SELECT paper, title, section, seconds FROM focus JOIN paper ON paper.id = focus.paper"
            " WHERE focus.day = ? AND state <> 'trash' ORDER BY seconds DESC",
            day.isoformat(),
        ).fetchall()
        titles = {row["paper"]: row["title"] for row in rows}
        found = []
        for paper, title in titles.items():
            parts = tuple((row["section"], row["seconds"]) for row in rows if row["paper"] == paper)
            found.append(Read(PaperId(paper), title, sum(part[1] for part in parts), parts))
        return tuple(sorted(found, key=lambda read: -read.seconds))

    def forget(self) -> None:
        """Delete all that was measured, for good; what readers said of papers stays.

        *Why overwritten:* what SQLite deletes can be read in the file until it is.
        """
        with self._changes.write() as write:
            sql = write.connection.exec_driver_sql
            sql("PRAGMA secure_delete = ON")
            rows = sql("SELECT paper FROM progress").scalars().all()
            sql("DELETE FROM focus")
            sql("DELETE FROM progress WHERE status = ''")
            sql("UPDATE progress SET furthest = 0, pages = 0, seen = '[]'")
            sql("PRAGMA secure_delete = OFF")
            if rows:
                write.tell(PapersChanged(tuple(map(PaperId, rows))))

    def _read(self, sql: str, *values: object) -> sqlite3.Cursor:
        return self._changes.database.read().execute(sql, values)


def _progress(row: sqlite3.Row | Mapping[Any, Any]) -> Progress:
    said = Status(row["status"]) if row["status"] in set(Status) else None
    return Progress(row["pages"], _seen(row["seen"]), row["furthest"], said)


def _seen(text: str) -> tuple[Span, ...]:
    """The pages that were looked at, if they can be read: another version may have written them."""
    try:
        return tuple((int(first), int(last)) for first, last in json.loads(text))
    except (TypeError, ValueError):
        return ()
