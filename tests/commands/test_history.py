"""Looking through what was done, and putting any of it back."""

from datetime import date

import pytest

from paperdesk.commands import history
from paperdesk.commands.desk import Desk
from paperdesk.domain.paper import Paper, PaperId, State
from paperdesk.domain.shelf import ALL, Shelf, day_shelf, state_shelf
from tests.commands.conftest import Screen

Papers = tuple[PaperId, ...]


def offered(screen: Screen) -> list[str]:
    """What is offered now."""
    return list(screen.told[-1][2])


def take(screen: Screen, start: str) -> None:
    """Take the first offer that has these words."""
    _, _, options, taken = screen.told[-1]
    taken(next(option for option in options if start in option))


def test_the_steps_are_listed_and_each_tells_what_it_touched(
    desk: Desk, screen: Screen, papers: Papers
) -> None:
    desk.library.set_state(papers[:2], State.DISMISSED)
    desk.library.tag(papers[2:], add=["x"])
    history.show(desk)
    assert [line.split("  ")[1] for line in offered(screen)] == [
        "1 paper tagged +x · A Title Alone",
        "2 papers dismissed · Attention Is All You Need and 1 more",
    ]
    take(screen, "dismissed")
    assert offered(screen) == [
        "Put back: 2 papers dismissed",
        "Put back only: Attention Is All You Need",
        "Put back only: Deep Residual Learning",
        "Go to: Attention Is All You Need (dismissed)",
        "Go to: Deep Residual Learning (dismissed)",
    ]


def test_one_paper_or_all_of_a_step_is_put_back(desk: Desk, screen: Screen, papers: Papers) -> None:
    desk.library.set_state(papers[:2], State.DISMISSED)
    history.show(desk)
    take(screen, "dismissed")
    take(screen, "only: Deep")
    assert [desk.library.paper(paper).state for paper in papers[:2]] == ["dismissed", "new"]
    assert screen.said == ["Put back: 1 paper of “2 papers dismissed”"]
    desk.journal.undo()
    history.show(desk)
    take(screen, "  2 papers dismissed")
    take(screen, "Put back: 2 papers")
    assert [desk.library.paper(paper).state for paper in papers[:2]] == ["new", "new"]


def test_one_goes_to_a_paper_where_it_stands(desk: Desk, screen: Screen, papers: Papers) -> None:
    desk.library.set_state(papers[:1], State.LATER)
    history.show(desk)
    take(screen, "later")
    take(screen, "Go to")
    assert screen.shown == state_shelf(State.LATER)


@pytest.mark.parametrize(
    ("state", "days", "shelf"),
    [
        (State.TRASH, (), state_shelf(State.TRASH)),
        (State.NEW, (date(2026, 5, 28), date(2026, 5, 29)), day_shelf(date(2026, 5, 29))),
        (State.DISMISSED, (), ALL),
    ],
)
def test_a_paper_stands_with_its_state_or_its_day(
    state: State, days: tuple[date, ...], shelf: Shelf
) -> None:
    assert history.home_of(Paper(PaperId(1), "T", days=days, state=state)) == shelf


def test_without_any_step_that_is_said(desk: Desk, screen: Screen) -> None:
    history.show(desk)
    assert screen.problems == ["Nothing was done yet that could be put back."]
