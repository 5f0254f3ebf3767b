"""An answer of the search: what was found, where, and why it matched."""

from dataclasses import dataclass
from enum import StrEnum

from paperdesk.domain.paper import PaperId


class HitKind(StrEnum):
    """What a hit stands in."""

    PAPER = "paper"
    """The title, authors or abstract of a paper that was kept."""

    FEED = "feed"
    """The same, of a paper that only came by."""

    PAGE = "page"
    NOTE = "note"
    HIGHLIGHT = "highlight"


@dataclass(frozen=True, slots=True)
class Hit:
    """One answer; `marks` are the ranges of the snippet (and title) that matched.

    `page` counts from 0 and is None where no page is meant; `ref` is the id of
    the highlight, if it is one.
    """

    kind: HitKind
    paper: PaperId
    title: str
    snippet: str
    score: float
    page: int | None = None
    ref: str = ""
    marks: tuple[tuple[int, int], ...] = ()
    title_marks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query found: its hits, best first.

    `terms` are the words to mark on a page that is opened from a hit, `waiting`
    how many things are not in the index yet, `relaxed` whether the words were
    OR-ed because too few places have them all, and `fault` what is wrong with
    the query, as a sentence.
    """

    hits: tuple[Hit, ...]
    terms: tuple[str, ...] = ()
    waiting: int = 0
    relaxed: bool = False
    fault: str = ""
