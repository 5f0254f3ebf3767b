"""Collections are read as they stand within each other, whatever is written down."""

from paperdesk.domain.collection import CollectionId
from paperdesk.infra.database import Database
from paperdesk.library.forest import below, collections


def _written(database: Database, *rows: tuple[int, int | None, str]) -> list[str]:
    with database.write() as connection:
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        for number, parent, name in rows:
            row = (number, parent, name, number)
            sql = "INSERT INTO collection VALUES (?, ?, ?, '', ?, 0)"
            connection.exec_driver_sql(sql, row)
    return [one.title for one in collections(database.read())]


def test_each_is_followed_by_those_within_it(database: Database) -> None:
    titles = _written(database, (1, None, "b"), (2, None, "a"), (3, 1, "d"), (4, 3, "e"))
    assert titles == ["b", "b / d", "b / d / e", "a"]


def test_what_would_stand_within_itself_is_shown_at_the_top(database: Database) -> None:
    assert _written(database, (1, 2, "a"), (2, 1, "b"), (3, None, "c")) == ["c", "a", "a / b"]


def test_what_is_below_one_begins_with_it(database: Database) -> None:
    _written(database, (1, None, "a"), (2, 1, "b"), (3, 2, "c"), (4, None, "d"))
    every = collections(database.read())
    assert below(every, CollectionId(1)) == [1, 2, 3]
    assert below(every, CollectionId(4)) == [4]
