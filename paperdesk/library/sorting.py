"""A list in the order of a column: what has no value there comes last, as it stood.

A column is walked along its index, of the papers or of the facts, from the first
value to the last: so the first screen of a million is there at once. What has
risen since the last visit is few, and stands at the head in the same way.
"""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections.abc import Iterator
from dataclasses import replace
from itertools import filterfalse

from paperdesk.domain.facts import AMOUNTS, CODE, DATASET
from paperdesk.domain.shelf import Order, Shelf, Sort
from paperdesk.infra import listing
from paperdesk.infra.belongings import CODED
from paperdesk.infra.where import Condition
from paperdesk.library import grouping, momenta
from paperdesk.library.spent import PAGES_LEFT, SECONDS

OF_PAPERS = {
    "title": ("title_key", "ix_paper_title_key", "IS NOT NULL"),
    "date": ("published", "ix_paper_published", "IS NOT NULL"),
    "upvotes": ("upvotes", "ix_paper_upvotes", "IS NOT NULL"),
    "rating": ("rating", "ix_paper_rating", "> 0"),
}
"""Columns that stand in the table of papers, the indexes of their values, and what is one."""

OF_READING = {"minutes": (SECONDS, "focus"), "left": (PAGES_LEFT, "file")}
"""Columns that are counted from another table, which has few papers, and that table."""

SORTABLE = (*OF_PAPERS, *OF_READING, *AMOUNTS, DATASET, CODE)

_ALONE = frozenset({*OF_PAPERS, *OF_READING})
"""Columns that have one value of a paper."""

_PIECE = 8_192
"""Papers that are sifted in one go, in which nobody else gets a turn: half a millisecond."""


def arranged(connection: sqlite3.Connection, shelf: Shelf, limit: int | None) -> array[int]:
    """The papers of a shelf, in its order; with a limit, its first ones."""
    if shelf.group is not None or (shelf.sort is not None and shelf.sort.then is not None):
        return listing.numbers(connection, listing.by_keys(connection, shelf, _keys(shelf), limit))
    head = _head(connection, shelf, limit)
    if limit is not None and len(head) >= limit:
        return head[:limit]
    # Who has a rating stands before all others, who then stand as they came.
    rated = shelf.order is Order.RATING and shelf.sort is None
    rest = Order.ADDED if rated else shelf.order
    ids = _in_order(connection, replace(shelf, sort=None, order=rest), limit)
    if not head or len(head) == len(ids):
        return head or ids
    moved: set[int] = set()
    for piece in pieces(head):
        moved.update(piece)
    for piece in pieces(ids):
        head.extend(filterfalse(moved.__contains__, piece))
    return head[:limit]


def pieces(ids: array[int]) -> Iterator[array[int]]:
    """A long list in pieces: who sifts it as a whole gives nobody else a turn meanwhile."""
    return (ids[start : start + _PIECE] for start in range(0, len(ids), _PIECE))


def _in_order(connection: sqlite3.Connection, shelf: Shelf, limit: int | None) -> array[int]:
    """The papers of a shelf in its order, whatever a column says; with a limit, its first ones."""
    if limit and shelf.order is Order.RANDOM and not listing.few(connection, shelf):
        first = listing.numbers(connection, listing.at_random(connection, shelf, limit))
        if len(first) == limit:
            return first
    return listing.numbers(connection, listing.listing(connection, shelf, limit))


def _head(connection: sqlite3.Connection, shelf: Shelf, limit: int | None) -> array[int]:
    """The papers that stand before all others: those that have a value, or that rose."""
    if shelf.sort is not None:
        return _valued(connection, shelf, shelf.sort, limit)
    if shelf.order is Order.RATING:
        return _valued(connection, shelf, Sort("rating", descending=True), limit)
    if shelf.order is Order.RISING:
        return _risen(connection, shelf)
    return array("q")


def _risen(connection: sqlite3.Connection, shelf: Shelf) -> array[int]:
    risen = momenta.rising(connection)
    text, values = listing.found(connection, shelf, "paper NOT INDEXED")
    among = f"{text} AND paper.id IN (SELECT value FROM json_each(?))"
    held = set(listing.numbers(connection, (among, [*values, json.dumps(risen)])))
    return array("q", filter(held.__contains__, risen))


