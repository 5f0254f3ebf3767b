"""Going from shelf to shelf and day to day."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace

import pytest

from paperdesk.commands import go
from paperdesk.commands.desk import Desk
from paperdesk.domain.errors import NotFound
from paperdesk.domain.feed import Merged, Source, SourceId, SourceKind
from paperdesk.domain.paper import PaperId
from paperdesk.domain.period import Period, period_shelf
from paperdesk.domain.shelf import ALL, day_shelf, source_shelf
from tests.commands.conftest import Screen, with_rooms

DAYS = [date(2026, 5, 29), date(2026, 5, 27), date(2026, 5, 26)]


def having(sources: list[Source]) -> SimpleNamespace:
    """Feeds from these sources."""
    return SimpleNamespace(roster=SimpleNamespace(sources=lambda: sources))


def on_days(
    desk: Desk, days: list[date], fetched: list[date] | None = None, *, listed: int = 1
) -> Desk:
    """The desk with a feed of these days; of others, so many have to be asked to find papers."""
    daily = Source(SourceId(1), SourceKind.HUGGINGFACE, "Daily", "h")

    def refresh(_source: Source, day: date, _job: object) -> Merged:
        assert fetched is not None
        fetched.append(day)
        return Merged(0, 0, (PaperId(1),) if len(fetched) >= listed else ())

    def day_near(day: date, step: int) -> date | None:
        if step < 0:
            return max((one for one in days if one < day), default=None)
        return min((one for one in days if one > day), default=None)

    feeds = SimpleNamespace(
        day_near=day_near,
        newest_day=lambda: max(days, default=None),
        roster=SimpleNamespace(sources=lambda: [daily]),
        refresh=refresh,
    )
    return with_rooms(desk, feeds=feeds)


@pytest.mark.parametrize(
    ("verb", "told"),
    [
        (go.down, ("move", 1)),
        (go.up, ("move", -1)),
        (go.first, ("go", 0)),
        (go.last, ("go", -1)),
        (go.next_unread, ("next_unread", 1)),
        (go.previous_unread, ("next_unread", -1)),
        (go.select, ("toggle_selected",)),
        (go.select_range, ("toggle_range",)),
        (go.select_all, ("select_all",)),
        (go.search, ("focus_search",)),
        (go.leave, ("close",)),
    ],
)
def test_a_motion_is_the_lists(
    desk: Desk, screen: Screen, verb: Callable[[Desk], None], told: tuple[object, ...]
) -> None:
    verb(desk)
    assert screen.told == [told]


@pytest.mark.parametrize(
    ("verb", "query"),
    [
        (go.inbox, "state:inbox"),
        (go.later, "state:later"),
        (go.shortlist, "state:shortlist"),
        (go.archive, "state:archive"),
        (go.trash, "state:trash"),
        (go.all_papers, ALL.query),
    ],
)
def test_a_shelf_is_shown(
    desk: Desk, screen: Screen, verb: Callable[[Desk], None], query: str
) -> None:
    verb(desk)
    assert screen.shown.query == query


def test_the_newest_day_is_shown(desk: Desk, screen: Screen) -> None:
    go.newest_day(on_days(desk, DAYS))
    assert screen.shown == day_shelf(DAYS[0])


def test_days_without_papers_are_passed_over(desk: Desk, screen: Screen) -> None:
    screen.shown = day_shelf(DAYS[0])
    go.previous_day(on_days(desk, DAYS))
    assert screen.shown == day_shelf(DAYS[1])
    go.next_day(on_days(desk, DAYS))
    assert screen.shown == day_shelf(DAYS[0])


def test_after_today_there_is_no_day(desk: Desk, screen: Screen) -> None:
    today = datetime.now(UTC).date()
    screen.shown = day_shelf(today)
    go.next_day(on_days(desk, [today, *DAYS]))
    assert screen.said == ["This is today: no day comes after it yet."]


def test_before_today_the_day_that_comes_next_is_fetched(desk: Desk, screen: Screen) -> None:
    fetched: list[date] = []
    screen.shown = day_shelf(DAYS[0])
    go.next_day(on_days(desk, DAYS, fetched))
    assert fetched == [date(2026, 5, 30)]
    assert screen.shown == day_shelf(date(2026, 5, 30))


@pytest.mark.parametrize(
    ("verb", "last"), [(go.next_day, date(2026, 6, 1)), (go.previous_day, date(2026, 5, 23))]
)
def test_days_that_list_nothing_are_passed_over(
    desk: Desk, screen: Screen, verb: Callable[[Desk], None], last: date
) -> None:
    fetched: list[date] = []
    screen.shown = day_shelf(DAYS[0] if verb is go.next_day else DAYS[-1])
    verb(on_days(desk, DAYS, fetched, listed=3))
    assert (len(fetched), fetched[-1]) == (3, last)
    assert screen.shown == day_shelf(last)


def test_after_a_fortnight_of_nothing_one_may_go_on(desk: Desk, screen: Screen) -> None:
    fetched: list[date] = []
    screen.shown = day_shelf(DAYS[-1])
    go.previous_day(on_days(desk, DAYS, fetched, listed=99))
    assert screen.shown == day_shelf(fetched[-1]) == day_shelf(date(2026, 5, 12))


def test_no_day_to_come_is_asked_for(desk: Desk, screen: Screen) -> None:
    today, fetched = datetime.now(UTC).date(), list[date]()
    screen.shown = day_shelf(today - timedelta(days=2))
    go.next_day(on_days(desk, DAYS, fetched, listed=99))
    assert fetched == [today - timedelta(days=1), today]


def test_without_any_day_the_key_that_helps_is_named(desk: Desk, screen: Screen) -> None:
    go.newest_day(on_days(desk, []))
    assert screen.said == ["No day has been fetched yet: R fetches the newest."]


def test_weeks_and_months_follow_each_other_up_to_now(desk: Desk, screen: Screen) -> None:
    today = datetime.now(UTC).date()
    for verb, period in ((go.week, Period.week(today)), (go.month, Period.month(today))):
        verb(desk)
        assert screen.shown == period_shelf(period)
        go.next_day(desk)
        assert "none comes after it yet" in screen.said[-1]
        go.previous_day(desk)
        assert screen.shown == period_shelf(period.step(-1))
        go.next_day(desk)
        assert screen.shown == period_shelf(period)


def test_sources_follow_each_other(desk: Desk, screen: Screen) -> None:
    sources = [Source(SourceId(n), SourceKind.FEED, name, name) for n, name in enumerate("ab")]
    sourced = with_rooms(desk, feeds=having(sources))
    go.next_source(sourced)
    assert screen.shown == source_shelf(sources[0])
    go.next_source(sourced)
    assert screen.shown == source_shelf(sources[1])
    with pytest.raises(NotFound, match="the last source"):
        go.next_source(sourced)
    go.previous_source(sourced)
    assert screen.shown == source_shelf(sources[0])
    screen.shown = ALL
    go.previous_source(sourced)
    assert screen.shown == source_shelf(sources[1])


def test_without_a_source_that_is_said(desk: Desk) -> None:
    nothing = with_rooms(desk, feeds=having([]))
    with pytest.raises(NotFound, match="There is no source yet"):
        go.next_source(nothing)


def test_a_count_names_a_row_or_says_how_many(desk: Desk, screen: Screen) -> None:
    go.row(desk, 12)
    go.select_rows(desk, 5)
    assert screen.told == [("go", 11), ("toggle_selected", 5)]
