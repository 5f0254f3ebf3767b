"""When a source is asked again: decided from its history and the clock, which may jump.

What was put off until a moment further away than anybody puts off was put off
by a clock that had gone wrong: it is due. What was missed is made up once.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from paperdesk.domain.feed import Source, SourceKind

FIRST_RETRY = timedelta(minutes=2)
LONGEST_RETRY = timedelta(hours=6)
LONGEST_PAUSE = timedelta(days=7)
"""The longest that a host may ask to be left alone."""

OFFLINE_RETRY = timedelta(minutes=2)
"""Where there is no network it is nobody's fault: it may soon be there."""

_MOST_DOUBLINGS = 16
_LEAST_SHARE = 0.75
"""Of a pause, as chance has it; the most is as much above the whole."""


def period(source: Source, setting: int) -> timedelta | None:
    """The time between two fetches of a source; None where it is asked by hand only."""
    minutes = setting if source.period is None else source.period
    if minutes <= 0 or source.kind is SourceKind.SAVED_PAGE or not source.enabled:
        return None
    return timedelta(minutes=minutes)


def due_at(source: Source, setting: int, now: datetime) -> datetime | None:
    """When a source is to be asked again; None for never by itself."""
    between = period(source, setting)
    if between is None:
        return None
    if source.due is not None:
        longest = max(LONGEST_PAUSE, between) * (2 - _LEAST_SHARE)
        return source.due if source.due - now <= longest else now
    if source.last_success is None or source.last_success > now:
        return now
    return source.last_success + between


def after_failure(
    source: Source, now: datetime, *, asked: float, chance: float, setting: int = 0
) -> datetime:
    """When to ask again after a failure that is not counted yet.

    Twice as late as the time before, and not earlier than the host `asked` for;
    `chance`, from 0 to 1, keeps sources that failed together from coming together.
    """
    most = max(LONGEST_RETRY, period(source, setting) or LONGEST_RETRY)
    doubled = FIRST_RETRY * (1 << min(source.failures, _MOST_DOUBLINGS))
    share = _LEAST_SHARE + 2 * (1 - _LEAST_SHARE) * chance
    wanted = timedelta(seconds=min(max(asked, 0.0), LONGEST_PAUSE.total_seconds()))
    return now + max(min(doubled, most) * share, wanted)


def by_host(sources: Iterable[Source]) -> dict[str, tuple[Source, ...]]:
    """Those of one host together, in their order: it is asked one thing at a time."""
    found: dict[str, tuple[Source, ...]] = {}
    for source in sources:
        host = urlsplit(source.url).hostname or ""
        found[host] = (*found.get(host, ()), source)
    return found
