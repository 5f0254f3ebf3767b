"""One's own pace once it is known; until then the usual one."""

import pytest

from paperdesk.domain.pace import USUAL, Pace, duration, pace, words_left


def test_the_usual_pace_holds_until_enough_was_read() -> None:
    assert pace(1999, 600) == Pace(USUAL, own=False)
    assert pace(3000, 600) == Pace(300.0, own=True)


@pytest.mark.parametrize(("words", "seconds", "held"), [(9000, 10, 600.0), (2000, 90_000, 40.0)])
def test_a_pace_that_nobody_has_is_held_in_bounds(words: int, seconds: float, held: float) -> None:
    assert pace(words, seconds).words == held


def test_any_words_take_a_minute_and_none_take_none() -> None:
    assert [Pace(200.0).minutes(words) for words in (0, 5, 2800)] == [0, 1, 14]


def test_what_is_left_are_the_words_beyond_the_furthest_page() -> None:
    words = (500, 500, 400)
    assert words_left(words, 0, 0.0, Pace()) == 1400
    assert words_left(words, 2, 600.0, Pace()) == 400


def test_of_the_furthest_page_only_as_much_is_read_as_there_was_time_for() -> None:
    assert words_left((500, 500), 1, 60.0, Pace(200.0)) == 800


def test_a_place_beyond_the_end_leaves_nothing() -> None:
    assert words_left((500,), 5, 0.0, Pace()) == 0
    assert words_left((), 0, 0.0, Pace()) == 0


@pytest.mark.parametrize(
    ("minutes", "told"),
    [(0.2, "under a minute"), (59.6, "1 h"), (14, "14 min"), (135, "2 h 15 min")],
)
def test_minutes_are_told_as_people_say_them(minutes: float, told: str) -> None:
    assert duration(minutes) == told
