"""A visit goes on over short pauses, and begins anew after a long one."""

from paperdesk.domain.visit import PAUSE, Visit

MORNING = 1_000_000.0
EVENING = MORNING + 8 * 3600


def test_before_the_first_visit_there_was_none() -> None:
    assert Visit(MORNING).since(MORNING + 60) is None


def test_a_short_pause_does_not_end_a_visit() -> None:
    visit = Visit(MORNING, 5.0).seen(MORNING + PAUSE)
    assert (visit.last, visit.since(MORNING + PAUSE + 1)) == (MORNING + PAUSE, 5.0)


def test_after_a_long_pause_what_came_since_the_last_sign_is_news() -> None:
    assert Visit(MORNING, 5.0).since(EVENING) == MORNING
    assert Visit(MORNING, 5.0).seen(EVENING) == Visit(EVENING, MORNING)


def test_a_clock_that_was_set_back_forgets_nothing() -> None:
    assert Visit(EVENING, MORNING).seen(MORNING) == Visit(EVENING, MORNING)
