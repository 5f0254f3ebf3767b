"""Counts that move are said in few letters."""

from datetime import UTC, datetime

import pytest

from paperdesk.domain.momentum import Momentum, Reading
from paperdesk.ui.movement import climb, curve, gain, moment

NOW = datetime(2026, 5, 29, 10, 42, tzinfo=UTC)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ((), ""),
        ((1, 2), ""),
        ((5, 5, 5), ""),
        ((0, 7, 14), "▁▄█"),
        (tuple(range(8)), "▁▂▃▄▅▆▇█"),
        (tuple(range(100)), "▁▁▂▃▅▆▇█"),
    ],
)
def test_a_curve_has_a_bar_for_each_reading(values: tuple[int, ...], expected: str) -> None:
    assert curve(values) == expected


def test_what_came_since_the_last_visit_is_said_and_what_did_not_is_not() -> None:
    readings = (Reading(100, 30, 1), Reading(200, 44, 1))
    said = [gain(Momentum(readings, since=since)) for since in (150, 200, None)]
    assert said == ["+14", "", ""]


def test_places_are_said_with_their_direction() -> None:
    said = [climb(Momentum(places=places)) for places in ((5, 2), (2, 5), (2, 2))]
    assert said == ["▲3", "▼3", ""]


def test_a_moment_has_its_day_unless_that_is_today() -> None:
    assert moment(NOW.timestamp(), NOW) == "10:42"
    assert moment(NOW.timestamp() - 86400, NOW) == "10:42 on 28 May"
    assert moment(NOW.timestamp() - 365 * 86400, NOW) == "10:42 on 29 May 2025"
