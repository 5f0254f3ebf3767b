"""The rules' queries: rules, what they hit, what they did, what is yet to be judged."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date

import sqlalchemy

from paperdesk.domain.faults import checked
from paperdesk.domain.paper import PaperId
from paperdesk.domain.rule import Action, Deed, Rehearsal, Rule, RuleId, Tiding
from paperdesk.domain.shelf import Shelf
from paperdesk.infra import where
from paperdesk.infra.shelved import meant
from paperdesk.infra.unseen import unheard_of, unseen

Row = dict[str, object]

_AMONG = "IN (SELECT value FROM json_each(?))"
_RULES = """
    SELECT rule.*, coalesce(tally.papers, 0) AS papers, coalesce(tally.unread, 0) AS unread
    FROM rule LEFT JOIN tally ON tally.kind = 'rule' AND tally.key = CAST(rule.id AS TEXT)
    ORDER BY position, rule.id
"""
_QUEUE = "SELECT seq, paper, circumstance FROM unjudged ORDER BY seq LIMIT ?"
_DEEDS = f"""
    SELECT deed.paper, deed.rule, rule.name, deed.action FROM deed
    JOIN rule ON rule.id = deed.rule WHERE standing = 1 AND deed.paper {_AMONG}
"""
_NEW = """
    UPDATE hit SET due = 1 WHERE rule = :rule AND paper IN (SELECT value FROM json_each(:papers))
    AND paper IN (SELECT id FROM paper WHERE state = 'new' AND added_at >= :since)
    AND NOT EXISTS (SELECT 1 FROM deed WHERE deed.paper = hit.paper AND deed.rule = hit.rule)
"""
_DUE = f"""
    SELECT hit.rule, hit.paper, paper.state, paper.unread, {where.MUFFLED} FROM hit
    JOIN rule ON rule.id = hit.rule JOIN paper ON paper.id = hit.paper
    WHERE due = 1 ORDER BY rule.position, rule.id, hit.paper
"""
_FIRST_SEEN = """
    SELECT source.id, source.name, count(DISTINCT entry.paper) FROM entry
    JOIN source ON source.id = entry.source JOIN paper ON paper.id = entry.paper
    WHERE entry.id > ? AND entry.first_seen >= ? AND source.notify = 1 AND source.enabled = 1
        AND paper.unread = 1 AND paper.state = 'new'
    GROUP BY source.id ORDER BY source.id
"""


@dataclass(frozen=True, slots=True)
class Queue:
    """Papers that are to be judged: of which any word may have changed, and the others."""

    last: int = 0
    worded: tuple[int, ...] = ()
    moved: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Due:
    """A paper that came since a rule was made, and is yet to be dealt with by it."""

    rule: RuleId
    paper: PaperId
    new: bool
    unread: bool
    """Whether somebody is to be told: muted sources bring nothing unread."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Papers by number, the newest first, that a rule is to be held against."""

    papers: tuple[int, ...]
    left: int
    below: int | None = None
    """The number from which on the rule knows all papers; None where it knows none."""


def rules(connection: sqlite3.Connection) -> tuple[Rule, ...]:
    """All rules in the order of the list; each counts all that it hits."""
    return tuple(_rule(row) for row in connection.execute(_RULES))


def counted(connection: sqlite3.Connection) -> tuple[Rule, ...]:
    """The same, each counting what its list shows: some milliseconds where much is hidden."""
    hidden, unheard = unseen(connection, "rule"), unheard_of(connection)
    return tuple(_seen(rule, hidden, unheard) for rule in rules(connection))


def _seen(rule: Rule, hidden: Mapping[str, int], unheard: Mapping[int, tuple[int, int]]) -> Rule:
    """A rule without what only muted sources list, and what is muted if it does not mute itself."""
    papers, unread = unheard.get(rule.id, (0, 0))
    if rule.action is not Action.HIDE:
        papers = hidden.get(str(rule.id), 0)
    return replace(rule, papers=rule.papers - papers, unread=rule.unread - unread)


def row(rule: Rule) -> Row:
    """A rule as it is written down, without what belongs to its place in the list."""
    return {
        "name": rule.name,
        "query": rule.query,
        "action": rule.action.value,
        "argument": rule.tag,
        "notify": int(rule.notify),
        "shown": int(rule.shown),
        "enabled": int(rule.enabled),
        "expires": rule.expires.isoformat() if rule.expires else None,
    }


def free(connection: sqlalchemy.Connection) -> tuple[RuleId, int]:
    """A number that no rule has had, and the place at the end of the list."""
    number = connection.exec_driver_sql(
        "SELECT max(coalesce((SELECT max(id) FROM rule), 0),"
        " coalesce((SELECT max(rule) FROM deed), 0))"
    ).scalar_one()
    last = connection.exec_driver_sql("SELECT max(position) FROM rule").scalar_one()
    return RuleId(int(number) + 1), int(last or 0) + 1


