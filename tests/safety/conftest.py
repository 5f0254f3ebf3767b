"""A library with something to lose."""

from datetime import date

import pytest

from paperdesk.domain.paper import Found, PaperId, State
from paperdesk.infra.changes import Changes
from paperdesk.infra.journal import Journal
from paperdesk.infra.paths import Home
from paperdesk.infra.settings import Settings
from paperdesk.library import Library
from paperdesk.notes import Notes
from paperdesk.safety import Safety

FOUND = (
    Found("Attention Is All You Need", ("Ashish Vaswani",), "", date(2017, 6, 12), "1706.03762"),
    Found("Deep Residual Learning", ("Kaiming He", "Xiangyu Zhang"), doi="10.1109/cvpr.2016.90"),
    Found("A Title Alone"),
)


@pytest.fixture
def notes(changes: Changes, journal: Journal) -> Notes:
    return Notes(changes, journal)


@pytest.fixture
def papers(library: Library, changes: Changes) -> tuple[PaperId, ...]:
    """Three papers in the inbox."""
    with changes.write() as write:
        ids = tuple(taken.paper for taken in library.take(write, FOUND, 1.0))
    library.set_state(ids, State.INBOX)
    return ids


@pytest.fixture
def safety(home: Home) -> Safety:
    return Safety(home, Settings(home.settings))
