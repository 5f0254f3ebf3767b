"""The columns of the list as a table: one row of data each."""

from collections.abc import Callable
from dataclasses import dataclass

from paperdesk.domain.facts import (
    BITS,
    CODE,
    COMPRESSION,
    CONTEXT,
    DATASET,
    PARAMS,
    SPEEDUP,
)
from paperdesk.domain.pace import duration
from paperdesk.domain.paper import Paper
from paperdesk.infra.latex import plain
from paperdesk.ui import told
from paperdesk.ui.words import NOTICES, amount, date_words, stars


@dataclass(frozen=True, slots=True)
class Column:
    """What a column is called, how wide it begins, and what it says of a paper."""

    name: str
    title: str
    width: int
    text: Callable[[Paper], str]
    number: bool = False
    """Whether it is read from the right, as numbers are."""

    short: bool = True
    """Whether it is never cut, and so has nothing more to show on hover."""

    falling: bool = True
    """Whether it is first sorted from the greatest value down."""

    shown: bool = True
    """Whether it is there before anybody asks for it."""

    spoken: Callable[[Paper], str] | None = None
    """What a screen reader says in place of signs."""

    def aloud(self, paper: Paper) -> str:
        """What it says of a paper to who cannot see it."""
        return f"{self.title}: {(self.spoken or self.text)(paper) or 'none'}"


def _title(paper: Paper) -> str:
    return plain(paper.title)


def _title_said(paper: Paper) -> str:
    said = [NOTICES.get(paper.notice, ""), plain(paper.title)]
    if paper.pins:
        said.append("Pinned tags: " + ", ".join(f"{pin.digit} {pin.tag}" for pin in paper.pins))
    if paper.remark:
        said.append(f"Remark: {paper.remark}")
    return ". ".join(filter(None, said))


def _date(paper: Paper) -> str:
    return date_words(paper.published) if paper.published else ""


def _upvotes(paper: Paper) -> str:
    return "" if paper.counts.upvotes is None else amount(paper.counts.upvotes)


def _rating(paper: Paper) -> str:
    return " ".join(filter(None, (stars(paper.rating), "⚑" if paper.flagged else "")))


def _rated(paper: Paper) -> str:
    said = (f"{paper.rating} of 5" if paper.rating else "", "flagged" if paper.flagged else "")
    return ", ".join(filter(None, said))


def _minutes(paper: Paper) -> str:
    return duration(paper.minutes) if paper.minutes >= 1 else ""


def _left(paper: Paper) -> str:
    return f"~{duration(paper.left)}" if paper.left else ""


def _left_said(paper: Paper) -> str:
    return f"about {duration(paper.left)}" if paper.left else ""


def _amounts(name: str) -> Callable[[Paper], str]:
    return lambda paper: told.amounts(paper, name)


def _code(paper: Paper) -> str:
    address = paper.code or next((fact.text for fact in paper.facts if fact.name == CODE), "")
    short = address.partition("://")[2].removeprefix("www.").rstrip("/")
    return short.removeprefix("github.com/")


# fmt: off
COLUMNS: tuple[Column, ...] = (
    #      name         title          width  text
    Column("title",     "Title",       300,   _title, spoken=_title_said, short=False,
           falling=False),
    Column("date",      "Date",        100,   _date),
    Column("upvotes",   "Upvotes",      76,   _upvotes, number=True),
    Column(PARAMS,      "Parameters",   92,   _amounts(PARAMS), number=True),
    Column(BITS,        "Bits",         56,   _amounts(BITS), number=True),
    Column(SPEEDUP,     "Speed-up",     96,   _amounts(SPEEDUP), number=True),
    Column(COMPRESSION, "Compression",  100,  _amounts(COMPRESSION), number=True),
    Column(CONTEXT,     "Context",      76,   _amounts(CONTEXT), number=True),
    Column(DATASET,     "Data sets",   170,   told.datasets, short=False, falling=False),
    Column(CODE,        "Code",        150,   _code, short=False, falling=False),
    Column("rating",    "Rating",       96,   _rating, spoken=_rated),
    Column("minutes",   "Time read",    104,  _minutes, number=True, shown=False),
    Column("left",      "Left",          88,  _left, number=True, shown=False, falling=False,
           spoken=_left_said),
)
# fmt: on
"""In the order in which they stand; a name is also what a list is sorted by."""


def column(name: str) -> Column:
    """The column of a name."""
    return next(one for one in COLUMNS if one.name == name)


def said_of(paper: Paper, name: str) -> str:
    """The source words of a fact in their sentences, as rich text; empty without any."""
    return "".join(f"<p>{one}</p>" for one in told.sentences(paper, name))
