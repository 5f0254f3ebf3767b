"""The minutes with papers: what was spent, and what is left."""

import json
from datetime import date

import pytest

from paperdesk.domain.focus import Spell
from paperdesk.domain.pace import USUAL
from paperdesk.domain.paper import Found, PaperId
from paperdesk.domain.progress import Status
from paperdesk.infra.changes import Changes
from paperdesk.infra.database import Database
from paperdesk.infra.journal import Journal
from paperdesk.library import ReadingTimes
from paperdesk.library.spent import own_pace, spent
from tests.library.conftest import Shelves
from tests.library.rows import Rows

DAY = date(2026, 6, 1)


@pytest.fixture
def times(changes: Changes, journal: Journal) -> ReadingTimes:
    return ReadingTimes(changes, journal, lambda: 1.0)


@pytest.fixture
def papers(library: Shelves, database: Database) -> tuple[PaperId, ...]:
    """Two papers with a PDF of twelve pages, and one without."""
    found = library.put(Found("One"), Found("Two"), Found("Three"))
    with database.write() as connection:
        for paper in found[:2]:
            Rows(connection)("file", paper=paper, path=f"{paper}.pdf", digest="d", size=4,
                             pages=12, arrived=1.0)  # fmt: skip
    return found


def test_minutes_add_up_and_what_is_left_goes_by_the_pages(
    library: Shelves, times: ReadingTimes, papers: tuple[PaperId, ...]
) -> None:
    times.record(papers[0], DAY, [Spell("1 Intro", 300.0), Spell("2 Method", 150.0)], [0, 1, 2], 12)
    one, two, three = library.papers(papers)
    assert (one.minutes, one.left) == (7.5, round(9 * 450 / USUAL))
    assert (two.minutes, two.left) == (0.0, round(12 * 450 / USUAL))
    assert (three.minutes, three.left) == (0.0, 0)


def test_nothing_is_left_of_what_is_said_to_be_read(
    library: Shelves, times: ReadingTimes, papers: tuple[PaperId, ...]
) -> None:
    times.say(papers[:1], Status.READ)
    assert library.paper(papers[0]).left == 0


def test_what_is_left_goes_at_ones_own_pace(
    database: Database, times: ReadingTimes, papers: tuple[PaperId, ...]
) -> None:
    times.record(papers[1], DAY, [Spell("", 1200.0, words=6000)], [0], 12)
    assert own_pace(database.read()).words == 300.0
    assert spent(database.read(), json.dumps(papers))[papers[0]].left == 18
