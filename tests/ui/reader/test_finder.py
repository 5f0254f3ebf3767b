from typing import Any

import pytest

from paperdesk.domain.errors import BadDocument, Cancelled
from paperdesk.domain.note import Place
from paperdesk.domain.pages import Document, Find, Match
from paperdesk.ui.reader.finder import AT_ONCE, Finder
from tests.ui.reader.conftest import FakePages


def at(page: int, top: float = 100.0) -> Match:
    return Match(page, ((50.0, top, 80.0, top + 10),))


@pytest.fixture
def finder(qapp: Any, fake: FakePages, document: Document) -> Finder:
    finder = Finder(fake)
    finder.show(document, 100)
    return finder


def test_pages_are_asked_a_few_at_a_time_from_the_place_on(finder: Finder, fake: FakePages) -> None:
    finder.seek("spam", Place(20))
    assert len(fake.waiting(Find)) == AT_ONCE
    assert fake.waiting(Find)[0].request.first == 20


def test_the_first_hit_after_the_place_is_reached_at_once(finder: Finder, fake: FakePages) -> None:
    reached: list[Match] = []
    finder.reached.connect(reached.append)
    fake.hits = (at(3), at(21), at(90))
    finder.seek("spam", Place(20))
    fake.answer()
    assert reached == [at(21)]
    assert finder.busy
    fake.answer_all()
    assert (len(finder.hits), finder.hits.current, finder.busy) == (3, 1, False)
    assert reached == [at(21)]


def test_the_next_key_cancels_the_search(finder: Finder, fake: FakePages) -> None:
    finder.seek("spa", Place())
    finder.seek("spam", Place())
    assert {one.request.needle for one in fake.waiting()} == {"spam"}


def test_an_empty_text_finds_nothing(finder: Finder, fake: FakePages) -> None:
    finder.seek("", Place())
    assert fake.waiting() == []
    assert not finder.busy


def test_steps_reach_hit_after_hit(finder: Finder, fake: FakePages) -> None:
    fake.hits = (at(1), at(2))
    finder.seek("spam", Place())
    fake.answer_all()
    reached: list[Match] = []
    finder.reached.connect(reached.append)
    finder.step(1)
    finder.step(1)
    finder.step(-1)
    assert [match.page for match in reached] == [2, 1, 2]


def test_pages_that_cannot_be_searched_are_said_and_passed(finder: Finder, fake: FakePages) -> None:
    problems: list[str] = []
    finder.problem.connect(problems.append)
    fake.errors[Find] = BadDocument("Pages 1 to 4 could not be searched.")
    finder.seek("spam", Place())
    fake.answer()
    fake.errors.clear()
    fake.answer_all()
    assert problems[0] == "Pages 1 to 4 could not be searched."
    assert not finder.busy


def test_closing_is_no_problem(finder: Finder, fake: FakePages) -> None:
    problems: list[str] = []
    finder.problem.connect(problems.append)
    fake.errors[Find] = Cancelled("PaperDesk is closing.")
    finder.seek("spam", Place())
    fake.answer_all()
    assert problems == []


def test_words_of_a_search_are_marked_on_their_page(finder: Finder, fake: FakePages) -> None:
    reached: list[Match] = []
    finder.reached.connect(reached.append)
    finder.mark(0, ("gam", "alp"))
    fake.answer()
    assert len(finder.hits) == 2
    assert reached[0].page == 0


def test_a_stopped_search_leaves_no_marks(finder: Finder, fake: FakePages) -> None:
    fake.hits = (at(1),)
    finder.seek("spam", Place())
    fake.answer_all()
    finder.stop()
    assert (len(finder.hits), finder.needle) == (0, "")
