"""How sources are doing, in words."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from paperdesk.domain import health
from paperdesk.domain.feed import Source, SourceId, SourceKind
from paperdesk.domain.health import Sign, Standing, standing

NOW = datetime(2026, 5, 30, 12, tzinfo=UTC)
BLOG = Source(SourceId(2), SourceKind.FEED, "Blog", "https://blog.example/feed")


def before(**span: float) -> datetime:
    return NOW - timedelta(**span)


def test_a_source_that_was_never_asked_says_so() -> None:
    assert standing(BLOG, NOW) == Standing(Sign.NEVER, "Not fetched yet: r fetches it.")


def test_a_source_that_was_read_is_well() -> None:
    well = Standing(Sign.WELL, "Fetched 3 hours ago.")
    assert standing(replace(BLOG, last_success=before(hours=3)), NOW) == well


def test_a_failing_source_says_why_how_often_and_until_when_it_waits() -> None:
    failing = replace(
        BLOG,
        last_error="No answer.",
        last_error_at=before(minutes=1),
        failures=3,
        due=NOW + timedelta(minutes=8),
    )
    said = "Failed 1 minute ago, 3 times in a row: No answer. Next try in 8 minutes."
    assert standing(failing, NOW) == Standing(Sign.FAILING, said)


def test_a_failure_that_was_overcome_is_over() -> None:
    over = replace(BLOG, last_error="No.", last_error_at=before(hours=2), last_success=NOW)
    assert not health.failing(over)
    assert health.failing(replace(over, last_success=before(hours=3)))


@pytest.mark.parametrize(
    ("then", "words"),
    [
        (before(seconds=5), "just now"),
        (before(seconds=-500), "just now"),
        (before(minutes=1), "1 minute ago"),
        (before(hours=23), "23 hours ago"),
        (before(days=3), "on 27 May 2026"),
        (None, "lately"),
    ],
)
def test_how_long_ago(then: datetime | None, words: str) -> None:
    assert health.ago(then, NOW) == words


@pytest.mark.parametrize(
    ("then", "words"),
    [
        (before(days=9), "now"),
        (before(seconds=-100), "in 2 minutes"),
        (before(hours=-5), "in 5 hours"),
        (before(days=-2), "on 1 Jun 2026"),
    ],
)
def test_how_soon(then: datetime, words: str) -> None:
    assert health.ahead(then, NOW) == words


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (0, "by hand"),
        (1, "every minute"),
        (90, "every 90 minutes"),
        (60, "every hour"),
        (360, "every 6 hours"),
        (1440, "every day"),
        (10080, "every 7 days"),
    ],
)
def test_how_often(minutes: int, words: str) -> None:
    assert health.every(minutes) == words
