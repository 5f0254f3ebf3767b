"""The trash, in the words of the commands."""

import time

import pytest

from paperdesk.commands import papers as verbs
from paperdesk.commands import trash
from paperdesk.commands.desk import Desk
from paperdesk.domain.errors import WrongUsage
from paperdesk.domain.paper import PaperId, State
from tests.commands.conftest import Screen


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


def test_days_that_are_no_number_are_refused(desk: Desk, screen: Screen) -> None:
    screen.answer = "soon"
    with pytest.raises(WrongUsage, match="no number of days"):
        trash.set_days(desk)
