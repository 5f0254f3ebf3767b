"""Backups by hand, daily ones as the setting says, and the way back agreed upon."""

import sys
from pathlib import Path

import pytest

from paperdesk.domain.errors import BadDocument, StorageError
from paperdesk.domain.paper import PaperId
from paperdesk.infra.database import Database
from paperdesk.infra.jobs import Job
from paperdesk.infra.paths import Home
from paperdesk.infra.settings import Settings
from paperdesk.notes import Notes
from paperdesk.safety import Finding, Safety, plain

Papers = tuple[PaperId, ...]


def test_a_daily_backup_is_made_once_a_day(papers: Papers, safety: Safety) -> None:
    assert safety.back_up_daily(Job(0, "")) is not None
    assert safety.back_up_daily(Job(0, "")) is None
    assert [one.kind for one in safety.backups()] == ["daily"]


def test_who_wants_no_daily_backup_gets_none(papers: Papers, home: Home) -> None:
    settings = Settings(home.settings)
    settings.set("backups", 0)
    assert Safety(home, settings).back_up_daily(Job(0, "")) is None


def test_a_backup_goes_where_it_is_wanted(papers: Papers, safety: Safety, tmp_path: Path) -> None:
    target = tmp_path / "elsewhere" / "mine.db"
    assert safety.back_up(Job(0, ""), target) == target
    assert target.is_file()
    assert safety.backups() == []


def test_what_was_agreed_upon_is_restored(
    papers: Papers, notes: Notes, safety: Safety, database: Database
) -> None:
    taken = safety.back_up(Job(0, ""))
    notes.write(papers[0], "new", base="")
    assert safety.stage(taken, Job(0, "")).notes == 1
    assert not safety.agreed
    safety.agree()
    database.close()
    before = safety.restore()
    assert not safety.agreed
    assert before is not None
    assert safety.stage(before, Job(0, "")).notes == 1


def test_a_library_that_is_not_there_is_said_to_be(safety: Safety) -> None:
    with pytest.raises(StorageError):
        safety.back_up(Job(0, ""))


def test_a_plain_copy_is_kept_where_it_is_wanted(
    papers: Papers, home: Home, tmp_path: Path
) -> None:
    safety = Safety(home, Settings(home.settings))
    safety.mirror_to(tmp_path / "plain")
    assert safety.mirrored
    assert safety.mirror(Job(0, "")) == tmp_path / "plain"
    assert len(plain.folders(tmp_path / "plain")) == 3
    safety.mirror_to(None)
    assert not safety.mirrored


def test_a_plain_copy_is_looked_at_like_a_backup(papers: Papers, home: Home) -> None:
    safety = Safety(home, Settings(home.settings))
    folder = safety.mirror(Job(0, ""))
    preview = safety.stage(folder, Job(0, ""))
    assert preview.lines()[1:] == ["No kept paper, note or mark differs from now."]


def test_the_library_is_looked_over_by_a_program_of_its_own(home: Home) -> None:
    found = '[{"name": "a", "sentence": "A.", "remedy": "B.", "mendable": true}]'
    program = f"import sys; print('{{\"findings\": {found}}}') if '--json' in sys.argv else 0"
    safety = Safety(home, Settings(home.settings), (sys.executable, "-c", program))
    assert safety.examine(Job(0, "")) == [Finding("a", "A.", "B.", mendable=True)]


def test_an_answer_that_is_none_is_said_to_be(home: Home) -> None:
    safety = Safety(home, Settings(home.settings), (sys.executable, "-c", "print('what?')"))
    with pytest.raises(BadDocument):
        safety.examine(Job(0, ""))
