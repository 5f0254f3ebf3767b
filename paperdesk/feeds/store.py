"""The feeds' queries: sources, what each was last asked, entries and snapshots."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

import sqlalchemy

from paperdesk.domain.errors import NotFound, PaperDeskError
from paperdesk.domain.feed import Day, Listing, Source, SourceId, SourceKind, Trouble
from paperdesk.domain.paper import Counts, PaperId
from paperdesk.feeds.decide import Known, Plan, Sight
from paperdesk.infra import tables
from paperdesk.infra.unseen import unseen, unseen_on

Validators = tuple[tuple[str, str], ...]

LONGEST_LABEL = 60

_STEADY = frozenset(
    {
        SourceKind.FEED,
        SourceKind.ARXIV,
        SourceKind.ARXIV_QUERY,
        SourceKind.HUB_SEARCH,
    }
)
"""The kinds of sources whose entries stay on the day on which they were first seen."""

_OF_NO_DAY = frozenset({SourceKind.TRENDING, SourceKind.HUB_SEARCH})
"""The kinds whose lists say nothing of when a paper came: the days leave them out."""

_SOURCES = """
    SELECT source.*, coalesce(tally.unread, 0) AS unread, coalesce(tally.papers, 0) AS papers
    FROM source LEFT JOIN tally
        ON tally.kind = 'source' AND tally.key = CAST(source.id AS TEXT)
    WHERE source.enabled ORDER BY source.position = 0, source.position, source.id
"""
_DAYS = "SELECT key, papers, unread FROM tally WHERE kind = 'day' AND papers ORDER BY key DESC"
_DAYS_BEFORE = (
    "SELECT key, papers FROM tally WHERE kind = 'day' AND papers AND key < ? ORDER BY key DESC"
)
_DAYS_AFTER = "SELECT key, papers FROM tally WHERE kind = 'day' AND papers AND key > ? ORDER BY key"
_KNOWN = """
    SELECT entry.id, entry.paper, entry.key, entry.rank, entry.last_seen,
        snapshot.upvotes, snapshot.comments, snapshot.stars
    FROM entry LEFT JOIN snapshot ON snapshot.entry = entry.id
        AND snapshot.at = (SELECT max(at) FROM snapshot WHERE entry = entry.id)
    WHERE entry.source = ?
"""
_KNOWN_DAY = f"{_KNOWN} AND entry.day = ? AND entry.paper IN (SELECT value FROM json_each(?))"
_KNOWN_KEYS = f"{_KNOWN} AND entry.key IN (SELECT value FROM json_each(?))"


_SAME_DAY = """
SELECT day FROM entry WHERE source = ? GROUP BY day
HAVING count(DISTINCT key) = ? AND sum(key NOT IN (SELECT value FROM json_each(?))) = 0
ORDER BY day DESC LIMIT 1
"""

KEPT = 20
"""Failures of each source that are remembered, the last ones."""

_TROUBLES = "SELECT at, sentence FROM trouble WHERE source = ? ORDER BY at DESC, id DESC"
_FORGET = f"""
    DELETE FROM trouble WHERE source = ? AND id NOT IN (
        SELECT id FROM trouble WHERE source = ? ORDER BY at DESC, id DESC LIMIT {KEPT}
    )
"""


def sources(connection: sqlite3.Connection) -> tuple[Source, ...]:
    """The sources that were not removed, in the user's order, else as they were added."""
    return tuple(_source(row) for row in connection.execute(_SOURCES))


def counted(connection: sqlite3.Connection) -> tuple[Source, ...]:
    """The same, each counting what its list shows: some milliseconds where much is hidden."""
    hidden = unseen(connection, "source")
    found = sources(connection)
    return tuple(replace(one, papers=one.papers - hidden.get(str(one.id), 0)) for one in found)


def source(connection: sqlite3.Connection, number: SourceId) -> Source:
    """One source, also one that is not on the list."""
    row = connection.execute(
        "SELECT *, 0 AS unread, 0 AS papers FROM source WHERE id = ?", (number,)
    ).fetchone()
    if row is None:
        raise NotFound("That source was removed.")
    return _source(row)


def visited(connection: sqlite3.Connection, kind: SourceKind) -> frozenset[date]:
    """The days that sources of a kind were ever asked for."""
    query = (
        "SELECT day FROM visit JOIN source ON source.id = visit.source WHERE source.kind = ? "
        "UNION SELECT day FROM entry JOIN source ON source.id = entry.source WHERE source.kind = ?"
    )
    rows = connection.execute(query, (kind.value, kind.value))
    return frozenset(date.fromisoformat(row[0]) for row in rows if row[0][:1].isdigit())


def any_listed(connection: sqlite3.Connection, source: SourceId, keys: Collection[str]) -> bool:
    """Whether a source has listed any entry with one of these keys."""
    query = (
        "SELECT 1 FROM entry WHERE source = ? AND key IN (SELECT value FROM json_each(?)) LIMIT 1"
    )
    row = connection.execute(query, (source, json.dumps(list(keys)))).fetchone()
    return row is not None


