from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from paperdesk.commands import bookmarks
from paperdesk.commands.desk import Desk
from paperdesk.domain.errors import NothingSelected
from paperdesk.domain.note import Place
from paperdesk.domain.paper import PaperId
from paperdesk.domain.waymark import BookmarkId
from tests.commands.conftest import Screen, with_rooms

Papers = tuple[PaperId, ...]


class Lists:
    """What is under the cursor, and what was offered."""

    def __init__(self) -> None:
        self.here: BookmarkId | None = None
        self.offered: Any = None

    def current(self) -> BookmarkId | None:
        return self.here

    def offer(self, found: object) -> None:
        self.offered = found


@pytest.fixture
def lists() -> Lists:
    return Lists()


@pytest.fixture
def reading(desk: Desk, screen: Screen, papers: Papers, lists: Lists) -> Desk:
    """A desk with the first paper open, and every PDF here."""
    screen.opened = papers[0]
    went: list[object] = screen.told  # type: ignore[assignment]
    spots = SimpleNamespace(
        here=lambda: Place(2, 30.0),
        heading=lambda: "Methods",
        visit=lambda *to: went.append(("visit", *to)),
    )
    here = SimpleNamespace(here=lambda _: Path("a.pdf"))
    return with_rooms(desk, spots=spots, bookmarking=lists, intake=here)


def test_a_place_is_given_the_name_that_was_typed(
    reading: Desk, screen: Screen, papers: Papers
) -> None:
    screen.answer = "The trick"
    bookmarks.add(reading)
    (made,) = reading.bookmarks.of(papers[0])
    assert (made.text, made.page, made.top) == ("The trick", 2, 30.0)
    assert screen.said == ["Bookmarked: The trick"]


def test_who_turns_away_adds_none(reading: Desk, papers: Papers) -> None:
    bookmarks.add(reading)
    assert reading.bookmarks.of(papers[0]) == ()


def test_without_a_paper_there_is_nothing_to_name(reading: Desk, screen: Screen) -> None:
    screen.opened = None
    with pytest.raises(NothingSelected):
        bookmarks.add(reading)


def test_the_lists_are_shown(reading: Desk, screen: Screen, lists: Lists, papers: Papers) -> None:
    bookmarks.show(reading)
    assert ("toggle", "bookmarks") in screen.told
    reading.bookmarks.add(papers[1], Place(), "Deep")
    bookmarks.show_all(reading)
    assert [title for _, title in lists.offered] == ["Deep Residual Learning"]


def test_one_leads_to_its_place(reading: Desk, screen: Screen, papers: Papers) -> None:
    bookmarks.visit(reading, reading.bookmarks.add(papers[1], Place(3, 9.0), "Deep"))
    assert screen.told[-1] == ("visit", papers[1], 3, 9.0)


def test_the_one_under_the_cursor_is_renamed_and_deleted(
    reading: Desk, screen: Screen, lists: Lists, papers: Papers
) -> None:
    made = reading.bookmarks.add(papers[0], Place(), "Old")
    lists.here = made.id
    screen.answer = "New"
    bookmarks.rename(reading)
    assert reading.bookmarks.find(made.id).text == "New"
    bookmarks.drop(reading)
    assert reading.bookmarks.of(papers[0]) == ()


def test_without_a_cursor_it_is_said(reading: Desk) -> None:
    for verb in (bookmarks.rename, bookmarks.drop):
        with pytest.raises(NothingSelected):
            verb(reading)
