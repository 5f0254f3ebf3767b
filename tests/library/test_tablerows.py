"""Rows of any table, read as an action goes on."""

from paperdesk.infra.database import Database
from paperdesk.infra.journal import Edit
from paperdesk.library.tablerows import key_of, rest_of, rows
from tests.library.rows import Rows


def test_rows_are_found_by_their_values_in_the_order_of_their_keys(database: Database) -> None:
    with database.write() as connection:
        for name in ("b", "a"):
            Rows(connection)("tag", name=name)
        found = rows(Edit(connection), "tag", colour="")
        assert [row["name"] for row in found] == ["b", "a"]
        assert rows(Edit(connection), "tag", name="c") == []


def test_a_row_is_its_key_and_the_rest() -> None:
    row = {"paper": 1, "tag": 2}
    assert (key_of("tagging", row), rest_of("tagging", row)) == (row, {})
    place = {"paper": 1, "page": 3}
    assert (key_of("place", place), rest_of("place", place)) == ({"paper": 1}, {"page": 3})
