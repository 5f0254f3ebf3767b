"""What the index has told about words, for the conditions of queries.

*Why not let SQLite look:* it has no words, and asks Python about each paper. At a
million that takes a minute, which the index answers in some milliseconds.
"""

import json
from array import array
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Self, TypeAlias

from paperdesk.domain.query import Term
from paperdesk.infra.bounded import Condition

_MET = (
    "(paper.id IN (SELECT value FROM json_each(met(?))) OR paper.id IN (SELECT id FROM paper"
    " AS every WHERE met(?) IS NULL UNION ALL SELECT value FROM json_each(unjudged()))"
)
"""Of a word: whether the index has found it in a paper, or does not know that one yet.

Both are lists of papers, so that few are gone to one by one, and not looked for among all.
"""

ASKED = frozenset({"", "title"})
"""The fields of which the index is asked; names, SQLite finds as soon by itself."""

Ids: TypeAlias = "array[int]"

_PIECE = 8_192


@dataclass(frozen=True, slots=True)
class Known:
    """The papers that have words, as JSON lists by what was asked.

    `unjudged` are those that the index had not taken in when it was asked, or not
    as they are now: these are looked at, whatever it told of them.
    """

    met: Mapping[str, str] = field(default_factory=dict)
    unjudged: str = "[]"

    @classmethod
    def told(cls, papers: Mapping[Term, Ids], unjudged: Collection[int]) -> Self:
        """What was told of words, without those papers that are looked at."""
        looked_at = frozenset(unjudged)
        met = {asked_as(term): _listed(found, looked_at) for term, found in papers.items()}
        return cls(met, json.dumps(list(looked_at)))


UNKNOWN = Known()
"""Nobody was asked: each paper is looked at."""


def asked_as(term: Term) -> str:
    """What tells one condition about words from another."""
    return json.dumps([term.field, term.value, term.phrase, term.prefix])


def _listed(papers: Ids, without: frozenset[int]) -> str:
    """A list in JSON, made in pieces: nobody else gets a turn within one."""
    pieces = (papers[start : start + _PIECE] for start in range(0, len(papers), _PIECE))
    told = (",".join(str(paper) for paper in piece if paper not in without) for piece in pieces)
    return f"[{','.join(filter(None, told))}]"


def worded(look: Callable[[Term], Condition]) -> Callable[[Term], Condition]:
    """A condition about words: of what the index knows its answer, else a look at each paper."""

    def condition(term: Term) -> Condition:
        sql, values = look(term)
        asked = asked_as(term)
        return f"{_MET} AND {sql})", [asked, asked, *values]

    return condition
