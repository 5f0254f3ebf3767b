import sqlite3
from datetime import UTC, datetime, timedelta

import pytest

from paperdesk.domain.query import Term, comparisons
from paperdesk.infra import bounded

FIRST = datetime(2023, 12, 25, tzinfo=UTC)
_HOLDS = {
    "<": lambda day, operand: day < operand,
    ">": lambda day, operand: day > operand,
    "<=": lambda day, operand: day <= operand,
    ">=": lambda day, operand: day >= operand,
}


@pytest.fixture
def library() -> sqlite3.Connection:
    """A paper every seven hours over three months."""
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE paper (id INTEGER PRIMARY KEY, added_at REAL)")
    moments = [FIRST + timedelta(hours=7 * number) for number in range(300)]
    connection.executemany(
        "INSERT INTO paper (added_at) VALUES (?)", [(one.timestamp(),) for one in moments]
    )
    return connection


@pytest.mark.parametrize(
    "asked",
    [
        *("2024-01-01", "2024-01", "2024", "20", "<2024-02", ">2024-02", "<=2024-02", ">=2024-02"),
        *("2024-01..2024-02", "2024-01-10..", "..2024-01-10", ">2024-02-30", "<2024-02-30"),
        *("soon", ">9999-12-31", "<0001", ".."),
    ],
)
def test_days_are_compared_as_they_are_written(library: sqlite3.Connection, asked: str) -> None:
    sql, values = bounded.added(Term(asked, "added"))
    found = {row[0] for row in library.execute(f"SELECT id FROM paper WHERE {sql}", values)}
    rows = library.execute("SELECT id, date(added_at, 'unixepoch') FROM paper")
    assert found == {
        number
        for number, day in rows
        if all(_HOLDS[sign](day, operand) for sign, operand in comparisons(asked))
    }
