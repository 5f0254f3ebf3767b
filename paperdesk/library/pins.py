"""Pinned tags: up to nine, each under a digit and in a colour."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager

from paperdesk.domain.errors import NotFound, WrongUsage
from paperdesk.domain.note import Colour
from paperdesk.domain.paper import PaperId
from paperdesk.domain.tags import Pin, tag_name
from paperdesk.infra.changes import Changes
from paperdesk.infra.journal import Edit, Journal, Row
from paperdesk.infra.sweeps import Rows
from paperdesk.infra.tags import tag_id, tag_made

DIGITS = range(1, 10)

_PINS = "SELECT digit, name, colour FROM tag WHERE digit IS NOT NULL ORDER BY digit"
_BEARING = (
    "SELECT count(*) FROM tagging JOIN tag ON tag.id = tagging.tag "
    "WHERE digit = ? AND paper IN (SELECT value FROM json_each(?))"
)
_BEARERS = (
    "SELECT paper FROM tagging JOIN tag ON tag.id = tagging.tag WHERE name = ? COLLATE NOCASE"
    " LIMIT 5000"
)
"""Papers whose rows look otherwise now: as many as lists keep at hand, and more."""


class Pins:
    """Pins tags, and puts pinned ones on papers; all of it can be taken back."""

    def __init__(self, changes: Changes, journal: Journal) -> None:
        self._changes = changes
        self._journal = journal

    def all(self) -> tuple[Pin, ...]:
        """The pinned tags, by their digits."""
        return tuple(Pin(*row) for row in self._changes.database.read().execute(_PINS))

    def at(self, digit: int) -> Pin:
        """The tag under a digit."""
        found = next((pin for pin in self.all() if pin.digit == digit), None)
        if found is None:
            raise NotFound(f"No tag is pinned to {digit}: “Pin a tag…” does so.")
        return found

    def toggle(self, papers: Sequence[PaperId], digit: int) -> str:
        """Put a pinned tag on papers, or take it off if they all bear it; says what was done."""
        pin = self.at(digit)
        row = self._changes.database.read().execute(_BEARING, (digit, json.dumps([*papers])))
        on = row.fetchone()[0] < len(papers)
        title = f"{_counted(papers)} tagged {'+' if on else '-'}{pin.tag}"
        with self._journal.act(title, papers) as edit:
            rows = Rows("tagging", "paper", list(papers), {"tag": tag_id(edit.connection, pin.tag)})
            edit.insert_each(rows) if on else edit.delete_each(rows)
        return title

    def clear(self, papers: Sequence[PaperId]) -> str:
        """Take all pinned tags off papers; says what was done."""
        title = f"{_counted(papers)} without pinned tags"
        with self._journal.act(title, papers) as edit:
            for pin in self.all():
                tag = tag_id(edit.connection, pin.tag)
                edit.delete_each(Rows("tagging", "paper", list(papers), {"tag": tag}))
        return title if edit.changes else "Nothing to change: no pinned tag is on them."

    def pin(self, tag: str, digit: int | None = None) -> str:
        """Pin a tag to a digit, else to the first that is free; two tags change places."""
        name, pins = tag_name(tag), {pin.digit: pin for pin in self.all()}
        before = next((pin for pin in pins.values() if pin.tag.lower() == name.lower()), None)
        place = digit or (before.digit if before else _free(pins))
        if place not in DIGITS:
            raise WrongUsage(f"{place} is no place for a tag: these are 1 to 9.")
        other = pins.get(place)
        with self._act(f"{name} pinned to {place}", name) as edit:
            if other is not None and other != before:
                self._set(edit, other.tag, {"digit": before.digit if before else None})
            colour = before.colour if before else [*Colour][(place - 1) % len(Colour)].value
            self._set(edit, name, {"digit": place, "colour": colour})
        return f"{name} pinned to {place}"

    def unpin(self, digit: int) -> str:
        """Take the tag under a digit off it; papers keep it."""
        name = self.at(digit).tag
        with self._act(f"{name} no longer pinned", name) as edit:
            self._set(edit, name, {"digit": None})
        return f"{name} no longer pinned"

    def paint(self, digit: int, colour: Colour) -> str:
        """Give the tag under a digit a colour."""
        name = self.at(digit).tag
        with self._act(f"{name} is {colour}", name) as edit:
            self._set(edit, name, {"colour": colour.value})
        return f"{name} is {colour}"

    def _act(self, title: str, tag: str) -> AbstractContextManager[Edit]:
        rows = self._changes.database.read().execute(_BEARERS, (tag,))
        return self._journal.act(title, [PaperId(row[0]) for row in rows])

    def _set(self, edit: Edit, tag: str, row: Row) -> None:
        edit.update("tag", {"id": tag_made(edit.connection, tag)}, row)


def _free(pins: Mapping[int, Pin]) -> int:
    place = next((digit for digit in DIGITS if digit not in pins), None)
    if place is None:
        raise WrongUsage("Nine tags are pinned already: unpin one first.")
    return place


def _counted(papers: Sequence[PaperId]) -> str:
    return "1 paper" if len(papers) == 1 else f"{len(papers):,} papers"
