"""A change is told here at once, and to other processes when they look."""

import pytest
import sqlalchemy

from paperdesk.domain.events import Event, FileArrived, JobsChanged, PapersChanged, SourcesChanged
from paperdesk.domain.feed import SourceId
from paperdesk.domain.paper import PaperId
from paperdesk.infra.bus import Bus
from paperdesk.infra.changes import KEEP_SECONDS, Changes
from paperdesk.infra.database import Database
from paperdesk.infra.paths import Home

PAPERS = PapersChanged((PaperId(3), PaperId(4)))


@pytest.fixture
def heard(bus: Bus) -> list[Event]:
    """All events about papers and sources, as they come."""
    events: list[Event] = []
    bus.listen(PapersChanged, events.append)
    bus.listen(SourcesChanged, events.append)
    return events


def test_an_event_is_told_once_the_change_is_in(changes: Changes, heard: list[Event]) -> None:
    with changes.write() as write:
        write.tell(PAPERS)
        assert heard == []
    assert heard == [PAPERS]


def test_a_change_that_fails_is_told_to_nobody(changes: Changes, heard: list[Event]) -> None:
    with pytest.raises(ZeroDivisionError), changes.write() as write:
        write.tell(PAPERS)
        _ = 1 / 0
    changes.poll()
    assert heard == []


def test_another_process_hears_of_a_change_once(
    changes: Changes, heard: list[Event], database: Database
) -> None:
    other = Changes(database, Bus())
    with other.write() as write:
        write.tell(PAPERS)
        write.tell(SourcesChanged((SourceId(1),)))
    changes.poll()
    changes.poll()
    assert heard == [PAPERS, SourcesChanged((SourceId(1),))]


def test_ones_own_changes_are_not_told_twice(changes: Changes, heard: list[Event]) -> None:
    with changes.write() as write:
        write.tell(PAPERS)
    changes.poll()
    assert heard == [PAPERS]


def test_a_file_is_news_about_its_paper(changes: Changes, database: Database, home: Home) -> None:
    heard: list[Event] = []
    elsewhere = Bus()
    elsewhere.listen(PapersChanged, heard.append)
    other = Changes(database, elsewhere)
    with changes.write() as write:
        write.tell(FileArrived(PaperId(7), home.papers / "a.pdf"))
    other.poll()
    assert heard == [PapersChanged((PaperId(7),))]


def test_what_is_not_for_others_is_refused(changes: Changes) -> None:
    with pytest.raises(TypeError), changes.write() as write:
        write.tell(JobsChanged())


def test_old_announcements_are_swept_out(changes: Changes, database: Database) -> None:
    with changes.write() as write:
        write.tell(PAPERS)
    with changes.write() as write:
        write.connection.execute(sqlalchemy.text(f"UPDATE change SET at = at - {KEEP_SECONDS + 9}"))
        write.tell(PAPERS)
    assert database.read().execute("SELECT count(*) FROM change").fetchone()[0] == 1
