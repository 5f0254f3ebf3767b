"""Verbs of what is drawn over a page."""

from collections.abc import Callable
from dataclasses import replace
from types import SimpleNamespace
from typing import Any, cast

import pytest

from paperdesk.commands import drawing
from paperdesk.commands.desk import Desk
from paperdesk.domain.errors import NothingSelected
from paperdesk.domain.note import Anchor, Colour, Kind
from paperdesk.domain.paper import PaperId
from tests.commands.conftest import Screen

PLACE = Anchor(0, ((1.0, 2.0, 3.0, 4.0),), "")
Papers = tuple[PaperId, ...]


def over_pages(desk: Desk, screen: Screen, drawn: list[str]) -> Desk:
    """The desk with a file, and a worker that remembers what it drew."""
    captures = cast(Any, SimpleNamespace(make=lambda mark, _: drawn.append(mark.id)))
    return replace(desk, file=cast(Any, screen), captures=captures)


def test_an_area_is_kept_and_its_picture_drawn(desk: Desk, screen: Screen, papers: Papers) -> None:
    screen.opened, screen.passage = papers[0], PLACE
    drawn: list[str] = []
    drawing.capture(over_pages(desk, screen, drawn))
    (made,) = desk.notes.highlights(papers[0])
    assert (made.kind, drawn) == (Kind.AREA, [made.id])
    assert screen.said == ["Area kept in yellow · c comments, Esc lets go"]
    assert ("show_pictures",) in screen.told


def test_words_are_written_where_the_rectangle_is(
    desk: Desk, screen: Screen, papers: Papers
) -> None:
    screen.opened, screen.passage = papers[0], PLACE
    drawing.write(desk)
    (made,) = desk.notes.highlights(papers[0])
    assert made.kind is Kind.TEXT
    assert ("write_comment", made.id) in screen.told


def test_lines_are_drawn_in_the_colour_of_the_pen(
    desk: Desk, screen: Screen, papers: Papers
) -> None:
    screen.opened, screen.passage, screen.pen = papers[0], PLACE, Colour.RED
    drawing.draw(desk)
    (made,) = desk.notes.highlights(papers[0])
    assert (made.kind, made.colour) == (Kind.INK, Colour.RED)
    assert made.strokes == (((1.0, 2.0), (3.0, 4.0)),)


def test_an_area_is_moved_in_one_step(desk: Desk, screen: Screen, papers: Papers) -> None:
    drawn: list[str] = []
    made = desk.notes.mark_passage(papers[0], [PLACE], Colour.RED, Kind.AREA)
    screen.clicked = made.id
    drawing.move(over_pages(desk, screen, drawn))
    assert desk.notes.highlight(made.id).anchor.quads == ((10.0, 20.0, 30.0, 40.0),)
    assert (drawn, screen.said) == ([made.id], ["Area moved"])
    desk.journal.undo()
    assert desk.notes.highlight(made.id) == made


def test_a_passage_stays_where_its_words_are(desk: Desk, screen: Screen, papers: Papers) -> None:
    screen.clicked = desk.notes.mark(papers[0], PLACE, Colour.RED).id
    with pytest.raises(NothingSelected, match="its words"):
        drawing.move(desk)


@pytest.mark.parametrize("verb", [drawing.capture, drawing.write, drawing.draw])
@pytest.mark.parametrize("opened", [False, True])
def test_without_a_page_nothing_is_drawn(
    desk: Desk, screen: Screen, papers: Papers, verb: Callable[[Desk], None], opened: bool
) -> None:
    screen.opened = papers[0] if opened else None
    with pytest.raises(NothingSelected, match="Open a paper"):
        verb(desk)
