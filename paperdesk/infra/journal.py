"""Every action of the user, kept with what undoes it, across restarts.

An entry holds images of the rows it touched, before and after (of many rows
together: `infra.sweeps`); to undo writes the images before, to redo the ones
after. Only the columns that the action changed are in an image, so that a
refresh in between loses nothing.
"""

from __future__ import annotations

import contextlib
import dataclasses
import json
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy

from paperdesk.domain.events import (
    CollectionsChanged,
    Event,
    NotesChanged,
    PapersChanged,
    RulesChanged,
    SourcesChanged,
)
from paperdesk.domain.paper import PaperId
from paperdesk.infra import sweeps, tables
from paperdesk.infra.changes import Changes, Write
from paperdesk.infra.sweeps import Rows, Sweep

MERGE_SECONDS = 300.0
"""Actions on one thing within this time are one step (typing in a note)."""

RUN = "run:"
"""How the `merge` of an action begins that comes in parts, each an entry of its own.

*Why apart:* what is too much for one transaction, as an import is, can end in the
middle; then what is in can be undone all the same, and as one step.
"""

Row = dict[str, Any]

_OF_PAPERS = frozenset({
    "paper", "tag", "tagging", "entry", "file", "watch", "reference", "authorship", "progress",
    "relation",
})  # fmt: skip
"""Tables of which lists and pages of papers show something."""


@dataclass(slots=True)
class Change:
    """One row before and after: None where it did not exist."""

    table: str
    key: Row
    before: Row | None
    after: Row | None

    def write(self, connection: sqlalchemy.Connection, *, back: bool) -> None:
        """Make the row be as it was before, or as it was after."""
        image, other = (self.before, self.after) if back else (self.after, self.before)
        _write(connection, self.table, self.key, image, fresh=other is None)


@dataclass(frozen=True, slots=True)
class Step:
    """An action as the journal lists it."""

    id: int
    title: str
    at: float
    papers: tuple[PaperId, ...]
    undone: bool


@dataclass(slots=True)
class Edit:
    """An action under way: what it writes is written with its undoing."""

    connection: sqlalchemy.Connection
    changes: list[Change | Sweep] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    """What is to be announced beside what the changes tell."""

    title: str = ""
    """What the step is called, in place of what it was before it was known."""

    def insert(self, table: str, key: Row, values: Row) -> None:
        """Add a row; one that is there already is updated instead."""
        if self._find(table, key) is not None:
            self.update(table, key, values)
            return
        _write(self.connection, table, key, values)
        self.changes.append(Change(table, key, None, values))

    def update(self, table: str, key: Row, values: Row) -> None:
        """Change columns of a row; what is so already leaves no trace."""
        found = self._find(table, key)
        if found is None:
            return
        new = {name: value for name, value in values.items() if found[name] != value}
        if new:
            _write(self.connection, table, key, new)
            self.changes.append(Change(table, key, {name: found[name] for name in new}, new))

    def delete(self, table: str, key: Row) -> None:
        """Take a row away; undoing brings it back whole."""
        found = self._find(table, key)
        if found is not None:
            _write(self.connection, table, key, None)
            self.changes.append(Change(table, key, found, None))

    def update_each(self, rows: Rows, values: Row) -> None:
        """Change columns of many rows; what is so already leaves no trace."""
        self.sweep(sweeps.updates(self.connection, rows, values))

    def insert_each(self, rows: Rows, values: Row | None = None) -> None:
        """Add the rows that are missing, with these values."""
        self.sweep(sweeps.inserts(self.connection, rows, values))

    def delete_each(self, rows: Rows) -> None:
        """Take away those of the rows that there are."""
        self.sweep(sweeps.deletes(self.connection, rows))

    def sweep(self, found: Sequence[Sweep]) -> None:
        """Change many rows in ways that were made out already."""
        for sweep in found:
            sweep.write(self.connection, back=False)
        self.changes += found

    def _find(self, table: str, key: Row) -> Row | None:
        columns = tables.table(table)
        row = self.connection.execute(sqlalchemy.select(columns).where(*_where(columns, key)))
        found = row.mappings().first()
        return dict(found) if found is not None else None


