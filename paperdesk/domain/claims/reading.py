"""All facts of a title and an abstract, each once, where it first stands."""

from collections.abc import Iterator

from paperdesk.domain.claims.addresses import addresses
from paperdesk.domain.claims.factors import factors
from paperdesk.domain.claims.names import entitled, named
from paperdesk.domain.claims.numerals import plain
from paperdesk.domain.claims.sizes import bits, context, parameters
from paperdesk.domain.facts import (
    ABSTRACT,
    BITS,
    CODE,
    COMPRESSION,
    CONTEXT,
    DATASET,
    PARAMS,
    SPEEDUP,
    TITLE,
    Fact,
    name_key,
)

EDITION = 1
"""Which rules these are."""

LONGEST = 20_000
"""Characters that are read; an abstract has some 1,500."""

MOST = 60
"""Facts of a paper that are kept; one that has more is a list of something."""


def claims(title: str, abstract: str) -> tuple[Fact, ...]:
    """The facts of a paper, by name and place."""
    found: dict[tuple[str, object], Fact] = {}
    for place, text in ((TITLE, title), (ABSTRACT, abstract)):
        for fact in _facts(text[:LONGEST], place):
            known = name_key(fact.text) if fact.value is None else fact.value
            found.setdefault((fact.name, known), fact)
    return tuple(found.values())[:MOST]


def _facts(text: str, place: str) -> Iterator[Fact]:
    """What one text says, from left to right for each kind of fact."""
    read = plain(text)
    speed, size = factors(read)
    amounts = (
        (PARAMS, parameters(read)),
        (BITS, bits(read)),
        (SPEEDUP, speed),
        (COMPRESSION, size),
        (CONTEXT, context(read)),
    )
    for name, spans in amounts:
        for value, start, stop in sorted(spans, key=lambda span: span[1]):
            yield Fact(name, value, text[start:stop], place, start, stop)
    names = (*(entitled(read) if place == TITLE else ()), *named(read))
    for name, spans_ in ((DATASET, names), (CODE, addresses(text))):
        for words, start, stop in spans_:
            yield Fact(name, None, words, place, start, stop)
