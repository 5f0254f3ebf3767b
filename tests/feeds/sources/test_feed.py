"""Feeds at an address, whatever their form."""

from datetime import UTC, datetime
from typing import Any

from paperdesk.feeds.sources.feed import Feed
from paperdesk.infra.http import Http
from paperdesk.infra.jobs import Job
from tests.feeds.here import reach


def test_a_feed_is_listed_day_by_day(world: Any, http: Http) -> None:
    feed = Feed(reach(http), Job(1, "Feed"), datetime(2026, 5, 30, tzinfo=UTC))
    listings = feed.listings(f"{world.url}/feeds/zotero/feed.rss", ())
    days = [listing.day for listing in listings]
    assert days == sorted(days, reverse=True)
    assert [entry.rank for entry in listings[0].entries] == [1]
    assert {listing.title for listing in listings} == {"Liftoff News"}


def test_a_feed_of_arxivs_is_found_where_arxiv_is(world: Any, http: Http) -> None:
    feed = Feed(reach(http), Job(1, "Feed"), datetime(2026, 5, 30, tzinfo=UTC))
    (listing,) = feed.listings("https://rss.arxiv.org/atom/cs.CL", ())
    assert all(entry.found.arxiv for entry in listing.entries)
    assert feed.listings("https://rss.arxiv.org/atom/cs.CL", listing.validators)[0].unchanged


def test_what_arxiv_announces_is_told_apart(world: Any, http: Http) -> None:
    feed = Feed(reach(http), Job(1, "Feed"), datetime(2026, 5, 30, tzinfo=UTC))
    (listing,) = feed.listings("https://rss.arxiv.org/rss/cs.CL+cs.LG", ())
    kinds = {entry.kind for entry in listing.entries}
    assert kinds == {"new", "cross", "replace", "replace-cross"}
    for entry in listing.entries:
        assert entry.found.fresh == (not entry.kind.startswith("replace"))
        assert entry.found.version == (1 if entry.found.fresh else 2)
