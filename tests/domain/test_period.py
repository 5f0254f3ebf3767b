"""Weeks and months: their days, their names, and what stands beside them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperdesk.domain.period import Period, gaps_words, period_shelf, shown_day, shown_period

FRIDAY = date(2026, 5, 29)
DAYS = st.dates(date(1990, 1, 1), date(2100, 12, 31))


@given(DAYS, st.booleans())
def test_a_day_is_in_its_period_and_in_no_other(day: date, monthly: bool) -> None:
    period = Period.month(day) if monthly else Period.week(day)
    assert period.first <= day <= period.last
    assert period.step(1).first == period.last + timedelta(days=1)
    assert period.step(1).step(-1) == period
    assert shown_period(period.query) == period


def test_a_week_and_a_month_have_names() -> None:
    assert Period.week(FRIDAY).title == "Week 22, 25–31 May 2026"
    assert Period.week(date(2026, 5, 1)).title == "Week 18, 27 April–3 May 2026"
    assert Period.week(date(2027, 1, 1)).title == "Week 53, 28 December 2026–3 January 2027"
    assert Period.month(FRIDAY).title == "May 2026"
    assert (Period.week(FRIDAY).name, Period.month(FRIDAY).name) == ("2026-W22", "2026-05")


def test_a_period_has_no_days_of_the_future() -> None:
    assert Period.week(FRIDAY).days(FRIDAY)[-1] == FRIDAY
    assert len(Period.month(FRIDAY).days(date(2027, 1, 1))) == 31
    assert Period.week(FRIDAY).step(1).days(FRIDAY) == ()


@pytest.mark.parametrize("query", ["", "tag:x", "day:2026", "day:2026-05-01..2026-05-02", "day:.."])
def test_what_is_no_period_is_none(query: str) -> None:
    assert shown_period(query) is None
    assert shown_day(query) is None


def test_a_shelf_of_one_day_tells_its_day() -> None:
    assert shown_day("day:2026-05-29") == FRIDAY
    assert shown_period("day:2026-05-29") is None
    assert period_shelf(Period.month(FRIDAY)).query == "day:2026-05"


def test_the_calendars_end_is_not_passed() -> None:
    assert Period.month(date.max).step(1) == Period.month(date.max)
    assert Period.week(date.min).step(-1) == Period.week(date.min)


def test_gaps_are_said_in_runs() -> None:
    days = [date(2026, 4, 30), date(2026, 5, 1), date(2026, 5, 3), date(2026, 5, 5)]
    assert gaps_words(tuple(days)) == "30 Apr–1 May, 3 May, 5 May"
    assert gaps_words((date(2026, 5, 5), date(2026, 5, 6))) == "5–6 May"
    assert gaps_words(()) == ""
