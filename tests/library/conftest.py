"""A library to put papers into."""

import pytest

from paperdesk.domain.paper import Found, PaperId
from paperdesk.infra.changes import Changes
from paperdesk.infra.journal import Journal
from paperdesk.library import Library


class Shelves(Library):
    """A library with a short way to fill it: by one paper after the other."""

    def put(self, *founds: Found, now: float = 1000.0) -> tuple[PaperId, ...]:
        with self._changes.write() as write:
            return tuple(self.take(write, [found], now)[0].paper for found in founds)


@pytest.fixture
def library(changes: Changes, journal: Journal) -> Shelves:
    return Shelves(changes, journal)
