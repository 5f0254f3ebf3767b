"""Verbs of the reader."""

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from paperdesk.commands import reading
from paperdesk.commands.desk import Desk
from paperdesk.domain.errors import NotFound
from paperdesk.domain.note import Anchor, Colour
from paperdesk.domain.paper import PaperId
from tests.commands.conftest import Screen, with_rooms

PASSAGE = Anchor(0, ((1.0, 2.0, 3.0, 4.0),), "a passage")
Papers = tuple[PaperId, ...]


@pytest.mark.parametrize(
    ("verb", "told"),
    [
        (reading.down, ("lines", 3)),
        (reading.up, ("lines", -3)),
        (reading.screen_down, ("scroll_screens", 1)),
        (reading.screen_up, ("scroll_screens", -1)),
        (reading.half_down, ("scroll_screens", 0.5)),
        (reading.half_up, ("scroll_screens", -0.5)),
        (reading.next_page, ("turn", 1)),
        (reading.previous_page, ("turn", -1)),
        (reading.first_page, ("go", 0)),
        (reading.last_page, ("go", -1)),
        (reading.fit_width, ("fit_width",)),
        (reading.larger, ("zoom", 1)),
        (reading.smaller, ("zoom", -1)),
        (reading.actual_size, ("zoom", 0)),
        (reading.find, ("open_find",)),
        (reading.next_match, ("find_next", 1)),
        (reading.previous_match, ("find_next", -1)),
        (reading.back, ("back", 1)),
        (reading.forward, ("back", -1)),
    ],
)
def test_a_motion_is_the_pages(
    desk: Desk, screen: Screen, verb: Callable[[Desk], None], told: tuple[object, ...]
) -> None:
    verb(desk)
    assert screen.told == [told]


def test_the_chosen_paper_is_opened(desk: Desk, screen: Screen, papers: Papers) -> None:
    screen.chosen = papers[1:]
    reading.open_paper(desk)
    assert screen.told == [("open", papers[1])]


def test_papers_are_downloaded_without_being_opened(
    desk: Desk, screen: Screen, papers: Papers
) -> None:
    screen.chosen = papers[:2]
    intake = SimpleNamespace(download=lambda paper, _job: Path(f"{paper}.pdf"))
    reading.download(with_rooms(desk, intake=intake))
    assert screen.said == [f"Here now: {paper}.pdf" for paper in papers[:2]]


def test_a_passage_is_highlighted_in_the_colour_used_last(
    desk: Desk, screen: Screen, papers: Papers
) -> None:
    screen.opened, screen.passage = papers[0], PASSAGE
    reading.green(desk)
    reading.highlight(desk)
    colours = [mark.colour for mark in desk.notes.highlights(papers[0])]
    assert (colours, screen.pen) == ([Colour.GREEN, Colour.GREEN], Colour.GREEN)


@pytest.mark.parametrize("verb", [reading.yellow, reading.blue, reading.pink])
def test_a_clicked_highlight_takes_the_colour(
    desk: Desk, screen: Screen, papers: Papers, verb: Callable[[Desk], None]
) -> None:
    screen.opened = papers[0]
    screen.clicked = desk.notes.mark(papers[0], PASSAGE, Colour.GREEN).id
    verb(desk)
    assert desk.notes.highlight(screen.clicked).colour is screen.pen


def test_a_highlight_is_removed_and_comes_back(desk: Desk, screen: Screen, papers: Papers) -> None:
    screen.clicked = desk.notes.mark(papers[0], PASSAGE, Colour.GREEN).id
    reading.drop_highlight(desk)
    assert desk.notes.highlights(papers[0]) == ()
    desk.journal.undo()
    assert len(desk.notes.highlights(papers[0])) == 1


def test_without_a_highlight_there_is_none_to_remove(desk: Desk) -> None:
    with pytest.raises(NotFound):
        reading.drop_highlight(desk)


def test_selected_text_is_copied(desk: Desk, screen: Screen) -> None:
    reading.copy_text(desk)
    assert screen.said == ["Select text with the mouse first."]
    screen.passage = PASSAGE
    reading.copy_text(desk)
    assert screen.clipboard == "a passage"
