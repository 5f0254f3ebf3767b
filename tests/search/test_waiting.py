from collections.abc import Iterator
from typing import Any

import pytest

from paperdesk.search.waiting import Waiting

Books = Any


@pytest.fixture
def waiting(books: Books) -> Iterator[Waiting]:
    waiting = Waiting(books.home.database)
    yield waiting
    waiting.close()


def test_a_thing_that_changed_twice_waits_once(books: Books, waiting: Waiting) -> None:
    paper = books.paper("Old")
    books.change("UPDATE paper SET title = 'New' WHERE id = ?", paper)
    (item,) = waiting.first(("paper",), 10)
    assert (item.kind, item.ref, len(item.seqs)) == ("paper", str(paper), 2)
    assert waiting.count() == 1


def test_what_changes_meanwhile_waits_on(books: Books, waiting: Waiting) -> None:
    paper = books.paper("Old")
    items = waiting.first(("paper",), 10)
    books.change("UPDATE paper SET title = 'New' WHERE id = ?", paper)
    waiting.done(items)
    assert waiting.any()


def test_who_came_first_is_first(books: Books, waiting: Waiting) -> None:
    papers = [books.paper(title) for title in "abc"]
    books.note(papers[0], "note")
    assert [item.ref for item in waiting.first(("paper",), 2)] == [str(papers[0]), str(papers[1])]
    assert [item.kind for item in waiting.first(("note", "file"), 2)] == ["note"]


def test_everything_can_be_made_to_wait(books: Books, waiting: Waiting) -> None:
    paper = books.paper("a")
    books.note(paper, "note")
    books.highlight("h", paper, "passage")
    books.file(paper, ["page"])
    waiting.done(waiting.first(("paper", "note", "highlight", "file"), 10))
    assert not waiting.any()
    last = waiting.everything()
    assert waiting.count() == 4
    assert not waiting.reached(last)
    waiting.done(waiting.first(("paper", "note", "highlight", "file"), 10))
    assert waiting.reached(last)
