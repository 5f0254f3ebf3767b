"""The names by which the world knows a paper: arXiv ids and DOIs.

Forms: https://info.arxiv.org/help/arxiv_identifier.html and
https://www.doi.org/doi-handbook (section 2.2).
"""

import re
from dataclasses import dataclass

_ARXIV = re.compile(
    r"(?<![\w.])(?P<base>\d{4}\.\d{4,5}|[a-z][a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v(?P<version>[1-9]\d*))?"
    r"(?![\w]|\.\d)"
)
_DOI = re.compile(r"\b(10\.\d{4,9}/[^\s\"<>]+)", re.IGNORECASE)
_WHOLE = re.compile(
    r"arxiv:|doi:|https?://(www\.)?arxiv\.org/(abs|pdf|html)/|https?://(dx\.)?doi\.org/"
    r"|\d{4}\.\d{4,5}v\d+$",
    re.IGNORECASE,
)
_TRAILING = ".,;:)]}'"


@dataclass(frozen=True, slots=True)
class ArxivId:
    """An arXiv id of either style; `version` is 0 when none was named."""

    base: str
    version: int = 0

    def __str__(self) -> str:
        return f"{self.base}v{self.version}" if self.version else self.base


def arxiv_id(text: str) -> ArxivId | None:
    """The first arXiv id in a text, a link, or a file's name."""
    found = _ARXIV.search(text.removesuffix(".pdf"))
    if found is None or not _plausible(found["base"]):
        return None
    return ArxivId(found["base"], int(found["version"] or 0))


def doi(text: str) -> str | None:
    """The first DOI in a text or a link, in lower case (DOIs ignore case)."""
    found = _DOI.search(text)
    return found[1].rstrip(_TRAILING).lower() if found else None


def arxiv_from_doi(name: str) -> ArxivId | None:
    """The arXiv id behind a DOI that arXiv itself has given out."""
    prefix = "10.48550/arxiv."
    return arxiv_id(name[len(prefix) :]) if name.lower().startswith(prefix) else None


def several(text: str) -> tuple[str, ...]:
    """What names papers in a text: each id or link once; lines without one as they are."""
    found: list[str] = []
    for line in text.splitlines():
        words = [word.strip(_TRAILING + '(<["“”') for word in re.split(r"[\s,;]+", line)]
        named = [word for word in words if doi(word) or arxiv_id(word)]
        found += named or ([line.strip()] if line.strip() else [])
    return tuple(dict.fromkeys(found))


def identifier(text: str) -> str:
    """The id or DOI that a text is: a link, "arXiv:…", "doi:…", an id with its version.

    Empty where it is anything else, though an id may stand in it.
    """
    plain = text.strip().rstrip("/")
    if not _WHOLE.match(plain):
        return ""
    named = doi(plain) if "10." in plain else None
    paper = arxiv_from_doi(named) if named else arxiv_id(plain)
    return paper.base if paper else named or ""


def _plausible(base: str) -> bool:
    """Whether the two digits that give the month of an id are a month."""
    month = base.split("/")[-1][2:4]
    return 1 <= int(month) <= 12
