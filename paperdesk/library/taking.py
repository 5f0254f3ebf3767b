"""How what a source reports becomes a paper: found again, filled in, or new."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from paperdesk.domain.identifier import arxiv_from_doi
from paperdesk.domain.paper import Counts, Found, PaperId, name_key, title_key
from paperdesk.infra import latex

_LONGEST_TITLE = 2_000
"""Letters; the longest title at arXiv has 350."""

_SMALL_WORDS = re.compile(
    r"\b(a|an|and|are|as|at|be|by|can|do|does|for|from|how|in|into|is|it|its|of|on|or|over|the|to|"
    r"towards?|via|we|what|when|which|with|without|you|your)\b"
)


_FIELDS = {"year": "published", "first_key": "authors"}
"""Columns that follow a field of another name."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of one `Found`: which paper it is, and whether that moved."""

    paper: PaperId
    new: bool
    changed: bool


@dataclass(frozen=True, slots=True)
class Known:
    """What the library has of a paper that may be the one found."""

    id: PaperId
    title: str
    abstract: str
    first_key: str
    published: str | None
    year: int | None
    arxiv: str | None
    version: int
    doi: str | None
    url: str | None
    code: str | None
    counts: Counts
    merged: bool = False
    """Whether the id by which it was found is that of a paper which was merged into it."""


def normal(found: Found) -> Found:
    """A report with its identifiers in one form and its lines unwrapped."""
    named = arxiv_from_doi(found.doi) if found.doi and not found.arxiv else None
    return replace(
        found,
        title=_short(" ".join(found.title.split())),
        abstract=found.abstract.strip(),
        authors=tuple(latex.name(author) for author in found.authors if author.strip()),
        arxiv=named.base if named else found.arxiv,
        doi=found.doi.lower() if found.doi else None,
    )


def _short(title: str) -> str:
    """A title that somebody could read; what a broken feed sends as one is cut."""
    return title if len(title) <= _LONGEST_TITLE else f"{title[: _LONGEST_TITLE - 1].rstrip()}…"


def same(found: Found, known: Known) -> bool:
    """Whether a paper with an equal title is the one that was found.

    Two arXiv ids or two DOIs tell papers apart whatever their titles; else the
    first author must agree and the years lie at most one apart, where known.
    """
    if found.arxiv and known.arxiv and found.arxiv != known.arxiv:
        return False
    if found.doi and known.doi and found.doi != known.doi:
        return False
    first = name_key(found.authors[0]) if found.authors else ""
    if first and known.first_key and first != known.first_key:
        return False
    year = found.published.year if found.published else None
    return year is None or known.year is None or abs(year - known.year) <= 1


def changes(found: Found, known: Known, edited: Collection[str] = ()) -> dict[str, object]:
    """The columns of a known paper that a report fills in or moves.

    What its reader has `edited` stays, empty or not. What is there stays too,
    except that a row without an id (a saved page, whose text lost characters)
    takes the words of a source that knows one.
    """
    better = bool(found.arxiv or found.doi) and not (known.arxiv or known.doi)
    offered: dict[str, object] = {
        "arxiv": known.arxiv or found.arxiv,
        "doi": known.doi or found.doi,
        "url": known.url or found.url,
        "code": found.code or known.code,
        "version": max(known.version, found.version),
        "abstract": found.abstract
        if better and found.abstract
        else known.abstract or found.abstract,
        "upvotes": _newer(found.counts.upvotes, known.counts.upvotes),
        "comments": _newer(found.counts.comments, known.counts.comments),
        "stars": _newer(found.counts.stars, known.counts.stars),
    }
    if better and found.title:
        offered["title"] = found.title
    if found.published and not known.published:
        offered["published"] = found.published.isoformat()
        offered["year"] = found.published.year
    if found.authors and not known.first_key:
        offered["first_key"] = name_key(found.authors[0])
    return {
        name: value
        for name, value in offered.items()
        if _FIELDS.get(name, name) not in edited and value != _held(known, name)
    }


def citation_key(authors: Sequence[str], year: int | None, title: str) -> str:
    """A key such as `vaswani2017attention`; the caller sees to uniqueness."""
    family = name_key(authors[0]).replace(" ", "") if authors else ""
    words = _SMALL_WORDS.sub("", title_key(title)).split()
    parts = (family, str(year or ""), words[0] if words else "")
    return re.sub(r"\W", "", "".join(parts)) or "paper"


def _newer(found: int | None, known: int | None) -> int | None:
    return known if found is None else found


def _held(known: Known, name: str) -> object:
    if name in ("upvotes", "comments", "stars"):
        return getattr(known.counts, name)
    return getattr(known, name)
