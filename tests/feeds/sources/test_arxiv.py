"""arXiv's catalogue as a source: pages, days, order."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from paperdesk.domain.errors import Unreachable
from paperdesk.feeds.sources.arxiv import Catalogue
from paperdesk.infra.http import Http
from paperdesk.infra.jobs import Job

NOW = datetime(2026, 5, 30, 9, tzinfo=UTC)


@pytest.fixture
def catalogue(http: Http) -> Catalogue:
    return Catalogue(http, Job(1, "arXiv"), NOW)


def never(_: object) -> bool:
    return False


def test_the_first_time_one_page_is_enough(world: Any, catalogue: Catalogue) -> None:
    listings = catalogue.newest("cat:cs.LG", never, first=True)
    days = [listing.day for listing in listings]
    assert days == sorted(set(days), reverse=True)
    assert sum(len(listing.entries) for listing in listings) == 100
    assert len(world.asked()) == 1


def test_pages_are_turned_until_something_is_known(world: Any, catalogue: Catalogue) -> None:
    pages: list[object] = []

    def at_the_second(ids: object) -> bool:
        pages.append(ids)
        return len(pages) == 2

    listings = catalogue.newest("cat:cs.LG", at_the_second, first=False)
    assert sum(len(listing.entries) for listing in listings) == 200
    assert ["start=0" in world.asked()[0]["path"], "start=100" in world.asked()[1]["path"]] == [
        True,
        True,
    ]


def test_a_question_that_finds_little_is_asked_once(world: Any, catalogue: Catalogue) -> None:
    listings = catalogue.newest('au:"Dongrui Liu"', never, first=False)
    assert listings[0].entries[0].found.authors
    assert len(world.asked()) == 1


def test_what_finds_nothing_lists_nothing(world: Any, catalogue: Catalogue) -> None:
    (listing,) = catalogue.newest("all:zzzzzzz", never, first=True)
    assert (listing.day, listing.entries) == (NOW.date(), ())


def test_no_day_is_of_the_future(world: Any, http: Http) -> None:
    early = Catalogue(http, Job(1, "arXiv"), datetime(2026, 5, 1, tzinfo=UTC))
    listings = early.newest("cat:cs.LG", never, first=True)
    assert listings[0].day == date(2026, 5, 1)


def test_what_arxiv_refuses_is_said_in_its_words(world: Any, catalogue: Catalogue) -> None:
    with pytest.raises(Unreachable, match="unsupported term"):
        catalogue.best("nonsense:x")
