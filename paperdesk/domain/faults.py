"""What is wrong with a query, above all with its values, and what would be right.

Words are never wrong, nor is a value that may still become right while it is
typed: "state:arch" and "day:2026-0" are on their way.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date

from paperdesk.domain.errors import WrongUsage
from paperdesk.domain.facts import (
    AMOUNTS,
    BITS,
    COMPRESSION,
    CONTEXT,
    COUNTS,
    PARAMS,
    RATING,
    READ,
    SPEEDUP,
    VERSION,
    bounds,
)
from paperdesk.domain.paper import State
from paperdesk.domain.query import Node, Not, Term, comparisons, parse, terms
from paperdesk.domain.words import fold

PLACES = ("library", "feed")
"""What a paper can be `in:`."""

BELONGINGS = (
    "note", "highlight", "pdf", "code", "update", "remark",
    "thumbnail", "summary", "project", "model", "dataset", "space", "collection", "related",
)  # fmt: skip
"""What a paper `has:`."""

WAYS = (
    "unread", "read", "muted", "flagged", "withdrawn", "retracted",
    "unstarted", "reading", "finished",
)  # fmt: skip
"""What a paper `is:`."""

KINDS = ("new", "cross", "replace", "replace-cross")
"""How arXiv announces a paper, its `kind:`."""

MOST = 500
"""Words and conditions of a query: more than an abstract that is pasted."""

DEEPEST = 12
"""Groups inside each other that SQLite reads for certain."""

_DAY = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")
_BEGUN_DAY = re.compile(
    r"[0-9]{0,4}|[0-9]{4}-([01]?|0[1-9]|1[0-2])|[0-9]{4}-(0[1-9]|1[0-2])-([0-3]?|[0-3][0-9])"
)
_YEAR = re.compile("[0-9]{1,4}")
_SIGN = re.compile("^[<>]=?")
_SHOWN = 40


def faults(node: Node) -> Iterator[str]:
    """A sentence for each value that can find nothing, and for a query that is a book."""
    every = (*terms(node), *terms(node, wanted=False))
    if len(every) > MOST:
        yield f"These are {len(every):,} words and conditions. At most {MOST} can be looked for."
        return
    if _depth(node) > DEEPEST:
        yield f"Brackets stand more than {DEEPEST} deep in each other. Write fewer."
        return
    for term in every:
        sentence = _CHECKS[term.field](term) if term.field in _CHECKS else ""
        if sentence:
            yield sentence


def checked(text: str) -> Node:
    """The tree of a query that is written to its end; WrongUsage where a value is wrong."""
    node = parse(text)
    for sentence in faults(node):
        raise WrongUsage(sentence)
    return node


def _depth(node: Node) -> int:
    match node:
        case Term():
            return 0
        case Not():
            return _depth(node.node)
        case _:
            return 1 + max(map(_depth, node.nodes), default=0)


def _state(term: Term) -> str:
    if _known(term, tuple(State)):
        return ""
    return f"No state is called {_quoted(term)}. States: {', '.join(State)}."


def _in(term: Term) -> str:
    if _known(term, PLACES):
        return ""
    return f"No paper is in {_quoted(term)}. Write in:library or in:feed."


def _has(term: Term) -> str:
    if _known(term, BELONGINGS):
        return ""
    return f"No paper has {_quoted(term)}. Write has: and one of {', '.join(BELONGINGS)}."


def _is(term: Term) -> str:
    if _known(term, WAYS):
        return ""
    return f"No paper is {_quoted(term)}. Write is: and one of {', '.join(WAYS)}."


def _kind(term: Term) -> str:
    if _known(term, KINDS):
        return ""
    return f"No paper is announced as {_quoted(term)}. Kinds: {', '.join(KINDS)}."


def _year(term: Term) -> str:
    if all(_is_year(operand, term) for operand in _operands(term)):
        return _backwards(term)
    return f"{_quoted(term)} is no year. Write 2024, 2019..2021, >=2020 or <2020."


def _day(term: Term) -> str:
    if all(_is_day(operand, term) for operand in _operands(term)):
        return _backwards(term)
    field = term.field
    forms = f"{field}:2026-05-01, {field}:2026-05, {field}:2026-05-01..2026-05-08 or {field}:>=2026"
    return f"{_quoted(term)} is no day. Write {forms}."


def _amount(term: Term) -> str:
    text = term.value.rstrip("<>=.-bits") if term.prefix else term.value
    limits = bounds(term.field, text)
    if limits is None:
        return f"{_quoted(term)} is no {_AMOUNTS[term.field]}."
    if term.prefix or len(limits) < 2 or limits[0][1] <= limits[1][1]:
        return ""
    first, last = term.value.split("..")
    return f"{_quoted(term)} ends before it begins. Write {last}..{first}."


_AMOUNTS = {
    **{name: f"number. Write {name}:>=50, {name}:<1k or {name}:10..99" for name in COUNTS},
    RATING: "rating. Write rating:5, rating:>=4, rating:2..4 or rating:0 for none",
    VERSION: "version. Write version:2, version:>1 or version:2..4",
    READ: "share in percent. Write read:>50, read:100 or read:10..90",
    PARAMS: "number of parameters. Write params:7B, params:<3B or params:70M..1B",
    BITS: "number of bits. Write bits:4, bits:<=8 or bits:2..4",
    SPEEDUP: "speed-up. Write speedup:2x, speedup:>=2 or speedup:2..10",
    COMPRESSION: "compression. Write compression:4x, compression:>=4 or compression:2..10",
    CONTEXT: "length of a context. Write context:128k, context:>=32k or context:8k..1M",
}
_CHECKS: dict[str, Callable[[Term], str]] = {
    "state": _state,
    "in": _in,
    "has": _has,
    "year": _year,
    "day": _day,
    "late": _day,
    "added": _day,
    "is": _is,
    "kind": _kind,
    **dict.fromkeys((*AMOUNTS, *COUNTS, RATING, VERSION, READ), _amount),
}


def _known(term: Term, names: tuple[str, ...]) -> bool:
    value = fold(term.value)
    return value in names or (term.prefix and any(name.startswith(value) for name in names))


def _operands(term: Term) -> tuple[str, ...]:
    """What stands on either side of the dots or behind a sign, where anything does."""
    if ".." in term.value:
        return tuple(part for part in term.value.split("..", 1) if part)
    operand = _SIGN.sub("", term.value)
    return (operand.removesuffix(".") if term.prefix else operand,)


def _is_year(operand: str, term: Term) -> bool:
    return bool(_YEAR.fullmatch(operand)) or (term.prefix and not operand)


def _is_day(operand: str, term: Term) -> bool:
    if term.prefix and _BEGUN_DAY.fullmatch(operand):
        return True
    if not _DAY.fullmatch(operand):
        return False
    try:
        date.fromisoformat(operand + "-01-01"[len(operand) - 4 :])
    except ValueError:
        return False
    return True


def _backwards(term: Term) -> str:
    bounds = comparisons(term.value)
    if term.prefix or len(bounds) < 2 or bounds[0][1] <= bounds[1][1]:
        return ""
    first, last = term.value.split("..")
    return f"{_quoted(term)} ends before it begins. Write {last}..{first}."


def _quoted(term: Term) -> str:
    value = " ".join(term.value.split())
    return f"“{value[: _SHOWN - 1]}…”" if len(value) > _SHOWN else f"“{value}”"
