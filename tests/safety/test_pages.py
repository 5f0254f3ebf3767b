"""A database that is damaged, or has rows and counts that fit nothing, is said to be."""

import os
import sqlite3
from typing import cast

import pytest

from paperdesk.infra import backups
from paperdesk.infra.database import Database
from paperdesk.infra.jobs import Job
from paperdesk.infra.paths import Home
from paperdesk.notes import Notes
from paperdesk.safety import pages
from paperdesk.safety.doctor import Doctor
from tests.safety.conftest import Papers, Spoil, ask, names


def test_a_note_whose_paper_is_gone_gets_a_paper_again(
    doctor: Doctor, papers: Papers, notes: Notes, spoil: Spoil, home: Home
) -> None:
    notes.write(papers[0], "mine", base="")
    spoil(f"DELETE FROM paper WHERE id = {papers[0]}")
    found = doctor.examine(Job(0, ""))
    assert "orphaned-words" in names(found)
    assert doctor.mend(found, Job(0, "")) == []
    title = f"Recovered paper {papers[0]}"
    assert ask(home, "SELECT title FROM note JOIN paper ON id = paper") == [(title,)]
    assert [one.kind for one in backups.listed(home.backups)] == ["before-repair"]


def test_rows_that_belong_to_nothing_are_swept(
    doctor: Doctor, papers: Papers, spoil: Spoil, home: Home
) -> None:
    spoil(
        "INSERT INTO tag (id, name) VALUES (7, 'rl')",
        "INSERT INTO tagging VALUES (99, 7)",
        "INSERT INTO collection VALUES (3, 88, 'Lost', '', 0, 0)",
        f"INSERT INTO membership VALUES (77, {papers[0]}, 0)",
    )
    found = doctor.examine(Job(0, ""))
    assert "3 rows of nothing that is there (collection, membership, tagging)." in [
        one.finding.sentence for one in found
    ]
    assert doctor.mend(found, Job(0, "")) == []
    assert ask(home, "SELECT parent, name FROM collection") == [(None, "Lost")]
    assert ask(home, "SELECT count(*) FROM tagging") == [(0,)]


def test_wrong_counts_are_counted_anew(doctor: Doctor, spoil: Spoil) -> None:
    spoil("UPDATE tally SET papers = 41 WHERE kind = 'state' AND key = 'inbox'")
    found = doctor.examine(Job(0, ""))
    assert names(found) == ["tallies"]
    assert doctor.mend(found, Job(0, "")) == []


def test_a_damaged_database_is_said_and_nothing_is_tried(
    doctor: Doctor, database: Database, home: Home
) -> None:
    with database.write(durable=False) as connection:
        for number in range(3000):
            connection.exec_driver_sql("INSERT INTO tag (name) VALUES (?)", (f"tag {number}",))
    database.close()
    size = home.database.stat().st_size
    with home.database.open("r+b") as file:
        file.seek(size // 2)
        file.write(os.urandom(size // 4))
    (found,) = doctor.examine(Job(0, ""))
    assert (found.finding.name, found.finding.mendable) == ("damaged", False)
    assert "Restore the newest backup" in found.finding.remedy


def test_a_newer_library_is_left_alone(doctor: Doctor, spoil: Spoil) -> None:
    spoil("PRAGMA user_version = 99")
    (found,) = doctor.examine(Job(0, ""))
    assert (found.finding.name, found.finding.mendable) == ("newer", False)


def test_a_disk_that_is_full_is_no_damage() -> None:
    class Full:
        def execute(self, _sql: str) -> object:
            raise sqlite3.OperationalError("disk I/O error")

    with pytest.raises(sqlite3.OperationalError):
        pages.damage(cast(sqlite3.Connection, Full()))
