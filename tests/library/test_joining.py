"""What a paper can have once only is made of what several had."""

from typing import Any

import pytest

from paperdesk.domain.paper import Found
from paperdesk.infra.database import Database
from paperdesk.infra.journal import Edit
from paperdesk.library import joining
from paperdesk.library.tablerows import rows
from tests.library.conftest import Shelves
from tests.library.rows import Rows

Row = dict[str, Any]


@pytest.fixture(autouse=True)
def papers(library: Shelves) -> None:
    assert library.put(Found("One"), Found("Two")) == (1, 2)


def joined(database: Database, table: str, mine: Row, theirs: Row) -> list[Row]:
    """The rows of the first paper, once it took what the second had."""
    with database.write() as connection:
        add = Rows(connection)
        add(table, paper=1, **mine)
        add(table, paper=2, **theirs)
        joining.join(Edit(connection), 1, 2)
        assert rows(Edit(connection), table, paper=2) == []
        return rows(Edit(connection), table, paper=1)


def test_a_note_that_is_part_of_a_word_of_the_other_is_kept(database: Database) -> None:
    one = {"text": "Read it yesterday.", "updated": 1.0}
    (row,) = joined(database, "note", one, {**one, "text": "yes"})
    assert row["text"] == "Read it yesterday.\n\nyes"


def test_a_note_that_the_other_has_too_is_not_written_twice(database: Database) -> None:
    one = {"text": "Same thought.\n", "updated": 1.0}
    (row,) = joined(database, "note", one, {**one, "text": "Same thought."})
    assert row["text"] == "Same thought.\n"


def test_reading_time_is_added_up(database: Database) -> None:
    one = {"day": "2024-01-01", "section": "", "seconds": 2.0, "words": 3}
    (row,) = joined(database, "focus", one, {**one, "seconds": 5.0})
    assert (row["seconds"], row["words"]) == (7.0, 6)


def test_the_later_place_stays(database: Database) -> None:
    one = {"page": 2, "top": 0.0, "left": 0.0, "zoom": 1.0, "at": 5.0}
    (row,) = joined(database, "place", one, {**one, "page": 9, "at": 6.0})
    assert row["page"] == 9


def test_who_read_further_and_who_said_something_count(database: Database) -> None:
    (row,) = joined(
        database,
        "progress",
        {"at": 2.0, "furthest": 3, "pages": 9},
        {"at": 1.0, "furthest": 7, "pages": 8, "status": "read"},
    )
    assert (row["furthest"], row["pages"], row["status"]) == (7, 8, "read")


def test_a_letter_that_is_taken_becomes_the_next(database: Database) -> None:
    one = {"name": "a", "page": 1, "top": 0.0, "at": 1.0}
    found = joined(database, "letter", {**one, "scope": 1}, {**one, "scope": 2, "page": 4})
    assert [(row["name"], row["page"]) for row in found] == [("a", 1), ("b", 4)]


def test_a_card_is_filled_in(database: Database) -> None:
    (row,) = joined(database, "card", {"organisation": "Us"}, {"organisation": "B", "models": 4})
    assert (row["organisation"], row["models"]) == ("Us", 4)
