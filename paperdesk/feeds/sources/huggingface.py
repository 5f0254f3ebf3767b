"""Hugging Face's daily papers: a list for each day, which grows for days after."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from paperdesk.domain import daily
from paperdesk.domain.errors import Unreachable
from paperdesk.domain.feed import Entry, Listing
from paperdesk.domain.lines import one_line
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
        items = daily.records(first.body)
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
        items = page = daily.records(first.body)
        number = 0
        while len(page) >= PAGE and number < MOST_PAGES:
            number += 1
            page = daily.records(self._get(wanted, number, ()).body)
            items = items + page
        # Further pages may change while the first stays as it is.
        validators = first.validators if number == 0 else ()
        return self._listing(day, items, validators, day.isoformat())

    def _dated(self, items: list[Json]) -> date:
        """The day of a list that does not say it: the one that lists the same."""
        ids = {daily.number(item) for item in items} - {""}
        dates = filter(None, (daily.found(item).published for item in items))
        last = min(max(dates, default=self.now.date()), self.now.date())
        for later in range(5, -1, -1):
            day = last + timedelta(days=later)
            if day <= self.now.date():
                listed = daily.records(self._get({"date": day.isoformat()}, 0, ()).body)
                if ids & {daily.number(item) for item in listed}:
                    return day
        return last

    def _listing(self, day: date, items: list[Json], known: Validators, asked: str) -> Listing:
        return Listing(day, self.now, _entries(items), known, asked=asked)

    def _get(self, wanted: dict[str, str], page: int, known: Validators) -> Reply:
        query = {**wanted, "limit": str(PAGE), **({"p": str(page)} if page else {})}
        return self._asked(f"{endpoints.hub()}/api/daily_papers?{urlencode(query)}", known)

    def _asked(self, url: str, known: Validators) -> Reply:
        try:
            return self.http.get(url, validators=known, job=self.job, accept=Accept.JSON)
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


def _entries(items: Iterable[Json]) -> tuple[Entry, ...]:
    """The papers of a list in its order, each once."""
    entries: dict[str, Entry] = {}
    for item in items:
        found = daily.found(item)
        key = daily.number(item) or found.title
        if found.title and key not in entries:
            entries[key] = Entry(found, len(entries) + 1, key)
    return tuple(entries.values())
