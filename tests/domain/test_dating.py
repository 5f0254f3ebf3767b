"""An entry of a feed stands on a day that can be."""

from datetime import date

import pytest

from paperdesk.domain.dating import believable

TODAY = date(2026, 5, 30)


@pytest.mark.parametrize(
    ("day", "latest", "can_be"),
    [
        (TODAY, TODAY, True),
        (date(1905, 6, 30), TODAY, True),
        (date(1970, 1, 2), TODAY, True),
        (date(1970, 1, 1), TODAY, False),
        (date(1, 1, 1), None, False),
        (date(2100, 1, 1), TODAY, False),
        (date(2100, 1, 1), None, True),
    ],
)
def test_a_clock_that_nobody_set_dates_nothing(
    day: date, latest: date | None, *, can_be: bool
) -> None:
    assert believable(day, latest) is can_be
