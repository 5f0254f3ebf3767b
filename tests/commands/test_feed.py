"""Verbs of the feed: what is asked of whom, and what is said of it."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from paperdesk.commands import feed
from paperdesk.commands.desk import Desk
from paperdesk.domain.errors import OFFLINE, Offline, Unreachable
from paperdesk.domain.feed import Entry, Listing, Merged, Source, SourceId, SourceKind
from paperdesk.domain.paper import Found, PaperId
from paperdesk.domain.period import Period, period_shelf
from paperdesk.domain.shelf import ALL, Shelf, day_shelf
from paperdesk.feeds import Feeds
from paperdesk.infra.changes import Changes
from paperdesk.infra.http import Http
from paperdesk.infra.jobs import Job
from tests.commands.conftest import Screen, with_rooms
from tests.feeds.here import reach

DAY = date(2026, 5, 29)
DAILY = Source(SourceId(1), SourceKind.HUGGINGFACE, "Daily", "h")
BLOG = Source(SourceId(2), SourceKind.FEED, "Blog", "b")
OFF = Source(SourceId(3), SourceKind.FEED, "Off", "o", enabled=False)
PAGES = Source(SourceId(4), SourceKind.SAVED_PAGE, "Pages", "p")


class Listed:
    """A roster of a few sources."""

    known: tuple[Source, ...] = (DAILY, BLOG, OFF, PAGES)

    def sources(self) -> tuple[Source, ...]:
        return self.known

    def any_source(self, number: SourceId) -> Source:
        return next(source for source in self.known if source.id == number)


class Asked:
    """Feeds that remember what was asked of them."""

    def __init__(self, answer: Callable[[], Merged]) -> None:
        self.roster = Listed()
        self.asked: list[tuple[str, date | Period | None]] = []
        self._answer = answer

    def newest_day(self) -> date:
        return DAY

    def refresh(self, source: Source, when: date | Period | None, _job: Any) -> Merged:
        self.asked.append((source.name, when))
        return self._answer()


class SavedPage:
    """An intake that knows one saved page."""

    def page_heading(self, _path: Path) -> str | None:
        return "Mar 12"

    def import_page(self, _path: Path, given: date | None, now: datetime) -> Listing:
        entries = (Entry(Found("One"), 1, "one"), Entry(Found("Two"), 2, "two"))
        return Listing(given or now.date(), now, entries)


@pytest.fixture
def feeds() -> Asked:
    return Asked(lambda: Merged(3, 1))


def test_every_source_that_is_on_is_refreshed(desk: Desk, feeds: Asked, screen: Screen) -> None:
    feed.refresh_all(with_rooms(desk, feeds=feeds))
    assert feeds.asked == [("Daily", None), ("Blog", None)]
    assert screen.said == ["Daily: 3 new, 1 updated", "Blog: 3 new, 1 updated"]


@pytest.mark.parametrize(
    ("shelf", "asked"),
    [
        (day_shelf(DAY), [("Daily", DAY)]),
        (Shelf("Blog", "source:2"), [("Blog", None)]),
        (Shelf("Blog", 'source:"Blog"'), [("Blog", None)]),
        (ALL, [("Daily", None), ("Blog", None)]),
    ],
)
def test_what_the_list_shows_is_fetched_again(
    desk: Desk, feeds: Asked, screen: Screen, shelf: Shelf, asked: list[tuple[str, date | None]]
) -> None:
    screen.shown = shelf
    feed.refresh(with_rooms(desk, feeds=feeds))
    assert feeds.asked == asked


def test_a_week_that_is_shown_is_fetched_as_a_week(
    desk: Desk, feeds: Asked, screen: Screen
) -> None:
    week = Period.week(DAY)
    screen.shown = period_shelf(week)
    feed.refresh(with_rooms(desk, feeds=feeds))
    assert feeds.asked == [("Daily", week)]
    assert screen.said == ["Daily, Week 22, 25–31 May 2026: 3 new, 1 updated"]
    assert screen.shown == period_shelf(week)


def test_without_a_source_of_days_that_is_said(desk: Desk, feeds: Asked, screen: Screen) -> None:
    feeds.roster.known = (BLOG,)
    feed.fetch_day(with_rooms(desk, feeds=feeds), DAY)
    assert "No source here has days of its own" in screen.said[0]


def test_a_day_that_was_fetched_is_shown(desk: Desk, feeds: Asked, screen: Screen) -> None:
    feed.fetch_day(with_rooms(desk, feeds=feeds), DAY)
    assert screen.shown == day_shelf(DAY)


def test_the_first_papers_of_a_bare_desk_are_shown_by_their_day(
    desk: Desk, feeds: Asked, screen: Screen
) -> None:
    feed.refresh_all(with_rooms(desk, feeds=feeds))
    assert screen.shown == day_shelf(DAY)


def test_where_there_are_papers_the_list_stays_where_it_is(
    desk: Desk, feeds: Asked, screen: Screen, papers: tuple[PaperId, ...]
) -> None:
    screen.chosen = papers
    feed.refresh_all(with_rooms(desk, feeds=feeds))
    assert screen.shown == ALL
    assert ("reload",) in screen.told


def test_a_source_that_fails_says_why(desk: Desk, screen: Screen) -> None:
    def fail() -> Merged:
        raise Unreachable("No answer from there.")

    feed.refresh_all(with_rooms(desk, feeds=Asked(fail)))
    assert screen.problems == ["Daily: No answer from there.", "Blog: No answer from there."]


def test_what_all_sources_have_in_common_is_said_without_a_name(desk: Desk, screen: Screen) -> None:
    def fail() -> Merged:
        raise Offline("There is no network.")

    feed.refresh_all(with_rooms(desk, feeds=Asked(fail)))
    assert set(screen.problems) == {"There is no network."}


def test_a_source_that_answers_again_takes_back_what_was_said_of_it(
    desk: Desk, feeds: Asked, screen: Screen
) -> None:
    screen.problems = ["Daily: No answer from there.", "Blog: No answer.", "The disk is full."]
    feed.fetch_day(with_rooms(desk, feeds=feeds), DAY)
    assert screen.problems == ["Blog: No answer.", "The disk is full."]
    feed.refresh_quietly(with_rooms(desk, feeds=feeds), BLOG, lambda: None)
    assert screen.problems == ["The disk is full."]


def test_a_source_that_fails_otherwise_says_only_that(desk: Desk, screen: Screen) -> None:
    def fail() -> Merged:
        raise Unreachable("No answer.")

    screen.problems = ["Daily: It is in trouble."]
    feed.fetch_day(with_rooms(desk, feeds=Asked(fail)), DAY)
    assert screen.problems == ["Daily: No answer."]


def test_a_source_is_not_asked_the_same_twice_at_a_time(
    desk: Desk, feeds: Asked, screen: Screen
) -> None:
    busy = SimpleNamespace(running=lambda: (Job(1, "Daily"), Job(2, "Blog")))
    feed.refresh_all(with_rooms(desk, feeds=feeds, jobs=busy))
    assert feeds.asked == []
    assert screen.said == ["Daily: being fetched already", "Blog: being fetched already"]


@pytest.mark.parametrize("fails", [False, True])
def test_what_the_clock_asks_for_says_nothing_and_goes_on(
    desk: Desk, screen: Screen, *, fails: bool
) -> None:
    def answer() -> Merged:
        if fails:
            raise Unreachable("No answer.")
        return Merged(1, 0)

    feeds, on = Asked(answer), list[str]()
    job = feed.refresh_quietly(with_rooms(desk, feeds=feeds), BLOG, lambda: on.append("on"))
    assert (feeds.asked, on, job.why) == ([("Blog", None)], ["on"], "by the clock")
    assert (screen.said, screen.problems) == ([], [])


@pytest.mark.parametrize("before", [False, True])
def test_whoever_goes_offline_or_comes_back_lets_it_count_at_once(
    desk: Desk, screen: Screen, *, before: bool
) -> None:
    woken: list[object] = []
    tender = SimpleNamespace(wake=lambda: woken.append(desk.settings.get("offline")))
    desk.settings.set("offline", before)
    feed.toggle_offline(with_rooms(desk, tender=tender))
    assert woken == [not before]
    assert screen.said == ["Online again." if before else "Offline: no connection is opened."]


@pytest.fixture
def importing(desk: Desk, changes: Changes) -> Desk:
    """A desk with real feeds, and a saved page to be had."""
    feeds = Feeds(changes, desk.journal, desk.library, reach(Http(offline=lambda: True)))
    return with_rooms(desk, feeds=feeds, intake=SavedPage())


def test_a_saved_page_is_imported_for_the_day_that_is_said(importing: Desk, screen: Screen) -> None:
    screen.files, screen.answer = (Path("page.txt"),), "2026-03-12"
    feed.import_page(importing)
    assert screen.shown == day_shelf(date(2026, 3, 12))
    assert screen.asked == ["Day of page.txt (year-month-day)"]
    assert screen.said == ["2 imported, 0 here already"]


def test_imported_twice_it_adds_nothing(importing: Desk) -> None:
    now = datetime(2026, 5, 1, tzinfo=UTC)
    first = feed.take_page(importing, Path("page.txt"), DAY, now)
    again = feed.take_page(importing, Path("page.txt"), DAY, now)
    assert [new for _, _, new in first.rows] == [True, True]
    assert [new for _, _, new in again.rows] == [False, False]
    assert [paper for _, paper, _ in first.rows] == [paper for _, paper, _ in again.rows]


def days(desk: Desk) -> dict[date, int]:
    return {day.day: day.papers for day in desk.feeds.days()}


def test_a_page_has_one_day_and_without_a_day_said_it_stays(importing: Desk) -> None:
    feed.take_page(importing, Path("page.txt"), DAY, datetime(2026, 5, 1, tzinfo=UTC))
    again = feed.take_page(importing, Path("page.txt"), None, datetime(2026, 5, 9, tzinfo=UTC))
    assert (again.day, again.before) == (DAY, None)
    assert days(importing) == {DAY: 2}


def test_a_page_moves_to_the_day_that_is_said_and_back_when_undone(
    importing: Desk, screen: Screen
) -> None:
    feed.take_page(importing, Path("page.txt"), DAY, datetime(2026, 5, 1, tzinfo=UTC))
    screen.files, screen.answer = (Path("page.txt"),), "2026-03-12"
    feed.import_page(importing)
    assert days(importing) == {date(2026, 3, 12): 2}
    assert screen.said == ["0 imported, 2 here already, moved from 2026-05-29 to 2026-03-12"]
    assert importing.journal.undo() == "Page moved to 2026-03-12"
    assert days(importing) == {DAY: 2}


def test_turning_away_imports_nothing(importing: Desk, screen: Screen) -> None:
    screen.files = (Path("page.txt"),)
    feed.import_page(importing)
    assert importing.feeds.days() == ()
    assert screen.problems == []


@pytest.mark.parametrize("heading", ["Feb 31", "2999-01-01"])
def test_a_page_whose_heading_is_no_day_is_asked_about(
    importing: Desk, screen: Screen, monkeypatch: pytest.MonkeyPatch, heading: str
) -> None:
    monkeypatch.setattr(SavedPage, "page_heading", lambda *_: heading)
    screen.files, screen.answer = (Path("page.txt"),), "2026-03-12"
    feed.import_page(importing)
    assert days(importing) == {date(2026, 3, 12): 2}


def test_what_is_no_day_is_a_sentence(importing: Desk, screen: Screen) -> None:
    screen.files, screen.answer = (Path("page.txt"),), "yesterday"
    feed.import_page(importing)
    assert importing.feeds.days() == ()
    assert ["write it as" in problem for problem in screen.problems] == [True]


def test_with_nothing_running_there_is_nothing_to_stop(desk: Desk, screen: Screen) -> None:
    feed.stop(desk)
    assert screen.said == ["Nothing is running."]


def test_going_online_puts_away_what_was_said_of_being_offline(desk: Desk, screen: Screen) -> None:
    desk.settings.set("offline", True)
    screen.problems = [OFFLINE, "Something else."]
    feed.toggle_offline(desk)
    assert screen.problems == ["Something else."]


def test_offline_is_turned_on_and_off(desk: Desk, screen: Screen) -> None:
    feed.toggle_offline(desk)
    assert desk.settings.get("offline") is True
    feed.toggle_offline(desk)
    assert desk.settings.get("offline") is False
    assert screen.said == ["Offline: no connection is opened.", "Online again."]
