"""Whatever is wrong gets a sentence with its remedy, and a remedy loses nothing."""

from pathlib import Path

import pytest

from paperdesk.domain.errors import DiskFull, NotFound
from paperdesk.infra import backups
from paperdesk.infra.jobs import Job
from paperdesk.infra.paths import Home
from paperdesk.safety.doctor import Doctor
from tests.safety.conftest import Papers, Spoil, ask, names


def test_a_healthy_library_has_no_findings(doctor: Doctor) -> None:
    assert doctor.examine(Job(0, "")) == []


def test_where_there_is_no_library_that_is_said(home: Home) -> None:
    with pytest.raises(NotFound):
        Doctor(home, lambda _: True).examine(Job(0, ""))


def test_an_index_that_does_not_fit_is_made_anew(home: Home, papers: Papers) -> None:
    state = home.index / "editions.json"
    state.parent.mkdir()
    state.write_text("{}")
    doctor = Doctor(home, lambda _: not state.exists())
    found = doctor.examine(Job(0, ""))
    assert names(found) == ["index"]
    assert doctor.mend(found, Job(0, "")) == []
    assert not state.exists()


def test_without_a_backup_nothing_is_mended(
    doctor: Doctor, spoil: Spoil, home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> Path:
        raise DiskFull("There is no room.")

    spoil("UPDATE tally SET papers = 41 WHERE kind = 'state' AND key = 'inbox'")
    found = doctor.examine(Job(0, ""))
    monkeypatch.setattr(backups, "take", full)
    with pytest.raises(DiskFull, match="Nothing was mended"):
        doctor.mend(found, Job(0, ""))
    assert names(doctor.examine(Job(0, ""))) == ["tallies"]


def test_a_window_hears_of_what_was_mended(doctor: Doctor, spoil: Spoil, home: Home) -> None:
    spoil("UPDATE tally SET papers = 41 WHERE kind = 'state' AND key = 'inbox'")
    doctor.mend(doctor.examine(Job(0, "")), Job(0, ""))
    told = ask(home, "SELECT event FROM change WHERE origin = 'doctor' ORDER BY id")
    assert told == [("papers",), ("notes",), ("sources",)]
