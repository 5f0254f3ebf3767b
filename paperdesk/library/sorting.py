"""A list in the order of a column: what has no value there comes last, as it stood.

Facts are walked in an index of their own, from the first value to the last, and
laid over the list; a column of the papers themselves is sorted by SQLite.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterator, Sequence

from paperdesk.domain.facts import AMOUNTS, CODE, DATASET
from paperdesk.domain.shelf import Sort

OF_PAPERS = {"title": "title_key", "date": "published", "upvotes": "upvotes"}
"""Columns that stand in the table of papers, whose indexes have their orders."""

SORTABLE = (*OF_PAPERS, *AMOUNTS, DATASET, CODE)


def arranged(connection: sqlite3.Connection, ids: array[int], sort: Sort) -> array[int]:
    """A list, sorted by a column; equal values stay as they stood."""
    return ahead(_valued(connection, sort), ids)


def ahead(wanted: Sequence[int], ids: array[int]) -> array[int]:
    """A list with those of it that are wanted at its head, in their own order."""
    held = set(ids)
    first = [paper for paper in wanted if paper in held]
    moved = frozenset(first)
    made = array("q", first)
    made.extend(paper for paper in ids if paper not in moved)
    return made


def _valued(connection: sqlite3.Connection, sort: Sort) -> Sequence[int]:
    """Every paper that has a value in the column, by its first value in this direction."""
    cursor = connection.cursor()
    cursor.row_factory = None
    way = "DESC" if sort.descending else "ASC"
    return tuple(dict.fromkeys(paper for (paper,) in _walk(cursor, sort.column, way)))


def _walk(cursor: sqlite3.Cursor, column: str, way: str) -> Iterator[tuple[int]]:
    if column in OF_PAPERS:
        name = OF_PAPERS[column]
        sql = f"SELECT id FROM paper WHERE {name} IS NOT NULL ORDER BY {name} {way}, id {way}"
        return cursor.execute(sql)
    if column == CODE:
        coded = f"SELECT paper FROM fact WHERE name = '{CODE}'"
        return cursor.execute(
            f"SELECT id FROM paper WHERE code <> '' UNION {coded} ORDER BY 1 {way}"
        )
    by = "key" if column == DATASET else "value"
    given = "key <> ''" if column == DATASET else "value IS NOT NULL"
    sql = f"SELECT paper FROM fact WHERE name = ? AND {given} ORDER BY {by} {way}, paper {way}"
    return cursor.execute(sql, (column,))
