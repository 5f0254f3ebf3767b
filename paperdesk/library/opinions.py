"""What a reader thinks of papers: a rating, a flag, a remark, whether they still hold."""

from __future__ import annotations

from collections.abc import Sequence

from paperdesk.domain.errors import WrongUsage
from paperdesk.domain.paper import LONGEST_REMARK, PaperId
from paperdesk.infra.changes import Changes
from paperdesk.infra.journal import Journal, Row
from paperdesk.infra.sweeps import Rows
from paperdesk.library import store

BEST = 5
"""The highest rating; 0 is none."""

SO_ALREADY = "Nothing to change: it is so already."
"""What is said in place of what was done, where nothing was."""

_NOTICES = {
    "": "marked as standing",
    "withdrawn": "marked withdrawn",
    "retracted": "marked retracted",
}


class Opinions:
    """Writes what a reader thinks; all of it can be taken back."""

    def __init__(self, changes: Changes, journal: Journal) -> None:
        self._changes = changes
        self._journal = journal

    def rate(self, papers: Sequence[PaperId], rating: int) -> str:
        """Rate papers from 1 to 5, or take the rating off with 0; says what was done."""
        if not 0 <= rating <= BEST:
            raise WrongUsage(f"{rating} is no rating. Rate from 1 to {BEST}; 0 takes it off.")
        done = f"rated {rating} of {BEST}" if rating else "no longer rated"
        return self._write(papers, done, {"rating": rating})

    def flag(self, papers: Sequence[PaperId], *, on: bool) -> str:
        """Flag papers, or take the flag off; says what was done."""
        return self._write(papers, "flagged" if on else "no longer flagged", {"flagged": int(on)})

    def any_unflagged(self, papers: Sequence[PaperId]) -> bool:
        """Whether any of some papers has no flag."""
        return store.any_unflagged(self._changes.database.read(), papers)

    def remark(self, papers: Sequence[PaperId], text: str) -> str:
        """Write one line under the titles of papers, or take it off; says what was done."""
        line = " ".join(text.split())
        if len(line) > LONGEST_REMARK:
            raise WrongUsage(
                f"A remark is one line of at most {LONGEST_REMARK} characters; "
                f"this has {len(line)}. Write more in the note (c)."
            )
        return self._write(papers, "remarked on" if line else "without remark", {"remark": line})

    def notice(self, papers: Sequence[PaperId], notice: str) -> str:
        """Say that papers are withdrawn or retracted, or that they stand; says what was done.

        What a reader has said stays so, whatever sources tell later.
        """
        return self._write(papers, _NOTICES[notice], {"notice": notice}, said="notice")

    def _write(self, papers: Sequence[PaperId], done: str, row: Row, said: str = "") -> str:
        title = f"{_counted(papers)} {done}"
        with self._journal.act(title, papers) as edit:
            edit.update_each(Rows("paper", "id", list(papers)), row)
            if said:
                edit.insert_each(Rows("edited", "paper", list(papers), {"field": said, "at": 0.0}))
        return title if edit.changes else SO_ALREADY


def _counted(papers: Sequence[PaperId]) -> str:
    return "1 paper" if len(papers) == 1 else f"{len(papers):,} papers"
