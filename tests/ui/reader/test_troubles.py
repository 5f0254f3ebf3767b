"""What could not be shown is told to everyone, and tried again by a key."""

import pytest
from pytestqt.qtbot import QtBot

from paperdesk.domain.errors import BadDocument
from paperdesk.domain.pages import Document, DocumentInfo, Inspect, Render
from paperdesk.ui.reader import ReaderPane
from paperdesk.ui.reader.troubles import REPAIRED
from tests.ui.reader.conftest import FakePages

SENTENCE = "Page 1 could not be drawn: it stopped the program that reads PDFs twice."


@pytest.fixture
def failed(qtbot: QtBot, opened: ReaderPane, fake: FakePages) -> ReaderPane:
    """A reader whose first page cannot be drawn."""
    fake.errors[Render] = BadDocument(SENTENCE)
    opened.parts.supply.rest()
    opened.parts.view.draw_anew()
    qtbot.waitUntil(lambda: bool(fake.waiting(Render)))
    fake.answer(Render)
    return opened


def test_a_page_that_failed_is_pardoned_and_asked_for_again(
    qtbot: QtBot, failed: ReaderPane, fake: FakePages
) -> None:
    assert 0 in failed.parts.supply.problems
    assert failed.troubles.try_again()
    assert 0 in fake.pardoned
    qtbot.waitUntil(lambda: any(one.request.page == 0 for one in fake.waiting(Render)))


def test_what_the_card_on_the_page_says_is_heard_too(failed: ReaderPane) -> None:
    assert SENTENCE in failed.parts.view.accessibleDescription()


def test_where_nothing_failed_there_is_nothing_to_try(opened: ReaderPane) -> None:
    assert not opened.troubles.try_again()


def test_a_page_that_stays_blurred_is_told_of(
    qtbot: QtBot, opened: ReaderPane, fake: FakePages
) -> None:
    with qtbot.waitSignal(opened.problem) as told:
        opened.parts.supply.failed.emit(0, SENTENCE)
    assert told.args == [SENTENCE]


def test_a_file_that_could_not_be_opened_is_pardoned_as_a_whole(
    opened: ReaderPane, fake: FakePages
) -> None:
    document = opened.parts.opening.document
    assert document is not None
    fake.errors[Inspect] = BadDocument("This PDF could not be opened.")
    opened.open_document(document)
    fake.answer(Inspect)
    assert opened.troubles.try_again()
    assert fake.pardoned == [None]
    assert fake.waiting(Inspect)


def test_a_repaired_file_is_told_of_once(
    pane: ReaderPane, fake: FakePages, document: Document
) -> None:
    told: list[str] = []
    pane.problem.connect(told.append)
    for _ in range(2):
        pane.open_document(document)
        for asked in fake.waiting(Inspect):
            asked.done(DocumentInfo(fake.sizes, repaired=True))
            asked.cancel()
    assert told == [REPAIRED]