def days(connection: sqlite3.Connection) -> tuple[Day, ...]:
    """The days on which something was listed that is in sight, the newest first."""
    hidden = unseen(connection, "day")
    rows = connection.execute(_DAYS)
    counted = ((day, papers - hidden.get(day, 0), unread) for day, papers, unread in rows)
    return tuple(Day(date.fromisoformat(day), *counts) for day, *counts in counted if counts[0])


def day_near(connection: sqlite3.Connection, day: date, step: int) -> date | None:
    """The next day after this one (1), or before it (-1), that lists anything in sight.

    Day by day: a key asks this, which must not wait until all that is hidden is counted.
    """
    query = _DAYS_AFTER if step > 0 else _DAYS_BEFORE
    for key, papers in connection.execute(query, (day.isoformat(),)):
        if papers > unseen_on(connection, key):
            return date.fromisoformat(key)
    return None


def newest_day(connection: sqlite3.Connection, source: SourceId, before: date) -> date | None:
    """The newest day before another of which a source has listed anything."""
    query = "SELECT max(day) FROM entry WHERE source = ? AND day < ?"
    row = connection.execute(query, (source, before.isoformat())).fetchone()
    return date.fromisoformat(row[0]) if row[0] else None


def remember(
    connection: sqlalchemy.Connection, source: SourceId, error: PaperDeskError, now: datetime
) -> None:
    """Keep a failure with those before it, and forget the oldest."""
    row = (source, now.timestamp(), str(error))
    connection.exec_driver_sql("INSERT INTO trouble (source, at, sentence) VALUES (?, ?, ?)", row)
    connection.exec_driver_sql(_FORGET, (source, source))


def troubles(connection: sqlite3.Connection, source: SourceId) -> tuple[Trouble, ...]:
    """The last failures of a source, the newest first."""
    rows = connection.execute(_TROUBLES, (source,))
    return tuple(Trouble(datetime.fromtimestamp(row[0], UTC), row[1]) for row in rows)


def any_visit(connection: sqlite3.Connection) -> bool:
    """Whether any source was ever asked."""
    return connection.execute("SELECT 1 FROM visit LIMIT 1").fetchone() is not None


def spelt_labels(labels: Sequence[str]) -> str:
    """Labels as a source's row keeps them: each once, in their order."""
    plain = (" ".join(label.split())[:LONGEST_LABEL] for label in labels)
    return json.dumps(list(dict.fromkeys(label for label in plain if label)))


def validators(connection: sqlite3.Connection, source: SourceId, asked: str) -> Validators:
    """What to send along when a source is asked the same again."""
    query = "SELECT validators FROM visit WHERE source = ? AND day = ?"
    row = connection.execute(query, (source, asked)).fetchone()
    return tuple((name, value) for name, value in json.loads(row[0])) if row else ()


def day_of(connection: sqlite3.Connection, source: SourceId, keys: Sequence[str]) -> date | None:
    """The day, the newest first, whose entries at a source have just these keys."""
    row = connection.execute(_SAME_DAY, (source, len(set(keys)), json.dumps(keys))).fetchone()
    return date.fromisoformat(row[0]) if row else None


def on_day(
    connection: sqlite3.Connection, source: SourceId, day: date
) -> list[tuple[int, PaperId]]:
    """The entries of one day at a source, each with its paper."""
    query = "SELECT id, paper FROM entry WHERE source = ? AND day = ?"
    rows = connection.execute(query, (source, day.isoformat()))
    return [(row["id"], PaperId(row["paper"])) for row in rows]


def wanted(
    connection: sqlalchemy.Connection, kind: SourceKind, name: str, url: str
) -> tuple[SourceId, dict[str, object]]:
    """The number of the source at an address, and what its row is to be.

    One that was removed comes back as it was.
    """
    table = tables.table("source")
    known = connection.execute(sqlalchemy.select(table.c.id).where(table.c.url == url)).first()
    if known is not None:
        return SourceId(known[0]), {"enabled": 1}
    newest = connection.exec_driver_sql("SELECT max(id) FROM source").scalar_one()
    row: dict[str, object] = {"kind": kind.value, "name": name, "url": url, "enabled": 1}
    row["muted"] = int(kind in _OF_NO_DAY)
    return SourceId(int(newest or 0) + 1), row


def keep_source(
    connection: sqlalchemy.Connection, kind: SourceKind, name: str, url: str
) -> SourceId:
    """Make a source, or bring back the one that was there."""
    number, row = wanted(connection, kind, name, url)
    if "kind" in row:
        _inserted(connection, "source", {"id": number, **row})
    else:
        update_source(connection, number, row)
    return number


