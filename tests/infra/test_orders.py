"""Lists are read from narrow indexes, and know where a paper was listed last."""

import pytest

from paperdesk.infra.database import Database

PAPER = (
    "INSERT INTO paper (id, title, title_key, first_key, abstract, version, citekey, state,"
    " state_at, unread, added_at) VALUES (5, '', '', '', '', 0, '', 'new', 0, 1, 0)"
)


@pytest.mark.parametrize(
    "order",
    [
        "state_at DESC, id DESC",
        "published DESC, id DESC",
        "upvotes DESC, id DESC",
        "title_key, id",
        "day DESC, rank, id",
    ],
)
def test_an_order_is_read_from_its_index_alone(database: Database, order: str) -> None:
    query = f"SELECT id FROM paper WHERE state <> 'trash' AND year > 1 ORDER BY {order}"
    plan = database.read().execute(f"EXPLAIN QUERY PLAN {query}")
    (step,) = (row["detail"] for row in plan)
    assert step.startswith("SCAN paper USING COVERING INDEX ix_paper_")


def listed(database: Database) -> tuple[object, ...]:
    return tuple(database.read().execute("SELECT day, rank FROM paper").fetchone())


def test_a_paper_knows_where_it_was_listed_last(database: Database) -> None:
    entry = (
        "INSERT INTO entry (id, source, day, paper, key, rank, first_seen, last_seen, extra)"
        " VALUES (?, 1, ?, 5, '', ?, 0, 0, '')"
    )
    with database.write() as connection:
        connection.exec_driver_sql(PAPER)
        connection.exec_driver_sql(entry, (1, "2026-05-29", 7))
        connection.exec_driver_sql(entry, (2, "2026-05-28", 1))
    assert listed(database) == ("2026-05-29", 7)
    with database.write() as connection:
        connection.exec_driver_sql("UPDATE entry SET rank = 2 WHERE id = 1")
    assert listed(database) == ("2026-05-29", 2)
    with database.write() as connection:
        connection.exec_driver_sql("DELETE FROM entry WHERE id = 1")
    assert listed(database) == ("2026-05-28", 1)
    with database.write() as connection:
        connection.exec_driver_sql("DELETE FROM entry")
    assert listed(database) == (None, None)
