"""Hugging Face's papers, asked by title: a second opinion on which paper is meant."""

from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlencode

from paperdesk.domain import daily
from paperdesk.domain.paper import Found
from paperdesk.infra import endpoints
from paperdesk.infra.http import Accept, Http
from paperdesk.infra.jobs import Job

CANDIDATES = 5
LONGEST = 250
"""Characters that the service takes."""

CAP = 8_000_000


@dataclass(frozen=True, slots=True)
class Hub:
    """Asks Hugging Face, for one job."""

    http: Http
    job: Job

    def titled(self, title: str) -> tuple[Found, ...]:
        """Papers of arXiv that go by such a title, the likeliest first."""
        query = urlencode({"q": title[:LONGEST], "limit": CANDIDATES})
        url = f"{endpoints.hub()}/api/papers/search?{query}"
        reply = self.http.get(url, job=self.job, cap=CAP, accept=Accept.JSON)
        founds = map(daily.found, daily.records(reply.body, datetime.now(UTC).date()))
        return tuple(found for found in founds if found.title and found.arxiv)[:CANDIDATES]