class Journal:
    """Does, undoes and redoes what the user asked for."""

    def __init__(self, changes: Changes) -> None:
        self._changes = changes

    @contextlib.contextmanager
    def act(self, title: str, papers: Sequence[PaperId], *, merge: str = "") -> Iterator[Edit]:
        """One action: written, journalled and announced in one transaction.

        Consecutive actions with the same `merge` become one step; those of a `RUN`
        are undone together. `papers` may be filled meanwhile.
        """
        with self._changes.write() as write:
            edit = Edit(write.connection)
            yield edit
            if edit.changes:
                _keep(edit, edit.title or title, papers, merge)
                _announce(write, edit.changes, papers)
            for event in edit.events:
                write.tell(event)

    def undo(self) -> str | None:
        """Take back the last step that stands; its title, or None."""
        return self._step("SELECT * FROM journal WHERE undone = 0 ORDER BY id DESC LIMIT 1")

    def redo(self) -> str | None:
        """Do again the step that was undone last; its title, or None."""
        return self._step("SELECT * FROM journal WHERE undone = 1 ORDER BY id LIMIT 1")

    def steps(self, limit: int = 50) -> list[Step]:
        """The latest steps, newest first; of a run one, with its papers."""
        rows = self._changes.database.read().execute(
            "SELECT id, title, at, merge, json_extract(changes, '$.papers') AS papers, undone "
            "FROM journal ORDER BY id DESC LIMIT ?",
            (limit,),
        )
        steps: list[Step] = []
        before = ""
        for row in rows:
            papers = tuple(json.loads(row["papers"]))
            if row["merge"].startswith(RUN) and row["merge"] == before:
                steps[-1] = dataclasses.replace(steps[-1], papers=steps[-1].papers + papers)
            else:
                undone = bool(row["undone"])
                steps.append(Step(row["id"], row["title"], row["at"], papers, undone))
            before = row["merge"]
        return steps

    def forget(self) -> None:
        """Begin anew: nothing that was done until now can be undone."""
        with self._changes.write() as write:
            write.connection.exec_driver_sql("DELETE FROM journal")

    def _step(self, query: str) -> str | None:
        with self._changes.write() as write:
            row = write.connection.exec_driver_sql(query).mappings().first()
            if row is None:
                return None
            run = row["merge"] if row["merge"].startswith(RUN) else None
            following: sqlalchemy.RowMapping | None = row
            while following is not None:
                _turn(write, following)
                following = write.connection.exec_driver_sql(query).mappings().first()
                if following is None or following["merge"] != run:
                    break
            return str(row["title"])


def _turn(write: Write, row: sqlalchemy.RowMapping) -> None:
    """Write the images of an entry, those before or those after."""
    kept = json.loads(row["changes"])
    changes = [read_change(change) for change in kept["rows"]]
    back = not row["undone"]
    for change in reversed(changes) if back else changes:
        change.write(write.connection, back=back)
    write.connection.exec_driver_sql(
        "UPDATE journal SET undone = ? WHERE id = ?", (int(back), row["id"])
    )
    _announce(write, changes, [PaperId(paper) for paper in kept["papers"]])