def muted_by(connection: sqlalchemy.Connection, rule: RuleId) -> list[PaperId]:
    """The papers that are out of sight because of a rule."""
    rows = connection.exec_driver_sql(
        "SELECT paper FROM deed JOIN paper ON paper.id = deed.paper WHERE rule = ?"
        " AND action = 'hide' AND standing = 1 AND state = 'dismissed'",
        (rule,),
    )
    return [PaperId(found[0]) for found in rows]


def queue(connection: sqlite3.Connection, most: int) -> Queue:
    """What is to be judged next."""
    waiting = connection.execute(_QUEUE, (most,)).fetchall()
    if not waiting:
        return Queue()
    worded = {row["paper"] for row in waiting if not row["circumstance"]}
    moved = {row["paper"] for row in waiting} - worded
    return Queue(waiting[-1]["seq"], tuple(sorted(worded)), tuple(sorted(moved)))


def found_among(connection: sqlite3.Connection, query: str, papers: Iterable[int]) -> set[int]:
    """Those of some papers that a query finds."""
    tree = meant(connection, checked(query))
    sql = where.among(tree, "SELECT value AS id FROM json_each(?)")
    values = [json.dumps(list(papers)), *where.condition(tree)[1]]
    return {row[0] for row in where.prepare(connection).execute(sql, values)}


def settle(
    connection: sqlalchemy.Connection, rule: RuleId, papers: Sequence[int], found: Set[int]
) -> list[int]:
    """Make these papers hits of a rule or not; those that had not been."""
    rows = connection.exec_driver_sql(
        f"SELECT paper FROM hit WHERE rule = ? AND paper {_AMONG}", (rule, json.dumps(papers))
    )
    held = {row[0] for row in rows}
    if gone := held - found:
        connection.exec_driver_sql(
            f"DELETE FROM hit WHERE rule = ? AND paper {_AMONG}", (rule, json.dumps(list(gone)))
        )
    if new := found - held:
        connection.exec_driver_sql(
            "INSERT OR IGNORE INTO hit (rule, paper, at, due)"
            f" SELECT ?, id, unixepoch(), 0 FROM paper WHERE id {_AMONG}",
            (rule, json.dumps(list(new))),
        )
    return sorted(new)


def make_due(
    connection: sqlalchemy.Connection, rule: RuleId, papers: Sequence[int], since: float
) -> None:
    """Let a rule deal with those of some papers that came since, and are still new."""
    values = {"rule": rule, "papers": json.dumps(list(papers)), "since": since}
    connection.exec_driver_sql(_NEW, values)


def judged(connection: sqlalchemy.Connection, last: int) -> None:
    """Forget what waited up to here."""
    connection.exec_driver_sql("DELETE FROM unjudged WHERE seq <= ?", (last,))


def due(connection: sqlalchemy.Connection) -> list[Due]:
    """What is to be dealt with, rule by rule in their order; it is due no more."""
    rows = connection.exec_driver_sql(_DUE).all()
    connection.exec_driver_sql("UPDATE hit SET due = 0 WHERE due = 1")
    return [
        Due(RuleId(row[0]), PaperId(row[1]), row[2] == "new", bool(row[3]) and not row[4])
        for row in rows
    ]


def is_due(connection: sqlite3.Connection) -> bool:
    """Whether any rule has anything to do."""
    return connection.execute("SELECT 1 FROM hit WHERE due = 1 LIMIT 1").fetchone() is not None


def remember(
    connection: sqlalchemy.Connection, rule: Rule, papers: Sequence[PaperId], at: float
) -> None:
    """Write down that a rule deals with papers: it does so once."""
    connection.exec_driver_sql(
        "INSERT OR IGNORE INTO deed (paper, rule, action, at, standing)"
        " SELECT value, ?, ?, ?, 0 FROM json_each(?)",
        (rule.id, rule.action.value, at, json.dumps(list(papers))),
    )


def stretch(connection: sqlite3.Connection, rule: RuleId, most: int) -> Stretch | None:
    """The papers that a rule is to be held against next; None if it knows all."""
    filled = connection.execute("SELECT filled FROM rule WHERE id = ?", (rule,)).fetchone()
    if filled is None or filled[0] == 0:
        return None
    below = filled[0] if filled[0] is not None else 1 << 62
    rows = connection.execute(
        "SELECT id FROM paper WHERE id < ? ORDER BY id DESC LIMIT ?", (below, most)
    )
    papers = tuple(row[0] for row in rows)
    return Stretch(papers, papers[-1] - 1 if papers else 0, filled[0])


