"""Verbs of marks."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, cast

import pytest

from paperdesk.commands import marks
from paperdesk.commands.desk import Desk
from paperdesk.domain.errors import NotFound, NothingSelected
from paperdesk.domain.note import Anchor, Colour, Kind
from paperdesk.domain.paper import PaperId
from tests.commands.conftest import Screen

PASSAGE = Anchor(0, ((1.0, 2.0, 3.0, 4.0),), "a passage")
Papers = tuple[PaperId, ...]
VERBS = (
    marks.yellow,
    marks.green,
    marks.blue,
    marks.pink,
    marks.orange,
    marks.purple,
    marks.red,
    marks.grey,
)


def test_a_passage_is_highlighted_in_the_colour_used_last(
    desk: Desk, screen: Screen, papers: Papers
) -> None:
    screen.opened, screen.passage = papers[0], PASSAGE
    marks.green(desk)
    marks.highlight(desk)
    colours = [mark.colour for mark in desk.notes.highlights(papers[0])]
    assert (colours, screen.pen) == ([Colour.GREEN, Colour.GREEN], Colour.GREEN)
    assert desk.settings.get("colour") == "green"


def test_a_passage_is_underlined(desk: Desk, screen: Screen, papers: Papers) -> None:
    screen.opened, screen.passage = papers[0], PASSAGE
    marks.underline(desk)
    (made,) = desk.notes.highlights(papers[0])
    assert (made.kind, screen.said) == (
        Kind.UNDERLINE,
        ["Underlined in yellow · c comments, Esc lets go"],
    )


@pytest.mark.parametrize(("verb", "colour"), list(zip(VERBS, Colour, strict=True)))
def test_a_chosen_mark_takes_the_colour(
    desk: Desk, screen: Screen, papers: Papers, verb: Callable[[Desk], None], colour: Colour
) -> None:
    screen.opened = papers[0]
    screen.clicked = desk.notes.mark(papers[0], PASSAGE, Colour.GREEN).id
    verb(desk)
    assert desk.notes.highlight(screen.clicked).colour is screen.pen is colour


def test_in_the_list_its_row_is_meant_whatever_is_selected_on_the_page(
    desk: Desk, screen: Screen, papers: Papers
) -> None:
    screen.opened, screen.passage, screen.rowed = papers[0], PASSAGE, True
    screen.clicked = desk.notes.mark(papers[0], PASSAGE, Colour.GREEN).id
    marks.red(desk)
    assert [mark.colour for mark in desk.notes.highlights(papers[0])] == [Colour.RED]


def test_without_text_and_mark_it_is_said_how(desk: Desk, screen: Screen) -> None:
    marks.highlight(desk)
    assert screen.said == ["Select text first, then press h, or 1 to 8 for a colour."]


def test_a_mark_is_removed_and_comes_back(desk: Desk, screen: Screen, papers: Papers) -> None:
    screen.clicked = desk.notes.mark(papers[0], PASSAGE, Colour.GREEN).id
    marks.drop(desk)
    assert (desk.notes.highlights(papers[0]), screen.said) == ((), ["Highlight removed"])
    desk.journal.undo()
    assert len(desk.notes.highlights(papers[0])) == 1


def test_without_a_mark_there_is_none_to_remove(desk: Desk) -> None:
    with pytest.raises(NothingSelected):
        marks.drop(desk)


@pytest.mark.parametrize(("verb", "steps"), [(marks.next_mark, 1), (marks.previous_mark, -1)])
def test_one_goes_from_mark_to_mark(
    desk: Desk, screen: Screen, verb: Callable[[Desk], None], steps: int
) -> None:
    verb(desk)
    assert (screen.told, screen.said) == ([("step", steps)], [])
    screen.more = False
    verb(desk)
    assert len(screen.said) == 1


def test_a_colour_is_given_a_meaning_that_is_said_with_it(
    desk: Desk, screen: Screen, papers: Papers
) -> None:
    answers = iter(["red", " my  doubt "])
    asking = replace(desk, view=cast(Any, Asked(screen, answers)))
    marks.name_colour(asking)
    assert marks.meanings(desk)[Colour.RED] == "my doubt"
    screen.opened, screen.passage = papers[0], PASSAGE
    marks.red(desk)
    assert screen.said[-1] == "Highlighted in red (my doubt) · c comments, Esc lets go"


def test_what_is_no_colour_is_said(desk: Desk, screen: Screen) -> None:
    screen.answer = "mauve"
    with pytest.raises(NotFound, match="yellow"):
        marks.name_colour(desk)


class Asked:
    """A view that gives one answer after the other."""

    def __init__(self, screen: Screen, answers: Iterator[str]) -> None:
        self._screen = screen
        self._answers = answers

    def __getattr__(self, name: str) -> object:
        if name == "ask_text":
            return lambda *_, **__: next(self._answers)
        return getattr(self._screen, name)


def test_a_highlight_is_made_and_commented_on(desk: Desk, screen: Screen, papers: Papers) -> None:
    screen.opened, screen.passage = papers[0], PASSAGE
    marks.highlight_and_comment(desk)
    (made,) = desk.notes.highlights(papers[0])
    assert ("write_comment", made.id) in screen.told


def test_a_chosen_mark_is_commented_on(desk: Desk, screen: Screen, papers: Papers) -> None:
    screen.clicked = desk.notes.mark(papers[0], PASSAGE, Colour.GREEN).id
    marks.highlight_and_comment(desk)
    marks.comment(desk)
    assert screen.told == [("write_comment", screen.clicked)] * 2
    screen.clicked = None
    with pytest.raises(NothingSelected, match="Alt"):
        marks.comment(desk)


def test_a_chosen_mark_is_tagged(desk: Desk, screen: Screen, papers: Papers) -> None:
    screen.clicked = desk.notes.mark(papers[0], PASSAGE, Colour.GREEN).id
    screen.answer = "claim, open question"
    marks.tag(desk)
    screen.answer = "-claim"
    marks.tag(desk)
    assert desk.notes.highlight(screen.clicked).tags == ("open question",)
    assert "now: claim, open question" in screen.asked[-1]
    screen.answer = None
    marks.tag(desk)


def test_the_list_of_marks_is_shown_beside_the_pages(desk: Desk, screen: Screen) -> None:
    marks.show(desk)
    assert screen.told == [("toggle", "marks")]


def test_the_marks_of_the_library_are_browsed(desk: Desk, screen: Screen) -> None:
    marks.browse(desk)
    assert screen.told == [("browse",)]


def test_one_goes_to_the_note_that_cites_a_mark(desk: Desk, screen: Screen, papers: Papers) -> None:
    made = desk.notes.mark(papers[0], PASSAGE, Colour.GREEN)
    screen.clicked = made.id
    marks.cited(desk)
    assert screen.said[-1].startswith("No note cites")
    desk.notes.append(papers[1], desk.notes.quote(made, papers[0]))
    marks.cited(desk)
    assert screen.told[-1] == ("show_note", papers[1], made.id)
    desk.notes.append(papers[0], desk.notes.quote(made, papers[0]))
    screen.answer = "Attention Is All You Need"
    marks.cited(desk)
    assert screen.told[-1] == ("show_note", papers[0], made.id)