def keep_aside(
    connection: sqlalchemy.Connection, kind: SourceKind, name: str, url: str
) -> SourceId:
    """Make a source that is not on the list, if there is none at this address.

    Its papers are seen where they are asked for, not among those of the days.
    """
    number, row = wanted(connection, kind, name, url)
    if "kind" in row:
        _inserted(connection, "source", {"id": number, **row, "enabled": 0, "muted": 1})
    return number


def update_source(
    connection: sqlalchemy.Connection, source: SourceId, values: dict[str, object]
) -> None:
    """Change what is known of a source."""
    table = tables.table("source")
    connection.execute(sqlalchemy.update(table).where(table.c.id == source).values(**values))


def keep_visit(connection: sqlalchemy.Connection, source: SourceId, listing: Listing) -> None:
    """Remember when a source was asked, and how to ask it again cheaply."""
    connection.exec_driver_sql(
        "INSERT OR REPLACE INTO visit (source, day, at, validators) VALUES (?, ?, ?, ?)",
        (
            source,
            listing.asked or listing.day.isoformat(),
            listing.taken.timestamp(),
            json.dumps(listing.validators),
        ),
    )


def known(
    connection: sqlalchemy.Connection, source: Source, day: date, sights: Sequence[Sight]
) -> list[Known]:
    """The entries that these sights may be.

    Where an entry stays on the day on which it was first seen, it is sought by
    its key on every day.
    """
    papers = json.dumps([sight.paper for sight in sights])
    rows = list(connection.exec_driver_sql(_KNOWN_DAY, (source.id, day.isoformat(), papers)))
    if source.kind in _STEADY:
        keys = json.dumps([sight.entry.key for sight in sights if sight.entry.key])
        rows += connection.exec_driver_sql(_KNOWN_KEYS, (source.id, keys))
    return [
        Known(row[0], PaperId(row[1]), row[2], row[3], Counts(*row[5:8]), row[4]) for row in rows
    ]


def apply(connection: sqlalchemy.Connection, source: Source, listing: Listing, plan: Plan) -> None:
    """Write what was decided about a day."""
    at = listing.taken.timestamp()
    newest = connection.exec_driver_sql("SELECT max(id) FROM entry").scalar_one()
    adds = list(enumerate(plan.adds, (newest or 0) + 1))
    if adds:
        rows = [_row(number, source, listing, sight) for number, sight in adds]
        connection.execute(sqlalchemy.insert(tables.table("entry")), rows)
    if plan.moves:
        connection.exec_driver_sql(
            "UPDATE entry SET rank = ?, last_seen = ? WHERE id = ?",
            [(move.rank, at, move.known.id) for move in plan.moves],
        )
    counted = [(number, sight.entry.rank, sight.entry.found.counts) for number, sight in adds]
    counted += [(move.known.id, move.rank, move.counts) for move in plan.moves if move.moved]
    _snapshot(connection, counted, at)


def _row(number: int, source: Source, listing: Listing, sight: Sight) -> dict[str, object]:
    """An entry that was not known, as its table has it."""
    found, at = sight.entry.found, listing.taken.timestamp()
    return {
        "id": number,
        "source": source.id,
        "day": listing.day.isoformat(),
        "paper": sight.paper,
        "key": sight.entry.key,
        "rank": sight.entry.rank,
        "first_seen": at,
        "last_seen": at,
        "submitter": found.submitter,
        "extra": json.dumps(found.extra),
        "kind": sight.entry.kind,
    }


def _inserted(connection: sqlalchemy.Connection, table: str, row: dict[str, object]) -> int:
    return int(connection.execute(sqlalchemy.insert(tables.table(table)), row).lastrowid)


def _snapshot(
    connection: sqlalchemy.Connection, counted: Sequence[tuple[int, int, Counts]], at: float
) -> None:
    """Keep the ranks and counts of entries as they are now, where a source counts anything."""
    rows = [
        (number, at, rank, counts.upvotes, counts.comments, counts.stars)
        for number, rank, counts in counted
        if counts != Counts()
    ]
    if rows:
        connection.exec_driver_sql(
            "INSERT OR REPLACE INTO snapshot (entry, at, rank, upvotes, comments, stars) "
            "VALUES (?, ?, ?, ?, ?, ?)",
            rows,
        )


def _source(row: sqlite3.Row) -> Source:
    return Source(
        SourceId(row["id"]),
        SourceKind(row["kind"]),
        row["name"],
        row["url"],
        bool(row["enabled"]),
        _moment(row["last_success"]),
        row["last_error"],
        _moment(row["last_error_at"]),
        row["unread"],
        row["papers"],
        row["period"],
        row["retention"],
        bool(row["muted"]),
        bool(row["notify"]),
        tuple(json.loads(row["labels"])),
        _moment(row["due"]),
        row["failures"],
    )


def _moment(seconds: float | None) -> datetime | None:
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC)
