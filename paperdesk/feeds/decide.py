"""What a listing changes in what is known of its day: merged, never replaced.

A day gains papers and its counts move; nothing that was listed once is taken
away, and what arrives late from an older request moves nothing back.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from paperdesk.domain.feed import Entry
from paperdesk.domain.paper import Counts, PaperId


@dataclass(frozen=True, slots=True)
class Known:
    """An entry as it stands: where, with what counts, and when last seen."""

    id: int
    paper: PaperId
    key: str
    rank: int
    counts: Counts
    last_seen: float


@dataclass(frozen=True, slots=True)
class Sight:
    """An entry of a listing, and the paper that it turned out to be."""

    paper: PaperId
    entry: Entry


@dataclass(frozen=True, slots=True)
class Move:
    """A known entry, seen again: where it stands now, and what is said of it."""

    known: Known
    rank: int
    counts: Counts

    @property
    def moved(self) -> bool:
        """Whether anything is different from before."""
        return (self.rank, self.counts) != (self.known.rank, self.known.counts)


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be written: entries to add, and known ones that were seen."""

    adds: tuple[Sight, ...] = ()
    moves: tuple[Move, ...] = ()


def decide(known: Iterable[Known], sights: Sequence[Sight], taken: float) -> Plan:
    """Hold what was listed at a moment against what is known.

    A sight is known by its paper, or by what its source calls it. The first of
    two sights of one paper counts.
    """
    by_paper: dict[PaperId, Known] = {}
    by_key: dict[str, Known] = {}
    for one in known:
        by_paper.setdefault(one.paper, one)
        if one.key:
            by_key.setdefault(one.key, one)
    adds: dict[PaperId, Sight] = {}
    moves: dict[int, Move] = {}
    for sight in sights:
        old = by_paper.get(sight.paper) or by_key.get(sight.entry.key)
        if old is None:
            adds.setdefault(sight.paper, sight)
        elif old.last_seen < taken:
            counts = _filled(sight.entry.found.counts, old.counts)
            moves.setdefault(old.id, Move(old, sight.entry.rank, counts))
    return Plan(tuple(adds.values()), tuple(moves.values()))


def _filled(new: Counts, old: Counts) -> Counts:
    """The new counts; where nothing is said any more, what was said last."""
    return Counts(
        old.upvotes if new.upvotes is None else new.upvotes,
        old.comments if new.comments is None else new.comments,
        old.stars if new.stars is None else new.stars,
    )
