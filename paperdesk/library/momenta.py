"""How the counts of papers moved, and their places in what is trending."""

from __future__ import annotations

import json
import sqlite3
import time
from collections import defaultdict
from collections.abc import Iterator

from paperdesk.domain.momentum import Momentum, Reading
from paperdesk.infra.together import rounded, together
from paperdesk.library.visits import last_visit

_AMONG = "entry.paper IN (SELECT value FROM json_each(?))"
_READINGS = (
    "SELECT entry.paper, entry.source, source.name, snapshot.at, snapshot.upvotes, "
    "snapshot.rank, entry.last_seen FROM entry JOIN snapshot ON snapshot.entry = entry.id "
    f"JOIN source ON source.id = entry.source WHERE {_AMONG} ORDER BY snapshot.at"
)
_MOVED = (
    "SELECT DISTINCT entry.paper FROM snapshot JOIN entry ON entry.id = snapshot.entry "
    "WHERE snapshot.at > ?"
)
_TREND_DAYS = (
    "SELECT DISTINCT substr(visit.day, -10) FROM visit JOIN source ON source.id = visit.source "
    "WHERE source.kind = 'trending' AND visit.day LIKE 'trending %' ORDER BY 1 DESC LIMIT 2"
)
"""The last two days on which it was asked what is trending: of years, two short rows."""

_PLACES = (
    "SELECT entry.paper, entry.day, entry.rank FROM source CROSS JOIN entry "
    "ON entry.source = source.id WHERE source.kind = 'trending' "
    f"AND entry.day IN (?, ?) AND {_AMONG}"
)
_MOST = 60
"""Readings of one paper that are shown: two months of days."""


def momenta(connection: sqlite3.Connection, chosen: str) -> dict[int, Momentum]:
    """How the counts of some papers (a JSON list of their numbers) moved."""
    places = _places(connection, chosen)
    since = last_visit(connection, time.time())
    since = None if since is None else rounded(since)
    return {
        paper: Momentum(tuple(readings), asked, places.get(paper), since, source)
        for paper, readings, asked, source in _curves(connection, chosen, since)
    }


def rising(connection: sqlite3.Connection) -> tuple[int, ...]:
    """The papers that gained upvotes since the last visit, most first; of equals the liked."""
    since = last_visit(connection, time.time())
    if since is None:
        return ()
    moved = json.dumps([row[0] for row in connection.execute(_MOVED, (since,))])
    gains = {
        paper: (one.risen(), one.upvotes()[-1:])
        for paper, one in momenta(connection, moved).items()
        if one.risen() > 0
    }
    return tuple(sorted(gains, key=lambda paper: gains[paper], reverse=True))


def _curves(
    connection: sqlite3.Connection, chosen: str, since: float | None
) -> Iterator[tuple[int, list[Reading], float, str]]:
    """Of each paper its highest curve, when it was last counted, and by whom if several do.

    *Why one curve:* each source asks at moments of its own, some hours or days
    after another; laid over each other their readings would jump up and down.
    """
    curves: defaultdict[int, defaultdict[tuple[int, str], list[Reading]]]
    curves = defaultdict(lambda: defaultdict(list))
    asked: dict[int, float] = {}
    for paper, source, name, at, upvotes, rank, seen in together(
        connection, _READINGS, (chosen,), 7
    ):
        curves[paper][source, name].append(Reading(at, upvotes, rank))
        asked[paper] = max(seen, asked.get(paper, 0.0))
    for paper, by_source in curves.items():
        (_, name), readings = max(by_source.items(), key=lambda one: _height(one[1]))
        yield paper, _last(readings, since), asked[paper], name if len(by_source) > 1 else ""


def _height(readings: list[Reading]) -> tuple[bool, int, int]:
    """Whether it is a curve at all, its last count, and how much it tells."""
    return len(readings) > 1, readings[-1].upvotes or 0, len(readings)


def _last(readings: list[Reading], since: float | None) -> list[Reading]:
    """The last readings, and all back to the one before a visit: gains are counted from it."""
    before = 0 if since is None else sum(one.at > since for one in readings) + 1
    return readings[-max(_MOST, before) :]


def _places(connection: sqlite3.Connection, chosen: str) -> dict[int, tuple[int, int]]:
    """The places of papers that trend now and did so the day before: then, and now."""
    days = [row[0] for row in connection.execute(_TREND_DAYS)]
    if len(days) < 2:
        return {}
    stood: dict[str, dict[int, int]] = {day: {} for day in days}
    for paper, day, rank in together(connection, _PLACES, (*days, chosen), 3):
        stood[day][paper] = rank
    now, before = (stood[day] for day in days)
    return {paper: (before[paper], now[paper]) for paper in now if paper in before}
