"""The contents of the open paper: its own, or built in the background."""

from typing import Any

import pytest

from paperdesk.domain.errors import BadDocument
from paperdesk.domain.note import Quad
from paperdesk.domain.pages import (
    Document,
    DocumentInfo,
    Headlines,
    Line,
    OutlineItem,
    PageSize,
    Setting,
)
from paperdesk.ui.reader.outlining import A_TURN, Outlining
from tests.ui.reader.conftest import FakePages

OWN = (OutlineItem(1, "One", 0, 10.0), OutlineItem(1, "Two", 3, 10.0))
SIZES = (PageSize(595.0, 842.0),) * 10


def heading(page: int, text: str) -> Setting:
    box: Quad = (60.0, 200.0, 160.0, 214.0)
    return Setting(page, 10.0, 3000, (Line(text, box, 14.0, bold=True, apart=True, heads=True),))


@pytest.fixture
def outline(qapp: Any, fake: FakePages) -> Outlining:
    fake.settings = (heading(1, "1 Aims"), heading(9, "2 Ends"))
    return Outlining(fake)


def test_a_file_s_own_outline_is_taken(
    outline: Outlining, fake: FakePages, document: Document
) -> None:
    outline.show(document, DocumentInfo(SIZES, OWN))
    assert [item.title for item in outline.contents.items] == ["One", "Two"]
    assert (outline.busy, outline.built, fake.asked) == (False, False, [])


def test_without_one_headings_are_looked_for_a_few_pages_at_a_time(
    outline: Outlining, fake: FakePages, document: Document
) -> None:
    outline.show(document, DocumentInfo(SIZES, OWN[:1]))
    (asked,) = fake.waiting(Headlines)
    assert (asked.request.first, asked.request.last) == (0, A_TURN - 1)
    assert outline.busy
    fake.answer_all()
    assert [item.title for item in outline.contents.items] == ["1 Aims", "2 Ends"]
    assert (outline.busy, outline.built) == (False, True)


def test_the_way_there_shows_what_is_known(
    outline: Outlining, fake: FakePages, document: Document
) -> None:
    seen: list[int] = []
    outline.changed.connect(lambda: seen.append(len(outline.contents)))
    outline.show(document, DocumentInfo(SIZES))
    fake.answer_all()
    assert seen == [0, 1, 2]


def test_pages_that_cannot_be_read_are_passed_over(
    outline: Outlining, fake: FakePages, document: Document
) -> None:
    fake.errors[Headlines] = BadDocument("It is damaged there.")
    outline.show(document, DocumentInfo(SIZES))
    fake.answer()
    fake.errors.clear()
    fake.answer_all()
    assert [item.title for item in outline.contents.items] == ["2 Ends"]


def test_another_document_ends_the_search(
    outline: Outlining, fake: FakePages, document: Document
) -> None:
    outline.show(document, DocumentInfo(SIZES))
    outline.show(None)
    assert fake.waiting() == []
    assert len(outline.contents) == 0


def test_quick_pages_are_looked_at_in_larger_numbers(
    outline: Outlining, fake: FakePages, document: Document
) -> None:
    outline.show(document, DocumentInfo(SIZES * 4))
    fake.answer()
    (asked,) = fake.waiting(Headlines)
    assert asked.request.last - asked.request.first + 1 > A_TURN
    assert asked.urgency < 0
