"""Which old rows of the feed are let go: read, kept by nobody, and listed no more.

What is dropped can be fetched again, and nothing of it is the reader's work. So
it goes without the trash and without a step to undo; older steps that were
about it pass over it. Age is counted back from when a source last listed
anything: a clock that jumps, or a source that is silent, drops nothing.
"""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections.abc import Sequence

from paperdesk.infra.changes import Write

BATCH = 200
"""Papers a transaction: the window must get its turn to write in between."""

OF_THE_READER = (
    "alias",
    "apart",
    "bookmark",
    "edited",
    "exported",
    "file",
    "focus",
    "highlight",
    "letter",
    "membership",
    "note",
    "place",
    "progress",
    "reference",
    "relation",
    "tagging",
    "thrown",
)
"""Tables with a column `paper`: a row there keeps it, for it was made by the reader."""

_UNTOUCHED = " ".join(
    (
        *(
            f"AND NOT EXISTS (SELECT 1 FROM {table} WHERE {table}.paper = paper.id)"
            for table in OF_THE_READER
        ),
        "AND NOT EXISTS (SELECT 1 FROM relation WHERE relation.other = paper.id)",
        "AND paper.rating = 0 AND paper.flagged = 0 AND paper.remark = ''",
    )
)

_HORIZONS = """
    SELECT id, (SELECT max(last_seen) FROM entry WHERE source = source.id) - retention * 86400.0
    FROM source WHERE enabled AND retention > 0
"""

# The newest paper and the newest entry stay: numbers are not to be given twice,
# for the steps of the journal know rows by them.
_DROPPABLE = f"""
    WITH horizon (source, before) AS (
        SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]') FROM json_each(?)
    )
    SELECT DISTINCT paper.id FROM horizon
        JOIN entry ON entry.source = horizon.source AND entry.last_seen < horizon.before
        JOIN paper ON paper.id = entry.paper
    WHERE paper.unread = 0 AND paper.state IN ('new', 'dismissed') {_UNTOUCHED}
        AND paper.id < (SELECT max(id) FROM paper)
        AND NOT EXISTS (
            SELECT 1 FROM entry AS other LEFT JOIN horizon AS its ON its.source = other.source
            WHERE other.paper = paper.id AND (its.before IS NULL OR other.last_seen >= its.before
                OR other.id = (SELECT max(id) FROM entry))
        )
"""


def droppable(connection: sqlite3.Connection) -> array[int]:
    """The papers that every source that lists them has kept for long enough."""
    horizons = json.dumps([tuple(row) for row in connection.execute(_HORIZONS)])
    return array("q", (row[0] for row in connection.execute(_DROPPABLE, (horizons,))))


def drop(write: Write, papers: Sequence[int]) -> tuple[int, ...]:
    """Drop those of some papers that may still be dropped; which they were."""
    connection = write.connection
    horizons = json.dumps([tuple(row) for row in connection.exec_driver_sql(_HORIZONS)])
    among = f"{_DROPPABLE} AND paper.id IN (SELECT value FROM json_each(?))"
    chosen = json.dumps(list(papers))
    gone = tuple(row[0] for row in connection.exec_driver_sql(among, (horizons, chosen)))
    connection.exec_driver_sql(
        "DELETE FROM paper WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(gone),)
    )
    return gone
