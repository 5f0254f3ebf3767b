"""Which days an entry of a feed may give itself, clocks being what they are."""

from datetime import date

_OLDEST = date(1900, 1, 1)
_UNSET = date(1970, 1, 1)
"""What clocks say that nobody has set."""


def believable(day: date, latest: date | None) -> bool:
    """Whether an entry may be of a day, which lies not after the latest, if there is one."""
    return day >= _OLDEST and day != _UNSET and (latest is None or day <= latest)
