"""Backups by command, and a backup that is looked at before it is gone back to."""

from pathlib import Path

import pytest

from paperdesk.commands import safekeeping
from paperdesk.commands.desk import Desk
from paperdesk.domain.paper import PaperId
from paperdesk.safety import Finding
from tests.commands.conftest import Screen


def test_a_backup_is_said_by_name(desk: Desk, screen: Screen, papers: tuple[PaperId, ...]) -> None:
    safekeeping.back_up(desk)
    assert screen.said[0].startswith("Backed up as library-0001-")
    assert screen.said[0].endswith("-by-hand.db")


def test_a_daily_backup_says_nothing(
    desk: Desk, screen: Screen, papers: tuple[PaperId, ...]
) -> None:
    safekeeping.back_up_daily(desk)
    assert (screen.said, screen.problems) == ([], [])
    assert [one.kind for one in desk.safety.backups()] == ["daily"]


def test_going_back_is_agreed_to_after_a_look(
    desk: Desk, screen: Screen, papers: tuple[PaperId, ...]
) -> None:
    safekeeping.back_up(desk)
    screen.picks = ["No. 1", "Go back to it"]
    safekeeping.restore(desk)
    lines = [one.title for one in screen.offered[1][1]]
    assert lines[1].startswith("It holds 0 kept papers of 3")
    assert desk.safety.agreed
    assert ("quit",) in screen.told


def test_a_look_alone_changes_nothing(
    desk: Desk, screen: Screen, papers: tuple[PaperId, ...]
) -> None:
    safekeeping.back_up(desk)
    screen.picks = ["No. 1"]
    safekeeping.restore(desk)
    assert not desk.safety.agreed
    assert screen.told == []


def test_a_file_elsewhere_can_be_chosen_and_what_is_none_is_said(
    desk: Desk, screen: Screen, papers: tuple[PaperId, ...], tmp_path: Path
) -> None:
    (tmp_path / "letter.txt").write_text("Dear all, this is no library at all.")
    screen.files = (tmp_path / "letter.txt",)
    screen.picks = ["Another file"]
    safekeeping.restore(desk)
    assert "cannot be read as a library" in screen.problems[0]


def test_a_copy_in_plain_files_is_kept_and_no_longer(
    desk: Desk, screen: Screen, papers: tuple[PaperId, ...], tmp_path: Path
) -> None:
    safekeeping.toggle_plain(desk)
    assert not desk.safety.mirrored
    screen.folder = tmp_path
    safekeeping.toggle_plain(desk)
    assert (tmp_path / safekeeping.PLAIN / "library.json").is_file()
    safekeeping.toggle_plain(desk)
    assert not desk.safety.mirrored


def test_what_is_wrong_is_listed_before_anything_is_done(
    desk: Desk, screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = [
        Finding("tallies", "2 counts do not fit.", "Count anew.", mendable=True),
        Finding("marks-beyond", "1 mark lies beyond.", "Nothing is done."),
    ]
    asked: list[bool] = []

    def examine(_job: object, *, mend: bool = False) -> list[Finding]:
        asked.append(mend)
        return [] if mend else wrong

    monkeypatch.setattr(desk.safety, "examine", examine)
    safekeeping.check(desk)
    assert asked == [False]
    titles = [one.title for one in screen.offered[0][1]]
    assert titles[0] == "Do what is marked ✓ (1)"
    assert "    ✓ Count anew." in titles
    screen.picks = ["Do what is marked"]
    safekeeping.check(desk)
    assert asked == [False, False, True]
    assert screen.said == ["The library is mended."]
