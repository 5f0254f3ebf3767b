"""A list as one statement: which papers of a query there are, in which order.

*Why not leave it to SQLite:* it does not know how many papers a condition finds.
Few of them are found first and then sorted; of many, the order is walked along
its index, and each is asked whether it belongs. The tally knows how many.
"""

import re
import sqlite3
from array import array
from zlib import crc32

from paperdesk.domain.query import TEXT_FIELDS, And, Node, Or, Term, comparisons, parse
from paperdesk.domain.shelf import Order, Shelf
from paperdesk.domain.words import fold
from paperdesk.infra import where
from paperdesk.infra.known import asked_as
from paperdesk.infra.shelved import meant

FEW = 20_000
"""Papers that are found and sorted in 50 ms; to walk a million for them takes thrice that."""

_PIECE = 32_768
"""Letters that are made numbers in one go: a millisecond."""

_INDEX = {
    Order.RANK: "ix_paper_day",
    Order.ADDED: "ix_paper_recent",
    Order.PUBLISHED: "ix_paper_published",
    Order.UPVOTES: "ix_paper_upvotes",
    Order.RISING: "ix_paper_day",
    Order.TITLE: "ix_paper_title_key",
    Order.RATING: "ix_paper_recent",
    Order.RANDOM: "ix_paper_recent",
    Order.FOUND: "ix_paper_recent",
    Order.NAMED: "ix_paper_recent",
    Order.TRENDING: "ix_paper_recent",
}
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MOST = 2**31 - 1
"""A prime, below which a random order puts all papers."""

_BASKETS, _STEP, _FIRST = 1024, 633, 16
"""A random order goes basket by basket; a paper is some baskets (a golden section of all)
from the next, and a first screen is looked for in the first few."""


def listing(
    connection: sqlite3.Connection, shelf: Shelf, limit: int | None = None
) -> where.Condition:
    """The statement that tells the ids of a shelf, in its order."""
    hint = "" if few(connection, shelf) else f"INDEXED BY {_INDEX[shelf.order]}"
    text, values = found(connection, shelf, f"paper {hint}")
    return _ordered(shelf, text, values, limit)


def by_keys(
    connection: sqlite3.Connection, shelf: Shelf, keys: where.Condition, limit: int | None = None
) -> where.Condition:
    """The statement that tells the ids of a shelf by keys (what ORDER BY takes), then in order."""
    text, values = found(connection, shelf, "paper NOT INDEXED")
    by, operands = keys
    order, more = _order(shelf, parse(shelf.query))
    text, values = f"{text} ORDER BY {by}, {order}", [*values, *operands, *more]
    return (text, values) if limit is None else (f"{text} LIMIT ?", [*values, limit])


def at_random(connection: sqlite3.Connection, shelf: Shelf, limit: int) -> where.Condition:
    """The statement that tells the first ids of a large shelf at random, or fewer.

    *Why not all, sorted:* to number a million takes longer than to look at each.
    """
    text, values = found(connection, shelf, f"paper INDEXED BY {_INDEX[Order.RANDOM]}")
    basket, seed = _basket(shelf)
    return _ordered(shelf, f"{text} AND {basket} < {_FIRST}", [*values, seed], limit)


def _ordered(shelf: Shelf, text: str, values: list[object], limit: int | None) -> where.Condition:
    order, operands = _order(shelf, parse(shelf.query))
    text, values = f"{text} ORDER BY {order}", [*values, *operands]
    return (text, values) if limit is None else (f"{text} LIMIT ?", [*values, limit])


def found(connection: sqlite3.Connection, shelf: Shelf, tables: str) -> where.Condition:
    """The statement that tells the ids of a shelf in no order, out of `paper` and others."""
    sql, values = where.where(parse(shelf.query), connection)
    return f"SELECT paper.id FROM {tables} WHERE {sql}", values


def numbers(connection: sqlite3.Connection, statement: where.Condition) -> "array[int]":
    """The numbers that a statement tells.

    *Why one text of them all:* SQLite lets the other threads go on while it makes
    it, and it is there in half the time that a row each would take.
    """
    text, values = statement
    (told,) = connection.execute(f"SELECT group_concat(id) FROM ({text})", values).fetchone()
    return _numbers(told or "")


def _numbers(text: str) -> "array[int]":
    """Numbers that commas part, in pieces: nobody else gets a turn within one."""
    found = array("q")
    start = 0
    while start < len(text):
        end = text.find(",", start + _PIECE)
        piece = text[start:] if end < 0 else text[start:end]
        found.extend(map(int, piece.split(",")))
        start += len(piece) + 1
    return found


def counting(connection: sqlite3.Connection, shelf: Shelf) -> where.Condition:
    """The statement that counts a shelf: a state, whether unread, and how many."""
    sql, values = where.where(parse(shelf.query), connection)
    hint = "" if few(connection, shelf) else "INDEXED BY ix_paper_state"
    text = f"SELECT state, unread, count(*) FROM paper {hint} WHERE {sql} GROUP BY state, unread"
    return text, values


