"""A query as a condition on the table `paper`, for lists, shelves and the index.

Each leaf is a column's condition or a list of papers that SQLite can find by an
index (`IN (SELECT …)`), so that a day or a state of a large library is there at
once. Words are looked for as `domain.words` reads them, by functions that
`prepare` gives to a connection.
"""

import sqlite3
from collections.abc import Callable

from paperdesk.domain.facts import AMOUNTS, COUNTS
from paperdesk.domain.paper import FEED, LIBRARY
from paperdesk.domain.query import (
    And,
    Node,
    Not,
    Or,
    Term,
    asks_for_muted,
    asks_for_trash,
    asks_for_unheard,
    comparisons,
    goes_on,
)
from paperdesk.domain.shelf import Order
from paperdesk.domain.words import ALIKE, Kin, fold, named, sought, stands
from paperdesk.infra import bounded
from paperdesk.infra.belongings import HAS, late
from paperdesk.infra.bounded import EVERYTHING, NOTHING
from paperdesk.infra.called import called, related
from paperdesk.infra.known import UNKNOWN, Known, worded
from paperdesk.infra.progressing import PROGRESSED, share
from paperdesk.infra.shelved import collected, meant

Condition = bounded.Condition
"""An SQL expression and the values for its question marks."""

_OF_KIND = "FROM entry WHERE entry.paper = paper.id AND source IN (SELECT id FROM source WHERE kind"
_TREND = f"{_OF_KIND} = 'trending') ORDER BY day DESC LIMIT 1"
_SEARCH = f"{_OF_KIND} IN ('hub-search', 'arxiv-query'))"

ORDER = {
    Order.RANK: "paper.day DESC, paper.rank, paper.id",
    Order.ADDED: "paper.state_at DESC, paper.id DESC",
    Order.PUBLISHED: "paper.published DESC, paper.id DESC",
    Order.UPVOTES: "paper.upvotes DESC, paper.id DESC",
    Order.RISING: "paper.day DESC, paper.rank, paper.id",
    Order.TITLE: "paper.title_key, paper.id",
    Order.RATING: "paper.rating DESC, paper.state_at DESC, paper.id DESC",
    Order.FOUND: f"(SELECT max(day) {_SEARCH}) DESC, (SELECT min(rank) {_SEARCH}), paper.id",
    Order.TRENDING: f"(SELECT day || printf('%020.3f', last_seen) {_TREND}) DESC, "
    f"(SELECT rank {_TREND}), paper.id",
}
"""How the rows of `paper` follow each other."""

_CHOSEN = "paper IN (SELECT id FROM chosen)"
_BESIDE = {
    **dict.fromkeys(
        (
            "authorship",
            "entry",
            "tagging",
            "note",
            "highlight",
            "file",
            "fact",
            "bearing",
            "card",
            "membership",
            "progress",
        ),
        _CHOSEN,
    ),
    "relation": f"({_CHOSEN} OR other IN (SELECT id FROM chosen))",
    "author": "id IN (SELECT author FROM authorship)",
    "trait": "id IN (SELECT trait FROM bearing)",
}
"""The tables that conditions ask, as far as they are about chosen papers."""

HEARD = "source NOT IN (SELECT id FROM source WHERE muted)"
"""Of an entry: whether its source has a say in what the days list."""

_IDS = (
    "coalesce(paper.arxiv, '') || ' ' || coalesce(paper.doi, '') || ' ' || paper.citekey"
    " || ' ' || paper.remark"
)
"""The names of a paper and the remark on it, as the index has them."""

NAMED_SOURCE = "source.id = ? OR source.kind = ? OR stands(source.name, ?, 1)"
"""A source by its id, by its kind, or by words of its name."""

_BEGUN, _FORMS = 1, 2
"""How a last word may be met: as the beginning of one, in another form."""

HIDDEN = (
    "(paper.state = 'dismissed' AND EXISTS (SELECT 1 FROM deed "
    "WHERE deed.paper = paper.id AND action = 'hide' AND standing = 1))"
)
"""Whether a rule has put a paper out of sight, and nobody has taken it up since."""

LOWERED = (
    "EXISTS (SELECT 1 FROM deed WHERE deed.paper = paper.id AND action = 'down' AND standing = 1)"
)
"""Whether a rule wants a paper to stand at the end of its day."""

MUTED = (
    "(paper.state = 'dismissed' AND paper.id IN "
    "(SELECT paper FROM deed WHERE action = 'hide' AND standing = 1))"
)
"""The same, for those who look for just these."""

MUFFLED = (
    "(+paper.state IN ('new', 'dismissed') AND paper.id IN (SELECT heard.paper FROM source "
    "CROSS JOIN entry AS heard ON heard.source = source.id WHERE source.muted AND NOT EXISTS "
    "(SELECT 1 FROM entry AS other JOIN source AS loud ON loud.id = other.source "
    "WHERE other.paper = heard.paper AND NOT loud.muted)"
    + "".join(
        f" AND NOT EXISTS (SELECT 1 FROM {own} AS its WHERE its.paper = heard.paper)"
        for own in ("tagging", "note", "highlight")
    )
    + "))"
)
"""Whether muted sources alone have listed a paper, and nobody has kept it or written to it.

The crossed join keeps SQLite from beginning with the entries, and the plus from
beginning with the states: of a million, all would be read, though nothing is muted.
"""

