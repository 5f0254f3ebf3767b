"""A view that is worked off: what comes meanwhile, what is left, and its end."""

from datetime import UTC, date, datetime

import pytest
from PySide6.QtWidgets import QLabel

from paperdesk.domain.feed import Entry, Listing
from paperdesk.domain.paper import Found, PaperId
from paperdesk.domain.shelf import day_shelf
from tests.app.conftest import Desktop

DAY = date(2031, 1, 6)
"""Of which no sample knows anything."""


def publish(desktop: Desktop, *titles: str) -> None:
    """Let the first source list papers of the day now."""
    source = desktop.rooms.feeds.sources()[0]
    entries = tuple(Entry(Found(title), rank) for rank, title in enumerate(titles, 1))
    desktop.rooms.feeds.take(source, [Listing(DAY, datetime.now(UTC), entries)])


@pytest.fixture
def day(desktop: Desktop, request: pytest.FixtureRequest) -> tuple[PaperId, ...]:
    """A day of three papers, shown, all unread."""
    publish(desktop, *(f"{request.node.name} {name}" for name in "abc"))
    desktop.desk.rows.show(day_shelf(DAY))
    desktop.wait(lambda: desktop.parts.papers.shelf() == day_shelf(DAY))
    papers = desktop.desk.rows.all()
    desktop.rooms.library.set_unread(papers, unread=True)
    desktop.wait(lambda: f"{len(papers)} of {len(papers)} left" in said(desktop))
    return papers


def said(desktop: Desktop) -> list[str]:
    pane = desktop.parts.papers
    return [label.text() for label in pane.findChildren(QLabel) if label.isVisibleTo(pane)]


def test_what_is_left_is_counted_while_one_works(
    desktop: Desktop, day: tuple[PaperId, ...]
) -> None:
    desktop.press("e")
    desktop.wait(lambda: f"{len(day) - 1} of {len(day)} left" in said(desktop))
    desktop.press("z")
    desktop.wait(lambda: f"{len(day)} of {len(day)} left" in said(desktop))


def test_with_the_last_unread_paper_the_view_is_reviewed(
    desktop: Desktop, day: tuple[PaperId, ...]
) -> None:
    desktop.press("i")
    desktop.press("e" * (len(day) - 1))
    review = desktop.parts.papers.review
    desktop.wait(lambda: f"You kept 1, dismissed {len(day) - 1}." in review.sentence())
    desktop.press("z")
    desktop.wait(review.isHidden)


def test_papers_that_come_meanwhile_stand_last_and_move_nothing(
    desktop: Desktop, day: tuple[PaperId, ...]
) -> None:
    desktop.press("j")
    publish(desktop, "Quite new, and first in its day")
    desktop.wait(lambda: len(desktop.desk.rows.all()) == len(day) + 1)
    assert desktop.desk.rows.all()[:-1] == day
    assert desktop.parts.papers.view.paper() == day[1]
    desktop.press("A")
    review = desktop.parts.papers.review
    desktop.wait(lambda: review.sentence().startswith("You kept"))
    publish(desktop, "Newer still")
    desktop.wait(lambda: "1 is new since you finished." in review.sentence())
    desktop.press("gL")
    assert desktop.parts.papers.view.paper() == desktop.desk.rows.all()[-1]


def test_a_view_that_was_read_before_ends_nothing(desktop: Desktop) -> None:
    desktop.wait(desktop.parts.papers.review.isHidden)
    assert desktop.rooms.views.standing(desktop.parts.papers.shelf()).finished is None
