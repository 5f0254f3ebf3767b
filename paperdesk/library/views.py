"""How far a view of the feed is worked off: what is left, what was kept, what came late."""

from __future__ import annotations

import sqlite3
import time
from array import array
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import filterfalse

from paperdesk.domain import query
from paperdesk.domain.paper import GONE, PaperId, State
from paperdesk.domain.query import Term
from paperdesk.domain.shelf import Lineup, Shelf, Standing, worked_off
from paperdesk.domain.words import Kin
from paperdesk.infra import listing, where
from paperdesk.infra.changes import Changes
from paperdesk.infra.known import ASKED, UNKNOWN, Known
from paperdesk.infra.shelved import meant
from paperdesk.library import grouping, sorting, store
from paperdesk.library.sorting import pieces

_NOTHING: array[int] = array("q")


_WAITING = "SELECT DISTINCT ref FROM waiting WHERE kind = 'paper'"

Index = Callable[[Sequence[Term]], Mapping[Term, "array[int]"] | None]
"""The papers that meet each of some conditions about words; None if nobody knows them now."""


def _nobody(_: Sequence[Term]) -> None:
    return None


class Views:
    """The lists that are worked off from the first unread row to the last."""

    def __init__(self, changes: Changes) -> None:
        self._changes = changes
        self.index: Index = _nobody
        """Who knows the papers that words are in; without one, each paper is looked at."""

        self.kin: Kin | None = None
        """Who knows the forms of a word, for what the index has not told."""

    def lineup(
        self, shelf: Shelf, shown: array[int] = _NOTHING, limit: int | None = None
    ) -> Lineup:
        """The papers of a shelf in its order; who came after it was finished stands last.

        With what is `shown` of it now: what is new to that, and what of it is gone.
        With a limit, the first ones may be all that is told of it.
        """
        connection = self._prepared(shelf)
        if shelf.group is not None:
            return self._grouped(connection, shelf, shown)
        at = _finished(connection, shelf)
        late = set() if at is None else _late(connection, shelf, at)
        most = None if limit is None else limit + len(late)
        ids = sorting.arranged(connection, shelf, most)
        if most is not None and len(ids) == most:
            first = array("q", (paper for paper in ids if paper not in late))[:limit]
            return Lineup(first, whole=False, finished=at is not None)
        if late:
            last = array("q", (paper for paper in ids if paper in late))
            ids = array("q", (paper for paper in ids if paper not in late)) + last
        lineup = Lineup(ids, len(last) if late else 0, finished=at is not None)
        return lineup if not shown or shown == ids else _against(connection, lineup, shown)

    def _prepared(self, shelf: Shelf) -> sqlite3.Connection:
        """A connection that knows what the index tells of a shelf's words.

        *Why first who waits to be indexed, then the index:* a paper that is taken in
        between the two would be missed the other way round.
        """
        connection = self._changes.database.read()
        tree = meant(connection, query.parse(shelf.query))
        every = (*query.terms(tree), *query.terms(tree, wanted=False))
        asked = {term for term in every if term.field in ASKED}
        if not asked:
            return where.prepare(connection, self.kin)
        waiting = [int(row[0]) for row in connection.execute(_WAITING)]
        told = self.index(tuple(asked))
        known = UNKNOWN if told is None else Known.told(told, waiting)
        return where.prepare(connection, self.kin, known)

    def _grouped(self, connection: sqlite3.Connection, shelf: Shelf, shown: array[int]) -> Lineup:
        """All of a shelf in groups: who came late has a place in one of these."""
        ids = sorting.arranged(connection, shelf, None)
        finished = _finished(connection, shelf) is not None
        lineup = Lineup(ids, finished=finished, groups=grouping.headings(connection, shelf))
        return lineup if not shown or shown == ids else _against(connection, lineup, shown)

    def standing(self, shelf: Shelf) -> Standing:
        """How far a view is worked off."""
        connection = self._prepared(shelf)
        sql, values = listing.counting(connection, shelf)
        rows = connection.execute(sql, values).fetchall()
        states: Counter[State] = Counter()
        unread = 0
        for state, new, papers in rows:
            states[State(state)] += papers
            unread += papers if new and State(state) not in GONE else 0
        at = _finished(connection, shelf)
        late = 0 if at is None or not unread else _unread(connection, _late(connection, shelf, at))
        moment = None if at is None else datetime.fromtimestamp(at, UTC)
        passed = states[State.NEW] - sum(row[2] for row in rows if row[1] and row[0] == State.NEW)
        return Standing(unread, dict(states), passed, late, moment)

    def unread(self, papers: array[int]) -> tuple[PaperId, ...]:
        """Those of some papers that are unread, in the same order."""
        chosen = _unread_of(self._changes.database.read(), papers)
        return tuple(PaperId(paper) for paper in papers if paper in chosen)

    def next_unread(self, papers: array[int], row: int, direction: int) -> int | None:
        """The next row of a list (1), or the one before (-1), whose paper is unread."""
        unread: where.Condition = ("SELECT id FROM paper WHERE unread = 1", [])
        wanted = set(listing.numbers(self._changes.database.read(), unread))
        rows = range(row + direction, len(papers) if direction > 0 else -1, direction)
        return next((at for at in rows if papers[at] in wanted), None)

    def finish(self, shelf: Shelf) -> None:
        """Remember that a view was worked off now; no step to undo."""
        if not worked_off(shelf):
            return
        with self._changes.write(durable=False) as write:
            write.connection.exec_driver_sql(
                "INSERT OR REPLACE INTO finished (shelf, at) VALUES (?, ?)",
                (shelf.query, time.time()),
            )


def _against(connection: sqlite3.Connection, lineup: Lineup, shown: array[int]) -> Lineup:
    """A lineup, with what is new in it to a list that is shown, and what of that is gone."""
    left: set[int] = set()
    for piece in pieces(shown):
        left.update(piece)
    new = array("q")
    for piece in pieces(lineup.ids):
        new.extend(filterfalse(left.__contains__, piece))
        left.difference_update(piece)
    gone = frozenset(left) - store.there(connection, left)
    return replace(lineup, new=new, gone=gone)


def _finished(connection: sqlite3.Connection, shelf: Shelf) -> float | None:
    row = connection.execute("SELECT at FROM finished WHERE shelf = ?", (shelf.query,)).fetchone()
    return None if row is None else float(row[0])


def _late(connection: sqlite3.Connection, shelf: Shelf, at: float) -> set[int]:
    """Who came after a moment: to the days that a view is about, else to the library at all."""
    node = query.parse(shelf.query)
    if isinstance(node, Term) and node.field == "day":
        tests, values = where.days(node)
        sql = f"SELECT paper FROM entry WHERE {tests} GROUP BY paper HAVING min(first_seen) > ?"
    else:
        condition, values = where.where(node, connection)
        sql = f"SELECT id FROM paper INDEXED BY ix_paper_added WHERE {condition} AND added_at > ?"
    return {row[0] for row in connection.execute(sql, (*values, at))}


def _unread(connection: sqlite3.Connection, papers: set[int]) -> int:
    return len(_unread_of(connection, array("q", papers)))


def _unread_of(connection: sqlite3.Connection, papers: array[int]) -> set[int]:
    rows = connection.execute(
        "SELECT id FROM paper WHERE unread = 1 AND state NOT IN ('dismissed', 'trash')"
        " AND id IN (SELECT value FROM json_each(?))",
        (str(papers.tolist()),),
    )
    return {row[0] for row in rows}
