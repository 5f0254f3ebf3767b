from dataclasses import replace
from typing import Any

import pytest

from paperdesk.domain.arrangement import Arrangement, Fit
from paperdesk.domain.errors import BadDocument
from paperdesk.domain.extent import Extent, Extents
from paperdesk.domain.note import Place
from paperdesk.domain.pages import Document, Inspect
from paperdesk.ui.reader import ReaderPane
from tests.ui.reader.conftest import A4, FakePages

TEXT = (100.0, 90.0, 500.0, 750.0)
TRIMMED = Arrangement(trim=True)


@pytest.fixture
def fake(fake: FakePages) -> FakePages:
    """Ten pages with margins that can be measured."""
    fake.extents = dict.fromkeys(range(10), Extent(TEXT, TEXT))
    return fake


def shown_width(pane: ReaderPane) -> float:
    column = pane.parts.view.scroller.column
    return column.box(0).width / column.zoom


def test_nothing_is_measured_until_margins_matter(opened: ReaderPane, fake: FakePages) -> None:
    assert not any(isinstance(one.request, Extents) for one in fake.asked)
    opened.arranging.arrange(TRIMMED)
    assert fake.waiting(Extents)


def test_the_window_shows_the_pages_while_they_are_measured(
    opened: ReaderPane, fake: FakePages
) -> None:
    opened.arranging.arrange(TRIMMED)
    assert shown_width(opened) == pytest.approx(595, abs=1)
    fake.answer_all()
    assert shown_width(opened) == pytest.approx(414, abs=1)


def test_the_line_at_the_top_stays_when_margins_go_and_come(
    opened: ReaderPane, fake: FakePages
) -> None:
    opened.go(3)
    opened.lines(10)
    before = opened.place()
    opened.arranging.arrange(TRIMMED)
    fake.answer_all()
    assert opened.place().page == before.page
    assert opened.place().top == pytest.approx(before.top, abs=1)
    opened.arranging.arrange(Arrangement())
    assert opened.place().top == pytest.approx(before.top, abs=1)


def test_text_fits_the_window_once_it_is_measured(opened: ReaderPane, fake: FakePages) -> None:
    before = opened.parts.view.scroller.column.zoom
    opened.arranging.fit(Fit.TEXT)
    fake.answer_all()
    assert opened.parts.view.scroller.column.zoom == pytest.approx(before * 595 / 414, rel=0.02)


def test_a_page_that_cannot_be_measured_is_trimmed_like_the_others(
    opened: ReaderPane, fake: FakePages
) -> None:
    opened.arranging.arrange(TRIMMED)
    fake.waiting(Extents)[0].over = True
    next(one for one in fake.asked if isinstance(one.request, Extents)).failed(BadDocument("no"))
    fake.answer_all()
    assert shown_width(opened) == pytest.approx(414, abs=1)


def test_all_that_was_measured_is_told_once(opened: ReaderPane, fake: FakePages) -> None:
    told: list[Any] = []
    opened.parts.margins.measured.connect(lambda _, boxes: told.append(boxes))
    opened.arranging.arrange(TRIMMED)
    fake.answer_all()
    assert len(told) == 1
    assert len(told[0]) == 10


def test_what_is_known_from_an_earlier_day_is_not_measured(
    pane: ReaderPane, fake: FakePages, document: Document
) -> None:
    pane.parts.margins.recall = lambda _: [TEXT] * 10
    pane.open_document(document, replace(Place(page=2, top=100.0), arrangement=TRIMMED))
    fake.answer(Inspect)
    assert not fake.waiting(Extents)
    assert shown_width(pane) == pytest.approx(400, abs=1)
    assert (pane.place().page, pane.place().top) == (2, 100.0)


def test_another_paper_ends_the_measuring(
    opened: ReaderPane, fake: FakePages, document: Document
) -> None:
    opened.arranging.arrange(TRIMMED)
    opened.open_document(document)
    assert not fake.waiting(Extents)
    assert fake.sizes[0] == A4
