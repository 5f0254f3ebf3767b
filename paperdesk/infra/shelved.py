"""Which papers stand in a collection, as a condition, and what a smart one means.

A collection is named by its number (collection:12), by its name or by the end of
its path (collection:"Topic / Sub"), upper and lower case alike.
"""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, replace

from paperdesk.domain.query import And, Node, Not, Or, Term, parse, spelt, terms
from paperdesk.domain.words import fold
from paperdesk.infra.bounded import NOTHING, Condition

Paths = dict[int, tuple[str, ...]]
"""The names of each collection's path, from the top down, by its number."""

_FIELDS = frozenset({"collection", "directly"})
_DEEPEST = 20
_KEPT = Term("library", "in")


@dataclass(frozen=True, slots=True)
class _Named:
    """What a term says of a collection: its number, or the names at the end of its path."""

    number: int | None
    names: tuple[str, ...]
    begun: bool

    def fits(self, number: int, path: tuple[str, ...]) -> bool:
        """Whether a collection is meant."""
        if self.number is not None:
            return number == self.number
        if not self.names or len(path) < len(self.names):
            return False
        *above, last = path[-len(self.names) :]
        same = last.startswith(self.names[-1]) if self.begun else last == self.names[-1]
        return same and tuple(above) == self.names[:-1]


def collected(term: Term) -> Condition:
    """The papers that were put into a collection or, by `collection:`, into one within it."""
    named = _named(term)
    if named.number is not None:
        ids, values = "SELECT id FROM collection WHERE id = ?", list[object]([named.number])
    elif named.names and len(named.names) <= _DEEPEST:
        ids, values = _path(named)
    else:
        return NOTHING
    if term.field == "collection":
        ids = (
            f"WITH RECURSIVE below (id) AS ({ids} UNION SELECT collection.id FROM collection"
            " JOIN below ON collection.parent = below.id) SELECT id FROM below"
        )
    return f"paper.id IN (SELECT paper FROM membership WHERE collection IN ({ids}))", values


def meant(connection: sqlite3.Connection, node: Node) -> Node:
    """A tree with the queries of the smart collections that it names.

    One that asks for itself, by whatever detour, finds nothing by that.
    """
    if not _asks(node):
        return node
    rows = connection.execute("SELECT id, parent, name, query FROM collection").fetchall()
    smart = {row[0]: row[3] for row in rows if row[3]}
    if not smart:
        return node
    above = {row[0]: (row[1], fold(row[2])) for row in rows}
    return _Meaning(smart, {number: _path_of(above, number) for number in smart}).of(node)


def loops(connection: sqlite3.Connection, query: str, number: int) -> bool:
    """Whether a smart collection with this query would ask for itself."""
    rows = connection.execute("SELECT id, parent, name, query FROM collection").fetchall()
    above = {row[0]: (row[1], fold(row[2])) for row in rows}
    queries = {row[0]: row[3] for row in rows if row[3]}
    paths = {one: _path_of(above, one) for one in {*queries, number}}
    seen: set[int] = set()
    waiting = [query]
    while waiting:
        for term in _asked(parse(waiting.pop())):
            named = _named(term)
            for one in [one for one, path in paths.items() if named.fits(one, path)]:
                if one == number:
                    return True
                if one not in seen:
                    seen.add(one)
                    waiting.append(queries.get(one, ""))
    return False


def followed(query: str, before: Paths, after: Paths) -> str:
    """A query that still names the collections that it named, where these stand now."""
    tree = parse(query)
    now = _follow(tree, before, after)
    return query if now == tree else spelt(now)


def _follow(node: Node, before: Paths, after: Paths) -> Node:
    match node:
        case Term() if node.field in _FIELDS:
            named = _named(node)
            were = [one for one, path in before.items() if named.fits(one, _folded(path))]
            are = [one for one, path in after.items() if named.fits(one, _folded(path))]
            if were == are or not were:
                return node
            terms_ = [replace(node, value=" / ".join(after[one]), phrase=True) for one in were]
            return terms_[0] if len(terms_) == 1 else Or(tuple(terms_))
        case Term():
            return node
        case Not():
            return Not(_follow(node.node, before, after))
        case And():
            return And(tuple(_follow(one, before, after) for one in node.nodes))
        case Or():
            return Or(tuple(_follow(one, before, after) for one in node.nodes))


def _folded(path: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(fold, path))


class _Meaning:
    """Puts queries in the place of the collections that have them."""

    def __init__(self, smart: dict[int, str], paths: dict[int, tuple[str, ...]]) -> None:
        self._smart = smart
        self._paths = paths

    def of(self, node: Node, within: frozenset[int] = frozenset()) -> Node:
        """What a tree means, within some collections that are being looked up."""
        match node:
            case Term() if node.field in _FIELDS:
                return self._term(node, within)
            case Term():
                return node
            case Not():
                return Not(self.of(node.node, within))
            case And():
                return And(tuple(self.of(one, within) for one in node.nodes))
            case Or():
                return Or(tuple(self.of(one, within) for one in node.nodes))

    def _term(self, term: Term, within: frozenset[int]) -> Node:
        named = _named(term)
        wanted = [one for one, path in self._paths.items() if named.fits(one, path)]
        trees = [
            And((_KEPT, self.of(parse(self._smart[one]), within | {one})))
            for one in wanted
            if one not in within
        ]
        return Or((term, *trees)) if trees else term


def _asks(node: Node) -> bool:
    return any(True for _ in _asked(node))


def _asked(node: Node) -> Iterator[Term]:
    every = (*terms(node), *terms(node, wanted=False))
    return (term for term in every if term.field in _FIELDS)


def _named(term: Term) -> _Named:
    """A number is a number, and no name; in quotes it is a name."""
    if term.value.isdecimal() and len(term.value) < 10 and not term.phrase:
        return _Named(int(term.value), (), begun=False)
    names = tuple(" ".join(fold(one).split()) for one in term.value.split("/"))
    return _Named(None, tuple(filter(None, names)), begun=term.prefix)


def _path(named: _Named) -> Condition:
    """The collections at the end of such a path: each name within the one before."""
    ids, values = "", list[object]()
    for name in named.names[:-1]:
        within = f" AND parent IN ({ids})" if ids else ""
        ids, values = f"SELECT id FROM collection WHERE folded(name) = ?{within}", [name, *values]
    within = f" AND parent IN ({ids})" if ids else ""
    last = named.names[-1]
    test, mine = "folded(name) = ?", list[object]([last])
    if named.begun:
        test, mine = "substr(folded(name), 1, ?) = ?", [len(last), last]
    return f"SELECT id FROM collection WHERE {test}{within}", [*mine, *values]


def _path_of(above: dict[int, tuple[int | None, str]], number: int) -> tuple[str, ...]:
    path: list[str] = []
    at: int | None = number
    while at is not None and at in above and len(path) <= _DEEPEST:
        at, name = above[at]
        path.append(name)
    return tuple(reversed(path))
