"""Time counts while somebody stirs, and no more than a minute after."""

from datetime import date

import pytest

from paperdesk.domain.focus import Read, Sight, Sitting, Spell, Stopwatch, told_of_day
from paperdesk.domain.paper import PaperId


def test_nothing_counts_before_anybody_stirs() -> None:
    assert Stopwatch().beat(100.0) == 0.0


def test_the_time_between_two_stirs_counts() -> None:
    watch = Stopwatch()
    assert watch.stir(100.0) == 0.0
    assert watch.stir(130.0) == 30.0


def test_no_more_than_a_minute_counts_after_a_stir() -> None:
    watch = Stopwatch()
    watch.stir(100.0)
    assert watch.stir(1000.0) == 60.0
    assert watch.stir(1010.0) == 10.0


def test_beats_count_the_same_seconds_once() -> None:
    watch = Stopwatch()
    watch.stir(0.0)
    assert [watch.beat(now) for now in (20.0, 50.0, 70.0, 80.0)] == [20.0, 30.0, 10.0, 0.0]
    assert watch.stir(90.0) == 0.0


def test_a_clock_that_goes_back_takes_nothing_away() -> None:
    watch = Stopwatch()
    watch.stir(100.0)
    assert watch.beat(50.0) == 0.0


def test_nothing_counts_once_it_is_stopped() -> None:
    watch = Stopwatch()
    watch.stir(0.0)
    assert watch.stop(5.0) == 5.0
    assert watch.beat(50.0) == 0.0
    assert watch.stir(60.0) == 0.0


def test_seconds_are_shared_by_the_pages_in_sight() -> None:
    sitting = Sitting(10)
    sitting.spend(Sight((2, 3)), 8.0)
    assert (sitting.on(2), sitting.on(3)) == (4.0, 4.0)
    assert sitting.looked() == {2, 3}


def test_a_page_that_flew_by_was_not_looked_at() -> None:
    sitting = Sitting(10)
    sitting.spend(Sight((4,)), 1.0)
    assert not sitting.looked()
    sitting.spend(Sight((4,)), 2.0)
    assert sitting.looked() == {4}


def test_words_count_once_when_reading_them_so_fast_is_possible() -> None:
    sitting = Sitting(1, words=(500,))
    sitting.spend(Sight((0,), "Method"), 40.0)
    assert sitting.take() == (Spell("Method", 40.0, 0),)
    sitting.spend(Sight((0,), "Method"), 20.0)
    sitting.spend(Sight((0,), "Method"), 60.0)
    assert sitting.take() == (Spell("Method", 80.0, 500),)


def test_what_was_taken_is_not_taken_again() -> None:
    sitting = Sitting(3)
    sitting.spend(Sight((0,), "Introduction"), 5.0)
    sitting.spend(Sight((1,), "Method"), 7.0)
    assert {spell.section: spell.seconds for spell in sitting.take()} == {
        "Introduction": 5.0,
        "Method": 7.0,
    }
    assert sitting.take() == ()


@pytest.mark.parametrize(("pages", "seconds"), [((), 5.0), ((1,), 0.0), ((1,), -3.0)])
def test_nothing_is_spent_on_nothing(pages: tuple[int, ...], seconds: float) -> None:
    sitting = Sitting(3)
    sitting.spend(Sight(pages), seconds)
    assert sitting.take() == ()


def test_a_day_is_told_with_its_papers_and_their_sections() -> None:
    day = date(2026, 3, 3)
    assert told_of_day(day, []) == "Tuesday 3 March 2026: nothing was read."
    sections = (("Method", 1200.0), ("", 300.0), ("Results", 10.0))
    reads = [Read(PaperId(1), "Curves", 1510.0, sections), Read(PaperId(2), "Others", 60.0)]
    assert told_of_day(day, reads).splitlines() == [
        "Tuesday 3 March 2026: 26 min",
        "25 min · Curves (Method 20 min)",
        "1 min · Others",
    ]
