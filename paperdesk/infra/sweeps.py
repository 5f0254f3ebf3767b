"""One change to many rows of a table, written by few statements and undone by as few.

*Why beside the changes of single rows:* five thousand of these take seconds, and
an entry of the journal of some megabytes. A sweep keeps which rows there were,
and each column before as one list; it leaves out what was so already.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import sqlalchemy

from paperdesk.infra import tables

Row = dict[str, Any]
Columns = dict[str, list[Any]]
"""A value for each row, or a single one for all."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of a table, each named by one of the `keys` in `column`, and all by the `rest`."""

    table: str
    column: str
    keys: list[Any]
    rest: Row = field(default_factory=dict)

    def among(self) -> str:
        """The condition for all of them; its values are `named`."""
        return self._place("IN (SELECT value FROM json_each(?))")

    def named(self) -> tuple[Any, ...]:
        """The values for `among`."""
        return (json.dumps(self.keys), *self.rest.values())

    def one(self) -> str:
        """The condition for one of them: its key, then the rest."""
        return self._place("= ?")

    def there(
        self, connection: sqlalchemy.Connection, others: Sequence[str] = ()
    ) -> Sequence[Sequence[Any]]:
        """Those that exist: their keys, and other columns of them."""
        columns = ", ".join((self.column, *others))
        sql = f"SELECT {columns} FROM {self.table} WHERE {self.among()}"
        return connection.exec_driver_sql(sql, self.named()).all()

    def _place(self, test: str) -> str:
        return " AND ".join((f"{self.column} {test}", *(f"{name} = ?" for name in self.rest)))


@dataclass(frozen=True, slots=True)
class Sweep:
    """Rows before and after: None where they did not exist."""

    rows: Rows
    before: Columns | None
    after: Columns | None

    @property
    def table(self) -> str:
        """Where the rows are."""
        return self.rows.table

    def write(self, connection: sqlalchemy.Connection, *, back: bool) -> None:
        """Make the rows be as they were before, or as they were after."""
        image, other = (self.before, self.after) if back else (self.after, self.before)
        if image is None:
            sql = f"DELETE FROM {self.table} WHERE {self.rows.among()}"
            connection.exec_driver_sql(sql, self.rows.named())
        elif other is None:
            self._insert(connection, image)
        else:
            self._update(connection, image)

    def apart(self) -> Iterator[tuple[Row, Row | None, Row | None]]:
        """Row by row: its key, and what it was before and after."""
        images = [
            dict(self._each(image)) if image is not None else None
            for image in (self.before, self.after)
        ]
        for key in self.rows.keys:
            before, after = (
                dict(zip(names, values[key], strict=True)) if values is not None else None
                for names, values in zip((self.before or (), self.after or ()), images, strict=True)
            )
            yield {self.rows.column: key, **self.rows.rest}, before, after

    def _insert(self, connection: sqlalchemy.Connection, image: Columns) -> None:
        rest = tuple(self.rows.rest.values())
        names = (self.rows.column, *self.rows.rest, *image)
        columns, marks = ", ".join(names), ", ".join("?" * len(names))
        sql = (
            f"WITH fresh ({columns}) AS (VALUES ({marks})) "
            f"INSERT INTO {self.table} ({columns}) SELECT * FROM fresh WHERE 1"
        )
        # What a row is about may have been dropped since, as old rows of the feed are.
        about = (one for one in tables.table(self.table).foreign_keys if one.parent.name in names)
        for reference in about:
            here, there = f"fresh.{reference.parent.name}", reference.column
            sql += (
                f" AND ({here} IS NULL OR EXISTS (SELECT 1 FROM {there.table.name}"
                f" WHERE {there.table.name}.{there.name} = {here}))"
            )
        rows = [(key, *rest, *values) for key, values in self._each(image)]
        connection.exec_driver_sql(sql, rows)

    def _update(self, connection: sqlalchemy.Connection, image: Columns) -> None:
        """One statement where all rows get the same, else one that is run for each."""
        sql = f"UPDATE {self.table} SET {', '.join(f'{name} = ?' for name in image)} WHERE "
        if all(len(values) == 1 for values in image.values()):
            same = [values[0] for values in image.values()]
            connection.exec_driver_sql(sql + self.rows.among(), (*same, *self.rows.named()))
            return
        rest = tuple(self.rows.rest.values())
        rows = [(*values, key, *rest) for key, values in self._each(image)]
        connection.exec_driver_sql(sql + self.rows.one(), rows)

    def _each(self, image: Columns) -> Iterator[tuple[Any, tuple[Any, ...]]]:
        """Each key, with what its row has in the columns of an image."""
        keys = self.rows.keys
        spread = [one * len(keys) if len(one) == 1 else one for one in image.values()]
        for at, key in enumerate(keys):
            yield key, tuple(values[at] for values in spread)


def updates(connection: sqlalchemy.Connection, rows: Rows, values: Row) -> list[Sweep]:
    """What it takes that rows have these values: a sweep for each set of columns that differ."""
    groups: defaultdict[tuple[str, ...], list[Sequence[Any]]] = defaultdict(list)
    for row in rows.there(connection, tuple(values)):
        held = zip(values.items(), row[1:], strict=True)
        differ = tuple(name for (name, value), before in held if before != value)
        if differ:
            groups[differ].append(row)
    places = {name: at for at, name in enumerate(values, start=1)}
    return [
        Sweep(
            replace(rows, keys=[row[0] for row in group]),
            {name: _packed(row[places[name]] for row in group) for name in names},
            {name: [values[name]] for name in names},
        )
        for names, group in groups.items()
    ]


def inserts(
    connection: sqlalchemy.Connection, rows: Rows, values: Row | None = None
) -> list[Sweep]:
    """What it takes that there is a row for each key: those that are missing, with `values`."""
    there = {row[0] for row in rows.there(connection)}
    missing = [key for key in dict.fromkeys(rows.keys) if key not in there]
    image = {name: [value] for name, value in (values or {}).items()}
    return [Sweep(replace(rows, keys=missing), None, image)] if missing else []


def deletes(connection: sqlalchemy.Connection, rows: Rows) -> list[Sweep]:
    """What it takes that there is no row for any key: those that there are, as they are."""
    named = {rows.column, *rows.rest}
    others = [column.name for column in tables.table(rows.table).c if column.name not in named]
    found = rows.there(connection, others)
    if not found:
        return []
    columns = {name: _packed(row[at] for row in found) for at, name in enumerate(others, start=1)}
    return [Sweep(replace(rows, keys=[row[0] for row in found]), columns, None)]


def _packed(values: Iterable[Any]) -> list[Any]:
    """A column, or its one value if all rows have the same."""
    listed = list(values)
    return listed[:1] if listed.count(listed[0]) == len(listed) else listed
