"""Places under letters, as vim's marks: small ones of a paper, capitals of the library."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import datetime

from paperdesk.domain.errors import NotFound
from paperdesk.domain.paper import PaperId
from paperdesk.domain.waymark import Letter
from paperdesk.infra.changes import Changes
from paperdesk.infra.journal import Journal
from paperdesk.notes.stamps import utc_now

_LIBRARY = 0
"""The scope of capitals; that of all other letters is their paper."""


class Letters:
    """Sets and finds letters; `journal` can take each setting back."""

    def __init__(
        self, changes: Changes, journal: Journal, *, now: Callable[[], datetime] = utc_now
    ) -> None:
        self._changes = changes
        self._journal = journal
        self._now = now

    def put(self, letter: Letter) -> None:
        """Remember a place under its letter, in place of what was there."""
        with self._journal.act(f"Set mark {letter.name}", [letter.paper]) as edit:
            edit.insert(
                "letter",
                {"scope": _scope(letter.name, letter.paper), "name": letter.name},
                {
                    "paper": letter.paper,
                    "page": letter.page,
                    "top": letter.top,
                    "at": self._now().timestamp(),
                },
            )

    def find(self, paper: PaperId, name: str) -> Letter:
        """The place under a letter; NotFound if there is none."""
        row = (
            self._changes.database.read()
            .execute(
                "SELECT * FROM letter WHERE scope = ? AND name = ?", (_scope(name, paper), name)
            )
            .fetchone()
        )
        if row is None:
            raise NotFound(f"There is no mark “{name}” yet: m and a letter set one.")
        return _letter(row)

    def all(self, paper: PaperId) -> tuple[Letter, ...]:
        """Those of a paper, then those of the library, in the order of the alphabet."""
        rows = self._changes.database.read().execute(
            "SELECT * FROM letter WHERE scope IN (?, ?) ORDER BY scope = ?, name",
            (paper, _LIBRARY, _LIBRARY),
        )
        return tuple(_letter(row) for row in rows)


def _scope(name: str, paper: PaperId) -> int:
    return _LIBRARY if name.isupper() else paper


def _letter(row: sqlite3.Row) -> Letter:
    return Letter(row["name"], PaperId(row["paper"]), row["page"], row["top"])
