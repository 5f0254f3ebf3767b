"""`kill -9` within imports, merges, restores and migrations: all of it, or nothing of it."""

import contextlib
import shutil
import sqlite3
from datetime import date
from pathlib import Path

import pytest

from paperdesk.domain.paper import Found, PaperId
from paperdesk.domain.shelf import ALL, Shelf
from paperdesk.infra import backups, migrations
from paperdesk.infra.bus import Bus
from paperdesk.infra.changes import Changes
from paperdesk.infra.database import Database
from paperdesk.infra.journal import Journal
from paperdesk.infra.paths import Home
from paperdesk.library import Library
from paperdesk.notes import Notes
from paperdesk.safety import plain
from tests.killing import killed, moments, spared

FEW = 8
MANY = 250
TODAY = date(2026, 5, 29)
LIBRARY = Shelf("", "in:library")

Papers = tuple[PaperId, ...]

TIMES = pytest.mark.parametrize(
    "times",
    [FEW, pytest.param(MANY, marks=(pytest.mark.long, pytest.mark.timeout(3600)))],
)


def sound(home: Home) -> Database:
    """A library that was left by a kill: whole, by SQLite's own account."""
    library = Database(home.database)
    reading = library.read()
    assert reading.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    assert reading.execute("PRAGMA foreign_key_check").fetchone() is None
    return library


def note_of(home: Home, paper: int) -> str:
    library = sound(home)
    row = library.read().execute("SELECT text FROM note WHERE paper = ?", (paper,)).fetchone()
    library.close()
    return str(row["text"]) if row else ""


OPENED = """
import sys
from pathlib import Path
from paperdesk.infra.bus import Bus
from paperdesk.infra.changes import Changes
from paperdesk.infra.database import Database
from paperdesk.infra.journal import Journal
changes = Changes(Database(Path(sys.argv[1])), Bus(lambda call: call()))
journal = Journal(changes)
"""

IMPORT = (
    OPENED
    + """
from paperdesk.domain.paper import Found
from paperdesk.domain.reference import Reference
from paperdesk.library import Import, References
entries = [
    Reference(f"k{n}", Found(f"Paper {n}", ("A B", f"C D{n % 7}"), citekey=f"k{n}"),
        tags=("read",), groups=("Top/Low",), note=f"Note {n}")
    for n in range(120)
]
print("ready", flush=True)
whole = Import("Import", "run:1")
for at in range(0, len(entries), 20):
    References(changes, journal).bring(entries[at : at + 20], whole)
"""
)


@TIMES
def test_what_an_import_has_written_is_whole_and_can_be_taken_back(
    tmp_path: Path, times: int
) -> None:
    span = spared(IMPORT, str(tmp_path / "once.db"))
    seen = set()
    for turn, after in enumerate(moments(times, span)):
        home = Home(tmp_path / str(turn))
        home.root.mkdir()
        Database(home.database).close()
        killed(IMPORT, after, str(home.database))
        library = sound(home)
        changes = Changes(library, Bus(lambda call: call()))
        shelf, journal = Library(changes, Journal(changes)), Journal(changes)
        kept = shelf.ids(LIBRARY)
        seen.add(len(kept))
        assert len(kept) % 20 == 0
        count = "SELECT count(*) FROM {}".format
        for table in ("tagging", "membership"):
            assert library.read().execute(count(table)).fetchone()[0] == len(kept)
        assert len(journal.steps()) == bool(kept)
        if kept:
            journal.undo()
            assert len(shelf.ids(LIBRARY)) == 0
            journal.redo()
        library.close()
        spared(IMPORT, str(home.database))
        library = sound(home)
        changes = Changes(library, Bus(lambda call: call()))
        assert len(Library(changes, Journal(changes)).ids(ALL)) == 120
        library.close()
        shutil.rmtree(home.root)
    assert len(seen) > 1


MERGE = (
    OPENED
    + """
from paperdesk.library import Duplicates
twins = Duplicates(changes, journal)
print("ready", flush=True)
for turn in range(6):
    twins.merge(1, [1, 2, 3], {})
    journal.undo()
"""
)


def told(home: Home) -> tuple[int, ...]:
    """How much the papers have that are merged, and how many of them there are."""
    library = sound(home)
    counts = tuple(
        library.read().execute(f"SELECT count(*) FROM {name}").fetchone()[0]
        for name in ("paper", "tagging", "note", "alias", "authorship")
    )
    library.close()
    return counts


