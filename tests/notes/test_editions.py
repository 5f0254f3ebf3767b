"""Marks of a file in the library: adopted once, all in one step."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from paperdesk.domain.annotation import FileMark
from paperdesk.domain.note import Anchor, Colour, Fate, Kind
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
    assert (made.origin, made.edition, made.author) == ("nm", "d1", "Ada")
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


def test_tags_that_a_copy_of_ours_carries_are_adopted(
    editions: Editions, notes: Notes, paper: PaperId, journal: Journal
) -> None:
    editions.adopt(paper, [(replace(mark("nm"), tags=("to-read", "idea", "  ")), ANCHOR)])
    assert notes.highlights(paper)[0].tags == ("idea", "to-read")
    journal.undo()
    assert notes.highlights(paper) == ()


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


def test_marks_on_another_pdf_are_due_and_those_of_an_unknown_one_are_not(
    editions: Editions, notes: Notes, paper: PaperId, changes: Changes
) -> None:
    unknown = notes.mark(paper, ANCHOR, Colour.BLUE)
    add_file(changes, paper, "d1")
    known = notes.mark(paper, ANCHOR, Colour.BLUE)
    assert editions.due(paper) == ()
    add_file(changes, paper, "d2", version=2)
    assert [mark.id for mark in editions.due(paper)] == [known.id]
    editions.settle(paper)
    assert notes.highlight(unknown.id).edition == "d2"


def test_carrying_over_is_one_step_and_who_takes_it_back_is_not_overruled(
    editions: Editions, notes: Notes, paper: PaperId, changes: Changes, journal: Journal
) -> None:
    add_file(changes, paper, "d1")
    made = notes.mark(paper, ANCHOR, Colour.BLUE)
    notes.comment(made.id, "mine")
    add_file(changes, paper, "d2", version=2)
    (due,) = editions.due(paper)
    there = replace(due, anchor=Anchor(5, (BOX,), "all we need"), fate=Fate.FUZZY)
    editions.carry(paper, [there])
    found = notes.highlight(made.id)
    assert (found.anchor.page, found.edition, found.fate) == (5, "d2", Fate.FUZZY)
    assert (found.comment, found.colour) == ("mine", Colour.BLUE)
    assert editions.due(paper) == ()
    assert journal.undo() == "Carry 1 mark over to another PDF"
    assert notes.highlight(made.id).anchor == ANCHOR
    assert editions.due(paper) == ()
    add_file(changes, paper, "d3", version=3)
    assert len(editions.due(paper)) == 1


def test_a_pdf_that_comes_back_has_the_marks_of_the_one_between_carried_over(
    editions: Editions, notes: Notes, paper: PaperId, changes: Changes
) -> None:
    add_file(changes, paper, "d1")
    made = notes.mark(paper, ANCHOR, Colour.BLUE)
    add_file(changes, paper, "d2", version=2)
    editions.carry(paper, editions.due(paper))
    notes.drop(made.id)
    add_file(changes, paper, "d3", version=3)
    assert editions.due(paper) == ()
    editions.settle(paper)
    between = notes.mark(paper, ANCHOR, Colour.BLUE)
    add_file(changes, paper, "d2", version=4)
    assert [mark.id for mark in editions.due(paper)] == [between.id]
