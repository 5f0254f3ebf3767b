"""Working off a view, and marking much of it as read."""

from collections.abc import Callable

import pytest

from paperdesk.commands import triage
from paperdesk.commands.desk import Desk
from paperdesk.commands.papers import MANY
from paperdesk.domain.errors import NotFound
from paperdesk.domain.paper import Found, PaperId
from paperdesk.domain.shelf import Shelf, day_shelf
from paperdesk.infra.changes import Changes
from tests.commands.conftest import NOW, Screen

Papers = tuple[PaperId, ...]


def unread(desk: Desk, papers: Papers) -> list[bool]:
    return [paper.unread for paper in desk.library.papers(papers)]


def test_a_view_is_marked_as_read_in_one_step(desk: Desk, screen: Screen, papers: Papers) -> None:
    desk.library.set_unread(papers[:1], unread=False)
    screen.chosen = papers
    triage.read_view(desk)
    assert unread(desk, papers) == [False, False, False]
    assert screen.said == ["2 papers marked as read"]
    assert desk.journal.undo() == "2 papers marked as read"
    assert unread(desk, papers) == [False, True, True]


@pytest.mark.parametrize(
    ("verb", "read"),
    [(triage.read_above, [False, True, True]), (triage.read_below, [True, True, False])],
)
def test_what_is_above_or_below_the_cursor_is_marked_as_read(
    desk: Desk, screen: Screen, papers: Papers, verb: Callable[[Desk], None], read: list[bool]
) -> None:
    screen.above, screen.below = papers[:1], papers[2:]
    verb(desk)
    assert unread(desk, papers) == read


def test_where_nothing_is_unread_that_is_said(desk: Desk, screen: Screen) -> None:
    triage.read_above(desk)
    assert screen.said == ["Nothing above the cursor is unread."]
    assert desk.journal.undo() is None


@pytest.mark.parametrize("yes", [True, False])
def test_of_many_papers_it_is_asked_once(
    desk: Desk, screen: Screen, changes: Changes, *, yes: bool
) -> None:
    founds = [Found(f"Paper {number}") for number in range(MANY + 1)]
    with changes.write() as write:
        screen.chosen = tuple(taken.paper for taken in desk.library.take(write, founds, 1.0))
    screen.yes = yes
    triage.read_view(desk)
    assert screen.asked == ["Mark read: 51 papers at once?"]
    assert any(unread(desk, screen.chosen)) is not yes


def test_space_scrolls_the_abstract_as_long_as_it_goes_on(
    desk: Desk, screen: Screen, papers: Papers
) -> None:
    screen.chosen = papers[:1]
    triage.scroll_on(desk)
    triage.scroll_back(desk)
    assert screen.told == [("scroll_abstract", 1), ("scroll_abstract", -1)]
    assert unread(desk, papers[:1]) == [True]


def test_at_its_end_the_paper_is_read_and_the_next_unread_follows(
    desk: Desk, screen: Screen, papers: Papers
) -> None:
    screen.chosen, screen.more = papers[:1], False
    triage.scroll_on(desk)
    assert screen.told == [("scroll_abstract", 1), ("next_unread", 1)]
    assert unread(desk, papers) == [False, True, True]
    triage.scroll_on(desk)
    assert screen.said == ["1 paper marked as read"]


def test_what_was_kept_of_a_view_is_a_view(desk: Desk, screen: Screen) -> None:
    screen.shown = day_shelf(NOW.date())
    triage.kept(desk)
    assert screen.shown == Shelf(
        "Kept of Friday 29 May 2026", "(day:2026-05-29) in:library", day_shelf(NOW.date()).order
    )


def test_without_latecomers_there_is_a_word(desk: Desk, screen: Screen) -> None:
    triage.late(desk)
    screen.more = False
    with pytest.raises(NotFound, match="Nothing unread was added late"):
        triage.late(desk)
