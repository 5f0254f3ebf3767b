"""Hours in which nobody wants to be told."""

import pytest

from paperdesk.domain.hours import quiet


@pytest.mark.parametrize(
    ("hours", "at", "still"),
    [
        ("22-7", "23:59", True),
        ("22-7", "06:59", True),
        ("22-7", "07:00", False),
        ("12:30-14:00", "12:29", False),
        ("12:30 – 14", "12:30", True),
        ("12:30 – 14", "14:00", False),
        ("", "03:00", False),
        ("always", "03:00", False),
    ],
)
def test_hours_are_read_as_people_write_them(hours: str, at: str, still: bool) -> None:
    hour, minute = map(int, at.split(":"))
    assert quiet(hours, hour * 60 + minute) is still
