"""Feeds over a fresh library, asking the recorded world."""

from collections.abc import Iterator

import pytest

from paperdesk.feeds import Feeds
from paperdesk.infra.changes import Changes
from paperdesk.infra.http import Http, Pace
from paperdesk.infra.journal import Journal
from paperdesk.library import Library


@pytest.fixture
def http() -> Iterator[Http]:
    http = Http(pace=Pace(arxiv=0.0, silence=1.0, retry=0.01, patience=0.0))
    yield http
    http.close()


@pytest.fixture
def library(changes: Changes, journal: Journal) -> Library:
    return Library(changes, journal)


@pytest.fixture
def feeds(changes: Changes, journal: Journal, library: Library, http: Http) -> Feeds:
    return Feeds(changes, journal, library, http)
