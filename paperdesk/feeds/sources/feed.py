"""A feed at an address, whichever it is: RSS, Atom or JSON Feed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from paperdesk.domain.feed import Entry, Listing
from paperdesk.feeds.sources.bodies import Item
from paperdesk.infra import answers, endpoints
from paperdesk.infra.http import Accept, Http, Reply, Validators
from paperdesk.infra.jobs import Job

FEED = "feed"
"""How the request for a feed is remembered: it has no days of its own."""


class Reads(Protocol):
    """Whoever reads a feed for a job."""

    def __call__(
        self, body: bytes, headers: Mapping[str, str], *, today: date, name: str, job: Job
    ) -> tuple[str, list[Item]]:
        """A feed's title and entries; BadDocument if it is none, or cannot be read."""
        ...

    def close(self) -> None:
        """End what reads, also in the midst of a feed."""
        ...


@dataclass(frozen=True, slots=True)
class Reach:
    """What every source of feeds is handed."""

    http: Http
    reads: Reads


@dataclass(frozen=True, slots=True)
class Feed:
    """Asks one feed, at one moment, for one job."""

    reach: Reach
    job: Job
    now: datetime

    def listings(self, url: str, known: Validators) -> tuple[Listing, ...]:
        """The feed's entries by day, the newest day first; at least one listing."""
        reply = self.reach.http.get(
            endpoints.rehomed(url), validators=known, job=self.job, accept=Accept.FEED
        )
        if reply.unchanged:
            today = self.now.date()
            return (Listing(today, self.now, (), known, unchanged=True, asked=FEED),)
        return self.read(reply, url)

    def read(self, reply: Reply, url: str) -> tuple[Listing, ...]:
        """What an answer lists, likewise; BadDocument if it is no feed."""
        today = self.now.date()
        title, entries = self.reach.reads(
            reply.body, reply.headers, today=today, name=answers.host(url), job=self.job
        )
        days: dict[date, list[Entry]] = {} if entries else {today: []}
        for day, key, found in entries:
            listed = days.setdefault(day, [])
            listed.append(Entry(found, len(listed) + 1, key))
        return tuple(
            Listing(day, self.now, tuple(days[day]), reply.validators, asked=FEED, title=title)
            for day in sorted(days, reverse=True)
        )
