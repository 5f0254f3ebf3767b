"""What a PDF says of itself, and what can be made out from that and its first pages."""

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass

from paperdesk.domain.identifier import ArxivId, arxiv_from_doi, arxiv_id, doi
from paperdesk.domain.pages import Request, Setting

_STAMP = re.compile(r"arXiv:\s?(\S+?)(?=[\s\[\]]|$)", re.IGNORECASE)
_XMP_DOI = re.compile(r"(?:doi|identifier)[^>]*>\s*(?:doi:|https?://(?:dx\.)?doi\.org/)?(10\.[^<\s]+)",
                      re.IGNORECASE)  # fmt: skip
_TEXT_DOI = re.compile(r"(?:doi[:\s]|doi\.org/)\s*(10\.\d{4,9}/\S+)", re.IGNORECASE)
_REFERENCES = re.compile(r"^\s*(?:\d+\.?\s*)?(?:references|bibliography)\s*$",
                         re.IGNORECASE | re.MULTILINE)  # fmt: skip
_NO_TITLE = re.compile(
    r"^(?:untitled|microsoft word|powerpoint|title|main|paper|document\d*|\S+\.(?:docx?|tex|dvi|"
    r"pdf|indd|ps))\b|^arxiv:|^\S+$|^[\W\d]*$",
    re.IGNORECASE,
)
_SHORTEST, _LONGEST = 8, 300
_AUTHORS = re.compile(r"\s*(?:;|,\s+and\s+|\s+and\s+|&)\s*")


@dataclass(frozen=True, slots=True)
class Imprint:
    """The metadata of a PDF, as its maker filled them in; `xmp` is the XML among them."""

    title: str = ""
    author: str = ""
    subject: str = ""
    keywords: str = ""
    xmp: str = ""


@dataclass(frozen=True, slots=True)
class AskImprint(Request[Imprint]):
    """What the PDF says of itself."""


@dataclass(frozen=True, slots=True)
class Clues:
    """Which paper a PDF is, as far as it can be made out."""

    arxiv: ArxivId | None = None
    doi: str | None = None
    title: str = ""
    authors: tuple[str, ...] = ()


NOTHING_TOLD = Clues()


def clues(imprint: Imprint, texts: Sequence[str], settings: Sequence[Setting] = ()) -> Clues:
    """What its metadata and its first pages tell of a paper.

    Of the pages a stamp of arXiv counts, and a DOI that says that it is one: what
    stands in the references is of other papers.
    """
    fronts = [_REFERENCES.split(text)[0] for text in texts]
    named = _doi(imprint, fronts)
    stamped = next((one for text in fronts if (one := _stamp(text))), None)
    behind = arxiv_from_doi(named) if named else None
    title = _title(imprint.title) or _title(_headline(settings))
    return Clues(stamped or behind, None if behind else named, title, _authors(imprint.author))


def _stamp(text: str) -> ArxivId | None:
    """The id that arXiv stamps on the first page, which has a version."""
    found = (arxiv_id(one[1]) for one in _STAMP.finditer(text))
    return next((one for one in found if one is not None and one.version), None)


def _doi(imprint: Imprint, fronts: Sequence[str]) -> str | None:
    said = _XMP_DOI.search(html.unescape(imprint.xmp))
    texts = [said[1]] if said else []
    texts += [one for one in (imprint.subject, imprint.keywords) if "10." in one]
    texts += [found[1] for text in fronts if (found := _TEXT_DOI.search(text))]
    return next((one for one in map(doi, texts) if one), None)


def _headline(settings: Sequence[Setting]) -> str:
    """The largest words of the first page that has some."""
    for setting in settings:
        lines = [line for line in setting.lines if len(line.text.strip()) > 1]
        if lines:
            largest = max(line.size for line in lines)
            return " ".join(line.text for line in lines if line.size > largest - 0.5)
    return ""


def _title(text: str) -> str:
    """A title, if somebody could have meant it as one."""
    plain = " ".join(text.split())
    good = _SHORTEST <= len(plain) <= _LONGEST and not _NO_TITLE.search(plain)
    return plain if good else ""


def _authors(text: str) -> tuple[str, ...]:
    """The authors, where more than a user's name is told."""
    parts = [" ".join(one.split()) for one in _AUTHORS.split(text)]
    if len(parts) == 1 and text.count(",") > 1:
        parts = [one.strip() for one in text.split(",")]
    named = [one for one in parts if " " in one and len(one) < 80 and "@" not in one]
    return tuple(named) if len(named) == len([one for one in parts if one]) else ()
