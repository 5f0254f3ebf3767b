"""How notes stand in the library."""

import json
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from paperdesk.domain.note import Anchor, Colour, Highlight, HighlightId
from paperdesk.domain.paper import PaperId
from paperdesk.notes import store

MADE = Highlight(
    HighlightId("habc"),
    PaperId(1),
    Anchor(
        2, ((1.5, 2.0, 30.25, 12.0), (1.0, 14.0, 9.0, 24.0)), "text", "before ", " after", "iii"
    ),
    Colour.BLUE,
    datetime(2026, 3, 12, 8, 30, tzinfo=UTC),
    "mine",
    tags=("a claim", "B"),
    rest=(Anchor(3, ((1.0, 2.0, 3.0, 4.0),), "more", label="iv"),),
)


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    """A table of highlights such as other programs may read it."""
    connection = sqlite3.connect(":memory:")
    connection.row_factory = sqlite3.Row
    columns = ", ".join(["id", *store.highlight_row(MADE)])
    connection.execute(f"CREATE TABLE highlight ({columns})")
    connection.execute("CREATE TABLE tag (id, name)")
    connection.execute("CREATE TABLE highlight_tag (highlight, tag)")
    yield connection
    connection.close()


def put(connection: sqlite3.Connection, **changed: object) -> None:
    row = {"id": MADE.id, **store.highlight_row(MADE), **changed}
    marks = ", ".join("?" * len(row))
    connection.execute(f"INSERT INTO highlight VALUES ({marks})", tuple(row.values()))
    connection.executemany(
        "INSERT INTO tag (id, name) VALUES (?, ?)", enumerate(("B", "a claim", "c"))
    )
    connection.execute("INSERT INTO highlight_tag VALUES (?, 0), (?, 1)", (MADE.id, MADE.id))


def test_a_highlight_comes_out_of_its_row_as_it_went_in(connection: sqlite3.Connection) -> None:
    put(connection)
    assert store.highlight(connection, MADE.id) == MADE
    assert store.highlights(connection, MADE.paper) == [MADE]


def test_quads_are_json_that_others_can_read() -> None:
    assert json.loads(store.highlight_row(MADE)["quads"]) == [
        [1.5, 2.0, 30.25, 12.0],
        [1.0, 14.0, 9.0, 24.0],
    ]


def test_what_is_in_the_trash_is_not_shown(connection: sqlite3.Connection) -> None:
    put(connection, trashed=1.0)
    assert store.highlight(connection, MADE.id) is None
    assert store.highlights(connection, MADE.paper) == []