@TIMES
def test_papers_are_merged_or_they_are_not(tmp_path: Path, times: int) -> None:
    home = Home(tmp_path)
    library = Database(home.database)
    changes = Changes(library, Bus(lambda call: call()))
    shelf, notes = Library(changes, Journal(changes)), Notes(changes, Journal(changes))
    for number in range(1, 4):
        paper = shelf.keep(Found(f"Paper {number}", (f"A B{number}",), citekey=f"k{number}")).paper
        shelf.tag([paper], add=[f"tag{number}", "all"])
        notes.write(paper, f"Note {number}", base="")
    library.close()
    apart = told(home)
    seen = set()
    for after in moments(times, spared(MERGE, str(home.database))):
        killed(MERGE, after, str(home.database))
        seen.add(told(home))
        library = Database(home.database)
        journal = Journal(Changes(library, Bus(lambda call: call())))
        if told(home) != apart:
            assert journal.undo() == "3 papers merged"
        library.close()
        assert told(home) == apart
    assert len(seen) <= 2


RESTORE = """
import sys
from datetime import date
from pathlib import Path
from paperdesk.infra.paths import Home
from paperdesk.safety import restoring
home, source = Home(Path(sys.argv[1])), Path(sys.argv[2])
print("ready", flush=True)
if source.is_dir():
    restoring.stage_plain(source, home, lambda *_: None)
else:
    restoring.stage(source, home)
restoring.swap(home, date(2026, 5, 29))
"""


@pytest.fixture
def taken(database: Database, papers: Papers, notes: Notes, home: Home) -> dict[str, Path]:
    """A backup, and a plain copy, of a library whose note has since been written on."""
    notes.write(papers[0], "old", base="")
    path = backups.take(home.database, home.backups, backups.Wanted(backups.DAILY, TODAY))
    folder = home.root / "plain"
    with contextlib.closing(backups.opened(home.database)) as connection:
        plain.write_library(connection, folder)
        plain.write_papers(connection, folder, plain.worth(connection))
    notes.write(papers[0], "new", base="old")
    database.close()
    return {"backup": path, "plain": folder}


@TIMES
@pytest.mark.parametrize("source", ["backup", "plain"])
def test_the_library_is_the_one_or_the_other(
    taken: dict[str, Path], papers: Papers, home: Home, source: str, times: int
) -> None:
    before = home.root / "before.db"
    shutil.copyfile(home.database, before)
    span = spared(RESTORE, str(home.root), str(taken[source]))
    assert note_of(home, papers[0]) == "old"
    seen = set()
    for after in moments(times, span):
        for part in home.root.glob("library.db*"):
            part.unlink()
        shutil.copyfile(before, home.database)
        killed(RESTORE, after, str(home.root), str(taken[source]))
        seen.add(note_of(home, papers[0]))
    assert seen <= {"old", "new"}
    for one in backups.listed(home.backups):
        backups.verify(one.path)


MIGRATE = """
import sys
from pathlib import Path
from paperdesk.infra.database import Database
home = Path(sys.argv[1])
print("ready", flush=True)
Database(home / "library.db", copies=home / "backups").close()
"""


def aged(home: Home, age: int) -> None:
    """A library as a version of that age left it, with something in it."""
    home.root.mkdir(parents=True)
    old = sqlite3.connect(home.database, isolation_level=None)
    for number, step in enumerate(migrations.STEPS[:age]):
        old.executescript(f"BEGIN; {step} PRAGMA user_version = {number + 1}; COMMIT;")
    old.execute("INSERT INTO tag (id, name) VALUES (1, 'kept')")
    old.close()


@TIMES
def test_a_library_of_any_age_is_brought_up_to_date_in_the_end(tmp_path: Path, times: int) -> None:
    aged(Home(tmp_path / "once"), 1)
    span = spared(MIGRATE, str(tmp_path / "once"))
    for turn, after in enumerate(moments(times, span)):
        home = Home(tmp_path / str(turn))
        aged(home, turn % (migrations.NEWEST - 1) + 1)
        killed(MIGRATE, after, str(home.root))
        library = Database(home.database, copies=home.backups)
        assert migrations.version(library.read()) == migrations.NEWEST
        assert library.read().execute("SELECT name FROM tag").fetchone()["name"] == "kept"
        assert library.read().execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        library.close()
        for one in backups.listed(home.backups):
            backups.verify(one.path)
        shutil.rmtree(home.root)
