"""Hugging Face's other lists: what is trending, what it finds, what somebody submitted."""

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from paperdesk.domain import daily
from paperdesk.domain.feed import Listing
from paperdesk.feeds.sources.huggingface import PAGE, asked, by_day, entries
from paperdesk.infra import endpoints
from paperdesk.infra.http import Http, Validators
from paperdesk.infra.jobs import Job

MOST_FOUND = 120
"""Papers that a search answers with at most."""

LONGEST = 250
"""Characters of a question that are taken."""

FOUND = "found"
"""How the request for what is found is remembered."""


@dataclass(frozen=True, slots=True)
class Hub:
    """Asks for lists, at one moment, for one job."""

    http: Http
    job: Job
    now: datetime

    @property
    def trend(self) -> str:
        """How the request for today's trending papers is remembered.

        *Why by day:* each day keeps a list of its own, also one like the day before.
        """
        return f"trending {self.now.date().isoformat()}"

    def trending(self, known: Validators) -> Listing:
        """What is trending now, in the order in which it is listed, as of today."""
        url = self._daily({"sort": "trending", "limit": str(PAGE)})
        reply = asked(self.http, self.job, url, known)
        listed = () if reply.unchanged else entries(daily.records(reply.body, self.now.date()))
        return Listing(
            self.now.date(),
            self.now,
            listed,
            known if reply.unchanged else reply.validators,
            unchanged=reply.unchanged,
            asked=self.trend,
        )

    def found(self, words: str) -> Listing:
        """What is found for some words, the best first, as of today."""
        query = urlencode({"q": words[:LONGEST], "limit": str(MOST_FOUND)})
        reply = asked(self.http, self.job, f"{endpoints.hub()}/api/papers/search?{query}")
        listed = entries(daily.records(reply.body, self.now.date())[:MOST_FOUND])
        return Listing(self.now.date(), self.now, listed, asked=FOUND)

    def submitted_by(self, name: str) -> tuple[Listing, ...]:
        """What a person put on the daily lists, by day, the newest first."""
        url = self._daily({"submitter": name, "limit": str(PAGE)})
        days = by_day(daily.records(asked(self.http, self.job, url).body, self.now.date()))
        today = self.now.date()
        dated = sorted(((day or today, items) for day, items in days.items()), reverse=True)
        listings = [
            Listing(min(day, today), self.now, entries(items), asked=FOUND) for day, items in dated
        ]
        return tuple(listings) or (Listing(today, self.now, (), asked=FOUND),)

    def _daily(self, wanted: dict[str, str]) -> str:
        return f"{endpoints.hub()}/api/daily_papers?{urlencode(wanted)}"
