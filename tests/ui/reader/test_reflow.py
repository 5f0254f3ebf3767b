from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from paperdesk.domain.dress import DARK
from paperdesk.domain.note import Place
from paperdesk.domain.pages import Document, Inspect, Match
from paperdesk.ui.reader import ReaderPane
from tests.ui.reader.conftest import FakePages
from tests.ui.reader.test_flowtext import print_of

Settle = Callable[[], None]


@pytest.fixture
def settle(qtbot: QtBot, fake: FakePages) -> Settle:
    def wait() -> None:
        for _ in range(30):
            fake.answer()
            qtbot.wait(1)

    return wait


@pytest.fixture
def reading(opened: ReaderPane, fake: FakePages, settle: Settle) -> ReaderPane:
    """Reading mode, entered at page 4."""
    fake.prints.update({page: print_of(page) for page in range(10)})
    opened.parts.view.scroller.go_to(Place(3, 300.0))
    opened.reflow.toggle_reflow()
    settle()
    return opened


def test_the_text_stands_where_the_pages_stood(reading: ReaderPane) -> None:
    assert reading.parts.stack.currentWidget() is reading.reflow.view
    here = reading.reflow.view.here()
    assert here is not None
    assert (here.page, abs(here.top - 300.0) <= 12) == (3, True)


def test_back_again_is_the_very_same_place(reading: ReaderPane) -> None:
    reading.reflow.toggle_reflow()
    assert reading.parts.stack.currentWidget() is reading.parts.view
    place = reading.parts.view.scroller.place
    assert (place.page, round(place.top)) == (3, 300)


def test_after_scrolling_the_pages_show_the_same_passage(
    reading: ReaderPane, settle: Settle
) -> None:
    for _ in range(4):
        reading.scroll_screens(1)
        settle()
    here = reading.reflow.view.here()
    reading.reflow.toggle_reflow()
    place = reading.parts.view.scroller.place
    assert here is not None
    assert (place.page, abs(place.top - here.top) < 2) == (here.page, True)
    assert (place.page, place.top) > (3, 300.0)


def test_the_pages_follow_so_that_the_place_is_kept(
    reading: ReaderPane, settle: Settle, qtbot: QtBot
) -> None:
    reading.go(7)
    settle()
    qtbot.waitUntil(lambda: reading.parts.view.scroller.place.page == 7)


def test_a_jump_on_the_pages_is_a_jump_in_the_text(reading: ReaderPane, settle: Settle) -> None:
    reading.parts.view.scroller.go_to_page(8)
    settle()
    here = reading.reflow.view.here()
    assert here is not None
    assert here.page == 8


def test_zoom_makes_the_letters_larger_at_the_same_place(
    reading: ReaderPane, settle: Settle
) -> None:
    before = reading.reflow.view.document().defaultFont().pointSizeF()
    reading.zoom(1)
    settle()
    assert reading.reflow.view.document().defaultFont().pointSizeF() > before
    here = reading.reflow.view.here()
    assert here is not None
    assert here.page == 3


def test_the_text_wears_what_the_pages_wear(reading: ReaderPane, settle: Settle) -> None:
    reading.parts.wear(DARK)
    settle()
    assert reading.reflow.view.grab().toImage().pixelColor(3, 3).lightness() < 60


def test_another_paper_is_shown_by_its_pages(
    reading: ReaderPane, fake: FakePages, document: Document, settle: Settle
) -> None:
    reading.open_document(document)
    fake.answer(Inspect)
    assert not reading.reflow.on
    assert reading.parts.stack.currentWidget() is reading.parts.view
    reading.scroll_screens(1)


def test_without_a_paper_it_says_so(pane: ReaderPane, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pane.reflow.told) as told:
        pane.reflow.toggle_reflow()
    assert "Open a paper first" in told.args[0]


def test_selected_text_can_be_copied(reading: ReaderPane) -> None:
    reading.reflow.view.selectAll()
    assert "page 3 line 1" in reading.reflow.selected_text()
    reading.reflow.toggle_reflow()
    assert reading.reflow.selected_text() == ""


def test_what_comes_next_may_want_the_pages(reading: ReaderPane) -> None:
    reading.reflow.show_pages()
    assert not reading.reflow.on
    reading.reflow.show_pages()
    assert reading.parts.stack.currentWidget() is reading.parts.view


def test_what_is_sought_is_marked_in_the_text(
    reading: ReaderPane, fake: FakePages, settle: Settle
) -> None:
    fake.hits = (Match(3, ((50.0, 300.0, 80.0, 310.0),)),)
    reading.open_find()
    reading.parts.bar.field.setText("line 2 with")
    settle()
    reading.reflow._mark_hits()
    assert reading.reflow.view.extraSelections()
