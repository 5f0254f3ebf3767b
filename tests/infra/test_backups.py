"""A backup is whole or not there, whatever the disk, the clock and others do."""

import contextlib
import shutil
import sqlite3
import time
from datetime import date
from pathlib import Path

import pytest
import sqlalchemy

from paperdesk.domain.errors import Cancelled, DiskFull, Held, StorageError
from paperdesk.infra import backups, migrations, tables
from paperdesk.infra.changes import Changes
from paperdesk.infra.database import Database
from paperdesk.infra.lock import FileLock
from paperdesk.infra.paths import Home

TODAY = date(2026, 5, 29)


def add_tag(database: Database, name: str) -> None:
    with database.write() as connection:
        connection.execute(sqlalchemy.insert(tables.table("tag")).values(name=name))


def take(home: Home, kind: str = backups.DAILY, today: date = TODAY, *, keep: int = 3) -> Path:
    return backups.take(home.database, home.backups, backups.Wanted(kind, today, keep))


def tags(path: Path) -> list[str]:
    with contextlib.closing(backups.opened(path, fixed=True)) as connection:
        return [row["name"] for row in connection.execute("SELECT name FROM tag ORDER BY id")]


def names(home: Home) -> list[str]:
    return [one.path.name for one in backups.listed(home.backups)]


def test_a_backup_of_a_library_in_use_is_whole(database: Database, home: Home) -> None:
    add_tag(database, "rl")
    taken = take(home)
    assert taken.name == "library-0001-2026-05-29-daily.db"
    assert tags(taken) == ["rl"]
    assert sorted(path.name for path in home.backups.iterdir()) == [taken.name, "lock"]


def test_a_backup_is_of_one_moment_though_others_write(database: Database, home: Home) -> None:
    add_tag(database, "before")
    calls: list[int] = []

    def meanwhile(_done: int, _total: int) -> None:
        calls.append(1)
        if len(calls) == 1:
            add_tag(database, "meanwhile")

    backups.STEP, step = 5, backups.STEP
    try:
        backups.copy(home.database, home.backups / "copy.db", meanwhile)
    finally:
        backups.STEP = step
    assert len(calls) > 3
    assert tags(home.backups / "copy.db") == ["before"]


def test_only_so_many_of_each_kind_are_kept_but_all_by_hand(database: Database, home: Home) -> None:
    assert database.read()
    for kind in (backups.BY_HAND, backups.BEFORE_RESTORE, backups.DAILY):
        for _ in range(5):
            take(home, kind, keep=2)
    kinds = [one.kind for one in backups.listed(home.backups)]
    assert [kinds.count(kind) for kind in ("daily", "before-restore", "by-hand")] == [2, 3, 5]


def test_a_clock_that_jumps_back_does_not_cost_the_newest(database: Database, home: Home) -> None:
    assert database.read()
    take(home, today=date(2031, 1, 1), keep=1)
    last = take(home, today=TODAY, keep=1)
    assert names(home) == [last.name] == ["library-0002-2026-05-29-daily.db"]


def test_a_daily_copy_is_due_once_a_day_and_only_after_a_change(
    database: Database, changes: Changes, home: Home
) -> None:
    assert backups.due(home.database, home.backups, TODAY)
    take(home)
    assert not backups.due(home.database, home.backups, TODAY)
    assert not backups.due(home.database, home.backups, date(2026, 5, 30))
    add_paper(database)
    assert not backups.due(home.database, home.backups, TODAY)
    assert backups.due(home.database, home.backups, date(2026, 5, 30))
    assert backups.due(home.database, home.backups, date(2020, 1, 1))  # the clock jumped back


def add_paper(database: Database) -> None:
    with database.write() as connection:
        connection.exec_driver_sql(
            "INSERT INTO paper (title, title_key, first_key, abstract, version, citekey, state,"
            " state_at, unread, added_at) VALUES ('A', 'a', '', '', 0, 'a', 'inbox', 0, 1, 0)"
        )


def test_a_full_disk_gets_a_sentence_and_the_others_stay(
    database: Database, home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert database.read()
    first = take(home)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(10, 10, 0))
    with pytest.raises(DiskFull, match="no room for a backup"):
        take(home, keep=1)
    assert names(home) == [first.name]


def test_a_disk_that_fills_up_under_way_leaves_the_others(small_disk: Path, home: Home) -> None:
    library = home.database
    Database(library).close()
    folder = small_disk / "backups"
    backups.copy(library, folder / "library-0001-2026-05-29-daily.db")
    full = sqlite3.connect(library)
    full.execute("CREATE TABLE ballast (x)")
    full.execute("INSERT INTO ballast VALUES (zeroblob(30000000))")
    full.commit()
    full.close()
    with pytest.raises(DiskFull):
        backups.take(library, folder, backups.Wanted(backups.DAILY, TODAY))
    assert [one.number for one in backups.listed(folder)] == [1]
    assert list(folder.glob(".*part*")) == []


def test_a_damaged_library_is_not_kept_as_a_backup(database: Database, home: Home) -> None:
    for number in range(2000):
        add_tag_fast(database, number)
    database.close()
    first = take(home)
    with home.database.open("r+b") as file:
        file.seek(4096 * 3)
        file.write(b"\xff" * 4096 * 60)
    with pytest.raises((StorageError, sqlite3.DatabaseError)):
        take(home, keep=1)
    assert names(home) == [first.name]


def add_tag_fast(database: Database, number: int) -> None:
    with database.write(durable=False) as connection:
        connection.execute(sqlalchemy.insert(tables.table("tag")).values(name=f"tag {number}"))


def test_what_a_crash_left_half_written_is_cleared(database: Database, home: Home) -> None:
    assert database.read()
    home.backups.mkdir()
    left = home.backups / ".library-0001-2026-05-28-daily.db.part"
    left.write_bytes(b"half")
    take(home)
    assert not left.exists()


def test_two_programs_do_not_make_backups_at_once(
    database: Database, home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert database.read()
    other = FileLock(home.backups / "lock")
    assert other.take()
    monkeypatch.setattr(backups, "PATIENCE", 0.1)
    began = time.monotonic()
    with pytest.raises(Held, match="Another PaperDesk"):
        take(home)
    assert time.monotonic() - began < 5
    other.release()
    assert take(home).exists()


def test_a_copy_can_be_stopped(database: Database, home: Home) -> None:
    assert database.read()

    def stop(_done: int, _total: int) -> None:
        raise Cancelled("stopped")

    with pytest.raises(Cancelled):
        backups.copy(home.database, home.backups / "copy.db", stop)
    assert list(home.backups.iterdir()) == []


def test_a_copy_is_left_before_a_library_is_brought_up_to_date(home: Home) -> None:
    home.root.mkdir()
    old = sqlite3.connect(home.database, isolation_level=None)
    old.executescript(f"BEGIN; {migrations.FIRST} PRAGMA user_version = 1; COMMIT;")
    old.execute("INSERT INTO tag VALUES (1, 'rl')")
    old.close()
    Database(home.database, copies=home.backups).close()
    (one,) = backups.listed(home.backups)
    assert one.kind == f"before-version-{migrations.NEWEST}"
    assert backups.mark(one.path, fixed=True)[0] == 1
    assert tags(one.path) == ["rl"]


def test_a_copy_of_before_names_had_numbers_is_listed_last(database: Database, home: Home) -> None:
    assert database.read()
    take(home)
    shutil.copy(home.database, home.backups / "before-version-3.db")
    assert [one.kind for one in backups.listed(home.backups)] == ["daily", "before-version-3"]
