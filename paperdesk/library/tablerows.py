"""Rows of any table, as an action reads them before it writes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from paperdesk.infra import tables
from paperdesk.infra.journal import Edit

Row = dict[str, Any]


def rows(edit: Edit, name: str, /, **where: object) -> list[Row]:
    """The rows of a table with these values, in the order of its keys."""
    keys = ", ".join(column.name for column in tables.table(name).primary_key)
    tests = " AND ".join(f"{column} = ?" for column in where)
    sql = f"SELECT * FROM {name} WHERE {tests} ORDER BY {keys}"
    found = edit.connection.exec_driver_sql(sql, tuple(where.values())).mappings()
    return [dict(row) for row in found]


def key_of(name: str, row: Mapping[str, Any]) -> Row:
    """What names a row within its table."""
    return {column.name: row[column.name] for column in tables.table(name).primary_key}


def rest_of(name: str, row: Mapping[str, Any]) -> Row:
    """The columns of a row that do not name it."""
    named = key_of(name, row)
    return {column: value for column, value in row.items() if column not in named}
