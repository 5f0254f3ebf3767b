"""What is trending, found and submitted at Hugging Face."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from paperdesk.domain.errors import Unreachable
from paperdesk.feeds.sources.hub import Hub
from paperdesk.infra.http import Http
from paperdesk.infra.jobs import Job

NOW = datetime(2026, 5, 30, 9, tzinfo=UTC)


@pytest.fixture
def hub(http: Http) -> Hub:
    return Hub(http, Job(1, "Hub"), NOW)


def test_what_trends_is_listed_in_the_order_in_which_it_came(world: Any, hub: Hub) -> None:
    listing = hub.trending(())
    upvotes = [entry.found.counts.upvotes or 0 for entry in listing.entries]
    assert upvotes == sorted(upvotes, reverse=True)
    assert [entry.rank for entry in listing.entries] == list(range(1, 101))
    assert (listing.day, listing.asked) == (NOW.date(), "trending 2026-05-30")
    assert hub.trending(listing.validators).unchanged


def test_a_search_asks_for_no_more_than_the_service_takes(world: Any, hub: Hub) -> None:
    hub.found("x" * 400)
    path = world.asked()[0]["path"]
    assert "limit=120" in path
    assert f"q={'x' * 250}&" in path


def test_what_is_found_keeps_its_order(world: Any, hub: Hub) -> None:
    listing = hub.found("diffusion")
    assert listing.day == NOW.date()
    assert "diffusion" in listing.entries[0].found.title.lower()
    assert all(entry.found.arxiv for entry in listing.entries)


def test_what_somebody_submitted_stands_on_its_days(world: Any, hub: Hub, recordings: Any) -> None:
    name = recordings.days[date(2026, 5, 29)][0]["submittedBy"]["name"]
    listings = hub.submitted_by(name)
    assert listings[0].day == date(2026, 5, 29)
    assert all(listing.entries for listing in listings)


def test_who_submitted_nothing_is_no_error(world: Any, hub: Hub) -> None:
    (listing,) = hub.submitted_by("nobody-at-all")
    assert listing.entries == ()


def test_what_is_refused_is_said_in_the_services_words(world: Any, hub: Hub) -> None:
    world.fault("status", code=400, body='{"error": "q is odd"}')
    with pytest.raises(Unreachable, match="q is odd"):
        hub.found("x")
