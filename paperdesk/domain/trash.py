"""What was thrown away: papers, notes, marks and bookmarks, until it is deleted for good."""

from __future__ import annotations

from dataclasses import dataclass

from paperdesk.domain.paper import PaperId

DAY = 86_400.0


@dataclass(frozen=True, slots=True)
class Thrown:
    """A thing in the trash: `kind` is paper, note, mark or bookmark, `at` when it came there."""

    kind: str
    id: str
    paper: PaperId
    text: str
    at: float


@dataclass(frozen=True, slots=True)
class Contents:
    """How many things are in the trash, of each kind."""

    papers: int = 0
    notes: int = 0
    marks: int = 0
    bookmarks: int = 0
    files: int = 0

    def __bool__(self) -> bool:
        return bool(self.papers or self.notes or self.marks or self.bookmarks)

    def __str__(self) -> str:
        """The numbers in words.

        >>> str(Contents(papers=2, notes=1, files=1))
        '2 papers with 1 PDF, 1 note'
        """
        papers = _counted(self.papers, "paper")
        if papers and self.files:
            papers += f" with {_counted(self.files, 'PDF')}"
        rest = (self.notes, "note"), (self.marks, "mark"), (self.bookmarks, "bookmark")
        return ", ".join(part for part in (papers, *(_counted(*each) for each in rest)) if part)


def _counted(number: int, name: str) -> str:
    return "" if not number else f"1 {name}" if number == 1 else f"{number:,} {name}s"


LEAP = 8 * DAY
"""Seconds between two looks at the clock after which it may have been set wrong."""

STEADY = 7 * DAY
"""Seconds for which it is to go on after that before it is believed."""


@dataclass(frozen=True, slots=True)
class Clock:
    """The clock as it was last looked at, and since when it has gone without a leap.

    *Why:* a clock that is set to 2100 for an hour would have all that was thrown away
    deleted as too old. Who was away for long waits a week more for that.
    """

    seen: float
    since: float = 0.0

    def at(self, now: float) -> Clock:
        """The same, looked at now."""
        leapt = not self.seen - DAY <= now <= self.seen + LEAP
        return Clock(now, now if leapt else self.since)

    @property
    def steady(self) -> bool:
        """Whether it may be gone by."""
        return self.seen - self.since >= STEADY


def left(at: float, days: int, now: float) -> str:
    """When it came into the trash, and how long it stays there.

    >>> left(0.0, 30, 3 * DAY), left(0.0, 0, 5.0), left(0.0, 30, 40 * DAY)
    ('3 days ago · 27 days left', 'today', '40 days ago · goes next')
    """
    age = max(int((now - at) // DAY), 0)
    since = "today" if not age else "1 day ago" if age == 1 else f"{age:,} days ago"
    if days <= 0:
        return since
    rest = days - age
    ahead = f"{_counted(rest, 'day')} left" if rest > 0 else "goes next"
    return f"{since} · {ahead}"
