"""The minutes that papers were read, and those that what is left of them takes."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from paperdesk.domain.filling import A_PAGE
from paperdesk.domain.pace import Pace, pace
from paperdesk.infra.together import together

_AMONG = "IN (SELECT value FROM json_each(?))"

SECONDS = "(SELECT sum(seconds) FROM focus WHERE focus.paper = paper.id)"
"""How long the `paper` of a query was read; nothing of one that was not."""

PAGES_LEFT = (
    "(SELECT max(coalesce(nullif(progress.pages, 0), file.pages) - coalesce(furthest, 0))"
    " FROM file LEFT JOIN progress ON progress.paper = file.paper"
    " WHERE file.paper = paper.id AND coalesce(status, '') <> 'read')"
)
"""The pages of the `paper` of a query behind the furthest; nothing of one without a PDF."""

_SPENT = f"SELECT id, {SECONDS}, {PAGES_LEFT} FROM paper WHERE id {_AMONG}"
_READ = "SELECT words, seconds FROM focus WHERE words > 0"
_ALL = f"SELECT sum(words), sum(seconds) FROM ({_READ})"
_OF_LATE = f"SELECT sum(words), sum(seconds) FROM ({_READ} ORDER BY day DESC LIMIT 300)"


@dataclass(frozen=True, slots=True)
class Spent:
    """Minutes with a paper, and about how many are left; 0 where that is not known."""

    minutes: float = 0.0
    left: int = 0


NOTHING_SPENT = Spent()


def spent(connection: sqlite3.Connection, chosen: str) -> dict[int, Spent]:
    """The minutes of some papers (a JSON list of their numbers); others are left out."""
    rows = [row for row in together(connection, _SPENT, (chosen,), 3) if row[1] or row[2]]
    # Of late, by the index of days: to add up years took as long as all else of a screenful.
    own = _pace(connection, _OF_LATE) if any(row[2] for row in rows) else Pace()
    return {
        paper: Spent((seconds or 0.0) / 60, own.minutes(A_PAGE * max(0, pages or 0)))
        for paper, seconds, pages in rows
    }


def own_pace(connection: sqlite3.Connection) -> Pace:
    """One's own pace: of what was read, not of what was leafed through."""
    return _pace(connection, _ALL)


def _pace(connection: sqlite3.Connection, asked: str) -> Pace:
    words, seconds = connection.execute(asked).fetchone()
    return pace(words or 0, seconds or 0.0)