def _keep(edit: Edit, title: str, papers: Sequence[PaperId], merge: str) -> None:
    """Write the entry; what had been undone can then no longer be redone."""
    now = time.time()
    edit.connection.exec_driver_sql("DELETE FROM journal WHERE undone = 1")
    last = edit.connection.exec_driver_sql(
        "SELECT id, at, merge, changes FROM journal ORDER BY id DESC LIMIT 1"
    ).mappings()
    previous = last.first()
    rows = [dataclasses.asdict(change) for change in edit.changes]
    mergeable = merge and not merge.startswith(RUN)
    if (
        mergeable
        and previous
        and previous["merge"] == merge
        and now - previous["at"] < MERGE_SECONDS
    ):
        merged = _merged(json.loads(previous["changes"])["rows"], rows)
        edit.connection.exec_driver_sql(
            "UPDATE journal SET at = ?, changes = ? WHERE id = ?",
            (now, json.dumps({"papers": list(papers), "rows": merged}), previous["id"]),
        )
        return
    entry = {
        "at": now,
        "title": title,
        "merge": merge,
        "changes": json.dumps({"papers": list(papers), "rows": rows}),
        "undone": 0,
    }
    edit.connection.execute(sqlalchemy.insert(tables.table("journal")), [entry])


def _merged(old: list[Row], new: list[Row]) -> list[Row]:
    """Two steps as one: the first one's images before, the last one's after."""
    by_row = {_row(change): change for change in old}
    for change in new:
        earlier = by_row.get(_row(change))
        if earlier is None:
            old.append(change)
            continue
        if earlier["before"] is not None:
            earlier["before"] = {**(change["before"] or {}), **earlier["before"]}
        if change["after"] is None or earlier["after"] is None:
            earlier["after"] = change["after"]
        else:
            earlier["after"] = {**earlier["after"], **change["after"]}
    return old


def _row(change: Row) -> str:
    """Which row, or rows, an image is of."""
    return json.dumps([change.get("table"), change.get("key"), change.get("rows")])


def _announce(write: Write, changes: Sequence[Change | Sweep], papers: Sequence[PaperId]) -> None:
    about = tuple(papers)
    kinds = {change.table for change in changes}
    events: list[Event] = []
    if kinds & _OF_PAPERS:
        events.append(PapersChanged(about))
    if kinds & {"bookmark", "letter", "note", "highlight", "highlight_tag"}:
        events.append(NotesChanged(about))
    if kinds & {"collection", "membership"}:
        events.append(CollectionsChanged())
    if "rule" in kinds:
        events.append(RulesChanged())
    if "source" in kinds:
        events.append(SourcesChanged())
    for event in events:
        write.tell(event)


def _write(
    connection: sqlalchemy.Connection,
    name: str,
    key: Row,
    values: Row | None,
    *,
    fresh: bool = True,
) -> None:
    """Make a row be as `values` say: absent, changed, or (if `fresh`) there.

    What was dropped since, as old rows of the feed are, is passed over.
    """
    table = tables.table(name)
    where = _where(table, key)
    if values is None:
        connection.execute(sqlalchemy.delete(table).where(*where))
        return
    if values:
        changed = connection.execute(sqlalchemy.update(table).where(*where).values(**values))
        if changed.rowcount:
            return
    elif connection.execute(sqlalchemy.select(table).where(*where)).first() is not None:
        return  # a trigger has put it back already
    row = {**key, **values}
    if fresh and not _orphaned(connection, table, row):
        connection.execute(sqlalchemy.insert(table).values(**row))


def _orphaned(connection: sqlalchemy.Connection, table: sqlalchemy.Table, row: Row) -> bool:
    """Whether a row is about another that is not there any more."""
    for reference in table.foreign_keys:
        value = row.get(reference.parent.name)
        there = sqlalchemy.select(reference.column).where(reference.column == value)
        if value is not None and connection.execute(there).first() is None:
            return True
    return False


def _where(table: sqlalchemy.Table, key: Row) -> list[sqlalchemy.ColumnElement[bool]]:
    return [table.c[name] == value for name, value in key.items()]


def read_change(kept: Row) -> Change | Sweep:
    """A change, or one of many rows, as the journal keeps it."""
    if "rows" in kept:
        return Sweep(Rows(**kept["rows"]), kept["before"], kept["after"])
    return Change(**kept)
