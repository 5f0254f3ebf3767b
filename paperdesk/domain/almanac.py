"""The days of a year as a calendar picture: a column for each week, a row for each weekday."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from paperdesk.domain.pace import Pace, duration

LEVELS = (0.0, 10.0, 30.0, 60.0)
"""Minutes above which a day is of the next level; of the first, anything at all."""

WEEKDAYS = 7


@dataclass(frozen=True, slots=True)
class Almanac:
    """The seconds of the days of a year, and the pace."""

    year: int
    seconds: Mapping[date, float] = field(default_factory=dict)
    pace: Pace = field(default_factory=Pace)

    @property
    def first(self) -> date:
        """The first day."""
        return date(self.year, 1, 1)

    @property
    def last(self) -> date:
        """The last day."""
        return date(self.year, 12, 31)

    def minutes(self, day: date) -> float:
        """The minutes of a day."""
        return self.seconds.get(day, 0.0) / 60

    def level(self, day: date) -> int:
        """How much a day was read on, from 0 to 4."""
        return sum(self.minutes(day) > least for least in LEVELS)

    def cell(self, day: date) -> tuple[int, int]:
        """The column and the row of a day; weeks begin on Monday."""
        offset = self.first.weekday()
        return ((day - self.first).days + offset) // WEEKDAYS, day.weekday()

    @property
    def weeks(self) -> int:
        """How many columns there are."""
        return self.cell(self.last)[0] + 1

    def day(self, column: int, row: int) -> date | None:
        """The day of a cell, if one of the year stands there."""
        day = self.first + timedelta(days=column * WEEKDAYS + row - self.first.weekday())
        return day if self.first <= day <= self.last else None

    def stepped(self, day: date, days: int) -> date:
        """A day so many days on, within the year."""
        return min(max(day + timedelta(days=days), self.first), self.last)

    def summary(self) -> str:
        """The year in a line."""
        total, read = sum(self.seconds.values()) / 60, len(self.seconds)
        days = "1 day" if read == 1 else f"{read} days"
        time = f"{duration(total)} on {days}" if read else "Nothing was read"
        return f"{time} · {pace_words(self.pace)}"


def pace_words(pace: Pace) -> str:
    """A pace in words, honest about whose it is."""
    if pace.own:
        return f"your pace: {pace.words:.0f} words a minute"
    return f"a usual pace: {pace.words:.0f} words a minute, until yours is known"


def day_words(day: date) -> str:
    """A day as people say it.

    >>> day_words(date(2026, 3, 3))
    'Tuesday 3 March 2026'
    """
    return f"{day:%A} {day.day} {day:%B %Y}"
