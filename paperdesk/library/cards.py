"""What stands beside papers: their cards, and what is linked to them."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Iterable
from dataclasses import astuple

from paperdesk.domain.card import NOTHING_SAID, Card, Kind, Linked, Links
from paperdesk.domain.events import PapersChanged
from paperdesk.domain.paper import PaperId
from paperdesk.infra.changes import Changes, Write
from paperdesk.infra.together import together

_COLUMNS = "organisation, summary, keywords, picture, project, submitter, discussion"
_AMONG = "paper IN (SELECT value FROM json_each(?))"
_CARDS = f"SELECT paper, {_COLUMNS} FROM card WHERE {_AMONG}"
_KNOWN = f"SELECT paper, {_COLUMNS} FROM card WHERE paper = ?"
_KEPT = (
    f"INSERT INTO card (paper, {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?) "
    "ON CONFLICT (paper) DO UPDATE SET "
    + ", ".join(f"{name} = excluded.{name}" for name in _COLUMNS.split(", "))
)
_COUNTS = "SELECT models, datasets, spaces FROM card WHERE paper = ? AND asked IS NOT NULL"
_LINKED = "SELECT kind, name, likes FROM linked WHERE paper = ? ORDER BY kind, position"
_ASKED = (
    "INSERT INTO card (paper, models, datasets, spaces, asked) VALUES (?, ?, ?, ?, ?) "
    "ON CONFLICT (paper) DO UPDATE SET models = excluded.models, datasets = excluded.datasets, "
    "spaces = excluded.spaces, asked = excluded.asked"
)
_JUDGE = (
    "INSERT INTO unjudged (paper, circumstance) "
    "SELECT ?, 0 WHERE EXISTS (SELECT 1 FROM rule WHERE enabled = 1)"
)
"""Lets the rules see a paper again: no trigger watches what stands beside it."""

_LINK = "INSERT INTO linked (paper, kind, position, name, likes) VALUES (?, ?, ?, ?, ?)"


def cards(connection: sqlite3.Connection, chosen: str) -> dict[int, Card]:
    """The cards of some papers (a JSON list of their numbers)."""
    return {row[0]: _card(row[1:]) for row in together(connection, _CARDS, (chosen,), 8)}


def fill_in(write: Write, paper: PaperId, card: Card) -> bool:
    """Keep what a source says of a paper; what it does not say stays. Whether that is news."""
    if card == NOTHING_SAID:
        return False
    row = write.connection.exec_driver_sql(_KNOWN, (paper,)).first()
    old = _card(row[1:]) if row is not None else NOTHING_SAID
    new = card.over(old)
    if new == old:
        return False
    values = (json.dumps(one) if isinstance(one, tuple) else one for one in astuple(new))
    write.connection.exec_driver_sql(_KEPT, (paper, *values))
    write.connection.exec_driver_sql(_JUDGE, (paper,))
    return True


class Linkage:
    """What models, data sets and Spaces name the papers of a library."""

    def __init__(self, changes: Changes) -> None:
        self._changes = changes

    def links(self, paper: PaperId) -> Links | None:
        """What is linked to a paper; None if nobody ever asked."""
        connection = self._changes.database.read()
        row = connection.execute(_COUNTS, (paper,)).fetchone()
        if row is None:
            return None
        rows = connection.execute(_LINKED, (paper,))
        first = (Linked(Kind(kind), *rest) for kind, *rest in rows)
        return Links(tuple(zip(Kind, row, strict=True)), tuple(first))

    def asked(self, paper: PaperId) -> float:
        """When somebody last asked what is linked to a paper; 0 if nobody did."""
        reading = self._changes.database.read()
        row = reading.execute("SELECT asked FROM card WHERE paper = ?", (paper,)).fetchone()
        return float(row[0] or 0.0) if row else 0.0

    def keep(self, paper: PaperId, found: Links) -> None:
        """Keep what is linked to a paper now, in place of what was; no step to undo."""
        counts = dict(found.counts)
        values = (counts.get(kind, 0) for kind in Kind)
        with self._changes.write(durable=False) as write:
            write.connection.exec_driver_sql(_ASKED, (paper, *values, time.time()))
            write.connection.exec_driver_sql("DELETE FROM linked WHERE paper = ?", (paper,))
            for position, one in enumerate(found.first):
                row = (paper, one.kind.value, position, one.name, one.likes)
                write.connection.exec_driver_sql(_LINK, row)
            write.connection.exec_driver_sql(_JUDGE, (paper,))
            write.tell(PapersChanged((paper,)))


def _card(values: Iterable[str]) -> Card:
    organisation, summary, keywords, *rest = values
    return Card(organisation, summary, _words(keywords), *rest)


def _words(text: str) -> tuple[str, ...]:
    """Keywords as they are kept: a list of words in JSON."""
    listed = json.loads(text)
    return tuple(word for word in listed if isinstance(word, str))
