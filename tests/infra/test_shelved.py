"""What a term says of collections, and what smart ones mean."""

import sqlite3

import pytest

from paperdesk.domain.query import And, Or, Term, parse, spelt
from paperdesk.infra.database import Database
from paperdesk.infra.shelved import followed, loops, meant


@pytest.fixture
def library(database: Database) -> sqlite3.Connection:
    rows = ((1, None, "Topic", ""), (2, 1, "Sub", ""), (3, None, "Smart", "tag:rl"))
    with database.write() as connection:
        for row in (*rows, (4, None, "Round", "collection:About"), (5, None, "About", "x")):
            connection.exec_driver_sql("INSERT INTO collection VALUES (?, ?, ?, ?, 1, 0)", row)
    return database.read()


def test_what_names_no_smart_collection_stays_as_it_is(library: sqlite3.Connection) -> None:
    for query in ("", "cat", "collection:topic -directly:1"):
        assert meant(library, parse(query)) == parse(query)


def test_a_smart_collection_means_what_of_its_query_was_kept(library: sqlite3.Connection) -> None:
    term, kept = Term("smart", "collection"), Term("library", "in")
    assert meant(library, term) == Or((term, And((kept, Term("rl", "tag")))))


@pytest.mark.parametrize(
    ("query", "itself"),
    [
        ("collection:about", True),
        ("cat OR -collection:5", True),
        ("collection:round", True),
        ("collection:topic collection:smart", False),
        ('collection:"5"', False),
    ],
)
def test_it_is_seen_whether_one_would_ask_for_itself(
    library: sqlite3.Connection, query: str, itself: bool
) -> None:
    assert loops(library, query, 5) is itself


@pytest.mark.parametrize(
    ("query", "now"),
    [
        ("collection:topic", 'collection:"Theme"'),
        ('-collection:"topic / sub" cat', '-collection:"Theme / Sub" cat'),
        ("directly:sub", "directly:sub"),
        ("collection:1", "collection:1"),
        ("collection:other  OR cat", "collection:other  OR cat"),
    ],
)
def test_a_query_follows_what_it_names(query: str, now: str) -> None:
    before = {1: ("Topic",), 2: ("Topic", "Sub")}
    after = {1: ("Theme",), 2: ("Theme", "Sub")}
    assert followed(query, before, after) == now
    assert spelt(parse(now)) == now or now == query
