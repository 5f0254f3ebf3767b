"""The days at the heads of pages."""

from datetime import date

import pytest

from paperdesk.intake.pageday import day_of, is_day, month_and_day


@pytest.mark.parametrize(
    "line", ["Mar 12", "March 12th", "12 March", "Wed, Mar 12", "2025-03-12", "Daily Papers Mar 12"]
)
def test_a_day_is_told(line: str) -> None:
    assert is_day(line)


@pytest.mark.parametrize(
    "line", ["Marching 12", "12", "Mar", "March 12 papers", "Mar 12 " * 20, ""]
)
def test_other_lines_are_no_days(line: str) -> None:
    assert not is_day(line)


@pytest.mark.parametrize(
    ("heading", "day"),
    [
        ("Mar 12, 2025", date(2025, 3, 12)),
        ("12 September 2024", date(2024, 9, 12)),
        ("2025-03-12", date(2025, 3, 12)),
        ("Mar 12", None),
        ("Feb 30, 2025", None),
        ("2025-13-40", None),
        ("nothing", None),
    ],
)
def test_a_heading_with_a_year_is_that_day(heading: str, day: date | None) -> None:
    assert day_of(heading) == day


def test_a_heading_without_a_year_has_a_month_and_a_number() -> None:
    assert month_and_day("Sept. 3rd") == (9, 3)
    assert month_and_day("2025-03-12") is None
