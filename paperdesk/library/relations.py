"""Papers that belong together because their reader says so; all of it can be taken back."""

from __future__ import annotations

import itertools
import time
from collections.abc import Sequence

from paperdesk.domain.errors import WrongUsage
from paperdesk.domain.paper import PaperId, State
from paperdesk.domain.relation import PLAIN, Relation, sound_kind
from paperdesk.infra.changes import Changes
from paperdesk.infra.journal import Edit, Journal
from paperdesk.library.opinions import SO_ALREADY
from paperdesk.library.tablerows import rows

MOST = 20
"""Papers that are joined at once, each with each."""

_OF = """
SELECT paper.id, paper.title, paper.citekey, paper.state, pair.kind FROM (
    SELECT other AS id, kind, at FROM relation WHERE paper = :paper
    UNION ALL SELECT paper, kind, at FROM relation WHERE other = :paper
) AS pair JOIN paper ON paper.id = pair.id WHERE paper.state <> 'trash' ORDER BY pair.at, paper.id
"""


class Relations:
    """Joins papers two by two, and parts them."""

    def __init__(self, changes: Changes, journal: Journal) -> None:
        self._changes = changes
        self._journal = journal

    def of(self, paper: PaperId) -> tuple[Relation, ...]:
        """The papers that belong with one, in the order in which that was said."""
        found = self._changes.database.read().execute(_OF, {"paper": paper})
        return tuple(
            Relation(PaperId(row[0]), row[1], row[2], State(row[3]), row[4] or PLAIN)
            for row in found
        )

    def relate(self, papers: Sequence[PaperId], kind: str = PLAIN) -> str:
        """Join papers, each with each, or say anew how they belong together; what was done."""
        every = list(dict.fromkeys(papers))
        if len(every) < 2:
            raise WrongUsage("It takes two papers to be related.")
        if len(every) > MOST:
            raise WrongUsage(f"At most {MOST} papers are related at once; these are {len(every)}.")
        plain = sound_kind(kind)
        title = f"{len(every)} papers: {plain or PLAIN}"
        with self._journal.act(title, every) as edit:
            for one, other in itertools.combinations(every, 2):
                join(edit, one, other, plain)
        return title if edit.changes else SO_ALREADY

    def part(self, paper: PaperId, other: PaperId) -> str:
        """Let two papers be related no more; says what was done."""
        title = "Papers no longer related"
        with self._journal.act(title, [paper, other]) as edit:
            edit.delete("relation", pair(paper, other))
        return title if edit.changes else SO_ALREADY


def join(edit: Edit, one: PaperId, other: PaperId, kind: str) -> None:
    """Join two papers, or say anew how they belong together."""
    key = pair(one, other)
    if rows(edit, "relation", **key):
        edit.update("relation", key, {"kind": kind})
    else:
        edit.insert("relation", key, {"kind": kind, "at": time.time()})


def pair(one: PaperId, other: PaperId) -> dict[str, object]:
    """Two papers as the table has them: the smaller number first."""
    return {"paper": min(one, other), "other": max(one, other)}
