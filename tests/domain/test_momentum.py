"""How counts move, in figures."""

from dataclasses import replace

from paperdesk.domain.momentum import Momentum, Reading

MOVED = Momentum((Reading(10, 4, 9), Reading(20, None, 9), Reading(30, 11, 5)), 40.0)


def test_the_upvotes_since_a_moment_are_counted_from_the_last_reading_before_it() -> None:
    assert MOVED.gained(25) == 7
    assert MOVED.gained(30) == 0


def test_what_came_only_after_a_moment_is_no_gain() -> None:
    assert MOVED.gained(5) == 0
    assert Momentum().gained(5) == 0


def test_a_reading_that_tells_no_upvotes_is_no_point() -> None:
    assert MOVED.upvotes() == (4, 11)


def test_a_smaller_place_is_a_higher_one() -> None:
    assert Momentum(places=(9, 5)).climbed() == 4
    assert Momentum(places=(5, 9)).climbed() == -4
    assert Momentum().climbed() == 0


def test_what_rose_since_the_last_visit_is_counted_and_on_the_first_visit_nothing() -> None:
    assert replace(MOVED, since=25).risen() == 7
    assert MOVED.risen() == 0
