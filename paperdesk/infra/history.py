"""What was done, step by step, and how any of it is put back by itself.

To undo takes back the latest step; here any step, or what it did to one paper,
is put back as a step of its own, which can itself be undone.
"""

from __future__ import annotations

import json

import sqlalchemy

from paperdesk.domain.errors import NotFound, Refused
from paperdesk.domain.paper import PaperId
from paperdesk.infra import tables
from paperdesk.infra.changes import Changes
from paperdesk.infra.journal import RUN, Change, Edit, Journal, Row, Step, read_change

SHOWN = 300
"""Steps that are listed: the latest."""


class History:
    """The steps of the journal, to look through and to put back."""

    def __init__(self, changes: Changes, journal: Journal) -> None:
        self._changes = changes
        self._journal = journal

    def steps(self) -> tuple[Step, ...]:
        """The latest steps, newest first, those that were undone among them."""
        return tuple(self._journal.steps(SHOWN))

    def restore(self, step: int, paper: PaperId | None = None) -> str:
        """Put back what a step changed, or what it changed about one paper; says what was done."""
        connection = self._changes.database.read()
        row = connection.execute("SELECT title, merge FROM journal WHERE id = ?", (step,))
        found = row.fetchone()
        if found is None:
            raise NotFound("That step is no longer in the history.")
        run = found["merge"] if found["merge"].startswith(RUN) else None
        entries = connection.execute(
            "SELECT changes FROM journal WHERE id = ? OR merge = ? ORDER BY id", (step, run)
        )
        parts = [json.loads(entry["changes"]) for entry in entries.fetchall()]
        images = [image for part in parts for image in part["rows"]]
        touched = [PaperId(one) for part in parts for one in part["papers"]]
        papers = touched if paper is None else [paper]
        title = found["title"] if paper is None else f"1 paper of “{found['title']}”"
        before = self._newest()
        with self._journal.act(f"Put back: {title}", papers) as edit:
            for change in reversed([one for image in images for one in _apart(image)]):
                if paper is None or _about(edit, change, paper):
                    _put_back(edit, change)
            if edit.connection.exec_driver_sql(_KNOTTED).first() is not None:
                raise Refused("Collections were moved since: one would stand within itself.")
        if self._newest() == before:
            raise Refused("It is already as it was before that.")
        return f"Put back: {title}"

    def _newest(self) -> int:
        row = self._changes.database.read().execute("SELECT max(id) FROM journal").fetchone()
        return int(row[0] or 0)


_KNOTTED = """
SELECT 1 FROM collection WHERE id NOT IN (
    WITH RECURSIVE tree (id) AS (SELECT id FROM collection WHERE parent IS NULL
        UNION SELECT collection.id FROM collection JOIN tree ON collection.parent = tree.id)
    SELECT id FROM tree) LIMIT 1
"""
_FILLED = """
SELECT 1 FROM collection WHERE parent = ? UNION SELECT 1 FROM membership WHERE collection = ?
"""


def _apart(kept: Row) -> list[Change]:
    """A change as the journal keeps it, one of many rows taken apart."""
    change = read_change(kept)
    if isinstance(change, Change):
        return [change]
    return [Change(change.table, *images) for images in change.apart()]


def _put_back(edit: Edit, change: Change) -> None:
    if change.before is None:
        if change.table == "collection" and _filled(edit, change.key):
            raise Refused("Something stands in that collection by now. Delete the collection.")
        edit.delete(change.table, change.key)
    elif change.after is None:
        edit.insert(change.table, change.key, change.before)
    else:
        edit.update(change.table, change.key, change.before)


def _filled(edit: Edit, key: Row) -> bool:
    """Whether what stands in a collection would go with it, and no undoing bring it back."""
    return edit.connection.exec_driver_sql(_FILLED, (key["id"],) * 2).first() is not None


def _about(edit: Edit, change: Change, paper: PaperId) -> bool:
    """Whether a change is about a paper, by its key, its image, or the row that stands."""
    if change.table == "paper":
        return bool(change.key["id"] == paper)
    for image in (change.key, change.before, change.after):
        if image is not None and "paper" in image:
            return bool(image["paper"] == paper)
    table = tables.table(change.table)
    if "paper" not in table.c:
        return False
    where = [table.c[name] == value for name, value in change.key.items()]
    row = edit.connection.execute(sqlalchemy.select(table.c.paper).where(*where)).first()
    return row is not None and row[0] == paper