def reach(connection: sqlalchemy.Connection, rule: Rule, before: int | None, filled: int) -> bool:
    """Remember from which number on a rule knows all papers; False if it is another by now."""
    sql = "UPDATE rule SET filled = ? WHERE id = ? AND query = ? AND filled IS ?"
    values = (filled, rule.id, rule.query, before)
    return connection.exec_driver_sql(sql, values).rowcount > 0


def content(connection: sqlalchemy.Connection, rule: RuleId) -> None:
    """Let a rule know enough, though there are older papers."""
    connection.exec_driver_sql("UPDATE rule SET filled = 0 WHERE id = ?", (rule,))


def newest_paper(connection: sqlite3.Connection) -> int:
    """The highest number of a paper."""
    return int(connection.execute("SELECT max(id) FROM paper").fetchone()[0] or 0)


def end(connection: sqlalchemy.Connection, rule: RuleId) -> None:
    """Switch a rule off whose last day is past."""
    connection.exec_driver_sql("UPDATE rule SET enabled = 0 WHERE id = ?", (rule,))


def made(connection: sqlite3.Connection) -> Mapping[RuleId, float]:
    """When each rule was made."""
    rows = connection.execute("SELECT id, created FROM rule")
    return {RuleId(row[0]): row[1] for row in rows}


def listed_since(connection: sqlite3.Connection, first: date) -> list[int]:
    """The papers that were last listed on a day or after it."""
    rows = connection.execute("SELECT id FROM paper WHERE day >= ?", (first.isoformat(),))
    return [row[0] for row in rows]


def newest_day(connection: sqlite3.Connection, before: date) -> date | None:
    """The last day up to one on which anything was listed."""
    query = "SELECT max(day) FROM paper WHERE day <= ?"
    newest = connection.execute(query, (before.isoformat(),)).fetchone()[0]
    return date.fromisoformat(newest) if newest else None


def rehearsal(connection: sqlite3.Connection, found: Iterable[int], until: date) -> Rehearsal:
    """Some papers as a rehearsal shows them."""
    rows = connection.execute(
        f"SELECT id, day FROM paper WHERE id {_AMONG} AND state <> 'trash'"
        " ORDER BY day DESC, rank, id",
        (json.dumps(list(found)),),
    ).fetchall()
    days = Counter(date.fromisoformat(row["day"]) for row in rows)
    return Rehearsal(tuple(PaperId(row["id"]) for row in rows), dict(days), until)


def deeds(
    connection: sqlite3.Connection, papers: Sequence[PaperId]
) -> dict[PaperId, tuple[Deed, ...]]:
    """What rules did with some papers, as far as it stands."""
    kept: dict[PaperId, tuple[Deed, ...]] = {}
    for paper, rule, name, action in connection.execute(_DEEDS, (json.dumps(list(papers)),)):
        kept[paper] = (*kept.get(paper, ()), Deed(RuleId(rule), name, Action(action)))
    return kept


def newest_entry(connection: sqlite3.Connection) -> int:
    """The number of the entry that came last."""
    return int(connection.execute("SELECT max(id) FROM entry").fetchone()[0] or 0)


def told_up_to(connection: sqlite3.Connection) -> int | None:
    """The entry up to which sources were told of; None before the first time."""
    row_ = connection.execute("SELECT value FROM memory WHERE key = 'told'").fetchone()
    return int(row_[0]) if row_ else None


def tell_up_to(connection: sqlalchemy.Connection, entry: int) -> None:
    """Remember up to which entry sources were told of."""
    connection.exec_driver_sql("INSERT OR REPLACE INTO memory VALUES ('told', ?)", (str(entry),))


def forget_told(connection: sqlalchemy.Connection) -> None:
    """Begin anew with whoever asks to be told next."""
    connection.exec_driver_sql("DELETE FROM memory WHERE key = 'told'")


def anybody_told(connection: sqlite3.Connection) -> bool:
    """Whether any source notifies."""
    row_ = connection.execute("SELECT 1 FROM source WHERE notify = 1 LIMIT 1").fetchone()
    return row_ is not None


def came_since(connection: sqlite3.Connection, entry: int, seen: float) -> tuple[Tiding, ...]:
    """How many new papers each source that notifies has listed after an entry and a moment."""
    rows = connection.execute(_FIRST_SEEN, (entry, seen))
    return tuple(Tiding(name, count, Shelf(name, f"source:{key}")) for key, name, count in rows)


def _rule(found: sqlite3.Row) -> Rule:
    return Rule(
        name=found["name"],
        query=found["query"],
        action=Action(found["action"]),
        tag=found["argument"],
        notify=bool(found["notify"]),
        shown=bool(found["shown"]),
        enabled=bool(found["enabled"]),
        expires=date.fromisoformat(found["expires"]) if found["expires"] else None,
        id=RuleId(found["id"]),
        papers=found["papers"],
        unread=found["unread"],
        filling=bool(found["enabled"]) and found["filled"] != 0,
    )
