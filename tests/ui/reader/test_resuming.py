"""After a reload one goes on at the same words."""

import pytest

from paperdesk.domain.note import Place
from paperdesk.domain.pages import Document, DocumentInfo, PageSize
from paperdesk.ui.reader import ReaderPane
from tests.ui.reader.conftest import FakePages, line

PASSAGE = "Here one goes on with what was read"
SIZE = PageSize(595.0, 842.0)


@pytest.fixture
def reading(pane: ReaderPane, fake: FakePages, document: Document) -> ReaderPane:
    """A reader at a passage, whose words are here."""
    fake.words = {3: line(3, PASSAGE, 300.0)}
    pane.open_document(document, Place(3, 280.0, 0.0))
    fake.answer_all()
    pane.parts.content.need((3,))
    fake.answer_all()
    return pane


def renew(pane: ReaderPane, fake: FakePages, document: Document) -> None:
    """Let the file have two pages more."""
    fake.sizes = (SIZE,) * 12
    pane._director.go_on(document, DocumentInfo(fake.sizes, ()))


def test_what_is_read_is_found_pages_away(
    reading: ReaderPane, fake: FakePages, document: Document
) -> None:
    fake.words = {5: line(5, PASSAGE, 200.0)}
    renew(reading, fake, document)
    fake.answer_all()
    assert (reading.place().page, round(reading.place().top)) == (5, 180)


def test_what_is_there_no_more_leaves_the_page_and_its_height(
    reading: ReaderPane, fake: FakePages, document: Document
) -> None:
    fake.words = {5: line(5, "Nothing of that is said here any more.", 200.0)}
    renew(reading, fake, document)
    fake.answer_all()
    assert (reading.place().page, round(reading.place().top)) == (3, 280)


def test_who_scrolls_meanwhile_is_left_there(
    reading: ReaderPane, fake: FakePages, document: Document
) -> None:
    fake.words = {5: line(5, PASSAGE, 200.0)}
    renew(reading, fake, document)
    reading.go(8)
    fake.answer_all()
    assert reading.place().page == 8
