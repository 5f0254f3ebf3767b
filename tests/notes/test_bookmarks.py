"""Named places, on a library on disk."""

from datetime import UTC, datetime

import pytest

from paperdesk.domain.errors import NotFound
from paperdesk.domain.note import Place
from paperdesk.domain.paper import PaperId
from paperdesk.infra.changes import Changes
from paperdesk.infra.journal import Journal
from paperdesk.notes import Bookmarks
from paperdesk.notes.bookmarks import LONGEST
from tests.notes.test_service import add_paper


class Clock:
    hour = 0

    def __call__(self) -> datetime:
        self.hour += 1
        return datetime(2026, 3, 12, self.hour, tzinfo=UTC)


@pytest.fixture
def bookmarks(changes: Changes, journal: Journal) -> Bookmarks:
    return Bookmarks(changes, journal, now=Clock())


@pytest.fixture
def paper(changes: Changes) -> PaperId:
    return add_paper(changes, "vaswani2017")


def test_they_stand_in_reading_order(bookmarks: Bookmarks, paper: PaperId) -> None:
    later = bookmarks.add(paper, Place(4, 10.0), "Results")
    sooner = bookmarks.add(paper, Place(1, 300.0), "  A \n method ")
    assert bookmarks.of(paper) == (sooner, later)
    assert sooner.text == "A method"


def test_those_of_the_library_come_with_their_titles_the_newest_first(
    bookmarks: Bookmarks, paper: PaperId, changes: Changes
) -> None:
    other = add_paper(changes, "he2016")
    first = bookmarks.add(paper, Place(), "One")
    second = bookmarks.add(other, Place(), "Two")
    assert [bookmark for bookmark, _ in bookmarks.all()] == [second, first]
    assert all(title for _, title in bookmarks.all())


def test_a_name_is_changed_and_comes_back(
    bookmarks: Bookmarks, paper: PaperId, journal: Journal
) -> None:
    made = bookmarks.add(paper, Place(), "One")
    bookmarks.rename(made.id, "Another")
    assert bookmarks.find(made.id).text == "Another"
    assert journal.undo() == "Rename bookmark"
    assert bookmarks.find(made.id).text == "One"


def test_one_that_is_deleted_comes_back(
    bookmarks: Bookmarks, paper: PaperId, journal: Journal
) -> None:
    made = bookmarks.add(paper, Place(), "One")
    bookmarks.drop(made.id)
    assert bookmarks.of(paper) == ()
    assert bookmarks.all() == ()
    with pytest.raises(NotFound):
        bookmarks.find(made.id)
    journal.undo()
    assert bookmarks.of(paper) == (made,)


def test_a_text_is_neither_empty_nor_endless(bookmarks: Bookmarks, paper: PaperId) -> None:
    assert bookmarks.add(paper, Place(), " ").text == "Bookmark"
    assert len(bookmarks.add(paper, Place(), "x" * 999).text) == LONGEST