_UNREAD = (
    "EXISTS (SELECT 1 FROM main.paper AS other INDEXED BY ix_paper_unread"
    " WHERE other.id = paper.id AND other.unread = 1)"
)
"""Whether a paper is unread, by an index of those alone: a row of `paper` is wide."""

_LIKELY = "instr(lower(name), ?) OR name GLOB '*[^A-Za-z .]*'"
"""Whether a name may have a word that begins so: a plain one that has not its letters cannot.

Most are plain, and SQLite sees it of a hundred thousand while Python looks at a few.
"""

_NOTICED = "paper.id IN (SELECT id FROM paper WHERE notice <> '' AND notice = '{}')"

_IS = {
    "unread": _UNREAD,
    "read": f"NOT {_UNREAD}",
    "muted": MUTED,
    "flagged": "paper.id IN (SELECT id FROM paper WHERE flagged = 1)",
    "withdrawn": _NOTICED.format("withdrawn"),
    "retracted": _NOTICED.format("retracted"),
    **PROGRESSED,
}

_IN = {"library": sorted(LIBRARY), "feed": sorted(FEED)}


def where(node: Node, library: sqlite3.Connection | None = None) -> Condition:
    """The papers of a query; of the trash and of the muted ones only those it asks for.

    The `library` tells what smart collections mean.
    """
    sql, values = condition(node if library is None else meant(library, node))
    tests = [f"({sql})"]
    if not asks_for_trash(node):
        tests.append("paper.state <> 'trash'")
    if not asks_for_muted(node):
        tests.append(f"NOT {HIDDEN}")
    if not asks_for_unheard(node):
        tests.append(f"NOT {MUFFLED}")
    return " AND ".join(tests), values


def condition(node: Node) -> Condition:
    """A tree, or a part of one, word for word: the trash is a state like others.

    No condition is ever NULL, so that what is not met is met by its opposite.
    """
    match node:
        case Term():
            return _LEAVES[node.field](node)
        case Not():
            sql, values = condition(node.node)
            return f"NOT {sql}", values
        case And():
            return _joined(" AND ", node.nodes) if node.nodes else EVERYTHING
        case Or():
            return _joined(" OR ", node.nodes)


def among(node: Node, chosen: str) -> str:
    """The statement that finds a query's papers among `chosen` ones, a statement for ids.

    *Why tables in the place of tables:* the conditions are as they are for a list,
    and yet look only at what belongs to the chosen papers, not at a million names.
    """
    sql, _ = condition(node)
    tables = ", ".join(
        f"{name} AS MATERIALIZED (SELECT * FROM main.{name} WHERE {test})"
        for name, test in _BESIDE.items()
    )
    return (
        f"WITH chosen AS MATERIALIZED ({chosen}), {tables},"
        " paper AS (SELECT * FROM main.paper WHERE id IN (SELECT id FROM chosen))"
        f" SELECT paper.id FROM paper WHERE {sql}"
    )


def prepare(
    connection: sqlite3.Connection, kin: Kin | None = None, known: Known = UNKNOWN
) -> sqlite3.Connection:
    """Give a connection the functions that the conditions call, once is enough.

    `kin` knows the forms of a word; without it, a word is found as it stands. What
    is `known` of words needs no look at each paper.
    """

    def stands_(text: str | None, row: str, mode: int) -> bool:
        if text is None or not row:
            return False
        forms = kin if mode & _FORMS else None
        return stands(text, tuple(row.split(" ")), beginning=bool(mode & _BEGUN), kin=forms)

    def named_(name: str, row: str, begun: int) -> bool:
        return named(name, tuple(row.split(" ")), beginning=bool(begun))

    connection.create_function("met", 1, known.met.get, deterministic=True)
    connection.create_function("unjudged", 0, lambda: known.unjudged, deterministic=True)
    connection.create_function("stands", 3, stands_, deterministic=True)
    connection.create_function("named", 3, named_, deterministic=True)
    connection.create_function("folded", 1, fold, deterministic=True)
    return connection


def _joined(operator: str, nodes: tuple[Node, ...]) -> Condition:
    parts = [condition(node) for node in nodes]
    return f"({operator.join(sql for sql, _ in parts)})", [v for _, values in parts for v in values]


def _row(term: Term) -> list[object]:
    """The last two arguments of `stands`: the words, and how they may be met."""
    row = sought(term.value)
    forms = len(row) == 1 and not (term.field or term.phrase or term.prefix)
    return [" ".join(row), _BEGUN * goes_on(term) | _FORMS * forms]


