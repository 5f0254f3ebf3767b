"""Papers that are one: found, told apart for good, or merged as one step."""

from __future__ import annotations

import json
import sqlite3
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence

from paperdesk.domain import duplicates
from paperdesk.domain.duplicates import Sketch, Told, Twins
from paperdesk.domain.errors import NotFound, WrongUsage
from paperdesk.domain.merger import Portrait
from paperdesk.domain.paper import Paper, PaperId
from paperdesk.infra.changes import Changes
from paperdesk.infra.journal import Journal
from paperdesk.infra.unlooked import unlooked
from paperdesk.library import merging, store

_AMONG = "IN (SELECT value FROM json_each(?))"
_SKETCHES = (
    "SELECT id, title_key, year, arxiv, doi, url FROM paper WHERE state <> 'trash' ORDER BY id"
)
_AUTHORS = (
    "SELECT paper, key FROM authorship JOIN author ON author.id = authorship.author "
    "ORDER BY paper, position"
)
_NAMES = "SELECT paper, kind, value FROM alias WHERE kind IN ('arxiv', 'doi')"

_CARRIED = {
    "note": "SELECT paper, 1 FROM note",
    "mark": "SELECT paper, count(*) FROM highlight WHERE trashed IS NULL",
    "bookmark": "SELECT paper, count(*) FROM bookmark WHERE trashed IS NULL",
    "tag": "SELECT paper, count(*) FROM tagging",
    "collection": "SELECT paper, count(*) FROM membership",
    "related paper": "SELECT paper, count(*) FROM relation",
    "file": "SELECT paper, count(*) FROM file",
    "feed": "SELECT paper, count(DISTINCT source) FROM entry",
}
"""What hangs on a paper, by what one of it is called: how many of each."""


class Duplicates:
    """Finds papers that are one, and makes one of them; `journal` can take each of it back."""

    def __init__(self, changes: Changes, journal: Journal) -> None:
        self._changes = changes
        self._journal = journal

    def find(self, told: Told = lambda _, __: None) -> list[Twins]:
        """The groups of papers, those in the trash aside, that may be one."""
        connection = self._changes.database.read()
        apart = {(row[0], row[1]) for row in connection.execute("SELECT paper, other FROM apart")}
        with unlooked():
            sketches = _sketches(connection)
            try:
                return duplicates.find(sketches, apart, told)
            finally:
                duplicates.let_go(sketches)

    def portraits(self, papers: Sequence[PaperId]) -> tuple[Portrait, ...]:
        """The papers as they are compared; those that are gone are left out."""
        connection = self._changes.database.read()
        chosen = json.dumps(list(papers))
        counts = {
            name: {
                row[0]: row[1]
                for row in connection.execute(
                    f"{sql}{_and(sql)} paper {_AMONG} GROUP BY paper", (chosen,)
                )
            }
            for name, sql in _CARRIED.items()
        }
        more = _more(connection, chosen)
        return tuple(
            _portrait(paper, {name: each.get(paper.id, 0) for name, each in counts.items()}, more)
            for paper in store.papers(connection, papers)
        )

    def merge(self, keep: PaperId, papers: Sequence[PaperId], picks: Mapping[str, PaperId]) -> str:
        """Make one of these papers, each field as chosen; says what was done."""
        others = [paper for paper in dict.fromkeys(papers) if paper != keep]
        if not others:
            raise WrongUsage("Choose two papers or more to merge.")
        title = f"{len(others) + 1} papers merged"
        with self._journal.act(title, [keep, *others]) as edit:
            there = store.images(edit.connection, [keep, *others])
            if len(there) <= len(others):
                raise NotFound("One of these papers is no longer here. Look for duplicates again.")
            merging.merge(edit, keep, others, picks)
            edit.connection.exec_driver_sql(
                "INSERT INTO waiting (kind, ref) VALUES ('paper', ?)", (keep,)
            )
        return title

    def tell_apart(self, papers: Sequence[PaperId]) -> str:
        """Say that none of these papers is another of them; says what was done."""
        now, ordered = time.time(), sorted(set(papers))
        title = f"{len(ordered)} papers are not the same"
        with self._journal.act(title, ordered) as edit:
            for at, paper in enumerate(ordered):
                for other in ordered[at + 1 :]:
                    edit.insert("apart", {"paper": paper, "other": other}, {"at": now})
        return title


def _and(sql: str) -> str:
    return " AND" if " WHERE " in sql else " WHERE"


def _sketches(connection: sqlite3.Connection) -> list[Sketch]:
    authors: defaultdict[int, list[str]] = defaultdict(list)
    for paper, key in connection.execute(_AUTHORS):
        authors[paper].append(key)
    names: defaultdict[int, list[tuple[str, str]]] = defaultdict(list)
    for paper, kind, value in connection.execute(_NAMES):
        names[paper].append((kind, value))
    sketches = [
        Sketch(
            paper, title, tuple(authors.pop(paper, ())), year, arxiv, doi, url, tuple(names[paper])
        )
        for paper, title, year, arxiv, doi, url in connection.execute(_SKETCHES)
    ]
    duplicates.let_go(authors, names)
    return sketches


def _more(connection: sqlite3.Connection, chosen: str) -> dict[int, dict[str, str]]:
    """Of each paper, the fields that lists do not show."""
    rows = connection.execute(
        "SELECT id, rating, remark, version, (SELECT fields FROM reference WHERE paper = id)"
        f" AS reference FROM paper WHERE id {_AMONG}",
        (chosen,),
    )
    return {
        row[0]: {
            "rating": "★" * row[1],
            "remark": row[2],
            "version": f"v{row[3]}" if row[3] else "",
            "reference": _spoken(row[4]),
        }
        for row in rows
    }


def _spoken(fields: str | None) -> str:
    """What a bibliography says, in a line."""
    said = json.loads(fields) if fields else {}
    return " · ".join(f"{name} {value}" for name, value in said.items() if isinstance(value, str))


def _portrait(
    paper: Paper, counts: Mapping[str, int], more: Mapping[int, Mapping[str, str]]
) -> Portrait:
    beside = more[paper.id]
    fields = {
        "title": paper.title,
        "authors": ", ".join(paper.authors),
        "abstract": paper.abstract,
        "published": paper.published.isoformat() if paper.published else "",
        "arxiv": f"{paper.arxiv}{beside['version']}" if paper.arxiv else "",
        "doi": paper.doi or "",
        "url": paper.url or "",
        "code": paper.code or "",
        "citekey": paper.citekey,
        "state": paper.state.value,
        "rating": beside["rating"],
        "remark": beside["remark"],
        "reference": beside["reference"],
        "file": paper.file or "",
    }
    carries = [
        f"{count} {name}" if count == 1 else f"{count} {name}s"
        for name, count in counts.items()
        if count
    ]
    kept = paper.state.value not in ("new", "dismissed")
    weight = (
        int(kept),
        counts["note"] + counts["mark"],
        counts["file"],
        sum(map(bool, fields.values())),
    )
    return Portrait(paper.id, fields, tuple(carries), weight)
