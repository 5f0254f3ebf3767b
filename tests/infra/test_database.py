"""The library on disk: never half-written, and clear about what went wrong."""

import contextlib
import os
import sqlite3
import threading
import time
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy

from paperdesk.domain.errors import Cancelled, DiskFull, Held, Refused, StorageError
from paperdesk.infra import database as door
from paperdesk.infra import migrations, tables
from paperdesk.infra.database import Database, transaction


def add_tag(database: Database, name: str) -> None:
    with database.write() as connection:
        connection.execute(sqlalchemy.insert(tables.table("tag")).values(name=name))


def tags(database: Database) -> list[str]:
    return [row["name"] for row in database.read().execute("SELECT name FROM tag ORDER BY id")]


def test_what_was_written_is_there_after_a_restart(tmp_path: Path) -> None:
    first = Database(tmp_path / "library.db")
    add_tag(first, "rl")
    first.close()
    second = Database(tmp_path / "library.db")
    assert tags(second) == ["rl"]
    second.close()


def test_only_who_waits_for_another_program_is_counted_as_waiting(database: Database) -> None:
    writer = threading.Thread(target=add_tag, args=(database, "rl"))
    with database.write():
        writer.start()
        while not database._waits:
            time.sleep(0.01)
        assert database.waited() == 0
    writer.join()
    holder = sqlite3.connect(database._path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    writer = threading.Thread(target=add_tag, args=(database, "ml"))
    writer.start()
    while not database._waits:
        time.sleep(0.01)
    assert database.waited() > 0
    holder.execute("ROLLBACK")
    holder.close()
    writer.join()


def test_a_transaction_that_fails_leaves_nothing(database: Database) -> None:
    with pytest.raises(ZeroDivisionError), database.write() as connection:
        connection.execute(sqlalchemy.insert(tables.table("tag")).values(name="rl"))
        _ = 1 / 0
    assert tags(database) == []


def test_readers_cannot_write(database: Database) -> None:
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        database.read().execute("INSERT INTO tag (name) VALUES ('x')")


def test_foreign_keys_hold(database: Database) -> None:
    with pytest.raises(sqlalchemy.exc.IntegrityError), database.write() as connection:
        connection.execute(sqlalchemy.insert(tables.table("tagging")).values(paper=9, tag=9))


def test_who_reads_while_the_library_is_closed_is_told_so(tmp_path: Path) -> None:
    library, within, told = Database(tmp_path / "library.db"), threading.Event(), []

    def slow(_: int) -> None:
        within.set()
        time.sleep(0.001)

    def read() -> None:
        connection = library.read()
        connection.create_function("slow", 1, slow)
        rows = "WITH RECURSIVE rows (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM rows LIMIT 60000)"
        with pytest.raises(Cancelled) as caught:
            connection.execute(f"{rows} SELECT count(slow(n)) FROM rows").fetchone()
        told.append(caught.value)

    reader = threading.Thread(target=read)
    reader.start()
    assert within.wait(10)
    library.close()
    reader.join(10)
    assert [str(error) for error in told] == ["The library was closed meanwhile."]


def test_a_locked_library_is_a_sentence_and_nothing_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(door, "BUSY_SECONDS", 0.05)
    library = Database(tmp_path / "library.db")
    holder = sqlite3.connect(tmp_path / "library.db", isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with pytest.raises(Held, match="Another program is holding"):
        add_tag(library, "rl")
    holder.execute("ROLLBACK")
    holder.close()
    add_tag(library, "rl")
    assert tags(library) == ["rl"]
    library.close()


def fill(folder: Path) -> Path:
    """Take all room that is left on a disk."""
    filler = folder / "filler"
    with filler.open("ab", buffering=0) as file, contextlib.suppress(OSError):
        while file.write(bytes(4096)):
            pass
    return filler


def test_a_full_disk_is_a_sentence_and_nothing_is_lost(small_disk: Path) -> None:
    library = Database(small_disk / "library.db")
    add_tag(library, "rl")
    fill(small_disk)
    with pytest.raises(DiskFull, match="is full"):
        add_tag(library, "x" * 2_000_000)
    assert tags(library) == ["rl"]
    library.close()
    filler = fill(small_disk)
    with pytest.raises(DiskFull, match="is full"):
        Database(small_disk / "library.db")
    filler.unlink()
    library = Database(small_disk / "library.db")
    assert tags(library) == ["rl"]
    library.close()


def test_what_is_being_written_is_in_also_when_the_library_is_closed_meanwhile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held: list[sqlite3.Connection] = []

    def remember(path: Path, kind: Any, **options: Any) -> sqlite3.Connection:
        held.append(connect(path, kind, **options))
        return held[-1]

    library, connect = Database(tmp_path / "library.db"), door._connect
    monkeypatch.setattr(door, "_connect", remember)
    with library.write() as connection:
        library.close()
        connection.exec_driver_sql("INSERT INTO tag (name) VALUES ('rl')")
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        held[0].execute("SELECT 1")
    assert tags(library) == ["rl"]
    library.close()


def test_a_file_that_is_no_library_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "library.db").write_bytes(b"this is not a database at all" * 100)
    with pytest.raises(StorageError, match="is not a library"):
        Database(tmp_path / "library.db")


def damaged(path: Path) -> Path:
    """A library whose second half is overwritten here and there; it still opens."""
    whole = Database(path)
    with whole.write() as connection:
        rows = [{"name": f"tag {number} " + "x" * 200} for number in range(2000)]
        connection.execute(sqlalchemy.insert(tables.table("tag")), rows)
    whole.close()
    with path.open("r+b") as file:
        pages = path.stat().st_size // 4096
        for page in range(pages // 2, pages):
            file.seek(page * 4096)
            file.write(b"\xff" * 200)
    return path


def test_a_damaged_library_is_a_sentence_wherever_it_is_read(tmp_path: Path) -> None:
    path = damaged(tmp_path / "library.db")
    before = path.read_bytes()
    library = Database(path)
    reading = library.read()
    with pytest.raises(StorageError, match="is damaged"):
        reading.execute("SELECT * FROM tag").fetchall()
    with pytest.raises(StorageError, match=r"library\.db is damaged"):
        list(reading.execute("SELECT name FROM tag ORDER BY name DESC"))
    with pytest.raises(StorageError, match="is damaged"):
        reading.cursor().execute("SELECT id, name FROM tag").fetchall()
    library.close()
    assert path.read_bytes() == before


def test_a_damaged_library_is_a_sentence_when_it_is_written_to(tmp_path: Path) -> None:
    library = Database(damaged(tmp_path / "library.db"))
    with pytest.raises(StorageError, match="is damaged"):
        add_tag(library, "rl")
    library.close()


def test_rows_come_one_by_one_as_from_any_connection(database: Database) -> None:
    add_tag(database, "rl")
    add_tag(database, "cv")
    rows = database.read().execute("SELECT name FROM tag ORDER BY id")
    assert rows.fetchone()["name"] == "rl"
    assert [row["name"] for row in rows] == ["cv"]
    assert rows.fetchone() is None


def test_a_database_of_another_program_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with contextlib.closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE theirs (a)")
    before = path.read_bytes()
    with pytest.raises(Refused, match="another program's"):
        Database(path)
    assert path.read_bytes() == before


def test_a_folder_that_is_a_file_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "desk").write_text("")
    with pytest.raises(StorageError):
        Database(tmp_path / "desk" / "library.db")


def test_a_newer_library_can_be_read_but_not_changed(tmp_path: Path) -> None:
    Database(tmp_path / "library.db").close()
    later = sqlite3.connect(tmp_path / "library.db")
    later.execute(f"PRAGMA user_version = {migrations.NEWEST + 1}")
    later.close()
    library = Database(tmp_path / "library.db")
    assert tags(library) == []
    with pytest.raises(Refused, match="newer PaperDesk"):
        add_tag(library, "rl")
    assert "newer PaperDesk" in library.remark
    library.close()


def test_where_no_log_can_be_kept_all_is_kept_and_that_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real: Any = sqlite3.connect

    def on_a_network_drive(address: str, **options: Any) -> Any:
        """A file system without the memory that programs share for SQLite's log."""
        return real(f"{address}?vfs=unix-dotfile", **options)

    monkeypatch.setattr(sqlite3, "connect", on_a_network_drive)
    library = Database(tmp_path / "library.db")
    assert "network drive" in library.remark
    add_tag(library, "rl")
    assert tags(library) == ["rl"]
    library.close()


def test_of_a_library_on_a_disk_of_this_computer_nothing_is_to_be_said(database: Database) -> None:
    assert database.remark == ""


def test_a_plain_transaction_is_in_wholly_or_not_at_all(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "plain.db", isolation_level=None)
    with transaction(connection):
        connection.execute("CREATE TABLE a (b)")
    with pytest.raises(ZeroDivisionError), transaction(connection):
        connection.execute("INSERT INTO a VALUES (1)")
        _ = 1 / 0
    assert connection.execute("SELECT count(*) FROM a").fetchone() == (0,)
    connection.close()


def test_a_library_where_nothing_can_be_written_can_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = Database(tmp_path / "library.db")
    add_tag(before, "rl")
    before.close()
    monkeypatch.setattr(os, "access", lambda *_: False)  # root may write anywhere
    library = Database(tmp_path / "library.db")
    assert tags(library) == ["rl"]
    with pytest.raises(Refused, match="nothing can be written"):
        add_tag(library, "cv")
    library.close()
