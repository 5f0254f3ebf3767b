"""Going from shelf to shelf and day to day."""

from collections.abc import Callable
from datetime import date
from types import SimpleNamespace

import pytest

from paperdesk.commands import go
from paperdesk.commands.desk import Desk
from paperdesk.domain.shelf import ALL, day_shelf
from tests.commands.conftest import Screen, with_rooms

DAYS = [date(2026, 5, 29), date(2026, 5, 27), date(2026, 5, 26)]


def on_days(desk: Desk, days: list[date], fetched: list[date] | None = None) -> Desk:
    """The desk with a feed of these days."""
    feeds = SimpleNamespace(days=lambda: [SimpleNamespace(day=day) for day in days], sources=list)
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


def test_after_the_newest_day_there_is_none(desk: Desk, screen: Screen) -> None:
    screen.shown = day_shelf(DAYS[0])
    go.next_day(on_days(desk, DAYS))
    assert screen.said == ["This is the newest day."]


def test_without_any_day_the_key_that_helps_is_named(desk: Desk, screen: Screen) -> None:
    go.newest_day(on_days(desk, []))
    assert screen.said == ["No day has been fetched yet: R fetches the newest."]
