"""How what a community says of a paper has moved: counts and places, moment by moment."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read at one moment (seconds since 1970): upvotes, and the place in a list."""

    at: float
    upvotes: int | None
    rank: int


@dataclass(frozen=True, slots=True)
class Momentum:
    """The readings of a paper, oldest first, and when its counts were last asked for.

    `places` are those of a list that is ordered by what moves now, where the
    paper is on one: the place on the day before, and the place now. `since` is
    the end of the last visit. `source` is who counted, where several do: of
    their curves this is the one that ends highest.
    """

    readings: tuple[Reading, ...] = ()
    asked: float | None = None
    places: tuple[int, int] | None = None
    since: float | None = None
    source: str = ""

    def upvotes(self) -> tuple[int, ...]:
        """The upvotes of all readings that tell them, oldest first."""
        return tuple(one.upvotes for one in self.readings if one.upvotes is not None)

    def gained(self, since: float) -> int:
        """How many upvotes came after a moment; of what came only then, none are news."""
        known = [one for one in self.readings if one.upvotes is not None]
        before = [one.upvotes or 0 for one in known if one.at <= since]
        return (known[-1].upvotes or 0) - before[-1] if before else 0

    def risen(self) -> int:
        """How many upvotes came since the last visit; of the first one, none are news."""
        return 0 if self.since is None else self.gained(self.since)

    def climbed(self) -> int:
        """By how many places the paper rose; below zero, fell."""
        return self.places[0] - self.places[1] if self.places else 0


UNKNOWN = Momentum()
