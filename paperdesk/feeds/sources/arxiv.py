"""arXiv's own catalogue, asked for a paper of which only the title is known."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from paperdesk.domain.errors import Unreachable
from paperdesk.domain.identifier import arxiv_id, doi
from paperdesk.domain.paper import Found
from paperdesk.feeds.sources import rss
from paperdesk.feeds.sources.lines import one_line, paragraphs
from paperdesk.infra import endpoints
from paperdesk.infra.http import BadStatus, Http
from paperdesk.infra.jobs import Job

CANDIDATES = 5
MOST_WORDS = 24


@dataclass(frozen=True, slots=True)
class Arxiv:
    """Asks arXiv, for one job."""

    http: Http
    job: Job

    def search(self, title: str) -> tuple[Found, ...]:
        """Papers with these words in a row in their title, the likeliest first."""
        words = re.findall(r"\w+", title)[:MOST_WORDS]
        if not words:
            return ()
        phrase = " ".join(words)
        query = urlencode({"search_query": f'ti:"{phrase}"', "max_results": CANDIDATES})
        try:
            reply = self.http.get(f"{endpoints.arxiv_query()}?{query}", job=self.job)
        except BadStatus as refusal:
            raise Unreachable(_complaint(rss.parsed(refusal.body, {})) or str(refusal)) from refusal
        content = rss.parsed(reply.body, reply.headers)
        if not content.get("version"):
            raise Unreachable("arXiv answered with something unreadable. Try again later.")
        if complaint := _complaint(content):
            raise Unreachable(complaint)
        return tuple(found for item in content.entries if (found := _found(item)) is not None)


def _complaint(content: Any) -> str:
    """What an answer that refuses says: arXiv puts it into an entry."""
    for item in content.entries:
        if one_line(item.get("title")) == "Error":
            return f"arXiv did not take the question: {one_line(item.get('summary'))}"
    return ""


def _found(item: rss.Item) -> Found | None:
    named = arxiv_id(one_line(item.get("id")))
    title = one_line(item.get("title"))
    if named is None or not title:
        return None
    authors = (one_line(author.get("name")) for author in item.get("authors") or ())
    return Found(
        title=title,
        authors=tuple(filter(None, authors)),
        abstract=paragraphs(item.get("summary")),
        published=_date(one_line(item.get("published"))),
        arxiv=named.base,
        version=named.version,
        doi=doi(one_line(item.get("arxiv_doi"))),
        url=f"https://arxiv.org/abs/{named.base}",
    )


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
