"""New versions at arXiv of the papers that were kept: looked for once a day, a batch at a time."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from paperdesk.domain.errors import Cancelled, Offline, PaperDeskError
from paperdesk.domain.events import PapersChanged
from paperdesk.domain.notice import told
from paperdesk.domain.paper import LIBRARY, Found, PaperId
from paperdesk.domain.revision import Filed, Revision, Standing, known_version
from paperdesk.infra.changes import Changes, Write
from paperdesk.infra.http import Http
from paperdesk.infra.jobs import Job
from paperdesk.infra.journal import Journal
from paperdesk.infra.paths import Home
from paperdesk.infra.standing import keep_notice
from paperdesk.intake.arxiv import Arxiv

BATCH = 100
"""Papers that are asked for at once."""

DAY = 24 * 3600.0
"""Seconds for which nobody looks at a paper again."""

LATER = 3600.0
"""Seconds after which a batch that failed is tried again: the others come first."""

_KEPT = f"IN ({', '.join(repr(str(state)) for state in sorted(LIBRARY))})"

_DUE = (
    "SELECT paper.id, arxiv FROM paper LEFT JOIN watch ON watch.paper = paper.id "
    f"WHERE state {_KEPT} AND arxiv IS NOT NULL AND coalesce(looked, 0) <= ? "
    "ORDER BY coalesce(looked, 0), paper.id"
)

_NEWS = (
    "FROM watch JOIN paper ON paper.id = watch.paper "
    f"WHERE newest > known AND newest > answered AND state {_KEPT}"
)


class Revisions:
    """Looks for new versions, and keeps what their authors said of each."""

    def __init__(self, changes: Changes, journal: Journal, http: Http, home: Home) -> None:
        self._changes = changes
        self._papers = home.papers
        self._journal = journal
        self._http = http

    def waiting(self) -> int:
        """How many papers nobody has looked at for a day."""
        counted = f"SELECT count(*) FROM ({_DUE})"
        row = self._changes.database.read().execute(counted, (time.time() - DAY,)).fetchone()
        return int(row[0])

    def news(self) -> int:
        """How many kept papers have a version that their reader has not seen."""
        return len(self._news())

    def look(self, job: Job, *, every: bool = False) -> tuple[PaperId, ...]:
        """Ask arXiv for a batch of papers, the longest not looked at first; those with news.

        With `every`, for all papers, however lately that was done.
        """
        before = self._news()
        due = self._due(time.time() if every else time.time() - DAY)
        batches = [due[start : start + BATCH] for start in range(0, len(due), BATCH)]
        for number, batch in enumerate(batches if every else batches[:1]):
            job.advance(number, len(batches))
            self._ask(batch, job)
        return tuple(sorted(self._news() - before))

    def of(self, paper: PaperId) -> tuple[Revision, ...]:
        """What is known of a paper's versions, the oldest first."""
        rows = self._changes.database.read().execute(
            "SELECT * FROM revision WHERE paper = ? ORDER BY version", (paper,)
        )
        return tuple(map(_revision, rows))

    def files(self, paper: PaperId) -> tuple[Filed, ...]:
        """The PDFs of a paper that are here, the oldest version first."""
        rows = self._changes.database.read().execute(
            "SELECT * FROM file WHERE paper = ? ORDER BY version, id", (paper,)
        )
        filed = (_filed(row, self._papers / row["path"]) for row in rows)
        return tuple(one for one in filed if one.path.is_file())

    def choose(self, paper: PaperId, file: int) -> str:
        """Read this PDF of a paper from now on; says which it is."""
        files = self.files(paper)
        name = next((one.name for one in files if one.id == file), "")
        title = f"Read {name}"
        with self._journal.act(title, [paper]) as edit:
            for one in files:
                edit.update("file", {"id": one.id}, {"chosen": int(one.id == file)})
        return title

    def ignore(self, papers: Sequence[PaperId]) -> str:
        """Want nothing of the versions that are new; says what was done."""
        title = f"New version of {_counted(papers)} ignored"
        with self._journal.act(title, papers) as edit:
            for paper, newest in self._newest(papers):
                edit.update("watch", {"paper": paper}, {"answered": newest})
        return title

    def settle(self, paper: PaperId) -> None:
        """The newest version is here: it is news no longer."""
        with self._changes.write(durable=False) as write:
            write.connection.exec_driver_sql(
                "UPDATE watch SET known = newest WHERE paper = ?", (paper,)
            )
            write.tell(PapersChanged((paper,)))

    def _due(self, until: float) -> list[tuple[PaperId, str]]:
        rows = self._changes.database.read().execute(_DUE, (until,))
        return [(PaperId(row[0]), str(row[1])) for row in rows]

    def _news(self) -> set[PaperId]:
        rows = self._changes.database.read().execute(f"SELECT paper {_NEWS}")
        return {PaperId(row[0]) for row in rows}

    def _newest(self, papers: Sequence[PaperId]) -> list[tuple[PaperId, int]]:
        rows = self._changes.database.read().execute(
            "SELECT paper, newest FROM watch WHERE newest > known "
            "AND paper IN (SELECT value FROM json_each(?))",
            (json.dumps(list(papers)),),
        )
        return [(PaperId(row[0]), int(row[1])) for row in rows]

    def _ask(self, batch: Sequence[tuple[PaperId, str]], job: Job) -> None:
        try:
            founds = Arxiv(self._http, job).papers([arxiv for _, arxiv in batch])
        except (Offline, Cancelled):
            raise
        except PaperDeskError:
            # Whatever it was about, the others are to have their turn before it comes again.
            self._put_off(batch)
            raise
        self._keep(batch, {found.arxiv: found for found in founds})

    def _put_off(self, batch: Sequence[tuple[PaperId, str]]) -> None:
        with self._changes.write(durable=False) as write:
            for paper, _ in batch:
                _looked(write, paper, time.time() - DAY + LATER)

    def _keep(self, batch: Sequence[tuple[PaperId, str]], founds: dict[str | None, Found]) -> None:
        now = time.time()
        with self._changes.write(durable=False) as write:
            moved = [
                paper
                for paper, arxiv in batch
                if arxiv in founds and _noted(write, paper, founds[arxiv], now)
            ]
            for paper, _ in batch:
                _looked(write, paper, now)
            if moved:
                write.tell(PapersChanged(tuple(moved)))


