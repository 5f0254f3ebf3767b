"""A view that is worked off: what comes meanwhile, what is left, and its end."""

import itertools
import random
from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from paperdesk.domain.feed import Entry, Listing
from paperdesk.domain.paper import Found, PaperId, State
from paperdesk.domain.shelf import day_shelf
from paperdesk.infra.bus import Bus
from paperdesk.infra.changes import Changes
from paperdesk.infra.database import Database
from paperdesk.infra.journal import Journal
from paperdesk.library import Library
from tests.app.conftest import Desktop

DAYS = itertools.count(date(2031, 1, 6).toordinal())
"""Of which no sample knows anything."""


def publish(desktop: Desktop, day: date, *titles: str) -> None:
    """Let the first source list papers of a day now."""
    source = desktop.rooms.feeds.roster.sources()[0]
    found = (Found(f"{title} of {day}") for title in titles)
    entries = tuple(Entry(one, rank) for rank, one in enumerate(found, 1))
    desktop.rooms.feeds.take(source, [Listing(day, datetime.now(UTC), entries)])


@pytest.fixture
def day(desktop: Desktop) -> date:
    """A day of three papers, shown, all unread."""
    day = date.fromordinal(next(DAYS))
    publish(desktop, day, "One", "Two", "Three")
    desktop.desk.rows.show(day_shelf(day))
    desktop.wait(lambda: "3 of 3 left" in said(desktop))
    return day


def said(desktop: Desktop) -> list[str]:
    pane = desktop.parts.papers
    return [label.text() for label in pane.findChildren(QLabel) if label.isVisibleTo(pane)]


def test_what_is_left_is_counted_while_one_works(desktop: Desktop, day: date) -> None:
    desktop.press("e")
    desktop.wait(lambda: "2 of 3 left" in said(desktop))
    desktop.press("z")
    desktop.wait(lambda: "3 of 3 left" in said(desktop))


def test_with_the_last_unread_paper_the_view_is_reviewed(desktop: Desktop, day: date) -> None:
    review = desktop.parts.papers.review
    desktop.press("iee")
    desktop.wait(lambda: review.sentence() == "You kept 1, dismissed 2.")
    desktop.press("z")
    desktop.wait(review.isHidden)


def test_papers_that_come_meanwhile_stand_last_and_move_nothing(
    desktop: Desktop, day: date
) -> None:
    before, review = desktop.desk.rows.all(), desktop.parts.papers.review
    desktop.press("j")
    publish(desktop, day, "Quite new, and first")
    desktop.wait(lambda: len(desktop.desk.rows.all()) == 4)
    assert desktop.desk.rows.all()[:-1] == before
    assert desktop.parts.window.toast.sentence() == "1 added below: gL goes there"
    assert desktop.parts.papers.view.paper() == before[1]
    desktop.press("A")
    desktop.wait(lambda: review.sentence() == "You kept 0, read 4.")
    publish(desktop, day, "Newer still")
    desktop.wait(lambda: "1 is new since you finished." in review.sentence())
    desktop.wait(lambda: len(desktop.desk.rows.all()) == 5)
    desktop.press("gL")
    assert desktop.parts.papers.view.paper() == desktop.desk.rows.all()[-1]


def test_a_view_that_was_worked_off_elsewhere_is_reviewed_when_it_is_opened(
    desktop: Desktop, day: date
) -> None:
    other = date.fromordinal(next(DAYS))
    publish(desktop, other, "One")
    (paper,) = desktop.rooms.library.ids(day_shelf(other))
    desktop.rooms.library.set_state([PaperId(paper)], State.DISMISSED)
    desktop.desk.rows.show(day_shelf(other))
    review = desktop.parts.papers.review
    desktop.wait(lambda: review.sentence() == "You kept 0, dismissed 1.")


def test_a_view_that_was_read_before_ends_nothing(desktop: Desktop) -> None:
    desktop.wait(desktop.parts.papers.review.isHidden)
    assert desktop.rooms.views.standing(desktop.parts.papers.shelf()).finished is None


@pytest.fixture
def elsewhere(desktop: Desktop) -> Iterator[Library]:
    """The same library, as another process has it."""
    database = Database(desktop.rooms.home.database)
    changes = Changes(database, Bus())
    yield Library(changes, Journal(changes))
    database.close()


@pytest.mark.parametrize("seed", range(3))
def test_whatever_happens_at_once_no_row_moves_and_nothing_is_lost(
    desktop: Desktop, day: date, elsewhere: Library, seed: int
) -> None:
    hand, titles, rows = random.Random(seed), ["One", "Two", "Three"], desktop.desk.rows
    shown = list(rows.all())
    for number in range(30):
        what = hand.choice(["e", "i", "s", "j", "k", "z", "publish", "elsewhere", "reload"])
        if what == "publish":
            titles.insert(hand.randrange(len(titles)), f"Late {number}")
            publish(desktop, day, *titles)
        elif what == "elsewhere":
            elsewhere.set_state([hand.choice(shown)], State.LATER)
        elif what == "reload":
            rows.reload()
        else:
            at = desktop.parts.papers.view.row()
            desktop.press(what)
            moved = desktop.parts.papers.view.row() - at
            assert abs(moved) <= 1
        before, cursor = shown, desktop.parts.papers.view.paper()
        QTest.qWait(hand.choice([0, 5, 150]))
        shown = list(rows.all())
        assert shown[: len(before)] == before
        assert desktop.parts.papers.view.paper() == cursor
    desktop.wait(lambda: len(rows.all()) == len(titles))
    desktop.wait(lambda: not desktop.session._jobs.running())
    held = desktop.rooms.library.papers(rows.all())
    assert {paper.title for paper in held} == {f"{title} of {day}" for title in titles}
