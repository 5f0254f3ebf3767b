"""Hugging Face's days, as recorded and as they might come."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from paperdesk.domain.card import Kind
from paperdesk.domain.daily import found, records
from paperdesk.domain.errors import Unreachable
from paperdesk.domain.feed import Listing
from paperdesk.feeds.sources import huggingface
from paperdesk.feeds.sources.huggingface import Daily
from paperdesk.infra.http import Http
from paperdesk.infra.jobs import Job

NEWEST = date(2026, 5, 29)
NOW = datetime(2026, 5, 30, 9, tzinfo=UTC)
Answers = Callable[[object], Listing]


@pytest.fixture
def daily(http: Http) -> Daily:
    return Daily(http, Job(1, "Hugging Face"), NOW)


@pytest.fixture
def answered(
    httpserver: HTTPServer, daily: Daily, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Listing]:
    """The listing of a day for which the service sends this."""
    monkeypatch.setenv("HF_ENDPOINT", httpserver.url_for(""))

    def listing(*items: object) -> Listing:
        httpserver.expect_request("/api/daily_papers").respond_with_data(json.dumps(items))
        return daily.on(NEWEST, ())

    return listing


def item(**paper: object) -> dict[str, object]:
    return {"paper": {"id": "2605.00001", "title": "A paper", **paper}}


def test_the_newest_day_is_found(world: Any, daily: Daily) -> None:
    listing = daily.newest(())
    assert (listing.day, len(listing.entries)) == (NEWEST, 45)
    assert len(world.asked()) == 1


def test_a_day_is_asked_for_by_its_date(world: Any, daily: Daily) -> None:
    assert len(daily.on(date(2026, 5, 12), ()).entries) == 50
    assert "limit=100" in world.asked()[0]["path"]


def test_a_day_that_has_not_changed_is_not_sent(world: Any, daily: Daily) -> None:
    again = daily.on(NEWEST, daily.on(NEWEST, ()).validators)
    assert (again.unchanged, again.entries) == (True, ())


def test_the_newest_day_that_has_not_changed_is_not_sent(world: Any, daily: Daily) -> None:
    first = daily.newest(())
    again = daily.newest(first.validators)
    assert (again.unchanged, again.asked) == (True, first.asked)


def test_a_day_without_papers_is_empty(world: Any, daily: Daily) -> None:
    assert daily.on(date(2026, 5, 30), ()).entries == ()


def test_every_recorded_paper_is_read(recordings: Any, world: Any, daily: Daily) -> None:
    for day, items in recordings.days.items():
        listing = daily.on(day, ())
        assert len(listing.entries) == len({one["paper"]["id"] for one in items})
        for entry in listing.entries:
            found = entry.found
            assert found.title == " ".join(found.title.split())
            assert found.arxiv
            assert found.authors
            assert found.published
            assert found.counts.upvotes is not None


def test_more_than_a_page_is_read_to_its_end(
    httpserver: HTTPServer, daily: Daily, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_ENDPOINT", httpserver.url_for(""))
    papers = [item(id=f"2605.{number:05}", title=f"Paper {number}") for number in range(230)]

    def page(request: Request) -> Response:
        first = int(request.args.get("p", 0)) * 100
        return Response(json.dumps(papers[first : first + 100]), headers={"ETag": '"x"'})

    httpserver.expect_request("/api/daily_papers").respond_with_handler(page)
    listing = daily.on(NEWEST, ())
    assert [entry.rank for entry in listing.entries] == list(range(1, 231))
    assert listing.validators == ()


def test_the_date_is_the_papers_own(answered: Callable[..., Listing]) -> None:
    one = {**item(publishedAt="2026-05-28T00:00:00.000Z"), "publishedAt": "2026-05-27T20:00:00Z"}
    assert answered(one).entries[0].found.published == date(2026, 5, 28)


def test_lines_wrapped_by_hand_are_unwrapped(answered: Callable[..., Listing]) -> None:
    found = answered(item(title="A title\n  wrapped", summary="One\nline.")).entries[0].found
    assert (found.title, found.abstract) == ("A title wrapped", "One line.")


def test_hidden_authors_are_left_out(answered: Callable[..., Listing]) -> None:
    authors = [{"name": "Ada"}, {"name": "Bob", "hidden": True}, {"_id": "1"}, "Cy", None]
    assert answered(item(authors=authors)).entries[0].found.authors == ("Ada",)


def test_what_is_said_twice_is_listed_once(answered: Callable[..., Listing]) -> None:
    entries = answered(item(), item(title="Again"), item(id="2605.00002")).entries
    assert [(entry.key, entry.rank) for entry in entries] == [("2605.00001", 1), ("2605.00002", 2)]


def test_badges_are_read(answered: Callable[..., Listing]) -> None:
    one = item(upvotes=7, githubRepo="https://example.org/code", githubStars=12)
    one |= {"numComments": 3, "submittedBy": {"fullname": "Ada"}, "thumbnail": "https://x.org/a"}
    found = answered(one).entries[0].found
    assert (found.counts.upvotes, found.counts.comments, found.counts.stars) == (7, 3, 12)
    assert (found.code, found.submitter) == ("https://example.org/code", "Ada")
    assert found.card.picture == "https://x.org/a"


def test_fields_that_nobody_knows_are_kept(answered: Callable[..., Listing]) -> None:
    found = answered({**item(novelty="Short.", soon=[1]), "later": {"a": None}}).entries[0].found
    assert found.extra == {"novelty": "Short.", "soon": [1], "later": {"a": None}}


def test_an_id_that_is_not_arxivs_is_not_taken_for_one(answered: Callable[..., Listing]) -> None:
    found = answered(item(id="blog/2605.00001-more")).entries[0].found
    assert found.arxiv is None


@pytest.mark.parametrize(
    "body", ["", "{}", "[[[", "[" * 100_000, '{"error": 1}', "[1" + "0" * 5000 + "]"]
)
def test_what_is_no_list_is_a_sentence(
    httpserver: HTTPServer, daily: Daily, monkeypatch: pytest.MonkeyPatch, body: str
) -> None:
    monkeypatch.setenv("HF_ENDPOINT", httpserver.url_for(""))
    httpserver.expect_request("/api/daily_papers").respond_with_data(body)
    with pytest.raises(Unreachable, match="unreadable"):
        daily.newest(())


def test_what_the_service_complains_of_is_said(world: Any, daily: Daily) -> None:
    world.fault("status", code=400, body='{"error": "Date must be in the past"}')
    with pytest.raises(Unreachable, match="Date must be in the past"):
        daily.on(date(2036, 1, 1), ())


def test_a_list_that_does_not_say_its_day_is_found_by_its_papers(
    httpserver: HTTPServer, daily: Daily, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_ENDPOINT", httpserver.url_for(""))
    papers = json.dumps([item(publishedAt="2026-05-26T00:00:00.000Z")])

    def day(request: Request) -> Response:
        return Response(papers if request.args.get("date", "2026-05-28") == "2026-05-28" else "[]")

    httpserver.expect_request("/api/daily_papers").respond_with_handler(day)
    listing = daily.newest(())
    assert (listing.day, len(listing.entries)) == (date(2026, 5, 28), 1)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=6,
)
names = ("id", "title", "authors", "publishedAt", "summary", "upvotes", "githubRepo", "githubStars")
fields = st.sampled_from(names)
odd_items = st.lists(
    st.fixed_dictionaries(
        {"paper": st.dictionaries(fields, json_values) | json_values},
        optional={"title": json_values, "numComments": json_values, "submittedBy": json_values},
    ),
    max_size=4,
)


@given(odd_items)
def test_no_odd_field_costs_more_than_itself(items: list[Any]) -> None:
    entries = huggingface.entries(records(json.dumps(items).encode(), NOW.date()))
    assert all(entry.found.title for entry in entries)
    json.dumps([entry.found.extra for entry in entries])


def test_a_paper_with_hundreds_of_authors_is_read(recordings: Any) -> None:
    longest = max(
        (one for items in recordings.days.values() for one in items),
        key=lambda one: len(one["paper"]["authors"]),
    )
    assert len(found(longest).authors) > 200


def test_what_is_linked_to_a_paper_is_asked_for_by_its_number(world: Any, daily: Daily) -> None:
    paper = daily.newest(()).entries[0].found.arxiv
    assert paper is not None
    assert dict(daily.links(paper).counts) == dict.fromkeys(Kind, 0)
    assert world.asked()[-1]["path"] == f"/api/papers/{paper}"