def _noted(write: Write, paper: PaperId, found: Found, now: float) -> bool:
    """Keep what arXiv says of a paper's newest version; whether the paper looks other now."""
    connection = write.connection
    row = connection.exec_driver_sql(
        "SELECT paper.*, watch.known, watch.newest FROM paper "
        "LEFT JOIN watch ON watch.paper = paper.id WHERE paper.id = ?",
        (paper,),
    ).mappings()
    before = row.first()
    if before is None or not found.version:
        return False
    day = _day(found.extra.get("updated"))
    known = before["known"]
    if known is None or not before["newest"]:
        standing = _standing(write, paper, dict(before))
        known = known_version(standing, found.version, day)
        _baseline(write, paper, dict(before), known)
    connection.exec_driver_sql(
        "INSERT INTO watch (paper, known, newest, looked) VALUES (?, ?, ?, ?) "
        "ON CONFLICT (paper) DO UPDATE SET known = excluded.known, "
        "newest = max(newest, excluded.newest)",
        (paper, known, found.version, now),
    )
    connection.exec_driver_sql(
        "UPDATE paper SET version = max(version, ?) WHERE id = ?", (found.version, paper)
    )
    _revised(write, paper, _from_found(found, day))
    notice = told(found)
    taken_back = bool(notice) and keep_notice(connection, paper, notice)
    return taken_back or bool(found.version > max(known, before["newest"] or 0))


def _standing(write: Write, paper: PaperId, row: dict[str, object]) -> Standing:
    filed = write.connection.exec_driver_sql(
        "SELECT version, arrived FROM file WHERE paper = ? ORDER BY version DESC LIMIT 1", (paper,)
    ).first()
    since = filed[1] if filed else row["state_at"]
    return Standing(
        int(str(row["version"])),
        int(filed[0]) if filed else 0,
        datetime.fromtimestamp(float(str(since)), UTC),
    )


def _baseline(write: Write, paper: PaperId, row: dict[str, object], known: int) -> None:
    """Keep what is here as the version that is known: a later one is compared with it."""
    names = write.connection.exec_driver_sql(
        "SELECT name FROM authorship JOIN author ON author.id = author WHERE paper = ? "
        "ORDER BY position",
        (paper,),
    )
    authors = tuple(str(name) for (name,) in names)
    title, abstract = str(row["title"]), str(row["abstract"])
    _revised(write, paper, Revision(known, None, title, authors, abstract))


def _revised(write: Write, paper: PaperId, revision: Revision) -> None:
    day = revision.published.isoformat() if revision.published else None
    write.connection.exec_driver_sql(
        "INSERT OR REPLACE INTO revision VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            paper,
            revision.version,
            day,
            revision.title,
            json.dumps(revision.authors),
            revision.abstract,
            revision.comment,
        ),
    )


def _looked(write: Write, paper: PaperId, at: float) -> None:
    """Remember when a paper was looked at, also one that arXiv does not know."""
    write.connection.exec_driver_sql(
        "INSERT INTO watch (paper, known, newest, looked) SELECT id, version, 0, ? FROM paper "
        "WHERE id = ? ON CONFLICT (paper) DO UPDATE SET looked = excluded.looked",
        (at, paper),
    )


def _from_found(found: Found, day: date | None) -> Revision:
    comment = str(found.extra.get("comment", ""))
    return Revision(found.version, day, found.title, found.authors, found.abstract, comment)


def _revision(row: sqlite3.Row) -> Revision:
    return Revision(
        row["version"],
        _day(row["published"]),
        row["title"],
        tuple(json.loads(row["authors"])),
        row["abstract"],
        row["comment"],
    )


def _filed(row: sqlite3.Row, path: Path) -> Filed:
    arrived = datetime.fromtimestamp(row["arrived"], UTC).date()
    return Filed(row["id"], path, row["version"], arrived, chosen=bool(row["chosen"]))


def _day(text: object) -> date | None:
    return date.fromisoformat(text) if isinstance(text, str) and text else None


def _counted(papers: Sequence[PaperId]) -> str:
    return "1 paper" if len(papers) == 1 else f"{len(papers)} papers"
