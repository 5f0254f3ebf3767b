"""The library's queries: whole screens at a time, by id."""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import sqlalchemy

from paperdesk.domain.card import NOTHING_SAID
from paperdesk.domain.facts import Fact
from paperdesk.domain.momentum import UNKNOWN
from paperdesk.domain.paper import (
    FEED,
    LIBRARY,
    Counts,
    Newer,
    Paper,
    PaperId,
    State,
    title_key,
)
from paperdesk.domain.shelf import Shelf
from paperdesk.domain.tags import Pin
from paperdesk.domain.words import Kin
from paperdesk.infra import latex, tables, where
from paperdesk.infra.together import together
from paperdesk.infra.unseen import unread_unseen, unseen
from paperdesk.library import cards, momenta, sorting, spent

_AMONG = "IN (SELECT value FROM json_each(?))"

_COLUMNS = (
    *("id", "title", "abstract", "published", "arxiv", "doi", "url", "code", "state", "unread"),
    *("upvotes", "comments", "stars", "citekey"),
    *("rating", "flagged", "remark", "notice"),
)
_OWN = f"SELECT {', '.join(_COLUMNS)} FROM paper WHERE id {_AMONG}"

_BESIDE = {
    "authors": "SELECT paper, name FROM authorship JOIN author ON author.id = authorship.author "
    f"WHERE paper {_AMONG} ORDER BY paper, position",
    "tags": "SELECT paper, name FROM tagging JOIN tag ON tag.id = tagging.tag "
    f"WHERE paper {_AMONG} ORDER BY name",
    "pins": "SELECT paper, digit || ' ' || colour || ' ' || name FROM tagging JOIN tag "
    f"ON tag.id = tagging.tag WHERE digit IS NOT NULL AND paper {_AMONG} ORDER BY digit",
    "days": f"SELECT DISTINCT paper, day FROM entry WHERE paper {_AMONG} ORDER BY day",
    "sources": "SELECT DISTINCT paper, name FROM entry JOIN source ON source.id = entry.source "
    f"WHERE paper {_AMONG} ORDER BY source.id",
    "seen": f"SELECT paper, seen FROM place WHERE paper {_AMONG}",
    "files": f"SELECT paper, path FROM file WHERE paper {_AMONG} ORDER BY chosen, version, id",
    "newer": "SELECT watch.paper, newest || ' ' || coalesce(published, '') FROM watch "
    "LEFT JOIN revision ON revision.paper = watch.paper AND version = newest "
    f"WHERE newest > known AND newest > answered AND watch.paper {_AMONG}",
}
"""What stands in other tables about a paper: its number, then one text a row."""

_FACTS = (
    "SELECT paper, name, value, text, place, start, stop FROM fact "
    f"WHERE paper {_AMONG} ORDER BY paper, place DESC, start"
)

ONLY_VERSIONS = (
    "unread = 0 AND state = 'new' "
    "AND EXISTS (SELECT 1 FROM entry WHERE entry.paper = paper.id) AND NOT EXISTS "
    "(SELECT 1 FROM entry WHERE entry.paper = paper.id AND kind NOT LIKE 'replace%')"
)
_NEWS_NOW = f"UPDATE paper SET unread = 1 WHERE id = ? AND {ONLY_VERSIONS}"


def ids(
    connection: sqlite3.Connection, shelf: Shelf, kin: Kin | None = None, limit: int | None = None
) -> array[int]:
    """The papers of a shelf, in its order; with a limit, its first ones."""
    return sorting.arranged(where.prepare(connection, kin), shelf, limit)


def there(connection: sqlite3.Connection, wanted: Iterable[int]) -> frozenset[int]:
    """Those of some papers that exist."""
    rows = connection.execute(f"SELECT id FROM paper WHERE id {_AMONG}", (json.dumps([*wanted]),))
    return frozenset(row[0] for row in rows)


def papers(connection: sqlite3.Connection, wanted: Sequence[PaperId]) -> tuple[Paper, ...]:
    """The papers with these ids, in this order; ids that are gone are left out."""
    chosen = json.dumps(list(wanted))
    rows = together(connection, _OWN, (chosen,), len(_COLUMNS))
    found = {row[0]: dict(zip(_COLUMNS, row, strict=True)) for row in rows}
    beside = {
        name: _grouped(together(connection, sql, (chosen,), 2)) for name, sql in _BESIDE.items()
    }
    facts: defaultdict[int, list[Fact]] = defaultdict(list)
    for row in together(connection, _FACTS, (chosen,), 7):
        facts[row[0]].append(Fact(*row[1:]))
    cards_, moved = cards.cards(connection, chosen), momenta.momenta(connection, chosen)
    read = spent.spent(connection, chosen)
    return tuple(
        replace(
            _paper(found[number], {name: lists[number] for name, lists in beside.items()}),
            facts=tuple(facts[number]),
            card=cards_.get(number, NOTHING_SAID),
            momentum=moved.get(number, UNKNOWN),
            minutes=read.get(number, spent.NOTHING_SPENT).minutes,
            left=read.get(number, spent.NOTHING_SPENT).left,
        )
        for number in wanted
        if number in found
    )


