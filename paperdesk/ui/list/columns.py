"""The columns of the list as a table: one row of data each."""

import html
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from paperdesk.domain.facts import (
    BITS,
    CODE,
    COMPRESSION,
    CONTEXT,
    DATASET,
    PARAMS,
    SPEEDUP,
    TITLE,
    Fact,
    source,
    written,
)
from paperdesk.domain.paper import Paper
from paperdesk.infra.latex import plain
from paperdesk.ui.words import amount, date_words

_FEW = 2
"""Values that stand beside each other; of more, the least and the greatest do."""

_SENTENCES = 6
"""Source sentences of one cell that are shown at once."""


@dataclass(frozen=True, slots=True)
class Column:
    """What a column is called, how wide it begins, and what it says of a paper."""

    name: str
    title: str
    width: int
    text: Callable[[Paper], str]
    number: bool = False
    """Whether it is read from the right, as numbers are."""

    falling: bool = True
    """Whether it is first sorted from the greatest value down."""


def _date(paper: Paper) -> str:
    return date_words(paper.published) if paper.published else ""


def _upvotes(paper: Paper) -> str:
    return "" if paper.counts.upvotes is None else amount(paper.counts.upvotes)


def _amounts(name: str) -> Callable[[Paper], str]:
    return lambda paper: amounts_words(paper, name)


def _datasets(paper: Paper) -> str:
    return ", ".join(fact.text for fact in paper.facts if fact.name == DATASET)


def _code(paper: Paper) -> str:
    address = paper.code or next((fact.text for fact in paper.facts if fact.name == CODE), "")
    short = address.partition("://")[2].removeprefix("www.").rstrip("/")
    return short.removeprefix("github.com/")


# fmt: off
COLUMNS: tuple[Column, ...] = (
    #      name         title          width  text
    Column("title",     "Title",       300,   lambda paper: plain(paper.title), falling=False),
    Column("date",      "Date",        100,   _date),
    Column("upvotes",   "Upvotes",      76,   _upvotes, number=True),
    Column(PARAMS,      "Parameters",   92,   _amounts(PARAMS), number=True),
    Column(BITS,        "Bits",         56,   _amounts(BITS), number=True),
    Column(SPEEDUP,     "Speed-up",     96,   _amounts(SPEEDUP), number=True),
    Column(COMPRESSION, "Compression",  100,  _amounts(COMPRESSION), number=True),
    Column(CONTEXT,     "Context",      76,   _amounts(CONTEXT), number=True),
    Column(DATASET,     "Data sets",   170,   _datasets, falling=False),
    Column(CODE,        "Code",        150,   _code, falling=False),
)
# fmt: on
"""In the order in which they stand; a name is also what a list is sorted by."""


def column(name: str) -> Column:
    """The column of a name."""
    return next(one for one in COLUMNS if one.name == name)


def amounts_words(paper: Paper, name: str) -> str:
    """The amounts of one fact: 7B, or 7B, 13B, or 7B–70B."""
    values = sorted({fact.value for fact in paper.facts if fact.name == name and fact.value})
    words = [written(name, value) for value in values]
    return ", ".join(words) if len(words) <= _FEW else f"{words[0]}–{words[-1]}"


def said_of(paper: Paper, name: str) -> str:
    """The source words of a fact in their sentences, as rich text; empty without any."""
    facts = [fact for fact in paper.facts if fact.name == name]
    seen = dict.fromkeys(sentence for fact in facts for sentence in _sentence(paper, fact))
    more = f"<p>and {len(seen) - _SENTENCES} more</p>" if len(seen) > _SENTENCES else ""
    return "".join(f"<p>{one}</p>" for one in list(seen)[:_SENTENCES]) + more


def _sentence(paper: Paper, fact: Fact) -> Iterator[str]:
    text = paper.title if fact.place == TITLE else paper.abstract
    before, words, after = source(text, fact)
    parts = [html.escape(part, quote=False) for part in (before, words, after)]
    if words:
        yield f"{parts[0]}<b>{parts[1]}</b>{parts[2]}"
