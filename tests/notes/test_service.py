"""Notes, highlights and places, on a library on disk."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from paperdesk.domain.deeplink import DeepLink, deep_link
from paperdesk.domain.errors import NotFound
from paperdesk.domain.events import NotesChanged
from paperdesk.domain.note import Anchor, Colour, HighlightId, Kind, Place
from paperdesk.domain.paper import PaperId
from paperdesk.infra.bus import Bus
from paperdesk.infra.changes import Changes
from paperdesk.infra.journal import Journal
from paperdesk.notes import Notes

MORNING = datetime(2026, 3, 12, 8, 30, tzinfo=UTC)
ANCHOR = Anchor(3, ((72.0, 100.0, 300.0, 112.0),), "attention is all", "that ", " you", "iv")


@pytest.fixture
def notes(changes: Changes, journal: Journal) -> Notes:
    return Notes(changes, journal, now=lambda: MORNING)


@pytest.fixture
def paper(changes: Changes) -> PaperId:
    return add_paper(changes, "vaswani2017")


def add_paper(changes: Changes, citekey: str) -> PaperId:
    with changes.write() as write:
        made = write.connection.exec_driver_sql(
            "INSERT INTO paper (title, title_key, first_key, abstract, version, citekey, state, "
            "state_at, unread, added_at) VALUES ('A', 'a', '', '', 0, ?, 'inbox', 0, 1, 0)",
            (citekey,),
        )
        return PaperId(int(made.lastrowid))


def test_a_paper_begins_without_a_note(notes: Notes, paper: PaperId) -> None:
    assert notes.note(paper) is None


def test_what_is_written_is_read_again(notes: Notes, paper: PaperId) -> None:
    notes.write(paper, "Ça va 🙂\n")
    note = notes.note(paper)
    assert note is not None
    assert (note.text, note.updated) == ("Ça va 🙂\n", MORNING)


def test_typing_is_one_step_back(notes: Notes, paper: PaperId, journal: Journal) -> None:
    base = ""
    for text in ("A", "A b", "A b c"):
        base = notes.write(paper, text, base=base, typing=True)
    assert journal.undo() == "Write note"
    assert notes.note(paper) is None
    assert journal.redo() == "Write note"
    assert text_of(notes, paper) == "A b c"


def test_typing_in_another_note_is_another_step(
    notes: Notes, paper: PaperId, journal: Journal, changes: Changes
) -> None:
    other = add_paper(changes, "other2020")
    notes.write(paper, "one")
    notes.write(other, "two")
    journal.undo()
    assert (text_of(notes, paper), notes.note(other)) == ("one", None)


def test_writing_the_same_again_is_no_step(notes: Notes, paper: PaperId, journal: Journal) -> None:
    notes.write(paper, "same")
    notes.append(paper, "more")
    notes.write(paper, "same\n\nmore")
    assert [step.title for step in journal.steps()] == ["Add to note", "Write note"]


def test_what_was_written_elsewhere_meanwhile_is_kept(notes: Notes, paper: PaperId) -> None:
    notes.write(paper, "a")
    notes.append(paper, "from the command line")
    assert notes.write(paper, "a b", base="a") == "a b\n\nfrom the command line"
    assert text_of(notes, paper) == "a b\n\nfrom the command line"


def test_a_text_that_replaces_what_somebody_types_is_a_step_of_its_own(
    notes: Notes, paper: PaperId, journal: Journal
) -> None:
    notes.write(paper, "typed", base="", typing=True)
    notes.write(paper, "edited", base="typed")
    notes.write(paper, "edited on", base="edited", typing=True)
    assert [step.title for step in journal.steps()] == ["Write note"] * 3
    journal.undo()
    journal.undo()
    assert text_of(notes, paper) == "typed"


def test_two_versions_of_a_line_are_both_kept(notes: Notes, paper: PaperId) -> None:
    notes.write(paper, "top\n\ntheirs\n\nend")
    whole = "top\n\nmine\n\ntheirs\n\nend"
    assert notes.write(paper, "top\n\nmine\n\nend", base="top\n\nold\n\nend") == whole
    assert text_of(notes, paper) == whole


def test_what_was_there_when_writing_began_may_be_deleted(notes: Notes, paper: PaperId) -> None:
    notes.write(paper, "a b")
    assert notes.write(paper, "a", base="a b") == "a"
    assert text_of(notes, paper) == "a"


@pytest.mark.parametrize("nothing", ["", " \n "])
def test_an_emptied_note_is_gone_and_comes_back(
    notes: Notes, paper: PaperId, journal: Journal, nothing: str
) -> None:
    notes.append(paper, "kept")
    notes.write(paper, nothing)
    assert notes.note(paper) is None
    journal.undo()
    assert text_of(notes, paper) == "kept"


def test_an_appended_text_is_a_paragraph_of_its_own(notes: Notes, paper: PaperId) -> None:
    notes.append(paper, "first")
    notes.append(paper, "second")
    notes.append(paper, "  \n")
    assert text_of(notes, paper) == "first\n\nsecond"


def test_lines_end_alike_wherever_they_come_from(notes: Notes, paper: PaperId) -> None:
    notes.append(paper, "a\r\nb")
    notes.write(paper, "a\r\nb\rc", base="a\nb")
    assert text_of(notes, paper) == "a\nb\nc"


def test_what_no_library_takes_does_not_cost_the_rest(notes: Notes, paper: PaperId) -> None:
    notes.append(paper, "half \ud83d a\0 character")
    notes.append(paper, "and \udcff more")
    assert text_of(notes, paper) == "half ? a character\n\nand ? more"


def test_a_change_of_a_note_is_announced(notes: Notes, paper: PaperId, bus: Bus) -> None:
    heard: list[NotesChanged] = []
    bus.listen(NotesChanged, heard.append)
    notes.write(paper, "x")
    notes.write(paper, "x")
    assert heard == [NotesChanged((paper,))]


def test_a_highlight_is_kept_whole(notes: Notes, paper: PaperId) -> None:
    made = notes.mark(paper, ANCHOR, Colour.GREEN)
    assert notes.highlights(paper) == (made,)
    assert notes.highlight(made.id) == made
    assert (made.anchor, made.colour, made.created) == (ANCHOR, Colour.GREEN, MORNING)


def test_highlights_have_short_ids_of_their_own(notes: Notes, paper: PaperId) -> None:
    ids = {notes.mark(paper, ANCHOR, Colour.BLUE).id for _ in range(20)}
    assert len(ids) == 20
    assert all(len(each) == 11 and each.isalnum() and each[0] == "h" for each in ids)


def test_marking_can_be_undone_and_redone(notes: Notes, paper: PaperId, journal: Journal) -> None:
    made = notes.mark(paper, ANCHOR, Colour.PINK)
    journal.undo()
    assert notes.highlights(paper) == ()
    journal.redo()
    assert notes.highlights(paper) == (made,)


Verb = Callable[[Notes, HighlightId], None]


@pytest.mark.parametrize(
    "change",
    [
        lambda notes, which: notes.recolour(which, Colour.BLUE),
        lambda notes, which: notes.comment(which, "Is it?\n\n- *yes*"),
        lambda notes, which: notes.drop(which),
    ],
    ids=["recolour", "comment", "drop"],
)
def test_each_change_of_a_highlight_can_be_undone(
    notes: Notes, paper: PaperId, journal: Journal, change: Verb
) -> None:
    made = notes.mark(paper, ANCHOR, Colour.YELLOW)
    change(notes, made.id)
    assert notes.highlights(paper) != (made,)
    journal.undo()
    assert notes.highlights(paper) == (made,)


def test_changes_of_a_highlight_are_seen(notes: Notes, paper: PaperId) -> None:
    made = notes.mark(paper, ANCHOR, Colour.YELLOW)
    notes.recolour(made.id, Colour.BLUE)
    notes.comment(made.id, "Is it?")
    (found,) = notes.highlights(paper)
    assert (found.colour, found.comment) == (Colour.BLUE, "Is it?")


def test_a_dropped_highlight_cannot_be_changed(notes: Notes, paper: PaperId) -> None:
    made = notes.mark(paper, ANCHOR, Colour.YELLOW)
    notes.drop(made.id)
    with pytest.raises(NotFound, match="Undo"):
        notes.recolour(made.id, Colour.BLUE)


def test_a_quote_leads_back_to_its_place(notes: Notes, paper: PaperId) -> None:
    made = notes.mark(paper, ANCHOR, Colour.YELLOW)
    text, gap, source = notes.quote(made, paper).splitlines()
    assert (text, gap) == ("> attention is all", ">")
    assert source == f"> — [p. iv](paperdesk://paper/{paper}?page=4&highlight={made.id})"
    assert deep_link(source[len("> — [p. iv](") : -1]) == DeepLink(paper, 3, made.id)


def test_a_label_handed_in_is_believed(notes: Notes, paper: PaperId) -> None:
    made = notes.mark(paper, ANCHOR, Colour.YELLOW)
    assert "[p. S4](" in notes.quote(made, paper, "S4")


def test_the_last_place_is_remembered(notes: Notes, paper: PaperId) -> None:
    assert notes.place(paper) is None
    notes.keep_place(paper, Place(1, 2.5, 0.0, 1.5))
    notes.keep_place(paper, Place(4, 20.25, 3.0, 0.0))
    assert notes.place(paper) == Place(4, 20.25, 3.0, 0.0)


def test_a_place_is_nothing_to_undo(notes: Notes, paper: PaperId, journal: Journal) -> None:
    notes.keep_place(paper, Place(1))
    assert journal.undo() is None


def text_of(notes: Notes, paper: PaperId) -> str:
    note = notes.note(paper)
    assert note is not None
    return note.text


def test_a_note_that_was_replaced_comes_back_as_it_was_typed(
    notes: Notes, journal: Journal, paper: PaperId
) -> None:
    notes.write(paper, "Typed.", base="", typing=True)
    notes.write(paper, "Replaced.")
    notes.write(paper, "Replaced again.")
    journal.undo()
    journal.undo()
    found = notes.note(paper)
    assert found is not None
    assert found.text == "Typed."


SECOND_PAGE = Anchor(4, ((72.0, 60.0, 200.0, 72.0),), "you need", "is all ", "", "v")


def test_a_passage_over_pages_is_one_mark(notes: Notes, paper: PaperId, journal: Journal) -> None:
    made = notes.mark_passage(paper, [ANCHOR, SECOND_PAGE], Colour.RED, Kind.UNDERLINE)
    assert notes.highlights(paper) == (made,)
    assert (made.anchors, made.text) == ((ANCHOR, SECOND_PAGE), "attention is all you need")
    assert notes.quote(made, paper).startswith("> attention is all you need\n")
    notes.recolour(made.id, Colour.GREY)
    journal.undo()
    journal.undo()
    assert notes.highlights(paper) == ()


def merge_into(changes: Changes, gone: PaperId, kept: PaperId) -> None:
    with changes.write() as write:
        write.connection.exec_driver_sql("DELETE FROM paper WHERE id = ?", (gone,))
        write.connection.exec_driver_sql(
            "INSERT INTO alias (kind, value, paper) VALUES ('paper', ?, ?)", (str(gone), kept)
        )


def test_what_is_written_while_its_paper_is_merged_goes_to_the_one_that_stays(
    notes: Notes, changes: Changes, paper: PaperId
) -> None:
    gone = add_paper(changes, "lost2020")
    notes.write(paper, "Here before.")
    merge_into(changes, gone, paper)
    notes.write(gone, "Typed meanwhile.")
    notes.append(gone, "And this.")
    assert notes.mark(gone, ANCHOR, Colour.RED).paper == paper
    note = notes.note(paper)
    assert note is not None
    for words in ("Here before.", "Typed meanwhile.", "And this."):
        assert words in note.text


def test_the_place_in_a_paper_that_is_gone_is_let_go(
    notes: Notes, changes: Changes, paper: PaperId
) -> None:
    gone = add_paper(changes, "lost2020")
    merge_into(changes, gone, paper)
    notes.keep_place(gone, Place(3, 0.0, 0.0, 1.0))
    assert notes.place(gone) is None
