"""Feeds over a fresh library, asking the recorded world."""

import pytest

from paperdesk.feeds import Feeds
from paperdesk.infra.changes import Changes
from paperdesk.infra.http import Http
from paperdesk.infra.journal import Journal
from paperdesk.library import Library
from tests.feeds.here import reach


@pytest.fixture
def feeds(changes: Changes, journal: Journal, library: Library, http: Http) -> Feeds:
    return Feeds(changes, journal, library, reach(http))
