"""From the page to the note."""

import pytest

from paperdesk.commands import notes as verbs
from paperdesk.commands.desk import Desk
from paperdesk.domain.errors import NothingSelected
from paperdesk.domain.note import Anchor, Colour
from paperdesk.domain.paper import PaperId
from tests.commands.conftest import Screen

PASSAGE = Anchor(3, ((1.0, 2.0, 3.0, 4.0),), "attention is enough")


def test_a_selected_passage_is_marked_and_quoted_with_a_link(
    desk: Desk, screen: Screen, papers: tuple[PaperId, ...]
) -> None:
    screen.opened = screen.noted = papers[0]
    screen.passage = PASSAGE
    verbs.quote(desk)
    (made,) = desk.notes.highlights(papers[0])
    (told,) = [words for words in screen.told if words[0] == "quote_in_note"]
    assert "attention is enough" in told[1]
    assert f"paperdesk://paper/{papers[0]}?page=4&highlight={made.id}" in told[1]


def test_a_clicked_highlight_is_quoted_and_not_marked_again(
    desk: Desk, screen: Screen, papers: tuple[PaperId, ...]
) -> None:
    made = desk.notes.mark(papers[0], PASSAGE, Colour.BLUE)
    screen.opened = screen.noted = papers[0]
    screen.clicked = made.id
    verbs.quote(desk)
    assert desk.notes.highlights(papers[0]) == (made,)
    assert made.id in screen.told[-1][1]


def test_a_quote_goes_to_its_paper_whatever_note_is_shown_by_then(
    desk: Desk, screen: Screen, papers: tuple[PaperId, ...]
) -> None:
    desk.notes.append(papers[0], "Before.")
    screen.opened, screen.noted, screen.passage = papers[0], papers[1], PASSAGE
    verbs.quote(desk)
    note = desk.notes.note(papers[0])
    assert note is not None
    assert note.text.startswith("Before.\n\n> attention is enough")
    assert (screen.told, desk.notes.note(papers[1])) == ([("clear_selection",)], None)
    assert screen.said == ["Quoted in the note of the paper it is from"]


def test_without_a_passage_the_verb_says_what_to_do(desk: Desk) -> None:
    with pytest.raises(NothingSelected, match="Select a passage"):
        verbs.quote(desk)


def test_a_note_is_written_for_a_chosen_paper_only(
    desk: Desk, screen: Screen, papers: tuple[PaperId, ...]
) -> None:
    with pytest.raises(NothingSelected):
        verbs.write(desk)
    screen.chosen = papers[:1]
    verbs.write(desk)
    assert screen.told == [("write_note",)]


def test_marks_and_leaving_are_the_panes(desk: Desk, screen: Screen) -> None:
    for verb in (verbs.embolden, verbs.italicise, verbs.preview, verbs.done):
        verb(desk)
    assert screen.told == [
        ("mark_up_note", "**"),
        ("mark_up_note", "*"),
        ("preview_note",),
        ("leave_note",),
    ]


def test_find_beside_the_note_is_in_the_open_paper_else_in_everything(
    desk: Desk, screen: Screen, papers: tuple[PaperId, ...]
) -> None:
    verbs.find(desk)
    screen.opened = papers[0]
    verbs.find(desk)
    assert screen.told == [("focus_search",), ("open_find",)]


def test_the_page_follows_the_note_or_is_let_be(desk: Desk, screen: Screen) -> None:
    verbs.lead(desk)
    assert desk.settings.get("note-leads") is False
    verbs.lead(desk)
    assert desk.settings.get("note-leads") is True
    assert screen.said == ["The page stays where it is now", "The page follows the note now"]
