"""Reading times are added up, kept apart from what can be undone, and deleted for good."""

from datetime import date
from pathlib import Path

import pytest

from paperdesk.domain.focus import Spell
from paperdesk.domain.pace import Pace
from paperdesk.domain.paper import Found, PaperId
from paperdesk.domain.progress import Progress, Status
from paperdesk.infra.changes import Changes
from paperdesk.infra.journal import Journal
from paperdesk.library import ReadingTimes
from tests.library.conftest import Shelves

MONDAY, TUESDAY = date(2026, 6, 1), date(2026, 6, 2)


@pytest.fixture
def times(changes: Changes, journal: Journal) -> ReadingTimes:
    return ReadingTimes(changes, journal)


@pytest.fixture
def paper(library: Shelves) -> PaperId:
    return library.put(Found(title="Curves and their lengths"))[0]


def test_time_adds_up_by_section(times: ReadingTimes, paper: PaperId) -> None:
    times.record(paper, MONDAY, [Spell("Method", 60.0, 100)], [0], 4)
    times.record(paper, MONDAY, [Spell("Method", 30.0), Spell("Results", 200.0)], [1], 4)
    times.record(paper, TUESDAY, [Spell("Method", 10.0, 50)], [1], 4)
    found = times.times(paper)
    assert (found.seconds, found.words) == (300.0, 150)
    assert list(found.sections.items()) == [("Results", 200.0), ("Method", 100.0)]
    assert times.progress(paper) == Progress(4, ((0, 1),), 2)


def test_days_and_what_was_read_on_them(
    times: ReadingTimes, library: Shelves, paper: PaperId
) -> None:
    (other,) = library.put(Found(title="Another"))
    times.record(paper, MONDAY, [Spell("", 60.0)], [], 4)
    times.record(other, MONDAY, [Spell("", 90.0)], [], 4)
    assert times.days(MONDAY, TUESDAY) == {MONDAY: 150.0}
    times.record(paper, MONDAY, [Spell("Method", 45.0)], [], 4)
    first, second = times.on(MONDAY)
    assert (first.paper, first.seconds) == (paper, 105.0)
    assert first.sections == (("", 60.0), ("Method", 45.0))
    assert (second.paper, second.title) == (other, "Another")
    assert times.on(TUESDAY) == ()


def test_a_pace_comes_of_what_was_read_not_of_what_was_leafed_through(
    times: ReadingTimes, paper: PaperId
) -> None:
    times.record(paper, MONDAY, [Spell("Read", 600.0, 3000), Spell("Leafed", 900.0)], [], 4)
    assert times.pace() == Pace(300.0, own=True)


def test_a_paper_that_is_gone_is_not_timed(times: ReadingTimes) -> None:
    assert times.record(PaperId(99), MONDAY, [Spell("", 5.0)], [0], 3) == Progress()
    assert times.times(PaperId(99)).seconds == 0


def test_measuring_is_no_step_to_undo(
    times: ReadingTimes, journal: Journal, paper: PaperId
) -> None:
    times.record(paper, MONDAY, [Spell("", 5.0)], [0], 3)
    assert journal.undo() is None


def test_what_a_reader_says_can_be_undone_and_pages_seen_since_stay(
    times: ReadingTimes, journal: Journal, paper: PaperId
) -> None:
    assert times.say([paper], Status.READ) == "1 paper marked as read through"
    times.record(paper, MONDAY, [Spell("", 5.0)], [0], 3)
    assert times.progress(paper).status is Status.READ
    journal.undo()
    assert times.progress(paper) == Progress(3, ((0, 0),), 1)
    journal.redo()
    assert times.progress(paper).said is Status.READ


def test_pages_tell_again_once_nothing_is_said(times: ReadingTimes, paper: PaperId) -> None:
    times.say([paper], Status.UNSTARTED)
    times.record(paper, MONDAY, [], [0], 3)
    assert times.progress(paper).status is Status.UNSTARTED
    times.say([paper], None)
    assert times.all_progress([paper])[paper].status is Status.READING


def test_forgetting_leaves_only_what_was_said(
    times: ReadingTimes, library: Shelves, paper: PaperId
) -> None:
    (other,) = library.put(Found(title="Another"))
    times.say([paper], Status.READ)
    for one in (paper, other):
        times.record(one, MONDAY, [Spell("Method", 60.0, 100)], [0, 1], 4)
    times.forget()
    assert times.days(date.min, date.max) == {}
    assert times.progress(other) == Progress()
    assert times.progress(paper) == Progress(said=Status.READ)


def test_what_was_forgotten_is_not_left_in_the_file(
    times: ReadingTimes, changes: Changes, paper: PaperId
) -> None:
    times.record(paper, MONDAY, [Spell("A section like no other", 60.0)], [0], 4)
    times.forget()
    changes.database.read().execute("SELECT 1").fetchone()
    path = Path(changes.database.read().execute("PRAGMA database_list").fetchone()["file"])
    assert b"A section like no other" not in path.read_bytes()


def test_pages_that_another_version_wrote_are_passed_over(
    times: ReadingTimes, changes: Changes, paper: PaperId
) -> None:
    with changes.write() as write:
        write.connection.exec_driver_sql(
            "INSERT INTO progress VALUES (?, 'odd', 2, 9, 'unreadable', 0)", (paper,)
        )
    assert times.progress(paper) == Progress(9, (), 2)
