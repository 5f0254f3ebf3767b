"""Feeds found from the address of a page."""

import socket
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest_httpserver import HTTPServer

from paperdesk.domain.errors import BadDocument
from paperdesk.feeds.discovery import CAP, Lead, Scout, leads
from paperdesk.infra.http import Http
from paperdesk.infra.jobs import Job
from tests.feeds.here import reach

PAGE = "https://example.org/blog/"
FEED = '<rss version="2.0"><channel><title>A blog</title></channel></rss>'


@pytest.fixture
def scout(http: Http) -> Scout:
    return Scout(reach(http), Job(1, "Look"), datetime(2026, 5, 30, tzinfo=UTC))


def declared(href: str, kind: str = "application/rss+xml", more: str = 'title="News"') -> str:
    return f'<head><link rel="alternate" type="{kind}" href="{href}" {more}></head>'


@pytest.mark.parametrize(
    "kind",
    [
        "application/rss+xml",
        "application/atom+xml; charset=utf-8",
        "application/feed+json",
        "APPLICATION/RDF+XML",
    ],
)
def test_a_page_that_names_its_feed_leads_to_it(kind: str) -> None:
    assert leads(declared("../feed", kind), PAGE) == (Lead("https://example.org/feed", "News"),)


def test_a_base_moves_what_is_relative() -> None:
    page = '<base href="https://cdn.example.org/x/">' + declared("feed", more="")
    assert leads(page, PAGE)[0].address == "https://cdn.example.org/x/feed"


def test_links_that_look_like_feeds_are_second_to_those_that_are_named() -> None:
    links = '<a href="/rss.xml">RSS</a><a href="/about">About</a>'
    assert [lead.address for lead in leads(links, PAGE)] == ["https://example.org/rss.xml"]
    assert [lead.address for lead in leads(links + declared("/feed"), PAGE)] == [
        "https://example.org/feed"
    ]


@pytest.mark.parametrize(
    "href",
    ["javascript:x()", "file:///etc/passwd", "http://127.0.0.1/feed", "http://10.0.0.1/", ""],
)
def test_a_page_leads_nowhere_that_is_not_the_worlds(href: str) -> None:
    assert leads(declared(href), PAGE) == ()


@given(st.text(max_size=300))
def test_any_page_is_looked_through(text: str) -> None:
    for lead in leads(f'<link rel="alternate" type="text/xml" href="{text}">', PAGE):
        assert lead.address.startswith("http")


def test_the_address_of_a_feed_is_its_own(world: Any, scout: Scout) -> None:
    url = f"{world.url}/feeds/zotero/feed.rss"
    assert scout.look(url) == (Lead(url, "Liftoff News", own=True),)


def test_what_was_read_to_know_a_feed_comes_with_it(httpserver: HTTPServer, scout: Scout) -> None:
    item = "<item><title>A paper</title></item></channel>"
    httpserver.expect_request("/feed").respond_with_data(
        FEED.replace("</channel>", item), headers={"ETag": '"1"'}
    )
    (lead,) = scout.look(httpserver.url_for("/feed"))
    (listing,) = lead.listings
    assert [entry.found.title for entry in listing.entries] == ["A paper"]
    assert (listing.title, listing.asked) == ("A blog", "feed")
    assert listing.validators


def test_a_feed_may_be_longer_than_a_page_that_is_looked_through(
    httpserver: HTTPServer, scout: Scout
) -> None:
    long = FEED.replace("</channel>", f"<description>{'x' * CAP}</description></channel>")
    httpserver.expect_request("/long").respond_with_data(long)
    url = httpserver.url_for("/long")
    assert scout.look(url)[0].title == "A blog"


def test_a_page_without_a_word_is_tried_at_the_usual_places(
    httpserver: HTTPServer, scout: Scout
) -> None:
    page = httpserver.url_for("/blog")
    httpserver.expect_request("/blog").respond_with_data("<!doctype html><p>Hello")
    httpserver.expect_request("/rss.xml").respond_with_data(FEED)
    assert scout.look(page) == (Lead(httpserver.url_for("/rss.xml"), "A blog", own=True),)


def test_a_page_that_leads_nowhere_is_a_sentence(httpserver: HTTPServer, scout: Scout) -> None:
    httpserver.expect_request("/blog").respond_with_data("<!doctype html><p>Hello")
    with pytest.raises(BadDocument, match="which names no feed"):
        scout.look(httpserver.url_for("/blog"))


def test_a_typed_host_of_this_network_is_looked_at_under_any_name_and_is_the_users_own(
    httpserver: HTTPServer, scout: Scout, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = socket.getaddrinfo
    monkeypatch.setattr(
        socket, "getaddrinfo", lambda _host, *rest, **more: real("127.0.0.1", *rest, **more)
    )
    base = f"http://wiki.example:{httpserver.port}"
    httpserver.expect_request("/feed").respond_with_data(FEED)
    links = '<a href="/feed">F</a><a href="https://other.example/rss">O</a>'
    httpserver.expect_request("/").respond_with_data(f"<!doctype html>{links}")
    assert scout.look(f"{base}/feed") == (Lead(f"{base}/feed", "A blog", own=True),)
    assert [lead.own for lead in scout.look(f"{base}/")] == [True, False]