def _valued(
    connection: sqlite3.Connection, shelf: Shelf, sort: Sort, limit: int | None
) -> array[int]:
    """The papers that have a value in the column, each by its first in this direction."""
    text, values = _walk(connection, shelf, sort)
    most = limit
    while True:
        bound = "" if most is None else f" LIMIT {most}"
        rows = listing.numbers(connection, (text + bound, values))
        # A paper may name several values; who asks for some papers may need more rows.
        papers = rows if sort.column in _ALONE else array("q", dict.fromkeys(rows))
        if most is None or limit is None or len(rows) < most or len(papers) >= limit:
            return papers
        most *= 4


def _keys(shelf: Shelf) -> Condition:
    """What papers are sorted by, column after column; what has nothing there comes last.

    *Why no walk along an index here:* papers that are equal in one column stand by
    another, and there may be hundreds of thousands of equals.
    """
    keys: list[str] = [] if shelf.group is None else [grouping.key(shelf.group)]
    values: list[object] = []
    for one in shelf.sort.columns() if shelf.sort is not None else ():
        key, operands = _key(one)
        keys.append(f"{key} {'DESC' if one.descending else 'ASC'} NULLS LAST")
        values += operands
    return ", ".join(keys), values


def _key(sort: Sort) -> Condition:
    if sort.column in OF_PAPERS:
        name, _, known = OF_PAPERS[sort.column]
        return f"CASE WHEN paper.{name} {known} THEN paper.{name} END", []
    if sort.column in OF_READING:
        return f"nullif({OF_READING[sort.column][0]}, 0)", []
    if sort.column == CODE:
        return f"CASE WHEN {CODED} THEN 1 END", []
    # The plus keeps SQLite from walking all values of a name, from the first, for each paper.
    by = "nullif(key, '')" if sort.column == DATASET else "+value"
    first = "max" if sort.descending else "min"
    said = "FROM fact WHERE fact.paper = paper.id AND fact.name = ?"
    return f"(SELECT {first}({by}) {said})", [sort.column]


def _walk(connection: sqlite3.Connection, shelf: Shelf, sort: Sort) -> Condition:
    """The statement that tells papers by a column; of few they are found first, then sorted."""
    way = "DESC" if sort.descending else "ASC"
    few = listing.few(connection, shelf)
    if sort.column in OF_PAPERS:
        name, index, known = OF_PAPERS[sort.column]
        text, values = listing.found(
            connection, shelf, "paper" if few else f"paper INDEXED BY {index}"
        )
        by = f"paper.{name}"
        return f"{text} AND {by} {known} ORDER BY {by} {way}, paper.id {way}", values
    if sort.column in OF_READING:
        by, table = OF_READING[sort.column]
        text, values = listing.found(connection, shelf, "paper NOT INDEXED")
        among = f"{text} AND paper.id IN (SELECT paper FROM {table}) AND {by} > 0"
        return f"{among} ORDER BY {by} {way}, paper.id {way}", values
    if sort.column == CODE:
        text, values = listing.found(connection, shelf, "paper NOT INDEXED")
        return f"{text} AND {CODED} ORDER BY paper.id {way}", values
    return _walk_facts(connection, shelf, sort, few=few)


def _walk_facts(
    connection: sqlite3.Connection, shelf: Shelf, sort: Sort, *, few: bool
) -> Condition:
    """The same by what papers say: of few, what each says; else who says it, value by value."""
    way = "DESC" if sort.descending else "ASC"
    by, given = "value", "said.value IS NOT NULL"
    if sort.column == DATASET:
        by, given = "key", "said.key <> ''"
    said = "fact AS said" if few else f"fact AS said INDEXED BY ix_fact_{by}"
    text, values = listing.found(
        connection, shelf, f"paper CROSS JOIN {said}" if few else f"{said} CROSS JOIN paper"
    )
    if few:
        given = f"+{given}"  # else SQLite would look for each of them among all values
    mine = f"said.paper = paper.id AND said.name = ? AND {given}"
    return f"{text} AND {mine} ORDER BY said.{by} {way}, paper.id {way}", [*values, sort.column]
