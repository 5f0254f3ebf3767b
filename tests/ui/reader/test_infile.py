"""The marks of the open file: fetched behind the pages, and not painted twice."""

from dataclasses import replace
from datetime import UTC, datetime

from paperdesk.domain.annotation import Annotations, FileMark
from paperdesk.domain.errors import BadDocument
from paperdesk.domain.note import Anchor, Colour, Highlight, HighlightId, Kind
from paperdesk.domain.pages import Document
from paperdesk.domain.paper import PaperId
from paperdesk.ui.reader import ReaderPane
from tests.ui.reader.conftest import FakePages

BOX = (50.0, 100.0, 80.0, 110.0)
MARK = FileMark(0, "nm", Kind.HIGHLIGHT, (BOX,), (), (1.0, 1.0, 0.0), "alpha", "", "", "")
OURS = Highlight(
    HighlightId("h1"),
    PaperId(1),
    Anchor(0, (BOX,), "alpha"),
    Colour.YELLOW,
    datetime(2026, 1, 1, tzinfo=UTC),
    origin="nm",
)


def shown(pane: ReaderPane, fake: FakePages, document: Document, *marks: FileMark) -> None:
    fake.marks = marks
    pane.open_document(document)
    fake.answer_all()


def test_the_marks_of_a_file_arrive_after_it_is_open(
    pane: ReaderPane, fake: FakePages, document: Document
) -> None:
    shown(pane, fake, document, MARK, replace(MARK, page=7, name="other"))
    assert [mark.name for mark in pane.parts.infile.marks] == ["nm", "other"]
    pane.close_document()
    assert pane.parts.infile.marks == ()


def test_a_mark_that_the_page_shows_already_is_not_painted_again(
    pane: ReaderPane, fake: FakePages, document: Document
) -> None:
    shown(pane, fake, document, MARK)
    assert pane.parts.infile.draws(OURS)
    assert not pane.parts.infile.draws(replace(OURS, colour=Colour.BLUE))
    assert not pane.parts.infile.draws(replace(OURS, origin=""))
    assert not pane.parts.infile.draws(replace(OURS, anchor=Anchor(3, (BOX,), "alpha")))
    pane.set_highlights([OURS])
    marks = pane.parts.marks
    assert list(marks._painted(0)) == []
    marks.choose(OURS.id)
    assert [part[0] for part in marks._painted(0)] == [OURS]


def test_our_own_copy_is_known_by_the_ids_that_it_carries(
    pane: ReaderPane, fake: FakePages, document: Document
) -> None:
    shown(pane, fake, document, replace(MARK, name="h1"))
    assert pane.parts.infile.draws(replace(OURS, origin=""))


def test_pages_whose_marks_cannot_be_read_are_no_trouble(
    pane: ReaderPane, fake: FakePages, document: Document
) -> None:
    fake.errors[Annotations] = BadDocument("It is damaged.")
    shown(pane, fake, document, MARK)
    assert pane.parts.infile.marks == ()