def _anywhere(term: Term) -> Condition:
    author, values = _author(term)
    row = _row(term)
    columns = f"stands(paper.title, ?, ?) OR stands(paper.abstract, ?, ?) OR stands({_IDS}, ?, ?)"
    return f"({columns} OR {author})", [*row, *row, *row, *values]


def _title(term: Term) -> Condition:
    return "stands(paper.title, ?, ?)", _row(term)


def _author(term: Term) -> Condition:
    row = sought(term.value)
    test = "named" if term.field and len(row) > 1 else "stands"
    names = f"SELECT id FROM author WHERE ({_LIKELY}) AND {test}(name, ?, ?)"
    papers = f"SELECT paper FROM authorship WHERE author IN ({names})"
    return f"paper.id IN ({papers})", [row[0][:ALIKE] if row else "", *_row(term)]


def _tag(term: Term) -> Condition:
    test, values = called("folded(name)", term)
    names = f"SELECT id FROM tag WHERE {test}"
    return f"paper.id IN (SELECT paper FROM tagging WHERE tag IN ({names}))", values


def _state(term: Term) -> Condition:
    return called("paper.state", term)


def _in(term: Term) -> Condition:
    names = [name for name in _IN if _means(term, name)]
    states = [state.value for name in names for state in _IN[name]]
    return f"paper.state IN ({', '.join('?' * len(states))})", list(states)


def _has(term: Term) -> Condition:
    return _any([sql for name, sql in HAS.items() if _means(term, name)])


def _is(term: Term) -> Condition:
    return _any([sql for name, sql in _IS.items() if _means(term, name)])


def _any(chosen: list[str]) -> Condition:
    if len(chosen) == 1:
        return chosen[0], []
    return (f"({' OR '.join(chosen)})", []) if chosen else NOTHING


def _kind(term: Term) -> Condition:
    test, values = called("kind", term)
    return f"paper.id IN (SELECT paper FROM entry WHERE kind <> '' AND {test})", values


def _trait(term: Term) -> Condition:
    """Who is behind a paper or brought it, by words of the name."""
    return _bears(term.field, "stands(name, ?, ?)", _row(term))


def _category(term: Term) -> Condition:
    """A subject with all below it: "cs" has "cs.LG"."""
    test, values = called("folded(name)", term)
    below = fold(term.value) + "."
    return _bears(
        "category", f"({test} OR substr(folded(name), 1, ?) = ?)", [*values, len(below), below]
    )


def _bears(kind: str, test: str, values: list[object]) -> Condition:
    traits = f"SELECT id FROM trait WHERE kind = ? AND {test}"
    return f"paper.id IN (SELECT paper FROM bearing WHERE trait IN ({traits}))", [kind, *values]


def _rule(term: Term) -> Condition:
    test, values = called("folded(name)", term)
    rules = f"SELECT id FROM rule WHERE {test}"
    return f"paper.id IN (SELECT paper FROM hit WHERE rule IN ({rules}))", values


def _means(term: Term, name: str) -> bool:
    value = fold(term.value)
    return name.startswith(value) if term.prefix else name == value


def days(term: Term) -> Condition:
    """The days of a term, as a condition on the table `entry`."""
    bounds = comparisons(term.value)
    tests = " AND ".join((HEARD, *(f"day {operator} ?" for operator, _ in bounds)))
    return tests, [value for _, value in bounds]


def _day(term: Term) -> Condition:
    tests, values = days(term)
    return f"paper.id IN (SELECT paper FROM entry WHERE {tests})", values


def _late(term: Term) -> Condition:
    tests, values = days(term)
    return late(tests), [*values, *values]


def source_names(term: Term) -> list[object]:
    """The values for `NAMED_SOURCE`: a number is an id, and no word of names; a phrase is words."""
    plain = term.value.isdecimal() and len(term.value) < 10 and not term.phrase
    if plain:
        return [int(term.value), "", ""]
    return [None, term.value.lower(), " ".join(sought(term.value))]


def _source(term: Term) -> Condition:
    ids = f"SELECT id FROM source WHERE {NAMED_SOURCE}"
    return f"paper.id IN (SELECT paper FROM entry WHERE source IN ({ids}))", source_names(term)


_LEAVES: dict[str, Callable[[Term], Condition]] = {
    "": worded(_anywhere),
    "author": _author,
    "title": worded(_title),
    "tag": _tag,
    "state": _state,
    "in": _in,
    "has": _has,
    "day": _day,
    "late": _late,
    "added": bounded.added,
    "year": bounded.year,
    "version": bounded.version,
    "rating": bounded.rating,
    "read": share,
    "source": _source,
    "is": _is,
    "kind": _kind,
    "org": _trait,
    "submitter": _trait,
    "category": _category,
    "rule": _rule,
    "collection": collected,
    "directly": collected,
    "related": related,
    **dict.fromkeys(COUNTS, bounded.count),
    "dataset": bounded.dataset,
    **dict.fromkeys(AMOUNTS, bounded.amount),
}
