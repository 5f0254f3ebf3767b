"""The ids of tags, which papers and marks share."""

from __future__ import annotations

import sqlalchemy

from paperdesk.infra import tables


def tag_id(connection: sqlalchemy.Connection, name: str) -> int | None:
    """The id of a tag, whatever its case."""
    row = connection.exec_driver_sql(
        "SELECT id FROM tag WHERE name = ? COLLATE NOCASE", (name,)
    ).first()
    return int(row[0]) if row else None


def tag_made(connection: sqlalchemy.Connection, name: str) -> int:
    """The id of a tag, which is made if nothing bears it yet."""
    found = tag_id(connection, name)
    if found is not None:
        return found
    made = connection.execute(sqlalchemy.insert(tables.table("tag")).values(name=name))
    return int(made.lastrowid)
