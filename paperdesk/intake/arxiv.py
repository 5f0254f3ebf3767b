"""arXiv's catalogue, asked for papers by id or by title.

Its answers are well-formed Atom, so the standard library reads them; an error
is an entry as well, whose title is "Error".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode
from xml.etree import ElementTree

from paperdesk.domain.errors import NotFound, Unreachable
from paperdesk.domain.identifier import ArxivId, arxiv_id, doi
from paperdesk.domain.lines import one_line, paragraphs
from paperdesk.domain.paper import Found
from paperdesk.infra import endpoints
from paperdesk.infra.http import BadStatus, Http
from paperdesk.infra.jobs import Job

CANDIDATES = 5
MOST_WORDS = 24
TELLING_WORDS = 4
"""How many words of a title, the longest, are enough to find it by."""

CAP = 4_000_000


@dataclass(frozen=True, slots=True)
class Arxiv:
    """Asks arXiv, for one job."""

    http: Http
    job: Job

    def paper(self, named: ArxivId) -> Found:
        """The paper with an id."""
        for found in self._asked({"id_list": str(named), "max_results": "1"}):
            return found
        raise NotFound(f"arXiv does not know {named}. Check the number.")

    def papers(self, names: Sequence[str]) -> tuple[Found, ...]:
        """Those of some papers that it knows, asked for in one request."""
        return self._asked({"id_list": ",".join(names), "max_results": str(len(names))})

    def titled(self, title: str) -> tuple[Found, ...]:
        """Papers whose titles hold these words: in a row, else all of them."""
        words = re.findall(r"\w+", title)[:MOST_WORDS]
        if not words:
            return ()
        in_a_row = 'ti:"{}"'.format(" ".join(words))
        long_ones = sorted(words, key=len, reverse=True)[:TELLING_WORDS]
        anywhere = " AND ".join(f"ti:{word}" for word in long_ones)
        return self._matching(in_a_row) or self._matching(anywhere)

    def _matching(self, query: str) -> tuple[Found, ...]:
        return self._asked({"search_query": query, "max_results": str(CANDIDATES)})

    def _asked(self, wanted: dict[str, str]) -> tuple[Found, ...]:
        url = f"{endpoints.arxiv_query()}?{urlencode(wanted)}"
        try:
            reply = self.http.get(url, job=self.job, cap=CAP)
        except BadStatus as refusal:
            complaint = _complaint(_read(refusal.body))
            raise (Unreachable(complaint) if complaint else refusal) from refusal
        feed = _read(reply.body)
        complaint = _complaint(feed)
        if feed is None or complaint:
            raise Unreachable(complaint or "arXiv answered with something unreadable. Try again.")
        return tuple(_founds(feed))


def _read(body: bytes) -> ElementTree.Element | None:
    try:
        return ElementTree.fromstring(body)
    except (ElementTree.ParseError, ValueError):
        return None


def _complaint(feed: ElementTree.Element | None) -> str:
    """What an answer that refuses says of itself."""
    for entry in feed.iterfind("{*}entry") if feed is not None else ():
        if _text(entry, "title") == "Error":
            return f"arXiv did not take the question: {_text(entry, 'summary')}"
    return ""


def _founds(feed: ElementTree.Element) -> Iterator[Found]:
    for entry in feed.iterfind("{*}entry"):
        named, title = arxiv_id(_text(entry, "id")), _text(entry, "title")
        if named is None or not title:
            continue
        authors = (one_line(name.text) for name in entry.iterfind("{*}author/{*}name"))
        yield Found(
            title=title,
            authors=tuple(filter(None, authors)),
            abstract=paragraphs(entry.findtext("{*}summary")),
            published=_date(_text(entry, "published")),
            arxiv=named.base,
            version=named.version,
            doi=doi(_text(entry, "doi")),
            url=f"https://arxiv.org/abs/{named.base}",
        )


def _text(entry: ElementTree.Element, name: str) -> str:
    return one_line(entry.findtext(f"{{*}}{name}"))


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
