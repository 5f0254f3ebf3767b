"""The trash, in the words of the commands."""

import time

import pytest

from paperdesk.commands import papers as verbs
from paperdesk.commands import trash
from paperdesk.commands.desk import Desk
from paperdesk.domain.errors import WrongUsage
from paperdesk.domain.paper import PaperId, State
from paperdesk.domain.trash import DAY
from paperdesk.infra.changes import Changes
from paperdesk.infra.paths import Home
from tests.commands.conftest import Screen
from tests.library.rows import Rows


def throw(desk: Desk, screen: Screen, papers: tuple[PaperId, ...]) -> None:
    screen.chosen = papers
    verbs.trash(desk)
    screen.said.clear()


def test_what_was_thrown_away_is_listed_and_put_back(
    desk: Desk, papers: tuple[PaperId, ...], screen: Screen
) -> None:
    desk.notes.write(papers[1], "A thought.")
    screen.chosen = papers[1:2]
    screen.told.clear()
    desk.trash.throw_note(papers[1], 1.0)
    throw(desk, screen, papers[:1])
    screen.picks = ["Paper: Attention"]
    trash.show(desk)
    ((_, options),) = screen.offered
    assert [option.title for option in options] == [
        "Paper: Attention Is All You Need",
        "Note: A thought. · Deep Residual Learning",
    ]
    assert options[0].remark == "today · 30 days left"
    assert desk.library.paper(papers[0]).state is State.NEW
    assert screen.undoable[-1] == "1 thing restored"


def test_a_full_trash_is_listed_page_by_page(
    desk: Desk, papers: tuple[PaperId, ...], screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trash, "PAGE", 2)
    throw(desk, screen, papers)
    screen.picks = ["Older ones…"]
    trash.show(desk)
    (first, newest), (second, oldest) = screen.offered
    assert first == "Trash, things 1 to 2: choose…"
    assert second == "Trash, things 3 to 3: choose…"
    assert [one.title for one in newest][2:] == ["Older ones…"]
    assert len({one.id for one in (*newest[:2], *oldest)}) == 3


def test_chosen_papers_are_put_back(
    desk: Desk, papers: tuple[PaperId, ...], screen: Screen
) -> None:
    throw(desk, screen, papers)
    trash.restore(desk)
    assert screen.said == ["3 things restored"]
    trash.restore(desk)
    assert screen.problems == ["No chosen paper is in the trash."]


def test_emptying_asks_with_numbers_and_says_what_went(
    desk: Desk, papers: tuple[PaperId, ...], screen: Screen
) -> None:
    trash.empty(desk)
    throw(desk, screen, papers[:2])
    screen.yes = False
    trash.empty(desk)
    assert len(desk.trash.listed()) == 2
    screen.yes = True
    trash.empty(desk)
    assert screen.asked[-1].startswith("Delete for good: 2 papers?")
    assert screen.said == ["Deleted for good: 2 things"]


def test_old_things_go_by_themselves_unless_that_is_not_wished(
    desk: Desk, papers: tuple[PaperId, ...], screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    throw(desk, screen, papers[:1])
    screen.answer = "0"
    trash.set_days(desk)
    monkeypatch.setattr(time, "time", lambda: 9e9)
    trash.purge_in_background(desk)
    assert len(desk.trash.listed()) == 1
    screen.answer = "30"
    trash.set_days(desk)
    screen.said.clear()
    trash.purge_in_background(desk)
    assert (desk.trash.listed(), screen.said) == ((), [])


def test_a_clock_that_is_wrong_for_an_hour_deletes_nothing(
    desk: Desk, papers: tuple[PaperId, ...], screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = time.time()
    trash.purge_in_background(desk)
    throw(desk, screen, papers[:1])
    for moment in (4e9, now + DAY, now + 5 * DAY):
        monkeypatch.setattr(time, "time", lambda moment=moment: moment)
        trash.purge_in_background(desk)
        assert len(desk.trash.listed()) == 1
    for days in range(6, 40):
        monkeypatch.setattr(time, "time", lambda days=days: now + days * DAY)
        trash.purge_in_background(desk)
    assert desk.trash.listed() == ()


def test_days_that_are_no_number_are_refused(desk: Desk, screen: Screen) -> None:
    screen.answer = "soon"
    with pytest.raises(WrongUsage, match="no number of days"):
        trash.set_days(desk)


def test_what_was_deleted_for_good_is_not_listed_by_a_step_that_is_done_again(
    desk: Desk, papers: tuple[PaperId, ...], screen: Screen, changes: Changes, home: Home
) -> None:
    home.papers.mkdir(parents=True, exist_ok=True)
    for name in ("own.pdf", "again.pdf"):
        (home.papers / name).write_bytes(b"%PDF")
    with changes.write() as write:
        Rows(write.connection)(
            "entry", source=1, day="2024-01-01", paper=papers[0], rank=1, first_seen=1.0,
            last_seen=1.0,
        )  # fmt: skip
    row = {"paper": papers[0], "digest": "d", "size": 4, "pages": 1, "arrived": 1.0}
    with desk.journal.act("PDFs added", papers[:1]) as edit:
        edit.insert("file", {"id": 1}, {**row, "version": 0, "path": "own.pdf", "chosen": 0})
        edit.insert("file", {"id": 2}, {**row, "version": 1, "path": "again.pdf", "chosen": 0})
    throw(desk, screen, papers[:1])
    trash.empty(desk)
    assert not list(home.papers.glob("*.pdf"))
    (home.papers / "again.pdf").write_bytes(b"%PDF")
    for verb in (verbs.undo, verbs.undo, verbs.redo):
        verb(desk)
    assert desk.library.paper(papers[0]).file == "again.pdf"
    (home.papers / "again.pdf").unlink()
    verbs.undo(desk)
    verbs.redo(desk)
    assert desk.library.paper(papers[0]).file is None
