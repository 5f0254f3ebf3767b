"""Hugging Face's daily papers: a list for each day, which grows for days after."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from urllib.parse import quote, urlencode

from paperdesk.domain import daily
from paperdesk.domain.card import Links
from paperdesk.domain.errors import Unreachable
from paperdesk.domain.feed import Entry, Listing
from paperdesk.domain.lines import one_line
from paperdesk.domain.period import Period
from paperdesk.infra import endpoints
from paperdesk.infra.http import Accept, BadStatus, Http, Reply, Validators
from paperdesk.infra.jobs import Job

HOME = daily.HOME

PAGE = 100
MOST_PAGES = 20
NEWEST = "newest"
"""How the request that names no day is remembered."""

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Daily:
    """Asks for days of papers, at one moment, for one job."""

    http: Http
    job: Job
    now: datetime

    def newest(self, known: Validators) -> Listing:
        """The newest day that has papers."""
        first = self._get({}, 0, known)
        if first.unchanged:
            return Listing(self.now.date(), self.now, (), known, unchanged=True, asked=NEWEST)
        items = daily.records(first.body, self.now.date())
        days = {daily.submitted(item) for item in items} - {None}
        if len(items) < PAGE and len(days) == 1:
            (day,) = days
            return self._listing(day or self.now.date(), items, first.validators, NEWEST)
        if not items:
            return self._listing(self.now.date(), [], (), NEWEST)
        return self.on(max(filter(None, days), default=None) or self._dated(items), ())

    def on(self, day: date, known: Validators) -> Listing:
        """The papers of one day, all pages of them."""
        wanted = {"date": day.isoformat()}
        first = self._get(wanted, 0, known)
        if first.unchanged:
            return Listing(day, self.now, (), known, unchanged=True, asked=day.isoformat())
        items = self._rest(wanted, daily.records(first.body, self.now.date()))
        # Further pages may change while the first stays as it is.
        validators = first.validators if len(items) < PAGE else ()
        return self._listing(day, items, validators, day.isoformat())

    def between(self, period: Period) -> tuple[Listing, ...]:
        """The papers of a week or a month, each under its own day.

        Asked for at once; where papers do not say their day, day by day.
        """
        days = period.days(self.now.date())
        if not days:
            return ()
        wanted = {"month" if period.monthly else "week": period.name}
        items = self._rest(wanted, daily.records(self._get(wanted, 0, ()).body, self.now.date()))
        if any(daily.submitted(item) is None for item in items):
            return tuple(self._each(days))
        listed = by_day(items)
        return tuple(self._listing(day, listed.get(day, []), (), day.isoformat()) for day in days)

    def _each(self, days: Sequence[date]) -> Iterator[Listing]:
        for number, day in enumerate(days):
            self.job.advance(number, len(days), f"{day.day} {day:%B}")
            yield self.on(day, ())

    def _rest(self, wanted: dict[str, str], page: list[Json]) -> list[Json]:
        """The first page of an answer, and all that follow it."""
        items, number = page, 0
        while len(page) >= PAGE and number < MOST_PAGES:
            number += 1
            page = daily.records(self._get(wanted, number, ()).body, self.now.date())
            items = items + page
        return items

    def links(self, arxiv: str) -> Links:
        """What is linked to a paper: only the call for a single one tells."""
        url = f"{endpoints.hub()}/api/papers/{quote(arxiv, safe='/')}"
        return daily.links(asked(self.http, self.job, url).body)

    def _dated(self, items: list[Json]) -> date:
        """The day of a list that does not say it: the one that lists the same."""
        ids = {daily.number(item) for item in items} - {""}
        dates = filter(None, (daily.found(item).published for item in items))
        last = min(max(dates, default=self.now.date()), self.now.date())
        for later in range(5, -1, -1):
            day = last + timedelta(days=later)
            if day <= self.now.date():
                listed = daily.records(
                    self._get({"date": day.isoformat()}, 0, ()).body, self.now.date()
                )
                if ids & {daily.number(item) for item in listed}:
                    return day
        return last

    def _listing(self, day: date, items: list[Json], known: Validators, asked: str) -> Listing:
        return Listing(day, self.now, entries(items), known, asked=asked)

    def _get(self, wanted: dict[str, str], page: int, known: Validators) -> Reply:
        query = {**wanted, "limit": str(PAGE), **({"p": str(page)} if page else {})}
        url = f"{endpoints.hub()}/api/daily_papers?{urlencode(query)}"
        return asked(self.http, self.job, url, known)


def by_day(items: Iterable[Json]) -> dict[date | None, list[Json]]:
    """Records by the day on which they were listed, those of a day in their order."""
    days: dict[date | None, list[Json]] = {}
    for item in items:
        days.setdefault(daily.submitted(item), []).append(item)
    return days


def asked(http: Http, job: Job, url: str, known: Validators = ()) -> Reply:
    """What Hugging Face answers; what it refuses is said in its words."""
    try:
        return http.get(url, validators=known, job=job, accept=Accept.JSON)
    except BadStatus as refusal:
        said = _complaint(refusal.body)
        if not said:
            raise
        raise Unreachable(f"Hugging Face did not take the request: {said}") from refusal


def _complaint(body: bytes) -> str:
    """What an answer that refuses says of itself."""
    try:
        content = json.loads(body)
    except (ValueError, RecursionError):
        return ""
    return one_line(content.get("error"))[:300] if isinstance(content, dict) else ""


def entries(items: Iterable[Json]) -> tuple[Entry, ...]:
    """The papers of a list in its order, each once."""
    listed: dict[str, Entry] = {}
    for item in items:
        found = daily.found(item)
        key = daily.number(item) or found.title
        if found.title and key not in listed:
            listed[key] = Entry(found, len(listed) + 1, key)
    return tuple(listed.values())