def at_most(connection: sqlite3.Connection, node: Node) -> int | None:
    """How many papers a query may find outside the trash; None where nobody counted."""
    match node:
        case And():
            parts = [at_most(connection, one) for one in node.nodes]
            return min((one for one in parts if one is not None), default=None)
        case Or():
            parts = [at_most(connection, one) for one in node.nodes]
            known = [one for one in parts if one is not None]
            return sum(known) if len(known) == len(parts) else None
        case Term() if not node.prefix and node.field in _COUNTS:
            return _counted(connection, node)
        case Term() if node.field in TEXT_FIELDS:
            return _met(connection, node)
        case Term():
            return _listed(connection, node)
        case _:
            return None


def _met(connection: sqlite3.Connection, term: Term) -> int | None:
    """How many papers may have a word, where the index has told."""
    sql = "SELECT json_array_length(met(?)) + json_array_length(unjudged())"
    papers = connection.execute(sql, (asked_as(term),)).fetchone()[0]
    return None if papers is None else int(papers)


def _listed(connection: sqlite3.Connection, term: Term) -> int | None:
    """How many papers a condition lists, if that is all it does and they are few."""
    sql, values = where.condition(meant(connection, term))
    if not sql.startswith(_LIST):
        return None
    papers = f"SELECT 1 FROM {sql.removeprefix(_LIST)} LIMIT {FEW + 1}"
    listed = int(connection.execute(f"SELECT count(*) FROM ({papers})", values).fetchone()[0])
    return listed if listed <= FEW else None


def few(connection: sqlite3.Connection, shelf: Shelf) -> bool:
    """Whether a shelf has so few papers that they are better found first and then sorted."""
    most = at_most(connection, parse(shelf.query))
    return most is not None and most <= FEW


def _order(shelf: Shelf, tree: Node) -> where.Condition:
    """What the rows are sorted by; those of one day stand as they did on it."""
    if shelf.order is Order.RANDOM:
        # A cube scatters: whoever came one after the other stands far apart. Nothing here
        # outgrows 64 bits, beyond which SQLite would count in fractions.
        basket, seed = _basket(shelf)
        cube = f"(paper.id + ?) * (paper.id + ?) % {_MOST} * (paper.id + ?) % {_MOST}"
        return f"{basket}, {cube}, paper.id", [seed, seed, seed, seed]
    if shelf.order is Order.NAMED:
        return "instr(?, '\"' || paper.citekey || '\"'), paper.id", [shelf.query]
    ranked = shelf.order in (Order.RANK, Order.RISING)
    day = _single_day(tree) if ranked else None
    if day is None:
        return where.ORDER[shelf.order], []
    stood = f"entry.paper = paper.id AND entry.day = ? AND {where.HEARD}"
    rank = f"SELECT min(rank) FROM entry WHERE {stood}"
    return f"{where.LOWERED}, ({rank}), paper.id", [day]


def _basket(shelf: Shelf) -> tuple[str, int]:
    """The basket of a paper, with one number to fill in: that, which differs from list to list."""
    seed = crc32(shelf.query.encode()) >> 2
    return f"((paper.id + ?) * {_STEP} & {_BASKETS - 1})", seed


def _single_day(tree: Node) -> str | None:
    """The one day that all papers of a query were listed on, if it asks for one."""
    parts = tree.nodes if isinstance(tree, And) else (tree,)
    days = [one.value for one in parts if isinstance(one, Term) and one.field == "day"]
    return days[0] if len(days) == 1 and _DAY.fullmatch(days[0]) else None


_LIST = "paper.id IN "
_COUNTS = {
    "state": "SELECT sum(papers) FROM tally WHERE kind = 'state' AND key = ?",
    "tag": "SELECT sum(papers) FROM tally JOIN tag ON tag.id = tally.key "
    "WHERE kind = 'tag' AND folded(name) = ?",
    "rule": "SELECT sum(papers) FROM tally JOIN rule ON rule.id = tally.key "
    "WHERE kind = 'rule' AND folded(name) = ?",
    "source": "SELECT sum(papers) FROM tally JOIN source ON source.id = tally.key "
    f"WHERE tally.kind = 'source' AND ({where.NAMED_SOURCE})",
    "day": "SELECT sum(papers) FROM tally WHERE kind = 'day'",
}


def _counted(connection: sqlite3.Connection, term: Term) -> int:
    sql = _COUNTS[term.field]
    values: list[object] = [fold(term.value)]
    if term.field == "source":
        values = where.source_names(term)
    elif term.field == "day":
        bounds = comparisons(term.value)
        sql += "".join(f" AND key {sign} ?" for sign, _ in bounds)
        values = [operand for _, operand in bounds]
    return int(connection.execute(sql, values).fetchone()[0] or 0)