def _paper(row: Mapping[str, Any], beside: dict[str, list[str]]) -> Paper:
    return Paper(
        id=row["id"],
        title=row["title"],
        authors=tuple(map(latex.name, beside["authors"])),
        abstract=row["abstract"],
        published=date.fromisoformat(row["published"]) if row["published"] else None,
        days=tuple(map(date.fromisoformat, beside["days"])),
        arxiv=row["arxiv"],
        doi=row["doi"],
        url=row["url"],
        code=row["code"],
        state=State(row["state"]),
        unread=bool(row["unread"]),
        tags=tuple(beside["tags"]),
        pins=tuple(map(_pin, beside["pins"])),
        sources=tuple(beside["sources"]),
        counts=Counts(row["upvotes"], row["comments"], row["stars"]),
        file=beside["files"][-1] if beside["files"] else None,
        citekey=row["citekey"],
        seen=float(beside["seen"][0]) if beside["seen"] else 0.0,
        rating=row["rating"],
        flagged=bool(row["flagged"]),
        remark=row["remark"],
        notice=row["notice"],
        newer=_newer(beside["newer"][0]) if beside["newer"] else None,
    )


def _pin(said: str) -> Pin:
    digit, colour, name = said.split(" ", 2)
    return Pin(int(digit), name, colour)


def _newer(said: str) -> Newer:
    version, day = said.split(" ")
    return Newer(int(version), date.fromisoformat(day) if day else None)


def by_word(connection: sqlite3.Connection, word: str, arxiv: str | None) -> PaperId | None:
    """The paper that an id, a citation key, an arXiv id or a DOI names."""
    tries: list[tuple[str, str | None]] = [
        ("citekey", word),
        ("arxiv", arxiv),
        ("doi", word.lower()),
    ]
    if word.isdigit():
        tries.insert(0, ("id", word))
    for column, value in tries:
        row = connection.execute(f"SELECT id FROM paper WHERE {column} = ?", (value,)).fetchone()
        if row is not None:
            return PaperId(row["id"])
    called = (("paper", value) if column == "id" else (column, value) for column, value in tries)
    found = (merged_into(connection, kind, value) for kind, value in called)
    return next((paper for paper in found if paper is not None), None)


def merged_into(connection: sqlite3.Connection, kind: str, value: object) -> PaperId | None:
    """The paper that one was merged into, by what that was called."""
    row = connection.execute(
        "SELECT paper FROM alias WHERE kind = ? AND value = ?", (kind, value)
    ).fetchone()
    return PaperId(row[0]) if row is not None else None


def came_by(connection: sqlite3.Connection, papers: Sequence[PaperId]) -> tuple[PaperId, ...]:
    """Those of some papers that nobody kept, in no order."""
    marks = ", ".join(f"'{state.value}'" for state in sorted(FEED))
    sql = f"SELECT id FROM paper WHERE state IN ({marks}) AND id {_AMONG}"
    return tuple(PaperId(row[0]) for row in connection.execute(sql, (json.dumps(list(papers)),)))


def any_read(connection: sqlite3.Connection, papers: Sequence[PaperId]) -> bool:
    """Whether any of some papers is read."""
    sql = f"SELECT 1 FROM paper WHERE unread = 0 AND id {_AMONG} LIMIT 1"
    return connection.execute(sql, (json.dumps(list(papers)),)).fetchone() is not None


def any_unflagged(connection: sqlite3.Connection, papers: Sequence[PaperId]) -> bool:
    """Whether any of some papers has no flag."""
    sql = f"SELECT 1 FROM paper WHERE flagged = 0 AND id {_AMONG} LIMIT 1"
    return connection.execute(sql, (json.dumps(list(papers)),)).fetchone() is not None


def lately_read(connection: sqlite3.Connection, limit: int) -> list[PaperId]:
    """The papers with the newest places, those in the trash left out."""
    rows = connection.execute(
        "SELECT paper FROM place JOIN paper ON paper.id = place.paper"
        " WHERE state <> 'trash' ORDER BY at DESC LIMIT ?",
        (limit,),
    )
    return [PaperId(row[0]) for row in rows]


def titled(connection: sqlite3.Connection, key: str) -> bool:
    """Whether a paper has a title with this key."""
    sql = "SELECT 1 FROM paper WHERE title_key = ? LIMIT 1"
    return connection.execute(sql, (key,)).fetchone() is not None


