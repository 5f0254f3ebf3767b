"""How fast somebody reads, and how long what is left of a paper takes."""

from collections.abc import Sequence
from dataclasses import dataclass

USUAL = 200.0
"""Words a minute of a paper, until one's own are known."""

_FROM = 2000
"""Words that are read before their pace is believed."""

_SLOWEST, _FASTEST = 40.0, 600.0


@dataclass(frozen=True, slots=True)
class Pace:
    """Words a minute; `own` if they are measured, else what is usual."""

    words: float = USUAL
    own: bool = False

    def minutes(self, words: float) -> int:
        """How long so many words take, in whole minutes; any take one."""
        return max(1, round(words / self.words)) if words > 0 else 0


def pace(words: int, seconds: float) -> Pace:
    """The pace of what was read so far."""
    if words < _FROM or seconds <= 0:
        return Pace()
    return Pace(min(max(60 * words / seconds, _SLOWEST), _FASTEST), own=True)


def words_left(words: Sequence[int], furthest: int, spent: float, own: Pace) -> float:
    """The words beyond the furthest place.

    The furthest page is the last of `furthest`; as much of it is read as can be
    in the seconds `spent` on it.
    """
    beyond = float(sum(words[furthest:]))
    if 0 < furthest <= len(words):
        beyond += max(0.0, words[furthest - 1] - spent * own.words / 60)
    return beyond


def duration(minutes: float) -> str:
    """Minutes as people say them.

    >>> duration(0.4), duration(14), duration(75), duration(120)
    ('under a minute', '14 min', '1 h 15 min', '2 h')
    """
    if minutes < 1:
        return "under a minute"
    hours, rest = divmod(round(minutes), 60)
    if not hours:
        return f"{rest} min"
    return f"{hours} h {rest} min" if rest else f"{hours} h"
