"""The way back from any moment: the library is the one or the other, never half of both."""

import contextlib
import sqlite3
from datetime import date
from pathlib import Path

import pytest

from paperdesk.domain.errors import BadDocument, Held, NotFound, Refused
from paperdesk.domain.paper import PaperId
from paperdesk.infra import backups, migrations
from paperdesk.infra.bus import Bus
from paperdesk.infra.changes import Changes
from paperdesk.infra.database import Database
from paperdesk.infra.lock import FileLock
from paperdesk.infra.paths import Home
from paperdesk.notes import Notes
from paperdesk.safety import restoring

TODAY = date(2026, 5, 29)

Papers = tuple[PaperId, ...]


def note_of(home: Home, paper: int) -> str:
    with contextlib.closing(backups.opened(home.database)) as connection:
        row = connection.execute("SELECT text FROM note WHERE paper = ?", (paper,)).fetchone()
        assert connection.execute("PRAGMA quick_check").fetchone()[0] == "ok"
        return str(row["text"]) if row else ""


@pytest.fixture
def taken(database: Database, papers: Papers, notes: Notes, home: Home) -> Path:
    """A backup of a library whose note has since been written on."""
    notes.write(papers[0], "old", base="")
    path = backups.take(home.database, home.backups, backups.Wanted(backups.DAILY, TODAY))
    notes.write(papers[0], "new", base="old")
    database.close()
    return path


def test_a_restored_library_is_as_it_was(taken: Path, papers: Papers, home: Home) -> None:
    restoring.stage(taken, home)
    restoring.swap(home, TODAY)
    assert note_of(home, papers[0]) == "old"
    assert not restoring.staged(home).exists()


def test_a_restored_library_tells_once_where_it_came_from(taken: Path, home: Home) -> None:
    restoring.stage(taken, home)
    before = restoring.swap(home, TODAY)
    assert before is not None
    library = Database(home.database)
    changes = Changes(library, Bus(lambda call: call()))
    said = f"Went back to {taken.name}. What was there before is in backups/{before.name}."
    assert [restoring.tidings(changes) for _ in range(2)] == [said, ""]
    library.close()


def test_the_restored_library_can_be_left_again(taken: Path, papers: Papers, home: Home) -> None:
    restoring.stage(taken, home)
    before = restoring.swap(home, TODAY)
    assert before is not None
    restoring.stage(before, home)
    restoring.swap(home, TODAY)
    assert note_of(home, papers[0]) == "new"


def test_the_index_is_made_anew_and_pdfs_stay(taken: Path, home: Home) -> None:
    for path in (home.index / "editions.json", home.papers / "1" / "a.pdf"):
        path.parent.mkdir(parents=True)
        path.write_text("{}")
    restoring.stage(taken, home)
    restoring.swap(home, TODAY)
    assert not (home.index / "editions.json").exists()
    assert (home.papers / "1" / "a.pdf").exists()


def test_a_damaged_library_is_set_aside_and_replaced(
    taken: Path, papers: Papers, home: Home
) -> None:
    home.database.write_bytes(b"no library at all" * 1000)
    restoring.stage(taken, home)
    aside = restoring.swap(home, TODAY)
    assert aside == home.backups / "damaged-1"
    assert (aside / "library.db").read_bytes().startswith(b"no library")
    assert note_of(home, papers[0]) == "old"


def test_a_library_that_is_gone_comes_back(taken: Path, papers: Papers, home: Home) -> None:
    home.database.unlink()
    for part in home.root.glob("library.db-*"):
        part.unlink()
    restoring.stage(taken, home)
    assert restoring.swap(home, TODAY) is None
    assert note_of(home, papers[0]) == "old"


@pytest.mark.parametrize("age", range(1, migrations.NEWEST))
def test_a_backup_of_any_age_is_brought_up_to_date(home: Home, age: int, tmp_path: Path) -> None:
    old = sqlite3.connect(tmp_path / "old.db", isolation_level=None)
    for number, step in enumerate(migrations.STEPS[:age]):
        old.executescript(f"BEGIN; {step} PRAGMA user_version = {number + 1}; COMMIT;")
    old.close()
    restoring.stage(tmp_path / "old.db", home)
    restoring.swap(home, TODAY)
    library = Database(home.database)
    assert migrations.version(library.read()) == migrations.NEWEST
    library.close()


def test_a_backup_of_a_newer_version_is_refused(taken: Path, home: Home, tmp_path: Path) -> None:
    later = sqlite3.connect(taken)
    later.execute(f"PRAGMA user_version = {migrations.NEWEST + 1}")
    later.close()
    with pytest.raises(Refused, match="newer PaperDesk"):
        restoring.stage(taken, home)


@pytest.mark.parametrize("content", [b"", b"%PDF-1.4 a file that is none", b"SQLite format 3\0xx"])
def test_what_is_no_backup_is_refused(
    content: bytes, taken: Path, papers: Papers, home: Home, tmp_path: Path
) -> None:
    (tmp_path / "other.db").write_bytes(content)
    with pytest.raises(BadDocument):
        restoring.stage(tmp_path / "other.db", home)
    with pytest.raises(NotFound):
        restoring.stage(tmp_path / "none.db", home)
    assert note_of(home, papers[0]) == "new"


def test_an_open_window_is_not_restored_under(taken: Path, papers: Papers, home: Home) -> None:
    window = FileLock(home.window)
    assert window.take()
    restoring.stage(taken, home)
    with pytest.raises(Refused, match="close the window"):
        restoring.swap(home, TODAY)
    window.release()
    assert note_of(home, papers[0]) == "new"


def test_whoever_writes_is_waited_for_but_not_for_ever(
    taken: Path, papers: Papers, home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = sqlite3.connect(home.database, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    monkeypatch.setattr(restoring, "PATIENCE", 0.3)
    restoring.stage(taken, home)
    with pytest.raises(Held, match="Another program"):
        restoring.swap(home, TODAY)
    other.execute("COMMIT")
    other.close()
    assert note_of(home, papers[0]) == "new"


def test_who_reads_meanwhile_sees_the_one_or_the_other(
    taken: Path, papers: Papers, home: Home
) -> None:
    reader = backups.opened(home.database)
    reader.execute("BEGIN")
    question = "SELECT text FROM note"
    assert reader.execute(question).fetchone()[0] == "new"
    restoring.stage(taken, home)
    restoring.swap(home, TODAY)
    assert reader.execute(question).fetchone()[0] == "new"
    reader.execute("COMMIT")
    assert reader.execute(question).fetchone()[0] == "old"
    reader.close()
