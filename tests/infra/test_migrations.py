"""The schema that migrations make is the one that the tables describe."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlmodel import SQLModel, create_engine

from paperdesk.infra import migrations, tables
from paperdesk.infra.database import Database

AFFINITY = {"VARCHAR": "TEXT", "FLOAT": "REAL"}


def described(connection: sqlite3.Connection, table: str) -> set[tuple[object, ...]]:
    """A table's columns (name, type, not null, place in the key) and references."""
    columns = connection.execute(f"PRAGMA table_info({table})").fetchall()
    references = connection.execute(f"PRAGMA foreign_key_list({table})").fetchall()
    return {
        (name, AFFINITY.get(kind, kind), required, key)
        for _, name, kind, required, _, key in (tuple(row) for row in columns)
    } | {(row[2], row[3], row[4], row[6]) for row in references}


@pytest.fixture(scope="module")
def by_tables(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    path = tmp_path_factory.mktemp("schema") / "by-tables.db"
    engine = create_engine(f"sqlite:///{path}")
    SQLModel.metadata.create_all(engine)
    engine.dispose()
    connection = sqlite3.connect(path)
    yield connection
    connection.close()


@pytest.mark.parametrize("table", sorted(SQLModel.metadata.tables))
def test_migrations_make_the_tables_that_are_described(
    table: str, by_tables: sqlite3.Connection, database: Database
) -> None:
    assert tables.table(table).name == table
    assert described(database.read(), table) == described(by_tables, table)


def test_a_new_library_is_of_the_newest_version(database: Database) -> None:
    assert migrations.version(database.read()) == migrations.NEWEST


def test_a_migration_that_fails_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    connection = sqlite3.connect(tmp_path / "library.db", isolation_level=None)
    monkeypatch.setattr(migrations, "STEPS", ("CREATE TABLE a (b); CREATE TABLE a (b);",))
    with pytest.raises(sqlite3.OperationalError):
        migrations.migrate(connection)
    connection.rollback()
    names = connection.execute("SELECT name FROM sqlite_master").fetchall()
    assert (names, migrations.version(connection)) == ([], 0)
    connection.close()


def test_what_the_index_must_see_waits_for_it(database: Database) -> None:
    with database.write() as connection:
        connection.exec_driver_sql(
            "INSERT INTO paper (id, title, title_key, first_key, abstract, version, citekey, state,"
            " state_at, unread, added_at) VALUES (5, 't', 't', '', '', 0, 't', 'new', 0, 1, 0)"
        )
        connection.exec_driver_sql("INSERT INTO note VALUES (5, 'n', 0)")
        connection.exec_driver_sql("UPDATE paper SET state = 'inbox'")
        connection.exec_driver_sql("UPDATE paper SET title = 'other'")
    waiting = database.read().execute("SELECT kind, ref FROM waiting ORDER BY seq").fetchall()
    assert [tuple(row) for row in waiting] == [("paper", "5"), ("note", "5"), ("paper", "5")]


def test_what_was_marked_before_marks_had_kinds_is_a_highlight(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "library.db", isolation_level=None)
    connection.executescript(f"{migrations.FIRST} PRAGMA user_version = 1;")
    connection.execute(
        "INSERT INTO paper VALUES (5, 't', 't', '', '', NULL, NULL, NULL, 0, NULL, NULL, NULL,"
        " 't', 'new', 0, 1, 0, NULL, NULL, NULL)"
    )
    connection.execute(
        "INSERT INTO highlight VALUES ('h', 5, 2, '', '[]', 'w', '', '', 'pink', '', 0, NULL)"
    )
    connection.execute("INSERT INTO place VALUES (5, 3, 10, 0, 1.5, 0)")
    migrations.migrate(connection)
    kept = connection.execute(
        "SELECT page, colour, kind, fate, strokes, author FROM highlight"
    ).fetchall()
    where = connection.execute("SELECT page, zoom, fit, columns, trim FROM place").fetchall()
    connection.close()
    assert kept == [(2, "pink", "highlight", "", "[]", "")]
    assert where == [(3, 1.5, "width", 1, 0)]
