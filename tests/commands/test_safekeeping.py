"""Backups by command, and a backup that is looked at before it is gone back to."""

from pathlib import Path

from paperdesk.commands import safekeeping
from paperdesk.commands.desk import Desk
from paperdesk.domain.paper import PaperId
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
