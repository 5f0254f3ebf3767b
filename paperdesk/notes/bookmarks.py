"""Places with a text of their own: added, renamed, thrown away."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime

from paperdesk.domain.errors import NotFound
from paperdesk.domain.note import Place
from paperdesk.domain.paper import PaperId
from paperdesk.domain.waymark import Bookmark, BookmarkId
from paperdesk.infra.changes import Changes
from paperdesk.infra.journal import Journal
from paperdesk.notes.stamps import bookmark_id, utc_now

LONGEST = 200
"""Letters of a bookmark's text; more is cut."""


class Bookmarks:
    """Named places of papers; `journal` can take each change back."""

    def __init__(
        self, changes: Changes, journal: Journal, *, now: Callable[[], datetime] = utc_now
    ) -> None:
        self._changes = changes
        self._journal = journal
        self._now = now

    def of(self, paper: PaperId) -> tuple[Bookmark, ...]:
        """Those of a paper, in reading order."""
        rows = self._changes.database.read().execute(
            "SELECT * FROM bookmark WHERE paper = ? AND trashed IS NULL ORDER BY page, top",
            (paper,),
        )
        return tuple(_bookmark(row) for row in rows)

    def all(self) -> tuple[tuple[Bookmark, str], ...]:
        """Those of the library with their papers' titles, the newest first."""
        rows = self._changes.database.read().execute(
            "SELECT bookmark.*, title FROM bookmark JOIN paper ON paper.id = bookmark.paper"
            " WHERE trashed IS NULL AND state <> 'trash' ORDER BY created DESC"
        )
        return tuple((_bookmark(row), row["title"]) for row in rows)

    def find(self, wanted: BookmarkId) -> Bookmark:
        """One bookmark; NotFound if it is in the trash or was never there."""
        row = (
            self._changes.database.read()
            .execute("SELECT * FROM bookmark WHERE id = ? AND trashed IS NULL", (wanted,))
            .fetchone()
        )
        if row is None:
            raise NotFound("This bookmark is no longer here. Undo may bring it back.")
        return _bookmark(row)

    def add(self, paper: PaperId, place: Place, text: str) -> Bookmark:
        """Name a place."""
        made = Bookmark(bookmark_id(), paper, place.page, place.top, _line(text), self._now())
        with self._journal.act("Add bookmark", [paper]) as edit:
            edit.insert(
                "bookmark",
                {"id": made.id},
                {
                    "paper": paper,
                    "page": made.page,
                    "top": made.top,
                    "text": made.text,
                    "created": made.created.timestamp(),
                    "trashed": None,
                },
            )
        return made

    def rename(self, wanted: BookmarkId, text: str) -> None:
        """Give a bookmark another text."""
        self._change("Rename bookmark", wanted, text=_line(text))

    def drop(self, wanted: BookmarkId) -> None:
        """Throw a bookmark into the trash."""
        self._change("Delete bookmark", wanted, trashed=self._now().timestamp())

    def _change(self, title: str, wanted: BookmarkId, **values: object) -> None:
        paper = self.find(wanted).paper
        with self._journal.act(title, [paper]) as edit:
            edit.update("bookmark", {"id": wanted}, values)


def _line(text: str) -> str:
    return " ".join(text.split())[:LONGEST] or "Bookmark"


def _bookmark(row: sqlite3.Row) -> Bookmark:
    return Bookmark(
        BookmarkId(row["id"]),
        PaperId(row["paper"]),
        row["page"],
        row["top"],
        row["text"],
        datetime.fromtimestamp(row["created"], UTC),
    )
