"""Rows that are read together are the rows that are read one by one."""

import sqlite3
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperdesk.infra.together import rounded, together

Row = tuple[int, str | None, float]
ROWS = st.lists(
    st.tuples(
        st.integers(-(2**60), 2**60),
        st.none() | st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])),
        st.integers(0, 10**12).map(lambda number: number / 1000),
    )
)


@pytest.fixture(scope="module")
def connection() -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE one (number INTEGER, words TEXT, at REAL)")
    yield connection
    connection.close()


@given(rows=ROWS)
def test_rows_are_the_same_and_in_the_same_order(
    connection: sqlite3.Connection, rows: list[Row]
) -> None:
    connection.execute("DELETE FROM one")
    connection.executemany("INSERT INTO one VALUES (?, ?, ?)", rows)
    for order in ("words DESC, rowid", "at, rowid", "number DESC, rowid"):
        sql = f"SELECT words, number, at FROM one WHERE number > ? ORDER BY {order}"
        found = together(connection, sql, (-5,), 3)
        assert list(map(tuple, found)) == connection.execute(sql, (-5,)).fetchall()


def test_a_joined_question_keeps_its_order(connection: sqlite3.Connection) -> None:
    connection.execute("DELETE FROM one")
    rows = [(number * 7 % 10, str(number), 0.0) for number in range(10)]
    connection.executemany("INSERT INTO one VALUES (?, ?, ?)", rows)
    sql = "SELECT a.words FROM one AS a JOIN one AS b ON a.number = b.number ORDER BY a.number DESC"
    assert together(connection, sql, (), 1) == [
        [row[1]] for row in sorted(rows, key=lambda row: -row[0])
    ]


def test_no_rows_are_none(connection: sqlite3.Connection) -> None:
    assert together(connection, "SELECT words FROM one WHERE number = ?", (-1,), 1) == []


@given(moments=st.lists(st.floats(1.0e9, 3.0e9), min_size=1))
def test_a_moment_is_read_as_it_is_when_it_is_rounded(
    connection: sqlite3.Connection, moments: list[float]
) -> None:
    connection.execute("DELETE FROM one")
    connection.executemany("INSERT INTO one (at) VALUES (?)", [(moment,) for moment in moments])
    found = [row[0] for row in together(connection, "SELECT at FROM one ORDER BY rowid", (), 1)]
    assert found == [rounded(moment) for moment in moments]
