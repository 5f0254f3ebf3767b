"""What can be read in the minutes that somebody has."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from paperdesk.domain.pace import Pace, words_left
from paperdesk.domain.paper import PaperId
from paperdesk.domain.progress import Progress

A_PAGE = 450
"""Words of a page that nobody has counted."""

A_PAPER = 13 * A_PAGE
"""Words of a paper of which not even the pages are known."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A paper that could be read: where it stands, the words left, whether they are a guess."""

    paper: PaperId
    title: str
    place: str
    words: float
    guessed: bool = False
    begun: bool = False


@dataclass(frozen=True, slots=True)
class Pick:
    """A paper that fits, and the minutes that it takes."""

    candidate: Candidate
    minutes: int


def candidate(
    paper: PaperId, title: str, place: str, progress: Progress, words: Sequence[int] | None
) -> Candidate:
    """What is left of a paper, by the words of its pages if they were counted."""
    begun = progress.furthest > 0
    if words is not None and any(words):
        left = words_left(words, progress.furthest, math.inf, Pace())
        return Candidate(paper, title, place, left, begun=begun)
    pages = progress.pages - progress.furthest
    left = float(A_PAGE * pages if progress.pages else A_PAPER)
    return Candidate(paper, title, place, left, guessed=True, begun=begun)


def fill(groups: Iterable[Sequence[Candidate]], minutes: int, pace: Pace) -> tuple[Pick, ...]:
    """The papers that fit, group after group; in each the begun ones first, by what is left."""
    picks: list[Pick] = []
    taken: set[PaperId] = set()
    room = minutes
    for group in groups:
        for one in sorted(group, key=lambda one: (not one.begun, one.words if one.begun else 0)):
            needed = pace.minutes(one.words)
            if one.paper not in taken and 0 < needed <= room:
                taken.add(one.paper)
                picks.append(Pick(one, needed))
                room -= needed
    return tuple(picks)
