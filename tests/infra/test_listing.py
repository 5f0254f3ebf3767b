"""A list is the same however it is found: few papers sorted, or an order walked."""

import sqlite3
from itertools import pairwise

import pytest

from paperdesk.domain.query import parse
from paperdesk.domain.shelf import Order, Shelf
from paperdesk.infra import listing as module
from paperdesk.infra import where
from paperdesk.infra.database import Database
from paperdesk.infra.listing import at_most, listing

PAPER = (
    "INSERT INTO paper (id, title, title_key, first_key, abstract, version, citekey, state,"
    " state_at, unread, added_at, published, upvotes)"
    " VALUES (?, '', ?, '', '', 0, ?, ?, ?, 1, 0, ?, ?)"
)
ENTRY = (
    "INSERT INTO entry (source, day, paper, key, rank, first_seen, last_seen, extra)"
    " VALUES (1, ?, ?, '', ?, 0, 0, '')"
)


@pytest.fixture
def library(database: Database) -> sqlite3.Connection:
    """Forty papers in three states, on four days, the even ones tagged."""
    with database.write() as connection:
        connection.exec_driver_sql("INSERT INTO tag (id, name) VALUES (1, 'rl')")
        for number in range(1, 41):
            state = ("new", "inbox", "trash")[number % 3]
            key, upvotes = str(number * 7 % 40).zfill(2), number % 5 or None
            published = f"2026-05-{number % 28 + 1:02}"
            row = (number, key, str(number), state, number % 9, published, upvotes)
            connection.exec_driver_sql(PAPER, row)
            connection.exec_driver_sql(ENTRY, (f"2026-05-0{number % 4 + 1}", number, number))
            if number % 2 == 0:
                connection.exec_driver_sql("INSERT INTO tagging VALUES (?, 1)", (number,))
    return where.prepare(database.read())


def found(
    library: sqlite3.Connection, query: str, order: Order, limit: int | None = None
) -> list[int]:
    sql, values = listing(library, Shelf("", query, order), limit)
    return [row[0] for row in library.execute(sql, values)]


@pytest.mark.parametrize("order", Order)
@pytest.mark.parametrize(
    "query", ["-state:trash", "state:new", "tag:rl", "day:2026-05", "source:1 -tag:rl"]
)
def test_both_ways_tell_the_same(
    library: sqlite3.Connection, query: str, order: Order, monkeypatch: pytest.MonkeyPatch
) -> None:
    sorted_ = found(library, query, order)
    monkeypatch.setattr(module, "FEW", 0)
    sql, _ = listing(library, Shelf("", query, order))
    assert "INDEXED BY" in sql
    assert found(library, query, order) == sorted_ != []
    assert found(library, query, order, 5) == sorted_[:5]


@pytest.mark.parametrize(
    ("query", "most"),
    [
        ("state:new", 13),
        ("state:new OR state:trash", 26),
        ("tag:rl state:inbox", 13),
        ("tag:RL", 13),
        ("tag:none", 0),
        ("source:hugging", 27),
        ("day:2026-05-01", 7),
        ("day:2026-05-02..2026-05-03", 13),
        ("-state:new", None),
        ("author:ada", None),
        ("author:ada OR state:new", None),
        ("author:ada state:new", 13),
        ("upvotes:4", 8),
        ("upvotes:4 day:2026-05-01", 7),
        ("-upvotes:4", None),
        ("has:code", 0),
        ("is:unread", None),
    ],
)
def test_the_tally_tells_how_many_there_may_be(
    library: sqlite3.Connection, query: str, most: int | None
) -> None:
    assert at_most(library, parse(query)) == most


def test_papers_of_a_day_stand_as_on_that_day_also_where_they_came_again(
    database: Database, library: sqlite3.Connection
) -> None:
    before = found(library, "day:2026-05-01", Order.RANK)
    with database.write() as connection:
        connection.exec_driver_sql(ENTRY, ("2026-05-20", before[-1], 1))
    assert found(library, "day:2026-05-01", Order.RANK) == before
    assert found(library, "day:2026-05", Order.RANK)[0] == before[-1]


def test_chance_is_another_on_each_shelf_and_the_same_when_one_comes_back(
    library: sqlite3.Connection,
) -> None:
    shuffled = found(library, "day:2026-05", Order.RANDOM)
    assert found(library, "day:2026-05", Order.RANDOM) == shuffled != sorted(shuffled)
    assert found(library, "-state:trash", Order.RANDOM) != shuffled
    rises = sum(later > earlier for earlier, later in pairwise(shuffled)) / len(shuffled)
    assert 0.25 < rises < 0.75


def test_what_a_condition_lists_is_counted_up_to_what_is_few(
    library: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "FEW", 7)
    assert at_most(library, parse("upvotes:4")) is None
