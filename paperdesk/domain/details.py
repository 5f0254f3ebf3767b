"""What is known of a paper as its reader may write it, and what can be kept so."""

import re
from dataclasses import dataclass, fields, replace
from datetime import date

from paperdesk.domain.errors import WrongUsage
from paperdesk.domain.identifier import arxiv_id, doi

NAMES = {
    "title": "Title",
    "authors": "Authors",
    "published": "Date",
    "venue": "Venue",
    "arxiv": "arXiv id",
    "doi": "DOI",
    "url": "Web page",
    "citekey": "Citation key",
    "abstract": "Abstract",
}
"""The fields, in the order in which they are written."""

_KEY = re.compile(r"[^\s,{}\"#%~\\]{1,120}$")
_PARTS = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?$")


@dataclass(frozen=True, slots=True)
class Details:
    """The fields as they are written; authors one after the other, `;` between."""

    title: str = ""
    authors: str = ""
    published: str = ""
    venue: str = ""
    arxiv: str = ""
    doi: str = ""
    url: str = ""
    citekey: str = ""
    abstract: str = ""


def names_of(authors: str) -> tuple[str, ...]:
    """The authors, one by one: `;` or lines stand between, "Family, Given" is one."""
    return tuple(" ".join(one.split()) for one in re.split(r"[;\n]", authors) if one.strip())


def day_of(published: str) -> date | None:
    """The first day that a date may be; None where none is written."""
    found = _PARTS.match(published.strip())
    if not found:
        return None
    year, month, day = (int(part) if part else 1 for part in found.groups())
    return date(year, month, day)


def changed(before: Details, after: Details) -> tuple[str, ...]:
    """The fields that differ, in their order."""
    return tuple(
        one.name for one in fields(Details) if getattr(before, one.name) != getattr(after, one.name)
    )


def sound(written: Details) -> Details:
    """The same with each field in the form in which it is kept; WrongUsage if one has none."""
    title = " ".join(written.title.split())
    if not title:
        raise WrongUsage("A paper needs a title.")
    return replace(
        written,
        title=title,
        authors="; ".join(names_of(written.authors)),
        published=_day(written.published.strip()),
        venue=" ".join(written.venue.split()),
        arxiv=_arxiv(written.arxiv.strip()),
        doi=_doi(written.doi.strip()),
        url=_url(written.url.strip()),
        citekey=_key(written.citekey.strip()),
        abstract=written.abstract.strip(),
    )


def _day(text: str) -> str:
    try:
        if text and day_of(text) is None:
            raise ValueError
    except ValueError as error:
        raise WrongUsage(
            f"“{text}” is no date: write it as 2019, 2019-05 or 2019-05-03."
        ) from error
    return text


def _arxiv(text: str) -> str:
    found = arxiv_id(text)
    if text and found is None:
        raise WrongUsage(f"“{text}” is no arXiv id, such as 1706.03762.")
    return found.base if found else ""


def _doi(text: str) -> str:
    found = doi(text)
    if text and found is None:
        raise WrongUsage(f"“{text}” is no DOI, such as 10.1109/cvpr.2016.90.")
    return found or ""


def _url(text: str) -> str:
    if text and not re.match(r"https?://\S+$", text):
        raise WrongUsage(f"“{text}” is no address of the web: it begins with https://")
    return text


def _key(text: str) -> str:
    if not _KEY.match(text):
        raise WrongUsage(
            f"“{text}” cannot be a citation key: use letters, digits and signs without spaces, "
            "commas or braces."
        )
    return text
