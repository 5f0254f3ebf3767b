"""How a source is doing, as a sign and in words."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from paperdesk.domain.feed import Source

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_HOUR, _DAY = 60, 24 * 60


class Sign(Enum):
    """What is seen at a glance; the words say it as well."""

    WELL = "✓"
    FAILING = "✗"
    NEVER = "·"


@dataclass(frozen=True, slots=True)
class Standing:
    """How a source stands: its sign, and what is to be said of it."""

    sign: Sign
    words: str


def standing(source: Source, now: datetime) -> Standing:
    """How a source is doing; of one that fails also why, and until when it waits."""
    if failing(source):
        often = f", {source.failures} times in a row" if source.failures > 1 else ""
        waits = f" Next try {ahead(source.due, now)}." if source.due and source.due > now else ""
        words = f"Failed {ago(source.last_error_at, now)}{often}: {source.last_error}{waits}"
        return Standing(Sign.FAILING, words)
    if source.last_success is None:
        return Standing(Sign.NEVER, "Not fetched yet: r fetches it.")
    return Standing(Sign.WELL, f"Fetched {ago(source.last_success, now)}.")


def failing(source: Source) -> bool:
    """Whether a source could not be read when it was last asked."""
    if source.last_error is None or source.last_error_at is None:
        return source.last_error is not None
    return source.last_success is None or source.last_error_at > source.last_success


def ago(then: datetime | None, now: datetime) -> str:
    """How long ago: just now, 5 minutes ago, on 29 May 2026."""
    if then is None:
        return "lately"
    minutes = int((now - then).total_seconds() // 60)
    return "just now" if minutes < 1 else f"{_span(minutes)} ago" if minutes < _DAY else _on(then)


def ahead(then: datetime, now: datetime) -> str:
    """How soon: now, in 5 minutes, on 29 May 2026."""
    minutes = round((then - now).total_seconds() / 60)
    return "now" if minutes < 1 else f"in {_span(minutes)}" if minutes < _DAY else _on(then)


def every(minutes: int) -> str:
    """A time between two fetches: every 90 minutes, every 2 hours, by hand."""
    if not minutes:
        return "by hand"
    unit = ("day", _DAY) if minutes % _DAY == 0 else ("hour", _HOUR)
    if minutes % unit[1]:
        return f"every {minutes} minutes" if minutes > 1 else "every minute"
    number = minutes // unit[1]
    return f"every {unit[0]}" if number == 1 else f"every {number} {unit[0]}s"


def _span(minutes: int) -> str:
    number, noun = (minutes, "minute") if minutes < _HOUR else (minutes // _HOUR, "hour")
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _on(day: datetime) -> str:
    return f"on {day.day} {_MONTHS[day.month - 1]} {day.year}"
