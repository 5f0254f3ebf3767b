from typing import Any

import pytest

from paperdesk.domain.errors import BadDocument
from paperdesk.domain.pages import Document, Link, PageSize, Words
from paperdesk.reader.layout import Point
from paperdesk.ui.reader.content import HELD, Content
from tests.ui.reader.conftest import FakePages

SIZES = (PageSize(595, 842, "i"),) * 100


@pytest.fixture
def content(qapp: Any, fake: FakePages, document: Document) -> Content:
    content = Content(fake)
    content.show(document, SIZES)
    return content


def test_words_and_links_come_for_the_pages_needed(content: Content, fake: FakePages) -> None:
    fake.links[0] = (Link((10, 10, 50, 20), page=4),)
    content.need([0])
    fake.answer()
    assert content.text(0) is not None
    assert content.link(Point(0, 12, 15)) == fake.links[0][0]
    assert content.link(Point(0, 60, 15)) is None


def test_a_page_is_asked_for_once(content: Content, fake: FakePages) -> None:
    content.need([0])
    content.need([0])
    assert len(fake.waiting(Words)) == 1


def test_another_document_begins_with_nothing(content: Content, fake: FakePages) -> None:
    content.need([0])
    fake.answer()
    content.need([1])
    content.show(None)
    assert content.text(0) is None
    assert fake.waiting() == []


def test_words_of_far_pages_are_let_go_and_can_come_back(content: Content, fake: FakePages) -> None:
    content.need(range(HELD + 1))
    fake.answer()
    lost = [page for page in range(HELD + 1) if content.text(page) is None]
    assert len(lost) == 1
    content.need(lost)
    fake.answer()
    assert content.text(lost[0]) is not None


def test_a_page_without_readable_words_is_no_calamity(content: Content, fake: FakePages) -> None:
    fake.errors[Words] = BadDocument("no text")
    content.need([0])
    fake.answer()
    assert content.text(0) is None
