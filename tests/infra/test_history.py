"""Any step can be put back, whole or about one paper, and that can be undone."""

from typing import Any

import pytest

from paperdesk.domain.errors import NotFound, Refused
from paperdesk.domain.paper import Found, PaperId, State
from paperdesk.infra.changes import Changes
from paperdesk.infra.history import History
from paperdesk.infra.journal import Journal
from paperdesk.library import Library
from paperdesk.notes import Notes

Papers = tuple[PaperId, ...]


@pytest.fixture
def history(changes: Changes, journal: Journal) -> History:
    return History(changes, journal)


@pytest.fixture
def papers(library: Library, changes: Changes) -> Papers:
    with changes.write() as write:
        founds = [Found(name) for name in ("A", "B", "C")]
        return tuple(taken.paper for taken in library.take(write, founds, 1.0))


def states(library: Library, papers: Papers) -> list[str]:
    return [paper.state.value for paper in library.papers(papers)]


def test_a_step_of_long_ago_is_put_back_and_what_came_after_stays(
    history: History, library: Library, papers: Papers
) -> None:
    library.set_state(papers, State.DISMISSED)
    library.tag(papers[:1], add=["later"])
    library.set_unread(papers[1:2], unread=True)
    _, _, first = history.steps()
    assert history.restore(first.id) == "Put back: 3 papers dismissed"
    assert states(library, papers) == ["new", "new", "new"]
    assert library.paper(papers[0]).tags == ("later",)


def test_one_paper_of_many_is_put_back(history: History, library: Library, papers: Papers) -> None:
    library.set_state(papers, State.DISMISSED)
    (step,) = history.steps()
    said = history.restore(step.id, papers[1])
    assert said == "Put back: 1 paper of “3 papers dismissed”"
    assert states(library, papers) == ["dismissed", "new", "dismissed"]
    assert library.paper(papers[1]).unread


def test_to_put_back_is_a_step_that_can_be_undone(
    history: History, library: Library, journal: Journal, papers: Papers
) -> None:
    library.set_state(papers, State.DISMISSED)
    history.restore(history.steps()[0].id)
    assert journal.undo() == "Put back: 3 papers dismissed"
    assert states(library, papers) == ["dismissed"] * 3
    assert history.steps()[0].undone


def test_tags_that_a_step_put_on_or_took_off_are_put_back(
    history: History, library: Library, papers: Papers
) -> None:
    library.tag(papers, add=["x"])
    library.tag(papers[:2], remove=["x"])
    off, on = history.steps()
    history.restore(off.id, papers[0])
    assert [paper.tags for paper in library.papers(papers)] == [("x",), (), ("x",)]
    history.restore(on.id, papers[2])
    assert [paper.tags for paper in library.papers(papers)] == [("x",), (), ()]


def test_what_is_written_about_a_paper_is_put_back_with_it(
    history: History, changes: Changes, journal: Journal, papers: Papers
) -> None:
    notes = Notes(changes, journal)
    notes.write(papers[0], "first")
    (step,) = history.steps()
    with pytest.raises(Refused):
        history.restore(step.id, papers[1])
    history.restore(step.id, papers[0])
    note: Any = notes.note(papers[0])
    assert note is None or note.text == ""


def test_what_is_as_it_was_already_is_said(
    history: History, library: Library, journal: Journal, papers: Papers
) -> None:
    library.set_state(papers, State.DISMISSED)
    journal.undo()
    with pytest.raises(Refused, match="already as it was"):
        history.restore(history.steps()[0].id)
    with pytest.raises(NotFound):
        history.restore(4711)
