"""Whether the index has what the library has, no less and no more."""

import contextlib
import sqlite3

from paperdesk.infra.paths import Home
from paperdesk.search.documents import Kind, key
from paperdesk.search.editions import Editions
from paperdesk.search.index import STAMP, Damaged, Index, Segment, Unfinished

_EXPECTED = {
    Kind.PAPER: "SELECT id FROM paper",
    Kind.NOTE: "SELECT paper FROM note WHERE trim(text, char(9, 10, 11, 12, 13, 32)) <> ''",
    Kind.HIGHLIGHT: "SELECT id FROM highlight WHERE trashed IS NULL",
}


def fits(home: Home, library: sqlite3.Connection) -> bool | None:
    """Whether papers, notes and marks are all in the index, and nothing else of these.

    None while the index is to be made or brought up to date: then it may lag behind.
    """
    editions = Editions(home.index)
    current = editions.state().current
    waits = library.execute("SELECT 1 FROM waiting LIMIT 1").fetchone()
    if current is None or current.stamp != STAMP or waits:
        return None
    try:
        segments = Index(editions.path(current)).segments({})
    except Unfinished:
        return None
    except Damaged:
        return False
    with contextlib.ExitStack() as opened:
        for segment, _ in segments:
            opened.callback(segment.close)
        return _compare(segments, library)


def _compare(segments: list[tuple[Segment, frozenset[int]]], library: sqlite3.Connection) -> bool:
    wanted = [
        key(kind, str(row[0]))
        for kind, question in _EXPECTED.items()
        for row in library.execute(question)
    ]
    if not all(_has(segments, one) for one in wanted):
        return False
    there = sum(
        kind in set(_EXPECTED) and number not in gone
        for segment, gone in segments
        for number, kind in enumerate(segment.numbers("kind"))
    )
    return there == len(wanted)


def _has(segments: list[tuple[Segment, frozenset[int]]], wanted: str) -> bool:
    return any(set(segment.holding("key", wanted)) - gone for segment, gone in segments)
