"""Tags, comments and citations of marks, on a library on disk."""

import pytest

from paperdesk.domain.errors import NotFound, WrongUsage
from paperdesk.domain.events import NotesChanged
from paperdesk.domain.note import Anchor, Colour, Highlight, HighlightId
from paperdesk.domain.paper import PaperId
from paperdesk.infra.bus import Bus
from paperdesk.infra.changes import Changes
from paperdesk.infra.journal import Journal
from paperdesk.notes import Marks, Notes
from tests.notes.test_service import add_paper


@pytest.fixture
def notes(changes: Changes, journal: Journal) -> Notes:
    return Notes(changes, journal)


@pytest.fixture
def marks(changes: Changes, journal: Journal) -> Marks:
    return Marks(changes, journal)


@pytest.fixture
def mark(notes: Notes, changes: Changes) -> Highlight:
    paper = add_paper(changes, "key2020")
    return notes.mark(paper, Anchor(3, ((1.0, 2.0, 3.0, 4.0),), "words"), Colour.RED)


def test_a_mark_bears_tags_and_gives_them_up(marks: Marks, notes: Notes, mark: Highlight) -> None:
    assert marks.tag(mark.id, add=["method", "Claim"]) == "Mark tagged +method +Claim"
    assert notes.highlight(mark.id).tags == ("Claim", "method")
    marks.tag(mark.id, remove=["claim", "unknown"])
    assert notes.highlight(mark.id).tags == ("method",)


def test_tagging_is_a_step_and_is_told(
    marks: Marks, notes: Notes, mark: Highlight, journal: Journal, bus: Bus
) -> None:
    heard: list[NotesChanged] = []
    bus.listen(NotesChanged, heard.append)
    marks.tag(mark.id, add=["method"])
    assert heard == [NotesChanged((mark.paper,))]
    journal.undo()
    assert notes.highlight(mark.id).tags == ()
    journal.redo()
    assert notes.highlight(mark.id).tags == ("method",)


def test_papers_and_marks_share_their_tags(
    marks: Marks, notes: Notes, mark: Highlight, changes: Changes
) -> None:
    with changes.write() as write:
        write.connection.exec_driver_sql("INSERT INTO tag (id, name) VALUES (7, 'Bayes')")
        write.connection.exec_driver_sql("INSERT INTO tagging VALUES (?, 7)", (mark.paper,))
    marks.tag(mark.id, add=["claim", "bayes"])
    assert marks.tag_names() == ("Bayes", "claim")
    notes.drop(mark.id)
    assert marks.tag_names() == ("Bayes",)


def test_what_is_no_tag_changes_nothing(marks: Marks, notes: Notes, mark: Highlight) -> None:
    with pytest.raises(WrongUsage):
        marks.tag(mark.id, add=["good", " "])
    assert notes.highlight(mark.id).tags == ()


def test_a_comment_that_is_typed_is_one_step(
    marks: Marks, notes: Notes, mark: Highlight, journal: Journal
) -> None:
    for text in ("W", "Why", "Why?\r\n\n- *so*  \n"):
        marks.comment(mark.id, text)
    assert notes.highlight(mark.id).comment == "Why?\n\n- *so*"
    journal.undo()
    assert notes.highlight(mark.id).comment == ""


def test_a_mark_that_is_gone_takes_no_comment(marks: Marks) -> None:
    with pytest.raises(NotFound, match="Undo"):
        marks.comment(HighlightId("gone"), "x")


def test_a_mark_knows_which_notes_cite_it(
    marks: Marks, notes: Notes, mark: Highlight, changes: Changes
) -> None:
    other = add_paper(changes, "other2021")
    assert marks.citing(mark.paper) == {}
    notes.append(mark.paper, notes.quote(mark, mark.paper))
    notes.append(mark.paper, notes.quote(mark, mark.paper))
    notes.append(other, f"As [there](paperdesk://paper/{mark.paper}?highlight={mark.id}) said.")
    notes.append(other, "And paperdesk://paper/9999?page=1&highlight=hother.")
    assert marks.citing(mark.paper) == {mark.id: (mark.paper, other)}
    assert marks.citing(PaperId(9999)) == {HighlightId("hother"): (other,)}


def test_lines_are_kept_and_go_where_their_box_goes(
    marks: Marks, notes: Notes, mark: Highlight, journal: Journal
) -> None:
    strokes = (((12.0, 12.0), (22.0, 32.0)),)
    place = Anchor(0, ((10.0, 10.0, 24.0, 34.0),), "")
    made = marks.draw(mark.paper, place, strokes, Colour.BLUE)
    assert notes.highlight(made.id) == made
    marks.reshape(made.id, (110.0, 10.0, 124.0, 34.0))
    moved = notes.highlight(made.id)
    assert moved.strokes == (((112.0, 12.0), (122.0, 32.0)),)
    assert moved.anchor.quads == ((110.0, 10.0, 124.0, 34.0),)
    journal.undo()
    assert notes.highlight(made.id) == made
