"""How each kind of source is asked, and for what: network only."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from paperdesk.domain.errors import WrongUsage
from paperdesk.domain.feed import Listing, Source, SourceKind
from paperdesk.domain.period import Period
from paperdesk.feeds import store, wishes
from paperdesk.feeds.sources import huggingface
from paperdesk.feeds.sources.arxiv import Catalogue
from paperdesk.feeds.sources.feed import FEED, Feed, Reach
from paperdesk.feeds.sources.hub import Hub
from paperdesk.infra.jobs import Job

STILL_GROWING = timedelta(days=4)
"""How long before the newest day the one before it may lie: over a long weekend."""

When = date | Period | None
"""What a source is asked for: a day, a week or a month, or what is new."""


@dataclass(frozen=True, slots=True)
class Asking:
    """Asks one source, at one moment, for one job.

    `reading` tells what is known of it.
    """

    reading: sqlite3.Connection
    reach: Reach
    job: Job
    now: datetime

    def ask(self, source: Source, when: When) -> tuple[Listing, ...]:
        """What a source lists for a day or more, else what is newest."""
        if source.kind is SourceKind.HUGGINGFACE:
            return self._daily(source, when)
        if source.kind not in _NEWS:
            raise WrongUsage("Saved pages cannot be asked; import another one.")
        return _NEWS[source.kind](self, source)

    def found(self, source: Source) -> Listing:
        """What best fits the question of a source, as of today."""
        words = wishes.asked_of(source.url)
        if source.kind is SourceKind.ARXIV_QUERY:
            return Catalogue(self.reach.http, self.job, self.now).best(words)
        return self._hub.found(words)

    def _daily(self, source: Source, when: When) -> tuple[Listing, ...]:
        daily = huggingface.Daily(self.reach.http, self.job, self.now)
        if isinstance(when, Period):
            return daily.between(when)
        if when is not None:
            return (daily.on(when, self._known(source, when.isoformat())),)
        return self._newest(source, daily)

    def _newest(self, source: Source, daily: huggingface.Daily) -> tuple[Listing, ...]:
        """The newest day, and again the one before it, which may still gain papers.

        A day that was never fetched is left to those who go there.
        """
        newest = daily.newest(self._known(source, huggingface.NEWEST))
        held = store.newest_day(self.reading, source.id, date.max)
        last = held if newest.unchanged and held else newest.day
        before = store.newest_day(self.reading, source.id, last)
        if before is None or last - before > STILL_GROWING:
            return (newest,)
        return (newest, daily.on(before, self._known(source, before.isoformat())))

    @property
    def _hub(self) -> Hub:
        return Hub(self.reach.http, self.job, self.now)

    def _trending(self, source: Source) -> tuple[Listing, ...]:
        return (self._hub.trending(self._known(source, self._hub.trend)),)

    def _submitted(self, source: Source) -> tuple[Listing, ...]:
        return self._hub.submitted_by(wishes.asked_of(source.url))

    def _searched(self, source: Source) -> tuple[Listing, ...]:
        return (self.found(source),)

    def _queried(self, source: Source) -> tuple[Listing, ...]:
        def listed(keys: Collection[str]) -> bool:
            return store.any_listed(self.reading, source.id, keys)

        asking = Catalogue(self.reach.http, self.job, self.now)
        first = store.newest_day(self.reading, source.id, date.max) is None
        return asking.newest(wishes.asked_of(source.url), listed, first=first)

    def _fed(self, source: Source) -> tuple[Listing, ...]:
        feed = Feed(self.reach, self.job, self.now)
        return feed.listings(source.url, self._known(source, FEED))

    def _known(self, source: Source, asked: str) -> store.Validators:
        return store.validators(self.reading, source.id, asked)


_NEWS: dict[SourceKind, Callable[[Asking, Source], tuple[Listing, ...]]] = {
    SourceKind.TRENDING: Asking._trending,
    SourceKind.HUB_SEARCH: Asking._searched,
    SourceKind.SUBMITTER: Asking._submitted,
    SourceKind.ARXIV: Asking._fed,
    SourceKind.ARXIV_QUERY: Asking._queried,
    SourceKind.FEED: Asking._fed,
}
"""How each kind that has no days of its own is asked what is new."""
