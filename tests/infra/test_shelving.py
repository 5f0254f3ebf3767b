"""An older library gains what shelves need, and loses nothing."""

import sqlite3
from pathlib import Path

from paperdesk.infra import migrations


def test_the_papers_of_an_older_library_are_unrated_and_in_no_collection(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "library.db", isolation_level=None)
    for number, step in enumerate(migrations.STEPS[:5]):
        connection.executescript(f"BEGIN; {step} PRAGMA user_version = {number + 1}; COMMIT;")
    connection.execute(
        "INSERT INTO paper (id, title, title_key, first_key, abstract, version, citekey, state,"
        " state_at, unread, added_at) VALUES (5, 'A', 'a', '', '', 0, 'a', 'inbox', 0, 1, 0)"
    )
    connection.execute("INSERT INTO tag VALUES (1, 'rl')")
    migrations.migrate(connection)
    paper = connection.execute("SELECT title, rating, flagged, remark, notice FROM paper")
    assert paper.fetchall() == [("A", 0, 0, "", "")]
    assert connection.execute("SELECT * FROM tag").fetchall() == [(1, "rl", "", None)]
    connection.close()


def test_what_is_in_a_collection_goes_with_it(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "library.db", isolation_level=None)
    connection.execute("PRAGMA foreign_keys = ON")
    migrations.migrate(connection)
    connection.execute("INSERT INTO collection VALUES (1, NULL, 'Above', '', 0, 0)")
    connection.execute("INSERT INTO collection VALUES (2, 1, 'Below', '', 0, 0)")
    connection.execute("DELETE FROM collection WHERE id = 1")
    assert connection.execute("SELECT count(*) FROM collection").fetchone() == (0,)
    connection.close()
