"""Papers that fit into some minutes: in the order of their groups, begun ones first."""

from hypothesis import given
from hypothesis import strategies as st

from paperdesk.domain.filling import A_PAPER, Candidate, candidate, fill
from paperdesk.domain.pace import Pace
from paperdesk.domain.paper import PaperId
from paperdesk.domain.progress import Progress

PACE = Pace(200.0)


def one(number: int, minutes: int, *, begun: bool = False) -> Candidate:
    return Candidate(PaperId(number), f"Paper {number}", "inbox", 200.0 * minutes, begun=begun)


def test_groups_are_filled_in_their_order_with_what_fits() -> None:
    picks = fill([[one(1, 30)], [one(2, 40), one(3, 10)]], 45, PACE)
    assert [(pick.candidate.paper, pick.minutes) for pick in picks] == [(1, 30), (3, 10)]


def test_what_is_begun_comes_first_the_shortest_rest_before_all() -> None:
    group = [one(1, 10), one(2, 20, begun=True), one(3, 5, begun=True)]
    picks = fill([group], 60, PACE)
    assert [pick.candidate.paper for pick in picks] == [3, 2, 1]


def test_a_paper_of_two_groups_is_read_once() -> None:
    assert len(fill([[one(1, 10)], [one(1, 10)]], 60, PACE)) == 1


def test_a_paper_of_which_nothing_is_left_is_none() -> None:
    assert fill([[one(1, 0)]], 60, PACE) == ()


def test_what_is_left_of_a_counted_paper_lies_beyond_the_furthest_page() -> None:
    progress = Progress().looked([0, 1], 4)
    found = candidate(PaperId(1), "A", "inbox", progress, (500, 500, 400, 0))
    assert (found.words, found.guessed, found.begun) == (400, False, True)


def test_what_nobody_has_counted_is_a_guess() -> None:
    assert candidate(PaperId(1), "A", "inbox", Progress(), None).words == A_PAPER
    known = candidate(PaperId(1), "A", "inbox", Progress().looked([0], 5), ())
    assert (known.words, known.guessed) == (1800, True)


@given(st.lists(st.integers(0, 90)), st.integers(1, 240))
def test_never_more_is_proposed_than_there_is_time(lengths: list[int], minutes: int) -> None:
    group = [one(number, length) for number, length in enumerate(lengths)]
    assert sum(pick.minutes for pick in fill([group], minutes, PACE)) <= minutes
