"""A week or a month of the feed: which days it has, what it is called, what comes next."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

from paperdesk.domain.shelf import Order, Shelf

_DAY = timedelta(days=1)
_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Period:
    """A week from its Monday, or a month from its first day."""

    first: date
    monthly: bool = False

    @classmethod
    def week(cls, day: date) -> Self:
        """The week that a day is in."""
        return cls(day - timedelta(days=day.weekday()))

    @classmethod
    def month(cls, day: date) -> Self:
        """The month that a day is in."""
        return cls(day.replace(day=1), monthly=True)

    @property
    def last(self) -> date:
        """Its last day."""
        if not self.monthly:
            return self.first + _WEEK - _DAY
        return (self.first + timedelta(days=31)).replace(day=1) - _DAY

    @property
    def query(self) -> str:
        """What finds its papers."""
        if self.monthly:
            return f"day:{self.first:%Y-%m}"
        return f"day:{self.first.isoformat()}..{self.last.isoformat()}"

    @property
    def title(self) -> str:
        """Its name, as "Week 22, 25–31 May 2026" or "May 2026"."""
        if self.monthly:
            return f"{self.first:%B %Y}"
        first, last = self.first, self.last
        begin = f"{first.day}" if first.month == last.month else f"{first.day} {first:%B}"
        begin += f" {first.year}" if first.year != last.year else ""
        number = first.isocalendar().week
        return f"Week {number}, {begin}–{last.day} {last:%B %Y}"

    @property
    def name(self) -> str:
        """Its name in the world's own form: 2026-W22 or 2026-05."""
        if self.monthly:
            return f"{self.first:%Y-%m}"
        year, week, _ = self.first.isocalendar()
        return f"{year:04}-W{week:02}"

    def step(self, steps: int) -> "Period":
        """The one so many after this, or before; the calendar's end is the last there is."""
        try:
            if not self.monthly:
                return Period(self.first + steps * _WEEK)
            months = self.first.year * 12 + self.first.month - 1 + steps
            return Period(date(months // 12, months % 12 + 1, 1), monthly=True)
        except (OverflowError, ValueError):
            return self

    def days(self, today: date) -> tuple[date, ...]:
        """Its days up to today, the first one first."""
        count = (min(self.last, today) - self.first).days + 1
        return tuple(self.first + timedelta(days=number) for number in range(count))


def period_shelf(period: Period) -> Shelf:
    """The papers of a week or a month, day by day."""
    return Shelf(period.title, period.query, Order.RANK)


def shown_day(query: str) -> date | None:
    """The day that a shelf's query is about, if it is about one day."""
    return _day(query.removeprefix("day:")) if query.startswith("day:") else None


def shown_period(query: str) -> Period | None:
    """The week or month that a shelf's query is about, if it is one."""
    first, _, last = query.removeprefix("day:").partition("..")
    month = _day(f"{first}-01")
    day = _day(first)
    made = Period.month(month) if month else Period.week(day) if day and last else None
    return made if made is not None and made.query == query else None


def gaps_words(gaps: tuple[date, ...]) -> str:
    """Which days of a period were never fetched, in short; "" if all were."""
    if not gaps:
        return ""
    runs: list[list[date]] = []
    for day in gaps:
        if runs and day - runs[-1][-1] == _DAY:
            runs[-1].append(day)
        else:
            runs.append([day])
    return ", ".join(_run(run[0], run[-1]) for run in runs)


def _run(first: date, last: date) -> str:
    if first == last:
        return f"{first.day} {first:%b}"
    return (
        f"{first.day}–{last.day} {last:%b}"
        if first.month == last.month
        else (f"{first.day} {first:%b}–{last.day} {last:%b}")
    )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if len(text) == 10 else None
    except ValueError:
        return None
