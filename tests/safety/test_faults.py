"""Whatever SQLite answers at whichever write: a sentence, and nothing lost or half done."""

import contextlib
import sqlite3
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from paperdesk.domain.errors import PaperDeskError
from paperdesk.domain.paper import PaperId, State
from paperdesk.infra import backups
from paperdesk.infra import database as door
from paperdesk.infra.database import Database
from paperdesk.infra.journal import Journal
from paperdesk.infra.paths import Home
from paperdesk.library import Library
from paperdesk.notes import Notes
from tests.safety.conftest import Papers

FAULTS = {
    "full": sqlite3.OperationalError("database or disk is full"),
    "held": sqlite3.OperationalError("database is locked"),
    "broken disk": sqlite3.OperationalError("disk I/O error"),
    "read-only": sqlite3.OperationalError("attempt to write a readonly database"),
    "damaged": sqlite3.DatabaseError("database disk image is malformed"),
}

Act = Callable[[], object]


class Fuse:
    """Burns at the n-th statement of a writer, or at its commit; `None` never."""

    def __init__(self) -> None:
        self.left: int | None = None
        self.fault: Exception = FAULTS["full"]
        self.burnt = False

    def burn(self) -> None:
        if self.left is None:
            return
        self.left -= 1
        if self.left < 0:
            self.left = None
            self.burnt = True
            raise self.fault


FUSE = Fuse()


class Cursor(sqlite3.Cursor):
    def execute(self, sql: str, values: Any = (), /) -> Any:
        FUSE.burn()
        return super().execute(sql, values)

    def executemany(self, sql: str, values: Any, /) -> Any:
        FUSE.burn()
        return super().executemany(sql, values)


class Faulty(sqlite3.Connection):
    """A writer's connection to a disk that fails when it is told to."""

    def cursor(self, factory: Any = Cursor) -> Any:
        return super().cursor(factory)

    def commit(self) -> None:
        FUSE.burn()
        super().commit()


@pytest.fixture(autouse=True)
def faulty(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    real = door._connect

    def connect(path: Path, factory: type[Any], *, fixed: bool = False) -> Any:
        return real(path, Faulty if factory is sqlite3.Connection else factory, fixed=fixed)

    monkeypatch.setattr(door, "_connect", connect)
    FUSE.left = None
    yield
    FUSE.left = None


def everything(home: Home) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table."""
    with contextlib.closing(backups.opened(home.database)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        tables = connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        )
        return {
            str(row[0]): sorted(map(tuple, connection.execute(f"SELECT * FROM {row[0]}")), key=repr)
            for row in tables.fetchall()
        }


def outcome(act: Act) -> str | None:
    """The sentence that an action failed with; None if it did not."""
    try:
        act()
    except PaperDeskError as error:
        return str(error)
    return None


def fails_at_every_write(act: Act, home: Home, fault: str) -> int:
    """Let an action fail at its first write, its second …, until it is done; how many there are."""
    for number in range(200):
        before = everything(home)
        FUSE.left, FUSE.fault, FUSE.burnt = number, FAULTS[fault], False
        said = outcome(act)
        FUSE.left = None
        if said is None:
            assert not FUSE.burnt, "a fault was not told of"
            return number
        assert said.endswith(".")
        assert "Error" not in said
        assert everything(home) == before
    raise AssertionError("it never ends")


@pytest.mark.parametrize("fault", FAULTS)
def test_a_note_is_kept_wholly_or_not_at_all(
    fault: str, database: Database, papers: Papers, notes: Notes, home: Home
) -> None:
    notes.write(papers[0], "old", base="")
    assert fails_at_every_write(lambda: notes.write(papers[0], "new", base="old"), home, fault) > 2


@pytest.mark.parametrize("fault", FAULTS)
def test_papers_are_moved_tagged_and_put_back_wholly_or_not_at_all(
    fault: str, papers: Papers, library: Library, journal: Journal, home: Home
) -> None:
    acts: tuple[Act, ...] = (
        lambda: library.set_state(papers, State.ARCHIVE),
        lambda: library.tag(papers, add=["rl"], remove=[]),
        lambda: journal.undo(),
        lambda: journal.undo(),
    )
    assert [fails_at_every_write(act, home, fault) > 2 for act in acts] == [True] * 4
    assert {paper.state for paper in library.papers(list(papers))} == {State.INBOX}


def test_what_failed_can_be_done_again(papers: Papers, library: Library, home: Home) -> None:
    FUSE.left = 2
    with pytest.raises(PaperDeskError):
        library.set_state(papers, State.LATER)
    library.set_state(papers, State.LATER)
    assert library.paper(PaperId(papers[0])).state is State.LATER


def test_a_clock_that_jumps_back_changes_no_order(
    papers: Papers, library: Library, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.set_state(papers, State.LATER)
    monkeypatch.setattr(time, "time", lambda: 1000.0)
    library.set_state(papers, State.SHORTLIST)
    journal.undo()
    assert library.paper(papers[0]).state is State.LATER
    journal.undo()
    assert library.paper(papers[0]).state is State.INBOX
