"""A year's days in their cells, by how much was read on them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperdesk.domain.almanac import Almanac, day_words
from paperdesk.domain.pace import Pace

DAY = date(2026, 3, 3)


@given(st.dates(date(1990, 1, 1), date(2090, 12, 31)))
def test_each_day_has_a_cell_of_its_own(day: date) -> None:
    almanac = Almanac(day.year)
    column, row = almanac.cell(day)
    assert almanac.day(column, row) == day
    assert 0 <= column < almanac.weeks <= 54


def test_no_day_stands_outside_the_year() -> None:
    almanac = Almanac(2026)  # begins on a Thursday
    assert almanac.day(0, 2) is None
    assert almanac.day(0, 3) == date(2026, 1, 1)
    assert almanac.day(52, 4) is None


@pytest.mark.parametrize(
    ("minutes", "level"), [(0, 0), (1, 1), (10, 1), (11, 2), (31, 3), (61, 4), (600, 4)]
)
def test_more_minutes_are_a_higher_level(minutes: float, level: int) -> None:
    assert Almanac(2026, {DAY: minutes * 60.0}).level(DAY) == level


def test_steps_end_with_the_year() -> None:
    almanac = Almanac(2026)
    assert almanac.stepped(DAY, 7) == date(2026, 3, 10)
    assert almanac.stepped(DAY, 999) == date(2026, 12, 31)
    assert almanac.stepped(DAY, -999) == date(2026, 1, 1)


def test_a_year_is_told_in_a_line() -> None:
    assert Almanac(2026, {DAY: 4500.0}, Pace(212.0, own=True)).summary() == (
        "1 h 15 min on 1 day · your pace: 212 words a minute"
    )
    assert Almanac(2026).summary().startswith("Nothing was read · a usual pace")


def test_a_day_is_called_as_people_call_it() -> None:
    assert day_words(DAY) == "Tuesday 3 March 2026"
