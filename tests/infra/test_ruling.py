"""What the triggers write down to be judged, and what sources tell by name."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from paperdesk.infra.database import Database

_PAPER = (
    "INSERT INTO paper (id, title, title_key, first_key, abstract, version, citekey, state,"
    " state_at, unread, added_at) VALUES ({0}, 't', 't', '', '', 0, 'k{0}', 'new', 0, 1, 0)"
)
_RULE = "INSERT INTO rule (id, name, query, created, position) VALUES (1, 'r', 'q', 0, 0)"
_ENTRY = (
    "INSERT INTO entry (source, day, paper, key, rank, first_seen, last_seen, submitter, extra)"
    " VALUES (1, '2026-05-01', 5, '', 1, 0, 0, ?, ?)"
)


@pytest.fixture
def library(database: Database, tmp_path: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(next(tmp_path.rglob("library.db")), isolation_level=None)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(_PAPER.format(5))
    yield connection
    connection.close()


def waiting(library: sqlite3.Connection) -> list[tuple[int, int]]:
    """The papers that wait to be judged since the last look, and whether for words (0)."""
    rows = library.execute("SELECT DISTINCT paper, circumstance FROM unjudged").fetchall()
    library.execute("DELETE FROM unjudged")
    return rows


def test_where_there_are_no_rules_nothing_waits(library: sqlite3.Connection) -> None:
    assert waiting(library) == []


@pytest.mark.parametrize(
    ("sql", "circumstance"),
    [
        ("UPDATE paper SET title = 'other'", 0),
        ("UPDATE paper SET upvotes = 7", 0),
        ("UPDATE paper SET state = 'inbox'", 1),
        ("UPDATE paper SET unread = 0", 1),
        ("INSERT INTO note VALUES (5, 'n', 0)", 1),
        ("INSERT INTO tag (id, name) VALUES (1, 'a'); INSERT INTO tagging VALUES (5, 1)", 1),
        ("INSERT INTO fact VALUES (5, 'bits', 'title', 0, 1, 4, '4', '')", 0),
    ],
)
def test_what_changes_about_a_paper_is_to_be_judged(
    library: sqlite3.Connection, sql: str, circumstance: int
) -> None:
    library.execute(_RULE)
    library.executescript(sql)
    assert waiting(library) == [(5, circumstance)]


def test_what_stays_as_it_was_is_not_judged(library: sqlite3.Connection) -> None:
    library.execute(_RULE)
    library.execute("UPDATE paper SET title = title, state = state, state_at = 7")
    assert waiting(library) == []


def test_a_source_that_notifies_is_enough_to_look_at_what_comes(
    library: sqlite3.Connection,
) -> None:
    library.execute("UPDATE source SET notify = 1")
    library.execute(_PAPER.format(6))
    assert waiting(library) == [(6, 0)]


@pytest.mark.parametrize(
    "sql", ["UPDATE rule SET query = 'other'", "UPDATE rule SET enabled = 1 WHERE enabled = 0"]
)
def test_a_rule_that_means_something_else_begins_anew(
    library: sqlite3.Connection, sql: str
) -> None:
    library.execute(_RULE)
    library.execute("UPDATE rule SET filled = 0, enabled = 0")
    library.execute("INSERT INTO hit VALUES (1, 5, 0, 0)")
    library.execute(sql)
    assert library.execute("SELECT filled FROM rule").fetchall() == [(None,)]
    assert library.execute("SELECT * FROM hit").fetchall() == []


def test_what_sources_tell_by_name_is_kept(library: sqlite3.Connection) -> None:
    extra = '{"organization": {"name": "lab", "fullname": "A Lab"}, "categories": ["cs.LG", 7]}'
    library.execute(_ENTRY, ("Ann", extra))
    rows = library.execute(
        "SELECT kind, name FROM trait JOIN bearing ON trait = id WHERE paper = 5 ORDER BY kind"
    ).fetchall()
    assert rows == [("category", "cs.LG"), ("org", "A Lab"), ("submitter", "Ann")]
