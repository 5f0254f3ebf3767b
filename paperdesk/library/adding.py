"""The statements by which papers arrive: many are looked up at once, and added at once."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from paperdesk.domain.notice import told
from paperdesk.domain.paper import Counts, Found, PaperId, State, name_key, title_key
from paperdesk.infra.changes import Write
from paperdesk.library import store
from paperdesk.library.taking import Known, citation_key

_AMONG = "IN (SELECT value FROM json_each(?))"

_COLUMNS = (
    "id", "title", "abstract", "first_key", "published", "year",
    "arxiv", "version", "doi", "url", "code",
)  # fmt: skip
_KNOWN = f"{', '.join(_COLUMNS)}, upvotes, comments, stars"

_APART = 1e-5
"""Seconds between papers of one list: what came last stands first, and its first as the last."""

_NEWEST = (
    "SELECT max(coalesce((SELECT max(id) FROM paper), 0), coalesce((SELECT max(CAST(value AS "
    "INTEGER)) FROM alias WHERE kind = 'paper'), 0), coalesce((SELECT CAST(value AS INTEGER) "
    "FROM memory WHERE key = 'last paper'), 0))"
)

_KEYS = (
    "SELECT citekey FROM json_each(?) AS wanted CROSS JOIN paper "
    "ON citekey >= wanted.value AND citekey < wanted.value || '{'"
)


def known(write: Write, founds: Sequence[Found]) -> list[list[Known]]:
    """For each found: the papers that it may be, by its ids first, then by title."""
    keys = [title_key(found.title) for found in founds]
    arxivs = _knowns(write, "arxiv", "arxiv", [found.arxiv for found in founds])
    dois = _knowns(write, "doi", "doi", [found.doi for found in founds])
    titles = _knowns(write, "title_key", "title", keys)
    return [
        (arxivs[found.arxiv] or dois[found.doi])[:1] or titles[key]
        for found, key in zip(founds, keys, strict=True)
    ]


def _knowns(
    write: Write, column: str, kind: str, values: Sequence[str | None]
) -> defaultdict[str | None, list[Known]]:
    """The papers by what they have in a column, or were called, where it is one of some values."""
    wanted = json.dumps([value for value in dict.fromkeys(values) if value])
    found: defaultdict[str | None, list[Known]] = defaultdict(list)
    if wanted == "[]":
        return found
    own = f"SELECT {column}, 0, {_KNOWN} FROM paper WHERE {column} {_AMONG} ORDER BY id"
    called = (
        f"SELECT value, 1, {_KNOWN} FROM alias JOIN paper ON paper.id = alias.paper "
        f"WHERE kind = '{kind}' AND value {_AMONG}"
    )
    for sql in (own, called):
        for value, further, *columns, upvotes, comments, stars in write.connection.exec_driver_sql(
            sql, (wanted,)
        ):
            known = dict(zip(_COLUMNS, columns, strict=True))
            counts = Counts(upvotes, comments, stars)
            merged = bool(further) and kind != "title"
            found[value].append(Known(**known, counts=counts, merged=merged))
    return found


def holds_doi(write: Write, doi: object) -> bool:
    """Whether there is a paper with this DOI."""
    row = write.connection.exec_driver_sql("SELECT 1 FROM paper WHERE doi = ?", (doi,)).first()
    return row is not None


def next_paper(write: Write) -> PaperId:
    """The number of the next paper: never one that a paper had which is gone."""
    return PaperId(last_number(write) + 1)


def last_number(write: Write) -> int:
    """The greatest number that a paper ever had."""
    return int(write.connection.exec_driver_sql(_NEWEST).scalar_one())


def insert_papers(
    write: Write, founds: Mapping[PaperId, Found], places: Mapping[PaperId, int], now: float
) -> None:
    """Add papers that nobody knew, under these numbers, with their places in a list."""
    years = [found.published.year if found.published else None for found in founds.values()]
    wanted = [
        found.citekey or citation_key(found.authors, year, found.title)
        for found, year in zip(founds.values(), years, strict=True)
    ]
    rows = zip(founds.items(), years, _free_keys(write, wanted), strict=True)
    made = [
        {**_row(paper, found, year, key), "added_at": now, "state_at": now - places[paper] * _APART}
        for (paper, found), year, key in rows
    ]
    names, marks = ", ".join(made[0]), ", ".join(f":{name}" for name in made[0])
    write.connection.exec_driver_sql(f"INSERT INTO paper ({names}) VALUES ({marks})", made)
    set_authors(write, {paper: found.authors for paper, found in founds.items()})


def _row(paper: PaperId, found: Found, year: int | None, key: str) -> dict[str, object]:
    """A paper that nobody knew, as its table has it, but for when it came."""
    return {
        "id": paper,
        "title": found.title,
        "title_key": title_key(found.title),
        "first_key": name_key(found.authors[0]) if found.authors else "",
        "abstract": found.abstract,
        "published": found.published.isoformat() if found.published else None,
        "year": year,
        "arxiv": found.arxiv,
        "version": found.version,
        "doi": found.doi,
        "url": found.url,
        "code": found.code,
        "citekey": key,
        "state": State.NEW.value,
        "unread": int(found.fresh),
        "notice": told(found),
        "upvotes": found.counts.upvotes,
        "comments": found.counts.comments,
        "stars": found.counts.stars,
    }


def told_by_versions(write: Write, papers: Iterable[PaperId]) -> frozenset[int]:
    """Those of some papers of which only new versions were told, which were no news."""
    sql = f"SELECT id FROM paper WHERE id {_AMONG} AND {store.ONLY_VERSIONS}"
    return _numbers_of(write, sql, papers)


def authored(write: Write, papers: Iterable[PaperId]) -> frozenset[int]:
    """Those of some papers of which it is known who wrote them."""
    sql = f"SELECT paper FROM authorship WHERE position = 0 AND paper {_AMONG}"
    return _numbers_of(write, sql, papers)


def _numbers_of(write: Write, sql: str, papers: Iterable[PaperId]) -> frozenset[int]:
    return frozenset(
        row[0] for row in write.connection.exec_driver_sql(sql, (json.dumps([*papers]),))
    )


def set_authors(write: Write, authors: Mapping[PaperId, Sequence[str]]) -> None:
    """Say who wrote papers of which no authors are known yet."""
    names = dict.fromkeys(name for each in authors.values() for name in each)
    if not names:
        return
    _make_authors(write, tuple(names))
    write.connection.exec_driver_sql(
        "INSERT OR REPLACE INTO authorship (paper, position, author) "
        "SELECT ?, ?, id FROM author WHERE name = ?",
        [
            (paper, position, name)
            for paper, each in authors.items()
            for position, name in enumerate(each)
        ],
    )


def author_ids(write: Write, names: Sequence[str]) -> dict[str, int]:
    """The numbers of authors, who are made if nobody knew them."""
    _make_authors(write, names)
    sql = f"SELECT name, id FROM author WHERE name {_AMONG}"
    rows = write.connection.exec_driver_sql(sql, (json.dumps([*names]),))
    return {row[0]: row[1] for row in rows}


def _make_authors(write: Write, names: Sequence[str]) -> None:
    sql = f"SELECT name FROM author WHERE name {_AMONG}"
    there = {row[0] for row in write.connection.exec_driver_sql(sql, (json.dumps([*names]),))}
    fresh = [(name, name_key(name)) for name in dict.fromkeys(names) if name not in there]
    if fresh:
        write.connection.exec_driver_sql(
            "INSERT OR IGNORE INTO author (name, key) VALUES (?, ?)", fresh
        )


def _free_keys(write: Write, wanted: Sequence[str]) -> list[str]:
    """Each key itself, else with the first suffix (a … z, aa …) that is free."""
    rows = write.connection.exec_driver_sql(_KEYS, (json.dumps(list(dict.fromkeys(wanted))),))
    taken = {row[0] for row in rows}
    free = []
    for key in wanted:
        number, one = 0, key
        while one in taken:
            number += 1
            one = key + _letters(number)
        taken.add(one)
        free.append(one)
    return free


def _letters(number: int) -> str:
    """1 is a, 26 is z, 27 is aa."""
    number, last = divmod(number - 1, 26)
    return (_letters(number) if number else "") + chr(ord("a") + last)
