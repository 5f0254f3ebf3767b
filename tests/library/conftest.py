"""A library to put papers into."""

import pytest

from paperdesk.domain.paper import Found, PaperId
from paperdesk.infra.changes import Changes
from paperdesk.infra.journal import Journal
from paperdesk.library import Library


class Shelves(Library):
    """A library with a short way to fill it."""

    def put(self, *founds: Found, now: float = 1000.0) -> tuple[PaperId, ...]:
        with self._changes.write() as write:
            return tuple(taken.paper for taken in self.take(write, founds, now))


@pytest.fixture
def library(changes: Changes, journal: Journal) -> Shelves:
    return Shelves(changes, journal)
