"""How collections stand within each other, as the library has it written down."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from paperdesk.domain.collection import Collection, CollectionId
from paperdesk.domain.paper import PaperId, State

Run = Callable[[str, tuple[Any, ...]], Any]
"""Runs a statement within a transaction that writes."""

_AMONG = "IN (SELECT value FROM json_each(?))"


def collections(connection: sqlite3.Connection) -> tuple[Collection, ...]:
    """Every collection, each followed by those within it.

    One whose path leads nowhere stands at the top, where it is seen.
    """
    return _arranged(connection.execute(_ALL))


def within(run: Run) -> tuple[Collection, ...]:
    """The same, as a transaction that writes sees them."""
    return _arranged(run(_ALL, ()))


_ALL = "SELECT id, name, parent, query, position FROM collection ORDER BY position, id"


def _arranged(rows: Iterable[Sequence[Any]]) -> tuple[Collection, ...]:
    inside: defaultdict[int | None, list[Collection]] = defaultdict(list)
    for row in rows:
        one = Collection(CollectionId(row[0]), row[1], row[2], row[3], row[4])
        inside[one.parent].append(one)
    listed = list(_walk(inside, inside[None], ()))
    lost = {one.id: one for ones in inside.values() for one in ones}
    for one in listed:
        del lost[one.id]
    while lost:
        first = next((one for one in lost.values() if one.parent not in lost), None)
        first = first or next(iter(lost.values()))
        for one in _walk(inside, [first], ()):
            if lost.pop(one.id, None) is not None:
                listed.append(one)
    return tuple(listed)


def _walk(
    lower: dict[int | None, list[Collection]],
    level: Sequence[Collection],
    path: tuple[str, ...],
    seen: frozenset[int] = frozenset(),
) -> Iterator[Collection]:
    for one in level:
        if one.id in seen:
            continue
        here, inside = (*path, one.name), lower.get(one.id, [])
        yield Collection(one.id, one.name, one.parent, one.query, one.position, here, len(inside))
        yield from _walk(lower, inside, here, seen | {one.id})


def below(every: Iterable[Collection], number: CollectionId) -> list[CollectionId]:
    """A collection and all within it, each before those within it."""
    inside = {number: None}
    for one in every:
        if one.parent in inside:
            inside[one.id] = None
    return list(inside)


def holding(connection: sqlite3.Connection, papers: Sequence[PaperId]) -> set[int]:
    """The numbers of the collections that any of some papers were put into."""
    sql = f"SELECT DISTINCT collection FROM membership WHERE paper {_AMONG}"
    return {row[0] for row in connection.execute(sql, (json.dumps(list(papers)),))}


def free(run: Run) -> int:
    """A number that no collection has had, as far as the history knows."""
    return int(run(_FREE, ()).scalar_one())


_FREE = """
SELECT max(coalesce((SELECT max(id) FROM collection), 0), coalesce((
    SELECT max(CAST(json_extract(row.value, '$.key.id') AS INTEGER))
    FROM journal, json_each(journal.changes, '$.rows') AS row
    WHERE json_extract(row.value, '$.table') = 'collection'), 0)) + 1
"""
"""Not one of a collection that was deleted: undoing brings that back."""


def members(run: Run, number: CollectionId) -> list[int]:
    """The papers that were put into a collection."""
    rows = run("SELECT paper FROM membership WHERE collection = ?", (number,))
    return [row[0] for row in rows]


def passing(run: Run, papers: Sequence[PaperId], states: Iterable[State]) -> list[int]:
    """Those of some papers that are in any of some states."""
    marks = ", ".join(f"'{state.value}'" for state in sorted(states))
    sql = f"SELECT id FROM paper WHERE state IN ({marks}) AND id {_AMONG}"
    return [row[0] for row in run(sql, (json.dumps(list(papers)),))]
