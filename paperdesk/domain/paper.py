"""A paper as the reader sees it, and as a source reports it."""

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NewType

from paperdesk.domain.card import NOTHING_SAID, Card
from paperdesk.domain.facts import Fact
from paperdesk.domain.momentum import UNKNOWN, Momentum
from paperdesk.domain.tags import Pin

PaperId = NewType("PaperId", int)

_ACCENTS = re.compile("[\u0300-\u036f]")
"""Those of European scripts: in others a mark makes another letter."""


class State(StrEnum):
    """Where a paper stands in its reader's day; it has exactly one."""

    NEW = "new"
    DISMISSED = "dismissed"
    INBOX = "inbox"
    LATER = "later"
    SHORTLIST = "shortlist"
    ARCHIVE = "archive"
    TRASH = "trash"


LIBRARY = frozenset({State.INBOX, State.LATER, State.SHORTLIST, State.ARCHIVE})
"""The states of papers that the reader has kept."""

FEED = frozenset({State.NEW, State.DISMISSED})
"""The states of papers that only came by."""

GONE = frozenset({State.DISMISSED, State.TRASH})
"""The states of papers that ask for nothing any more, not even to be read."""


LONGEST_REMARK = 200
"""Letters of a remark: one line."""


@dataclass(frozen=True, slots=True)
class Counts:
    """What a community says of a paper; None where nobody said."""

    upvotes: int | None = None
    comments: int | None = None
    stars: int | None = None


@dataclass(frozen=True, slots=True)
class Newer:
    """A version at arXiv that the reader has not seen yet, and its day if that is known."""

    version: int
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Paper:
    """One row of a list, with all that a card and the command line show."""

    id: PaperId
    title: str
    authors: tuple[str, ...] = ()
    abstract: str = ""
    published: date | None = None
    days: tuple[date, ...] = ()
    arxiv: str | None = None
    doi: str | None = None
    url: str | None = None
    code: str | None = None
    state: State = State.NEW
    unread: bool = True
    tags: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    counts: Counts = Counts()
    file: str | None = None
    citekey: str = ""
    seen: float = 0.0
    """How far it was read when it was left, from 0 to 1."""
    newer: Newer | None = None

    facts: tuple[Fact, ...] = ()
    """What its title and abstract say, in the order in which they say it."""
    card: Card = NOTHING_SAID
    momentum: Momentum = UNKNOWN

    pins: tuple[Pin, ...] = ()
    """Those of its tags that are pinned, by their digits."""
    rating: int = 0
    """From 1 to 5; 0 is none."""
    flagged: bool = False
    remark: str = ""
    """What its reader says of it in one line."""
    notice: str = ""
    """"withdrawn" or "retracted", where it is."""

    minutes: float = 0.0
    """That it was read; measured, and for the eyes of its reader only."""
    left: int = 0
    """Minutes that what is left of its pages takes, about; 0 where that is not known."""

    @property
    def year(self) -> int | None:
        """The year of publication."""
        return self.published.year if self.published else None


@dataclass(frozen=True, slots=True)
class Found:
    """A paper as one source reports it, before anything is decided about it."""

    title: str
    authors: tuple[str, ...] = ()
    abstract: str = ""
    published: date | None = None
    arxiv: str | None = None
    version: int = 0
    doi: str | None = None
    url: str | None = None
    code: str | None = None
    counts: Counts = Counts()
    submitter: str | None = None
    fresh: bool = True
    """Whether it is news; a new version of a paper that nobody saw is none."""
    extra: dict[str, object] = field(default_factory=dict)
    card: Card = NOTHING_SAID
    citekey: str = ""
    """The key by which somebody's bibliography cites it; empty where none is given."""


def title_key(title: str) -> str:
    """A title with all that varies between sources taken out.

    Case, accents, punctuation, LaTeX braces and white space do not tell two
    papers apart: "{LoRA}: Low-Rank…" and "LoRA - low rank …" are the same.
    """
    apart = _ACCENTS.sub("", unicodedata.normalize("NFKD", title))
    return " ".join(re.findall(r"\w+", unicodedata.normalize("NFC", apart).casefold()))


def name_key(author: str) -> str:
    """An author's family name, folded: "Kaiming He" and "He, Kaiming" are one."""
    family = author.split(",")[0] if "," in author else (author.split() or [""])[-1]
    return title_key(family)
