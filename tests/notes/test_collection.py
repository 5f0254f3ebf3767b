"""All marks of the library, sought and gathered."""

import pytest

from paperdesk.domain.colours import Meanings
from paperdesk.domain.gathered import Gather, Gathered
from paperdesk.domain.note import Anchor, Colour, Highlight
from paperdesk.domain.paper import PaperId
from paperdesk.infra.changes import Changes
from paperdesk.infra.journal import Journal
from paperdesk.notes import Collection, Marks, Notes
from tests.notes.test_service import add_paper

NONE: Meanings = {}


class Desk:
    """Three marks of two papers, the second paper marked last."""

    def __init__(self, changes: Changes, journal: Journal) -> None:
        self.changes = changes
        self.notes = Notes(changes, journal)
        self.marks = Marks(changes, journal)
        self.collection = Collection(changes)
        self.papers = [add_paper(changes, "one2020"), add_paper(changes, "two2021")]
        self.low = self.make(0, "alpha naïve", 1, 300.0, Colour.RED)
        self.high = self.make(0, "beta", 1, 20.0, Colour.BLUE)
        self.other = self.make(1, "gamma", 0, 5.0, Colour.RED)
        self.marks.tag(self.low.id, add=["method", "claim"])
        self.marks.comment(self.high.id, "Why so?")

    def make(self, paper: int, text: str, page: int, top: float, colour: Colour) -> Highlight:
        anchor = Anchor(page, ((1.0, top, 9.0, top + 9.0),), text)
        return self.notes.mark(self.papers[paper], anchor, colour)

    def gather(self, text: str = "", by: Gather = Gather.PAPER, names: Meanings = NONE) -> Gathered:
        return self.collection.gather(text, by, names)


@pytest.fixture
def desk(changes: Changes, journal: Journal) -> Desk:
    return Desk(changes, journal)


def test_the_paper_that_was_marked_last_comes_first_and_its_marks_from_the_top(desk: Desk) -> None:
    found = desk.gather()
    assert found.ids == (desk.other.id, desk.high.id, desk.low.id)
    assert (found.starts, found.all_of_them) == (frozenset({0, 1}), 3)
    assert found.tags == ("claim", "method")


@pytest.mark.parametrize(
    ("text", "which"),
    [
        ("colour:red", ["other", "low"]),
        ("naive", ["low"]),
        ("why", ["high"]),
        ("method", ["low"]),
        ("tag:cla", ["low"]),
        ("has:comment", ["high"]),
        ("-has:tag", ["other", "high"]),
        ("colour:doubt", ["other", "low"]),
        ("kind:area", []),
    ],
)
def test_the_marks_that_are_asked_for_are_found(desk: Desk, text: str, which: list[str]) -> None:
    found = desk.gather(text, names={Colour.RED: "Doubt"})
    assert found.ids == tuple(getattr(desk, name).id for name in which)


def test_a_mark_stands_below_each_of_its_tags(desk: Desk) -> None:
    found = desk.gather(by=Gather.TAG)
    assert found.groups == ("claim", "method", "", "")
    assert found.ids == (desk.low.id, desk.low.id, desk.other.id, desk.high.id)
    assert found.starts == frozenset({0, 1, 2})


def test_a_passage_over_pages_is_sought_in_all_of_it(desk: Desk) -> None:
    parts = [Anchor(0, (), "an exam-"), Anchor(1, (), "ple")]
    made = desk.notes.mark_passage(desk.papers[0], parts, Colour.RED)
    assert desk.gather("example").ids == (made.id,)


def test_what_is_in_the_trash_is_not_gathered(desk: Desk) -> None:
    desk.notes.drop(desk.low.id)
    with desk.changes.write() as write:
        write.connection.exec_driver_sql(
            "UPDATE paper SET state = 'trash' WHERE id = ?", (desk.papers[1],)
        )
    assert desk.gather().ids == (desk.high.id,)


def test_what_cannot_be_asked_for_is_said(desk: Desk) -> None:
    assert "mauve" in desk.gather("colour:mauve").fault


def test_marks_are_read_with_their_papers(desk: Desk) -> None:
    found = desk.collection.some([desk.low.id, desk.other.id, desk.low.id])
    assert {placed.mark.anchor.text for placed in found.values()} == {"alpha naïve", "gamma"}
    assert found[desk.low.id].title == "A"
    assert found[desk.low.id].mark.tags == ("claim", "method")
    desk.notes.drop(desk.low.id)
    assert list(desk.collection.some([desk.low.id])) == []
    assert PaperId(desk.papers[0]) == desk.low.paper
