"""How many papers each collection shows, those of the collections within it too.

A paper that stands in several collections is counted once above them. *Why numbers
of a bit for each paper:* 500 collections of 100,000 papers are joined in a hundredth
of the time that sets take, and none is kept for longer than those within it need.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from paperdesk.domain.collection import Collection, CollectionId
from paperdesk.domain.query import TEXT_FIELDS, Node, parse, terms
from paperdesk.infra import where
from paperdesk.infra.database import one_moment
from paperdesk.infra.shelved import meant

_STAMP = "SELECT count(*), total(paper), total(1.0 * collection * paper % 1000003) FROM membership"
_TRASHED = "SELECT count(*), total(id) FROM paper WHERE state = 'trash'"
_MEMBERS = "SELECT collection, group_concat(paper) FROM membership GROUP BY collection"
_TRASH = "SELECT group_concat(id) FROM paper WHERE state = 'trash' AND id <= ?"


class Holdings:
    """Counts anew only what may have changed."""

    def __init__(self) -> None:
        self._stamp: object = None
        self._put: dict[CollectionId, int] = {}

    def counts(
        self, reading: sqlite3.Connection, every: Sequence[Collection]
    ) -> dict[CollectionId, int | None]:
        """The papers of each collection; None where it takes reading every title to tell."""
        shape = tuple((one.id, one.parent) for one in every)
        with one_moment(reading):
            said = tuple(tuple(reading.execute(sql).fetchone() or ()) for sql in (_STAMP, _TRASHED))
            if (shape, said) != self._stamp:
                self._put = _put(reading, every)
                self._stamp = (shape, said)
        found = {one.id: _found(reading, one.query) for one in every if one.smart}
        return self._put | found


def _put(reading: sqlite3.Connection, every: Sequence[Collection]) -> dict[CollectionId, int]:
    """The papers that were put into each collection or below it."""
    told = {row[0]: row[1] for row in reading.execute(_MEMBERS)}
    newest = int(reading.execute("SELECT max(paper) FROM membership").fetchone()[0] or 0)
    trashed = reading.execute(_TRASH, (newest,)).fetchone()[0]
    alive = (1 << newest + 1) - 1 ^ _bits(trashed, newest)
    held: dict[CollectionId, int] = {}
    counts: dict[CollectionId, int] = {}
    for one in reversed(every):  # those within a collection come before it
        papers = held.pop(one.id, 0) | _bits(told.get(one.id), newest)
        counts[one.id] = (papers & alive).bit_count()
        if one.parent is not None:
            held[one.parent] = held.get(one.parent, 0) | papers
    return counts


def _bits(listed: str | None, newest: int) -> int:
    """A list of papers, with commas between them, as one number: a bit for each there may be."""
    row = bytearray(newest // 8 + 1)
    for paper in map(int, listed.split(",") if listed else ()):
        row[paper >> 3] |= 1 << (paper & 7)
    return int.from_bytes(row, "little")


def _found(reading: sqlite3.Connection, query: str) -> int | None:
    """How many papers a query finds among those that were kept."""
    tree = meant(reading, parse(f"({query}) in:library"))
    if _worded(tree):
        return None
    sql, values = where.where(tree, reading)
    return int(
        where.prepare(reading)
        .execute(f"SELECT count(*) FROM paper WHERE {sql}", values)
        .fetchone()[0]
    )


def _worded(tree: Node) -> bool:
    every = (*terms(tree), *terms(tree, wanted=False))
    return any(term.field in TEXT_FIELDS for term in every)
