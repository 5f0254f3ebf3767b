"""Verbs of the sources: what is understood, what is added, what is asked for."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import pytest
from pytest_httpserver import HTTPServer

from paperdesk.commands import adding, feed
from paperdesk.commands.desk import Desk
from paperdesk.commands.faces.asking import Choice, Tick
from paperdesk.domain.errors import Offline
from paperdesk.domain.feed import SourceKind
from paperdesk.domain.shelf import source_shelf
from paperdesk.feeds import FIELDS, Feeds
from paperdesk.infra.changes import Changes
from paperdesk.infra.http import Http
from paperdesk.infra.journal import Journal
from paperdesk.library import Library
from tests.commands.conftest import Screen, with_rooms
from tests.feeds.here import reach

TWO = "".join(
    f'<link rel="alternate" type="application/rss+xml" href="/{name}" title="{name}">'
    for name in ("News", "Papers")
)
FEED = '<rss version="2.0"><channel><title>A blog</title></channel></rss>'


class Asking(Screen):
    """A screen on which questions wait for a test to answer them."""

    answer_to: Callable[[str], Sequence[Choice]]
    lines: Sequence[Tick] = ()
    ticked: Callable[[Sequence[int]], None]

    def consult(self, title: str, answer: Callable[[str], Sequence[Choice]]) -> None:
        self.asked.append(title)
        self.answer_to = answer

    def tick(self, title: str, lead: str, lines: Any, taken: Any) -> None:
        self.asked.append(title)
        self.lines, self.ticked = lines, taken

    def choose_first(self, text: str) -> None:
        run = self.answer_to(text)[0].run
        assert run is not None
        run()


@pytest.fixture
def screen() -> Asking:
    return Asking()


@pytest.fixture
def sourced(desk: Desk, changes: Changes, journal: Journal, library: Library, http: Http) -> Desk:
    return with_rooms(desk, feeds=Feeds(changes, journal, library, reach(http)))


def kinds(desk: Desk) -> list[SourceKind]:
    return [source.kind for source in desk.feeds.roster.sources()]


def test_what_is_typed_is_said_before_it_is_added(
    world: Any, sourced: Desk, screen: Asking
) -> None:
    adding.add(sourced)
    assert [choice.title for choice in screen.answer_to("cs.LG")] == [
        "arXiv cs.LG: Machine Learning"
    ]
    screen.choose_first("cs.LG")
    source = sourced.feeds.roster.sources()[-1]
    assert (source.kind, source.name) == (SourceKind.ARXIV, "arXiv cs.LG")
    assert "Source added: arXiv cs.LG" in screen.said
    assert sourced.feeds.days()


def test_a_source_that_is_there_is_not_added_again(
    world: Any, sourced: Desk, screen: Asking
) -> None:
    adding.add(sourced)
    screen.choose_first("huggingface.co/papers")
    assert "Hugging Face Daily Papers is a source already." in screen.said
    assert len(kinds(sourced)) == 1


def test_adding_a_source_is_undone(world: Any, sourced: Desk, screen: Asking) -> None:
    adding.add(sourced)
    screen.choose_first("cs.LG")
    sourced.journal.undo()
    assert kinds(sourced) == [SourceKind.HUGGINGFACE]


def test_what_cannot_be_had_cannot_be_chosen(sourced: Desk, screen: Asking) -> None:
    adding.add(sourced)
    assert [choice.run for choice in screen.answer_to("org:google")] == [None]


def test_a_page_with_one_feed_gives_it(
    httpserver: HTTPServer, sourced: Desk, screen: Asking
) -> None:
    httpserver.expect_request("/").respond_with_data(
        '<!doctype html><link rel="alternate" type="application/rss+xml" href="/feed">'
    )
    httpserver.expect_request("/feed").respond_with_data(FEED)
    adding.add(sourced)
    screen.choose_first(httpserver.url_for("/"))
    assert sourced.feeds.roster.sources()[-1].name == "A blog"


def test_a_feed_that_was_looked_at_is_not_fetched_again(
    httpserver: HTTPServer, sourced: Desk, screen: Asking
) -> None:
    item = "<item><title>A paper</title></item></channel>"
    httpserver.expect_ordered_request("/feed").respond_with_data(
        FEED.replace("</channel>", item), headers={"ETag": '"1"'}
    )
    adding.add(sourced)
    screen.choose_first(httpserver.url_for("/feed"))
    source = sourced.feeds.roster.sources()[-1]
    assert (source.name, source.papers) == ("A blog", 1)
    assert "Source added: A blog" in screen.said
    assert source.last_success is not None
    assert len(httpserver.log) == 1
    httpserver.expect_ordered_request("/feed", headers={"If-None-Match": '"1"'}).respond_with_data(
        status=304
    )
    feed.refresh_source(sourced, source)
    assert "0 new" in screen.said[-1] or len(httpserver.log) == 2
    httpserver.check()


def test_a_page_with_several_feeds_asks_which(
    httpserver: HTTPServer, sourced: Desk, screen: Asking
) -> None:
    httpserver.expect_request("/").respond_with_data(f"<!doctype html>{TWO}")
    httpserver.expect_request("/Papers").respond_with_data(FEED)
    adding.add(sourced)
    screen.choose_first(httpserver.url_for("/"))
    assert screen.asked[-1] == adding.WHICH
    assert [choice.title for choice in screen.answer_to("")] == ["News", "Papers"]
    screen.choose_first("pap")
    assert sourced.feeds.roster.sources()[-1].url == httpserver.url_for("/Papers")


def test_offline_an_address_is_taken_for_a_feed(
    sourced: Desk, screen: Asking, monkeypatch: pytest.MonkeyPatch
) -> None:
    def offline(*_: object) -> None:
        raise Offline("No network.")

    monkeypatch.setattr(sourced.feeds, "look", offline)
    monkeypatch.setattr(sourced.feeds, "refresh", offline)
    adding.add(sourced)
    screen.choose_first("example.org/feed")
    assert sourced.feeds.roster.sources()[-1].url == "https://example.org/feed"


def test_fields_add_their_sources_once_and_as_one_step(
    world: Any, sourced: Desk, screen: Asking
) -> None:
    adding.choose_fields(sourced)
    assert len(screen.lines) == len(FIELDS)
    screen.ticked([0, 2])
    names = [source.name for source in sourced.feeds.roster.sources()]
    assert names == ["Hugging Face Daily Papers", "arXiv cs.CL", "arXiv cs.LG, stat.ML"]
    assert sourced.feeds.days()
    sourced.journal.undo()
    assert kinds(sourced) == [SourceKind.HUGGINGFACE]


def test_who_begins_with_other_fields_has_only_these(
    world: Any, sourced: Desk, screen: Asking
) -> None:
    adding.choose_fields(sourced)
    screen.ticked([[field.name for field in FIELDS].index("Robots"), len(FIELDS) - 1])
    assert SourceKind.HUGGINGFACE in kinds(sourced)
    sourced.journal.undo()
    screen.ticked([len(FIELDS) - 1])
    assert SourceKind.HUGGINGFACE in kinds(sourced)


def test_a_bare_desk_is_not_given_what_nobody_ticked(
    world: Any, sourced: Desk, screen: Asking
) -> None:
    adding.choose_fields(sourced)
    screen.ticked([len(FIELDS) - 1])
    assert kinds(sourced) == [SourceKind.ARXIV]
    sourced.journal.undo()
    assert kinds(sourced) == [SourceKind.HUGGINGFACE]


def test_a_search_away_is_shown_and_can_be_kept(world: Any, sourced: Desk, screen: Asking) -> None:
    screen.answer = "diffusion  models"
    adding.search_away(sourced)
    assert screen.shown.title == "“diffusion models” elsewhere"
    found = sourced.library.ids(screen.shown)
    assert len(found) > 20
    assert kinds(sourced) == [SourceKind.HUGGINGFACE]
    adding.keep_search(sourced)
    assert kinds(sourced)[1:] == [SourceKind.HUB_SEARCH, SourceKind.ARXIV_QUERY]
    sourced.journal.undo()
    assert kinds(sourced) == [SourceKind.HUGGINGFACE]


def test_only_a_search_can_be_kept(sourced: Desk, screen: Asking) -> None:
    adding.keep_search(sourced)
    assert screen.said == ["This list is no search that could be kept."]


def test_trending_is_added_when_it_is_first_gone_to(
    world: Any, sourced: Desk, screen: Asking
) -> None:
    for _ in range(2):
        adding.trending(sourced)
    trending = sourced.feeds.roster.sources()[-1]
    assert (len(kinds(sourced)), trending.kind) == (2, SourceKind.TRENDING)
    assert screen.shown == source_shelf(trending)
    assert len(sourced.library.ids(screen.shown)) == 100
    assert not any(day.day > date(2026, 5, 29) for day in sourced.feeds.days())
