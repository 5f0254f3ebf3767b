"""A feed at an address, whichever it is: RSS, Atom or JSON Feed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from paperdesk.domain.feed import Entry, Listing
from paperdesk.domain.paper import Found
from paperdesk.feeds.sources import jsonfeed, rss
from paperdesk.infra import answers, endpoints
from paperdesk.infra.http import Accept, Http, Validators
from paperdesk.infra.jobs import Job

FEED = "feed"
"""How the request for a feed is remembered: it has no days of its own."""


@dataclass(frozen=True, slots=True)
class Feed:
    """Asks one feed, at one moment, for one job."""

    http: Http
    job: Job
    now: datetime

    def listings(self, url: str, known: Validators) -> tuple[Listing, ...]:
        """The feed's entries by day, the newest day first; at least one listing."""
        reply = self.http.get(
            endpoints.rehomed(url), validators=known, job=self.job, accept=Accept.FEED
        )
        today = self.now.date()
        if reply.unchanged:
            return (Listing(today, self.now, (), known, unchanged=True, asked=FEED),)
        title, entries = read(reply.body, reply.headers, today=today, name=answers.host(url))
        days: dict[date, list[Entry]] = {} if entries else {today: []}
        for day, key, found in entries:
            listed = days.setdefault(day, [])
            listed.append(Entry(found, len(listed) + 1, key))
        return tuple(
            Listing(day, self.now, tuple(days[day]), reply.validators, asked=FEED, title=title)
            for day in sorted(days, reverse=True)
        )


def read(
    body: bytes, headers: Mapping[str, str], *, today: date, name: str
) -> tuple[str, list[tuple[date, str, Found]]]:
    """A feed's title and entries: each with its day and what the feed calls it."""
    if jsonfeed.is_json(body):
        return jsonfeed.read(body, today=today, name=name)
    return rss.read(body, headers, today=today, name=name)
