"""Lists in groups: what their papers stand together by, and what is said above each group."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from paperdesk.domain.paper import State
from paperdesk.domain.shelf import Group, Shelf
from paperdesk.infra import listing

MOST = 500
"""Groups that have headings; of more, each has so few papers that they say nothing."""

_STATES = (
    *(State.INBOX, State.SHORTLIST, State.LATER, State.ARCHIVE),
    *(State.NEW, State.DISMISSED, State.TRASH),
)
_STATE = (
    "CASE paper.state "
    + " ".join(f"WHEN '{state.value}' THEN {place}" for place, state in enumerate(_STATES))
    + " END"
)
_SOURCE = (
    "(SELECT source.name FROM entry JOIN source ON source.id = entry.source"
    " WHERE entry.paper = paper.id ORDER BY source.id LIMIT 1)"
)


@dataclass(frozen=True, slots=True)
class _Way:
    """How a group is told in SQL, how one is called, and in which direction they follow."""

    key: str
    nothing: str
    """What those are called of which nothing is known; they come last."""

    said: Callable[[str], str] = str
    falling: bool = False


def _month(key: str) -> str:
    return f"{date.fromisoformat(f'{key}-01'):%B %Y}"


def _day(key: str) -> str:
    day = date.fromisoformat(key)
    return f"{day:%A} {day.day} {day:%B %Y}"


_WAYS = {
    Group.STATE: _Way(_STATE, "", lambda key: _STATES[int(key)].value.capitalize()),
    Group.YEAR: _Way("paper.year", "Without a date", falling=True),
    Group.MONTH: _Way("substr(paper.published, 1, 7)", "Without a date", _month, falling=True),
    Group.DAY: _Way("paper.day", "In no feed", _day, falling=True),
    Group.SOURCE: _Way(_SOURCE, "From no source"),
    Group.RATING: _Way(
        "nullif(paper.rating, 0)", "Not rated", lambda key: f"{key} of 5", falling=True
    ),
    Group.LETTER: _Way("nullif(upper(substr(paper.title_key, 1, 1)), '')", "Without a title"),
}


def key(group: Group) -> str:
    """What the rows of a grouped list are sorted by first."""
    way = _WAYS[group]
    return f"{way.key} {'DESC' if way.falling else 'ASC'} NULLS LAST"


def headings(connection: sqlite3.Connection, shelf: Shelf) -> Mapping[int, str]:
    """What stands above the rows of a grouped list with which groups begin."""
    if shelf.group is None:
        return {}
    way = _WAYS[shelf.group]
    found, values = listing.found(connection, shelf, "paper NOT INDEXED")
    keys = found.replace("SELECT paper.id", f"SELECT {way.key} AS key", 1)
    told = connection.execute(
        f"SELECT key, count(*) FROM ({keys}) GROUP BY key"
        f" ORDER BY key {'DESC' if way.falling else 'ASC'} NULLS LAST LIMIT {MOST + 1}",
        values,
    ).fetchall()
    said: dict[int, str] = {}
    row = 0
    for name, papers in told:
        title = way.nothing if name is None else way.said(str(name))
        said[row] = f"{title} · {papers:,}"
        row += papers
    return said if len(said) <= MOST else {}
