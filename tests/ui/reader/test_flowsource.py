from typing import Any

import pytest
from PySide6.QtCore import QSize

from paperdesk.domain.dress import DARK
from paperdesk.domain.errors import BadDocument
from paperdesk.domain.pages import Document, Render
from paperdesk.domain.typed import Print
from paperdesk.reader.passages import Kind, Passage
from paperdesk.ui.reader.flowsource import FlowSource
from tests.ui.reader.conftest import FakePages

FIGURE = Passage(Kind.PICTURE, 2, (100.0, 100.0, 200.0, 150.0))
SIZE = QSize(150, 75)


@pytest.fixture
def source(qapp: Any, fake: FakePages, document: Document) -> FlowSource:
    source = FlowSource(fake)
    source.show(document)
    return source


def test_a_page_is_asked_for_once(source: FlowSource, fake: FakePages) -> None:
    source.need(3)
    source.need(3)
    assert len(fake.waiting(Print)) == 1
    assert source.waits()
    fake.answer()
    source.need(3)
    assert (len(fake.asked), source.waits()) == (1, False)


def test_a_page_that_cannot_be_read_says_so_in_its_place(
    source: FlowSource, fake: FakePages
) -> None:
    fake.errors[Print] = BadDocument("The text of page 4 could not be read.")
    source.need(3)
    fake.answer()
    assert source.prints[3].lines[0].text == "The text of page 4 could not be read."


def test_a_picture_is_drawn_for_its_size_and_dress(source: FlowSource, fake: FakePages) -> None:
    assert source.picture(FIGURE, SIZE, 2.0, DARK) is None
    source.picture(FIGURE, SIZE, 2.0, DARK)
    (asked,) = fake.waiting(Render)
    assert (asked.request.page, asked.request.clip, asked.request.dress) == (2, FIGURE.box, DARK)
    assert asked.request.scale == 3.0


def test_pixels_are_copied_and_given_back(source: FlowSource, fake: FakePages) -> None:
    told: list[object] = []
    source.drawn.connect(told.append)
    source.picture(FIGURE, SIZE, 1.0, None)
    fake.answer()
    image = source.picture(FIGURE, SIZE, 1.0, None)
    assert image is not None
    assert fake.drawn[0].released
    assert told == [FIGURE]


def test_with_another_document_nothing_of_the_old_is_held(
    source: FlowSource, fake: FakePages
) -> None:
    source.need(3)
    source.picture(FIGURE, SIZE, 1.0, None)
    source.show(None)
    assert fake.waiting() == []
    source.need(1)
    assert source.picture(FIGURE, SIZE, 1.0, None) is None
    assert fake.waiting() == []
