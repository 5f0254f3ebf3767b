from datetime import UTC, date, datetime, timedelta

from paperdesk.domain.feed import Day, Source, SourceId, SourceKind
from paperdesk.domain.paper import State
from paperdesk.domain.shelf import Order, day_shelf
from paperdesk.ui.sidebar.places import (
    SHOWN,
    Place,
    Tag,
    day_section,
    source_section,
    state_section,
    tag_section,
)

TODAY = date(2026, 5, 29)
NOW = datetime(2026, 5, 29, 12, tzinfo=UTC)


def source(success: datetime | None, error_at: datetime | None = None, error: str = "") -> Place:
    made = Source(
        SourceId(1),
        SourceKind.FEED,
        "arXiv cs.LG",
        "https://…",
        last_success=success,
        last_error=error or None,
        last_error_at=error_at,
        unread=4,
    )
    return source_section([made], NOW).places[0]


def test_days_are_words_with_what_is_unread() -> None:
    days = [Day(TODAY, 45, 12), Day(TODAY - timedelta(days=1), 50, 0), Day(date(2025, 5, 28), 9, 1)]
    places = day_section(days, TODAY, opened=False).places
    assert [(place.title, place.count, place.strong) for place in places] == [
        ("Today", 12, True),
        ("Yesterday", 0, False),
        ("Wed 28 May 2025", 1, True),
        ("This week", 0, False),
        ("This month", 0, False),
    ]
    assert places[0].shelf == day_shelf(TODAY)
    assert places[0].tip == "29 May 2026: 45 papers, 12 unread"


def test_old_days_wait_behind_a_line() -> None:
    days = [Day(TODAY - timedelta(days=n), 1, 0) for n in range(20)]
    last = day_section(days, TODAY, opened=False).places[-3]
    assert (last.title, last.shelf, last.opens) == ("Older days (13)", None, "Days")
    assert len(day_section(days, TODAY, opened=True).places) == 20 + 2


def test_without_a_day_there_is_no_week() -> None:
    assert day_section([], TODAY, opened=False).places == ()


def test_states_stand_in_their_order_with_counts() -> None:
    section = state_section({State.INBOX: 3, State.TRASH: 1}, 99)
    assert [(place.title, place.count) for place in section.places] == [
        ("Inbox", 3),
        ("Later", 0),
        ("Shortlist", 0),
        ("Archive", 0),
        ("All papers", 99),
        ("Trash", 1),
    ]


def test_a_source_says_when_it_was_fetched() -> None:
    assert source(NOW - timedelta(seconds=5)).tip == "Fetched just now."
    assert source(NOW - timedelta(minutes=1)).tip == "Fetched 1 minute ago."
    assert source(NOW - timedelta(hours=3)).tip == "Fetched 3 hours ago."
    assert source(NOW - timedelta(days=3)).tip == "Fetched on 26 May 2026."
    assert source(None).tip == "Not fetched yet: r fetches it."


def test_a_source_that_failed_last_says_why() -> None:
    place = source(NOW - timedelta(hours=3), NOW - timedelta(hours=1), "No answer.")
    assert place.alarm == "Failed 1 hour ago: No answer."


def test_an_error_that_was_overcome_is_no_alarm() -> None:
    assert source(NOW, NOW - timedelta(hours=1), "No answer.").alarm == ""
    assert source(None, None, "No answer.").alarm == "Failed lately: No answer."


def test_a_source_is_found_by_its_number() -> None:
    place = source(None)
    assert place.shelf is not None
    assert place.shelf.query == "source:1"
    assert place.shelf.order is Order.RANK


def test_tags_lead_to_their_papers_and_rare_ones_wait() -> None:
    section = tag_section([Tag(f"tag {n}", n) for n in range(SHOWN + 2)], opened=False)
    first = section.places[0].shelf
    assert first is not None
    assert first.query == 'tag:"tag 0"'
    assert section.places[-1].title == "More tags (2)"


def test_sources_of_one_name_are_told_apart() -> None:
    sources = [
        Source(SourceId(number), SourceKind.FEED, "News", f"https://{host}.org/feed")
        for number, host in enumerate(("a", "b"))
    ]
    places = source_section(sources, NOW).places
    assert [(place.title, place.changes) for place in places] == [
        ("a.org · News", True),
        ("b.org · News", True),
    ]
