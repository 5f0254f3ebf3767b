from datetime import UTC, date, datetime

import pytest

from paperdesk.domain.revision import Standing, known_version

KEPT = datetime(2026, 5, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("standing", "newest", "published", "known"),
    [
        (Standing(1, 0, KEPT), 2, None, 1),
        (Standing(2, 1, KEPT), 3, None, 1),
        (Standing(3, 3, KEPT), 2, None, 2),
        (Standing(0, 0, KEPT), 2, date(2026, 5, 1), 2),
        (Standing(0, 0, KEPT), 2, date(2026, 5, 11), 1),
        (Standing(0, 0, KEPT), 1, date(2026, 5, 11), 1),
        (Standing(0, 0, KEPT), 4, None, 4),
    ],
)
def test_what_is_known_is_told_by_the_pdf_else_the_source_else_the_day(
    standing: Standing, newest: int, published: date | None, known: int
) -> None:
    assert known_version(standing, newest, published) == known
