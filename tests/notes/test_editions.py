"""Marks of a file in the library: adopted once, all in one step."""

from datetime import UTC, datetime

import pytest

from paperdesk.domain.annotation import FileMark
from paperdesk.domain.note import Anchor, Colour, Kind
from paperdesk.domain.paper import PaperId
from paperdesk.infra.changes import Changes
from paperdesk.infra.journal import Journal
from paperdesk.notes import Editions, Notes
from paperdesk.notes.editions import counted
from tests.notes.test_service import add_paper

MORNING = datetime(2026, 3, 12, 8, 30, tzinfo=UTC)
BOX = (1.0, 2.0, 30.0, 12.0)
ANCHOR = Anchor(2, (BOX,), "all you need", "attention is", "they say", "iii")


@pytest.fixture
def editions(changes: Changes, journal: Journal) -> Editions:
    return Editions(changes, journal, now=lambda: MORNING)


@pytest.fixture
def notes(changes: Changes, journal: Journal) -> Notes:
    return Notes(changes, journal, now=lambda: MORNING)


@pytest.fixture
def paper(changes: Changes) -> PaperId:
    return add_paper(changes, "vaswani2017")


def add_file(changes: Changes, paper: PaperId, digest: str, version: int = 1) -> None:
    with changes.write() as write:
        write.connection.exec_driver_sql(
            "INSERT INTO file (paper, version, path, digest, size, pages, arrived)"
            " VALUES (?, ?, ?, ?, 1, 1, 1)",
            (paper, version, f"{paper}/{digest}.pdf", digest),
        )


def mark(name: str, kind: Kind = Kind.HIGHLIGHT, when: str = "") -> FileMark:
    strokes = (((1.0, 2.0), (3.0, 4.0)),) if kind is Kind.INK else ()
    return FileMark(2, name, kind, (BOX,), strokes, (1.0, 0.1, 0.1), "", "mine", "Ada", when)


def test_an_adopted_mark_is_one_of_ours(
    editions: Editions, notes: Notes, paper: PaperId, changes: Changes
) -> None:
    add_file(changes, paper, "d1")
    editions.adopt(paper, [(mark("nm", when="2020-01-30T13:35:45+00:00"), ANCHOR)])
    (made,) = notes.highlights(paper)
    assert (made.anchor, made.colour, made.comment) == (ANCHOR, Colour.RED, "mine")
    assert (made.origin, made.edition) == ("nm", "d1")
    assert made.created == datetime(2020, 1, 30, 13, 35, 45, tzinfo=UTC)


def test_lines_drawn_by_hand_are_adopted_with_their_points(
    editions: Editions, notes: Notes, paper: PaperId
) -> None:
    editions.adopt(paper, [(mark("nm", Kind.INK), Anchor(2, (BOX,), ""))])
    (made,) = notes.highlights(paper)
    assert (made.kind, made.strokes) == (Kind.INK, (((1.0, 2.0), (3.0, 4.0)),))


def test_nothing_is_adopted_twice_not_even_what_was_thrown_away(
    editions: Editions, notes: Notes, paper: PaperId
) -> None:
    (made,) = editions.adopt(paper, [(mark("nm"), ANCHOR)])
    notes.drop(made.id)
    assert len(editions.adopt(paper, [(mark("nm"), ANCHOR), (mark("other"), ANCHOR)])) == 1
    assert editions.adopt(paper, [(mark("nm"), ANCHOR), (mark("other"), ANCHOR)]) == ()


def test_a_mark_that_our_copy_carries_is_known_by_its_id(
    editions: Editions, notes: Notes, paper: PaperId
) -> None:
    ours = notes.mark(paper, ANCHOR, Colour.BLUE)
    assert editions.adopt(paper, [(mark(ours.id), ANCHOR)]) == ()


def test_adopting_many_is_one_step_back(
    editions: Editions, notes: Notes, paper: PaperId, journal: Journal
) -> None:
    editions.adopt(paper, [(mark("one"), ANCHOR), (mark("two"), ANCHOR)])
    assert journal.undo() == "Adopt 2 marks"
    assert notes.highlights(paper) == ()
    assert len(editions.adopt(paper, [(mark("one"), ANCHOR)])) == 1


def test_a_mark_tells_the_pdf_that_it_was_made_on(
    notes: Notes, paper: PaperId, changes: Changes
) -> None:
    assert notes.mark(paper, ANCHOR, Colour.BLUE).edition == ""
    add_file(changes, paper, "d2", version=2)
    add_file(changes, paper, "d1")
    assert notes.mark(paper, ANCHOR, Colour.BLUE).edition == "d2"


def test_one_mark_is_counted_as_one() -> None:
    assert [counted(1), counted(2)] == ["1 mark", "2 marks"]
