"""When sources are due, whatever the clock does."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperdesk.domain.feed import Source, SourceId, SourceKind
from paperdesk.feeds import schedule
from paperdesk.feeds.schedule import LONGEST_PAUSE, LONGEST_RETRY, due_at

NOW = datetime(2026, 5, 30, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
BLOG = Source(SourceId(2), SourceKind.FEED, "Blog", "https://blog.example/feed")
EVER = st.integers(0, 4_102_444_800).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))
"""From 1970 to 2100."""


def test_what_was_never_asked_is_due() -> None:
    assert due_at(BLOG, 60, NOW) == NOW


def test_what_was_read_is_due_after_its_period() -> None:
    read = replace(BLOG, last_success=NOW)
    assert due_at(read, 60, NOW) == NOW + HOUR
    assert due_at(replace(read, period=10), 60, NOW) == NOW + timedelta(minutes=10)


@pytest.mark.parametrize(
    ("source", "setting"),
    [
        (BLOG, 0),
        (replace(BLOG, period=0), 60),
        (replace(BLOG, kind=SourceKind.SAVED_PAGE), 60),
        (replace(BLOG, enabled=False), 60),
    ],
)
def test_some_are_asked_by_hand_only(source: Source, setting: int) -> None:
    assert due_at(source, setting, NOW) is None


def test_a_source_with_its_own_period_is_asked_though_the_others_are_not() -> None:
    assert due_at(replace(BLOG, period=60), 0, NOW) == NOW


@given(last=EVER, now=EVER, failed=st.none() | EVER, minutes=st.integers(1, 60 * 24 * 30))
def test_no_jump_of_the_clock_puts_a_source_off_for_long(
    last: datetime, now: datetime, failed: datetime | None, minutes: int
) -> None:
    source = replace(BLOG, last_success=last, due=failed, period=minutes)
    due = due_at(source, 60, now)
    assert due is not None
    assert due - now <= max(LONGEST_PAUSE, timedelta(minutes=minutes)) * 1.25


def test_what_was_missed_in_a_long_sleep_is_made_up_for_once() -> None:
    asleep = replace(BLOG, last_success=NOW - timedelta(days=9))
    due = due_at(asleep, 60, NOW)
    assert due is not None
    assert due <= NOW
    assert due_at(replace(asleep, last_success=NOW), 60, NOW) == NOW + HOUR


@given(failures=st.integers(0, 1000), chance=st.floats(0, 1), asked=st.floats(-1e9, 1e12))
def test_a_pause_grows_and_has_an_end_and_is_not_shorter_than_asked_for(
    failures: int, chance: float, asked: float
) -> None:
    failing = replace(BLOG, failures=failures)
    pause = schedule.after_failure(failing, NOW, asked=asked, chance=chance) - NOW
    wanted = min(max(asked, 0), LONGEST_PAUSE.total_seconds())
    assert pause.total_seconds() >= wanted - 0.001
    assert schedule.FIRST_RETRY * 0.75 <= pause <= max(LONGEST_RETRY * 1.25, LONGEST_PAUSE)


def test_each_failure_doubles_the_pause() -> None:
    minutes = [
        (schedule.after_failure(replace(BLOG, failures=n), NOW, asked=0, chance=0.5) - NOW)
        // timedelta(minutes=1)
        for n in range(10)
    ]
    assert minutes == [2, 4, 8, 16, 32, 64, 128, 256, 360, 360]


def test_a_source_that_is_asked_daily_is_not_asked_more_often_for_failing() -> None:
    weekly = replace(BLOG, failures=60, period=7 * 24 * 60)
    due = schedule.after_failure(weekly, NOW, asked=0, chance=0.5)
    assert due == NOW + timedelta(days=7)


def test_sources_of_one_host_stand_in_one_line() -> None:
    papers = replace(BLOG, id=SourceId(3), url="https://blog.example/papers")
    other = replace(BLOG, id=SourceId(4), url="https://other.example/feed")
    assert schedule.by_host([BLOG, other, papers]) == {
        "blog.example": (BLOG, papers),
        "other.example": (other,),
    }
