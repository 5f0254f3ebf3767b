"""arXiv's catalogue, asked by its API: what a question finds, as papers.

Its answers are well-formed Atom, so the standard library reads them (and knows
no document's own entities from outside); an error is an entry as well, whose
title is "Error".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode
from xml.etree import ElementTree

from paperdesk.domain.errors import Unreachable
from paperdesk.domain.identifier import arxiv_id, doi
from paperdesk.domain.lines import one_line, paragraphs
from paperdesk.domain.paper import Found
from paperdesk.infra import endpoints
from paperdesk.infra.http import BadStatus, Http
from paperdesk.infra.jobs import Job

CAP = 8_000_000
"""Bytes of an answer; a hundred papers take a fifth of a megabyte."""


@dataclass(frozen=True, slots=True)
class Answered:
    """The papers on one page of an answer, and how many there are in all."""

    founds: tuple[Found, ...]
    total: int


def ask(http: Http, job: Job, wanted: Mapping[str, str]) -> Answered:
    """Put a question with these parameters; what arXiv refuses is said in its words."""
    url = f"{endpoints.arxiv_query()}?{urlencode(wanted)}"
    try:
        reply = http.get(url, job=job, cap=CAP)
    except BadStatus as refusal:
        complaint = _complaint(_tree(refusal.body))
        raise (Unreachable(complaint) if complaint else refusal) from refusal
    return read(reply.body)


def read(body: bytes) -> Answered:
    """What an answer says."""
    feed = _tree(body)
    complaint = _complaint(feed)
    if feed is None or complaint:
        raise Unreachable(complaint or "arXiv answered with something unreadable. Try again.")
    founds = tuple(_founds(feed))
    said = one_line(feed.findtext("{*}totalResults"))
    total = int(said) if said.isascii() and said.isdigit() and len(said) < 10 else len(founds)
    return Answered(founds, total)


def _tree(body: bytes) -> ElementTree.Element | None:
    try:
        return ElementTree.fromstring(body)
    except (ElementTree.ParseError, ValueError, LookupError):
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
            extra=_extra(entry),
        )


def _extra(entry: ElementTree.Element) -> dict[str, object]:
    """Its subjects, the day of this version, and what its authors say of it."""
    terms = (one_line(each.get("term")) for each in entry.iterfind("{*}category"))
    day = _date(_text(entry, "updated"))
    said: dict[str, object] = {
        "categories": [term for term in terms if term],
        "updated": day.isoformat() if day else "",
        "comment": _text(entry, "comment"),
    }
    return {name: value for name, value in said.items() if value}


def _text(entry: ElementTree.Element, name: str) -> str:
    return one_line(entry.findtext(f"{{*}}{name}"))


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
