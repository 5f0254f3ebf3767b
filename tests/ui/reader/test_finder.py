from typing import Any

import pytest

from paperdesk.domain.errors import BadDocument, Cancelled, Refused
from paperdesk.domain.note import Place
from paperdesk.domain.pages import Document, Find, Match
from paperdesk.reader.sought import Scope, Sought
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
    finder.seek(Sought("spam"), Place(20))
    assert len(fake.waiting(Find)) == AT_ONCE
    assert fake.waiting(Find)[0].request.first == 20


def test_the_first_hit_after_the_place_is_reached_at_once(finder: Finder, fake: FakePages) -> None:
    reached: list[Match] = []
    finder.reached.connect(reached.append)
    fake.hits = (at(3), at(21), at(90))
    finder.seek(Sought("spam"), Place(20))
    fake.answer()
    assert reached == [at(21)]
    assert finder.busy
    fake.answer_all()
    assert (len(finder.hits), finder.hits.current, finder.busy) == (3, 1, False)
    assert reached == [at(21)]


def test_the_next_key_cancels_the_search(finder: Finder, fake: FakePages) -> None:
    finder.seek(Sought("spa"), Place())
    finder.seek(Sought("spam"), Place())
    assert {one.request.needle for one in fake.waiting()} == {"spam"}


def test_an_empty_text_finds_nothing(finder: Finder, fake: FakePages) -> None:
    finder.seek(Sought(""), Place())
    assert fake.waiting() == []
    assert not finder.busy


def test_steps_reach_hit_after_hit(finder: Finder, fake: FakePages) -> None:
    fake.hits = (at(1), at(2))
    finder.seek(Sought("spam"), Place())
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
    finder.seek(Sought("spam"), Place())
    fake.answer()
    fake.errors.clear()
    fake.answer_all()
    assert problems[0] == "Pages 1 to 4 could not be searched."
    assert not finder.busy


def test_closing_is_no_problem(finder: Finder, fake: FakePages) -> None:
    problems: list[str] = []
    finder.problem.connect(problems.append)
    fake.errors[Find] = Cancelled("PaperDesk is closing.")
    finder.seek(Sought("spam"), Place())
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
    finder.seek(Sought("spam"), Place())
    fake.answer_all()
    finder.stop()
    assert (len(finder.hits), finder.needle) == (0, "")


def searched(fake: FakePages) -> list[int]:
    """The pages that are asked for, and answer all that is asked meanwhile."""
    pages: list[int] = []
    while fake.waiting(Find):
        for asked in fake.waiting(Find):
            pages += range(asked.request.first, asked.request.last + 1)
        fake.answer(Find)
    return pages


def test_one_more_letter_is_sought_where_the_text_was_found(
    finder: Finder, fake: FakePages
) -> None:
    fake.hits = (at(3), at(60))
    finder.seek(Sought("spa"), Place())
    fake.answer_all()
    finder.seek(Sought("spam"), Place())
    assert searched(fake) == [3, 60]
    assert len(finder.hits) == 2


def test_one_more_letter_is_sought_where_it_was_not_yet_looked_for(
    finder: Finder, fake: FakePages
) -> None:
    finder.seek(Sought("spa"), Place())
    fake.answer()
    finder.seek(Sought("spam"), Place())
    assert searched(fake) == list(range(8, 100))


@pytest.mark.parametrize(
    "other", [Sought("spam", case=True), Sought("spam", words=True), Sought("xspa"), Sought("sp")]
)
def test_anything_else_is_sought_everywhere(finder: Finder, fake: FakePages, other: Sought) -> None:
    finder.seek(Sought("spa"), Place())
    fake.answer_all()
    finder.seek(other, Place())
    assert len(searched(fake)) == 100


def test_a_bad_pattern_ends_the_search_with_a_sentence(finder: Finder, fake: FakePages) -> None:
    problems: list[str] = []
    finder.problem.connect(problems.append)
    fake.errors[Find] = Refused("This is no regular expression: missing ).")
    finder.seek(Sought("(", regex=True), Place())
    fake.answer()
    assert finder.complaint == "This is no regular expression: missing )."
    assert (finder.busy, fake.waiting(Find), problems) == (False, [], [])
    finder.seek(Sought("x"), Place())
    assert finder.complaint == ""


def test_too_many_hits_end_the_search(finder: Finder, fake: FakePages) -> None:
    fake.hits = tuple(at(page) for page in range(100) for _ in range(300))
    finder.seek(Sought("e"), Place())
    fake.answer_all()
    assert finder.full
    assert not finder.busy
    assert len(finder.hits) < 30_000


def test_a_resting_search_marks_nothing_and_goes_on(finder: Finder, fake: FakePages) -> None:
    fake.hits = (at(1), at(2))
    finder.seek(Sought("spam"), Place())
    fake.answer()
    finder.rest()
    assert (len(finder.shown), fake.waiting(Find)) == (0, [])
    finder.step(1)
    fake.answer_all()
    assert (finder.hits.current, len(finder.shown), finder.busy) == (1, 2, False)


def test_marked_words_do_not_rest_but_end(finder: Finder, fake: FakePages) -> None:
    finder.mark(0, ("alp",))
    fake.answer()
    finder.rest()
    assert len(finder.hits) == 0


def test_only_hits_of_the_part_count(finder: Finder, fake: FakePages) -> None:
    fake.hits = (at(1), at(2, 50.0), at(2, 200.0), at(3))
    finder.seek(Sought("spam"), Place(), Scope("a part", 1, 2, end=(0, 100.0)))
    assert searched(fake) == [1, 2]
    assert [hit.page for hit in (finder.hits[0], finder.hits[1])] == [1, 2]
    assert len(finder.hits) == 2


def test_a_search_goes_before_pages_that_do_not_show(finder: Finder, fake: FakePages) -> None:
    finder.seek(Sought("spam"), Place())
    assert {180 < asked.urgency < 200 for asked in fake.waiting(Find)} == {True}
