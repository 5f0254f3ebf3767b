"""Before anything is restored it is said what would go and what would come back."""

from datetime import date
from pathlib import Path

import pytest

from paperdesk.domain.paper import Found, PaperId, State
from paperdesk.infra import backups
from paperdesk.infra.changes import Changes
from paperdesk.infra.database import Database
from paperdesk.infra.paths import Home
from paperdesk.library import Library
from paperdesk.notes import Notes
from paperdesk.safety import contents, restoring

Papers = tuple[PaperId, ...]


@pytest.fixture
def taken(database: Database, papers: Papers, notes: Notes, home: Home) -> Path:
    notes.write(papers[0], "old", base="")
    return backups.take(
        home.database, home.backups, backups.Wanted(backups.DAILY, date(2026, 5, 29))
    )


def test_what_a_backup_holds_is_counted(taken: Path, home: Home) -> None:
    held = contents.contents(restoring.stage(taken, home))
    assert (held.papers, held.kept, held.notes, held.highlights) == (3, 3, 1, 0)


def test_what_would_differ_is_counted(
    taken: Path, home: Home, papers: Papers, notes: Notes, library: Library, changes: Changes
) -> None:
    notes.write(papers[0], "new", base="old")
    with changes.write() as write:
        (new,) = library.take(write, [Found("Later")], 2.0)
    library.set_state([new.paper], State.INBOX)
    library.set_state([papers[1]], State.TRASH)
    preview = contents.compare(restoring.stage(taken, home), home.database)
    assert (preview.leaving, preview.coming, preview.notes) == (1, 1, 1)
    assert preview.lines()[1:] == [
        "1 kept paper of now: not in it.",
        "1 kept paper not here now: in it.",
        "1 note with another text in it.",
    ]


def test_nothing_differs_from_a_backup_of_now(taken: Path, home: Home) -> None:
    preview = contents.compare(restoring.stage(taken, home), home.database)
    assert preview.lines()[1:] == ["No kept paper, note or mark differs from now."]


def test_a_library_that_cannot_be_read_is_said_to_be(
    taken: Path, home: Home, database: Database
) -> None:
    database.close()
    home.database.write_bytes(b"nothing" * 1000)
    preview = contents.compare(restoring.stage(taken, home), home.database)
    assert preview.present is None
    assert "set aside" in preview.lines()[1]
