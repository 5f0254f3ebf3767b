"""How counts and places moved is read from what sources listed, moment by moment."""

from datetime import UTC, date, datetime, timedelta

import pytest

from paperdesk.domain.feed import Entry, Listing, Source
from paperdesk.domain.paper import Counts, Found, Paper, PaperId
from paperdesk.domain.shelf import ALL, Order, Shelf
from paperdesk.feeds import Feeds
from paperdesk.infra.changes import Changes
from paperdesk.infra.http import Http
from paperdesk.infra.journal import Journal
from paperdesk.library import Library, Visits
from tests.feeds.here import reach

NOW = datetime.now(UTC)


class Listed:
    """A library whose sources list what a test says."""

    def __init__(self, feeds: Feeds, library: Library) -> None:
        self.library = library
        self._feeds = feeds
        self.daily = feeds.roster.sources()[0]
        self.trending = feeds.roster.trending()

    def lists(
        self, source: Source, ago: timedelta, day: date | None = None, **upvotes: int | None
    ) -> None:
        """Let a source have listed papers by their titles, some time ago, in this order."""
        taken = NOW - ago
        entries = tuple(
            Entry(Found(title, counts=Counts(count)), rank, title)
            for rank, (title, count) in enumerate(upvotes.items(), start=1)
        )
        day = day or taken.date()
        self._feeds.take(source, [Listing(day, taken, entries, asked=f"trending {day}")])

    def paper(self, title: str) -> Paper:
        """A paper by its title."""
        (number,) = self.library.ids(Shelf("", f"title:{title}"))
        return self.library.paper(PaperId(number))

    def rising(self, limit: int | None = None) -> tuple[Paper, ...]:
        """All papers, those first that rose since the last visit."""
        ids = self.library.ids(Shelf(ALL.title, ALL.query, Order.RISING), limit)
        return self.library.papers([PaperId(number) for number in ids])


@pytest.fixture
def listed(changes: Changes, journal: Journal, library: Library, http: Http) -> Listed:
    return Listed(Feeds(changes, journal, library, reach(http)), library)


def hours(number: float) -> timedelta:
    return timedelta(hours=number)


def test_what_rose_since_the_last_visit_comes_first_and_the_rest_as_it_was_listed(
    listed: Listed, changes: Changes
) -> None:
    listed.lists(listed.daily, hours(60), A=50, B=9, C=1, D=None, E=7)
    Visits(changes).come((NOW - hours(50)).timestamp())
    assert [paper.title for paper in listed.rising()] == list("ABCDE")
    day = (NOW - hours(60)).date()
    for ago, c in ((40, 6), (30, 9)):
        listed.lists(listed.daily, hours(ago), day=day, A=51, C=c)
    rising = listed.rising()
    assert [paper.title for paper in rising] == list("CABDE")
    assert [paper.momentum.risen() for paper in rising] == [8, 1, 0, 0, 0]
    assert [paper.title for paper in listed.rising(limit=2)] == list("CA")
    listed.lists(listed.daily, hours(29), day=day, B=10, D=None, E=8)
    assert [paper.title for paper in listed.rising()] == list("CABED")


def test_on_the_first_visit_nothing_has_risen(listed: Listed) -> None:
    listed.lists(listed.daily, hours(2), A=1, B=2)
    assert [paper.title for paper in listed.rising()] == list("AB")
    assert listed.paper("A").momentum.risen() == 0


def test_a_gain_is_counted_from_before_the_visit_however_often_a_source_was_asked_since(
    listed: Listed, changes: Changes
) -> None:
    day = (NOW - hours(90)).date()
    Visits(changes).come((NOW - hours(80)).timestamp())
    for number in range(90):
        listed.lists(listed.daily, hours(90 - number), day=day, A=number)
    assert listed.paper("A").momentum.risen() == 79


def test_of_several_sources_the_highest_curve_is_shown_by_its_name_and_no_mixture(
    listed: Listed,
) -> None:
    listed.lists(listed.daily, hours(3), A=10, B=1)
    listed.lists(listed.trending, hours(4), A=1)
    listed.lists(listed.trending, hours(2), A=2)
    listed.lists(listed._feeds.roster.add("https://example.org/feed"), hours(2), A=99)
    listed.lists(listed.daily, hours(1), A=12, B=1)
    momentum = listed.paper("A").momentum
    assert (momentum.upvotes(), momentum.source) == ((10, 12), listed.daily.name)
    assert listed.paper("B").momentum.source == ""
    assert momentum.asked == pytest.approx((NOW - hours(1)).timestamp(), abs=0.001)


def test_places_are_those_of_the_two_last_days_of_what_trends(listed: Listed) -> None:
    listed.lists(listed.trending, hours(24 * 5), C=1, A=1, B=1)
    listed.lists(listed.trending, hours(24 * 2), A=1, B=1, C=1)
    listed.lists(listed.trending, hours(0), C=1, A=1, E=1)
    listed.lists(listed.daily, hours(0), B=1, A=1)
    places = {title: listed.paper(title).momentum.places for title in "ABCE"}
    assert places == {"A": (1, 2), "B": None, "C": (3, 1), "E": None}


def test_without_a_day_before_nobody_rose_or_fell(listed: Listed) -> None:
    listed.lists(listed.trending, hours(1), A=1)
    assert listed.paper("A").momentum.places is None