def keyed(connection: sqlite3.Connection, start: str, limit: int) -> list[PaperId]:
    """The papers outside the trash whose citation keys begin so."""
    last = start + chr(0x10FFFF)
    rows = connection.execute(
        "SELECT id FROM paper WHERE citekey >= ? AND citekey < ? AND state <> 'trash'"
        " ORDER BY citekey LIMIT ?",
        (start, last, limit),
    )
    return [PaperId(row[0]) for row in rows]


def state_counts(connection: sqlite3.Connection) -> dict[State, tuple[int, int]]:
    """Of each state: how many papers its list has, and how many of these are unread."""
    rows = connection.execute(
        "SELECT key, papers, unread FROM tally WHERE kind = 'state' AND papers"
    )
    hidden, unread_hidden = unseen(connection, "state"), unread_unseen(connection)
    counts = {State(row[0]): (row[1] - hidden.get(row[0], 0), row[2]) for row in rows}
    papers, unread = counts.get(State.NEW, (0, 0))
    return {**counts, State.NEW: (papers, unread - unread_hidden)} if unread_hidden else counts


def tag_counts(connection: sqlite3.Connection) -> dict[str, int]:
    """Each tag that a paper in sight bears, and how many do."""
    hidden = unseen(connection, "tag")
    rows = connection.execute(
        "SELECT name, key, papers FROM tally JOIN tag ON tag.id = tally.key "
        "WHERE kind = 'tag' AND papers ORDER BY name"
    )
    counts = {name: papers - hidden.get(key, 0) for name, key, papers in rows}
    return {name: papers for name, papers in counts.items() if papers}


def refresh_news(connection: sqlalchemy.Connection, paper: PaperId) -> bool:
    """Make a paper unread that is news now, and of which only a new version was told before."""
    return connection.exec_driver_sql(_NEWS_NOW, (paper,)).rowcount > 0


def update_paper(
    connection: sqlalchemy.Connection, paper: PaperId, columns: dict[str, object]
) -> None:
    """Change columns of a paper; its title's key follows its title."""
    if "title" in columns:
        columns = {**columns, "title_key": title_key(str(columns["title"]))}
    table = tables.table("paper")
    connection.execute(sqlalchemy.update(table).where(table.c.id == paper).values(**columns))


def update_papers(
    connection: sqlalchemy.Connection, papers: Sequence[int], columns: dict[str, object]
) -> None:
    """Give columns of many papers the same values."""
    names = ", ".join(f"{name} = ?" for name in columns)
    connection.exec_driver_sql(
        f"UPDATE paper SET {names} WHERE id {_AMONG}", (*columns.values(), json.dumps([*papers]))
    )


_IMAGE = (
    "title", "title_key", "first_key", "abstract", "published", "year", "arxiv", "version", "doi",
    "url", "code", "citekey", "state",
)  # fmt: skip


def images(
    connection: sqlalchemy.Connection, papers: Iterable[int]
) -> dict[int, dict[str, object]]:
    """What is known of papers, as far as a bibliography may fill it in."""
    sql = f"SELECT id, {', '.join(_IMAGE)} FROM paper WHERE id {_AMONG}"
    rows = connection.exec_driver_sql(sql, (json.dumps([*papers]),))
    return {row[0]: dict(zip(_IMAGE, row[1:], strict=True)) for row in rows}


def citekeys(connection: sqlalchemy.Connection, papers: Iterable[int]) -> dict[int, str]:
    """The citation keys of papers."""
    sql = f"SELECT id, citekey FROM paper WHERE id {_AMONG}"
    return {row[0]: row[1] for row in connection.exec_driver_sql(sql, (json.dumps([*papers]),))}


def edited(connection: sqlalchemy.Connection, papers: Iterable[int]) -> dict[int, frozenset[str]]:
    """The fields of papers that their reader has written."""
    sql = f"SELECT paper, json_group_array(field) FROM edited WHERE paper {_AMONG} GROUP BY paper"
    rows = connection.exec_driver_sql(sql, (json.dumps([*papers]),))
    return {row[0]: frozenset(json.loads(row[1])) for row in rows}


def is_kept(connection: sqlalchemy.Connection, paper: PaperId) -> bool:
    """Whether a paper is in the library, as a transaction that writes sees it."""
    sql = "SELECT state FROM paper WHERE id = ?"
    return State(str(connection.exec_driver_sql(sql, (paper,)).scalar_one())) in LIBRARY


def index_again(connection: sqlalchemy.Connection, paper: PaperId) -> None:
    """Let the search see a paper again: no trigger watches its authors."""
    connection.exec_driver_sql("INSERT INTO waiting (kind, ref) VALUES ('paper', ?)", (paper,))


def _grouped(rows: Iterable[Sequence[Any]]) -> defaultdict[int, list[str]]:
    grouped: defaultdict[int, list[str]] = defaultdict(list)
    for row in rows:
        grouped[row[0]].append(row[1])
    return grouped
