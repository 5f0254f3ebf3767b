"""Feeds at an address, whatever their form."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from paperdesk.domain.errors import BadDocument
from paperdesk.feeds.sources.feed import Feed, read
from paperdesk.infra.http import Http
from paperdesk.infra.jobs import Job


def test_a_feed_is_listed_day_by_day(world: Any, http: Http) -> None:
    feed = Feed(http, Job(1, "Feed"), datetime(2026, 5, 30, tzinfo=UTC))
    listings = feed.listings(f"{world.url}/feeds/zotero/feed.rss", ())
    days = [listing.day for listing in listings]
    assert days == sorted(days, reverse=True)
    assert [entry.rank for entry in listings[0].entries] == [1]
    assert {listing.title for listing in listings} == {"Liftoff News"}


def test_a_feed_of_arxivs_is_found_where_arxiv_is(world: Any, http: Http) -> None:
    feed = Feed(http, Job(1, "Feed"), datetime(2026, 5, 30, tzinfo=UTC))
    (listing,) = feed.listings("https://rss.arxiv.org/atom/cs.CL", ())
    assert all(entry.found.arxiv for entry in listing.entries)
    assert feed.listings("https://rss.arxiv.org/atom/cs.CL", listing.validators)[0].unchanged


def test_what_arxiv_announces_is_told_apart(world: Any, http: Http) -> None:
    feed = Feed(http, Job(1, "Feed"), datetime(2026, 5, 30, tzinfo=UTC))
    (listing,) = feed.listings("https://rss.arxiv.org/rss/cs.CL+cs.LG", ())
    kinds = {entry.kind for entry in listing.entries}
    assert kinds == {"new", "cross", "replace", "replace-cross"}
    for entry in listing.entries:
        assert entry.found.fresh == (not entry.kind.startswith("replace"))
        assert entry.found.version == (1 if entry.found.fresh else 2)


def test_a_json_feed_is_told_by_how_it_begins() -> None:
    body = (
        b'\xef\xbb\xbf {"version": "https://jsonfeed.org/version/1.1", "title": "J", "items": []}'
    )
    assert read(body, {}, today=date(2026, 5, 30), name="x.org") == ("J", [])


def test_json_that_is_no_feed_is_a_sentence() -> None:
    with pytest.raises(BadDocument, match=r"x\.org sent is no JSON Feed"):
        read(b'{"error": "no"}', {}, today=date(2026, 5, 30), name="x.org")
