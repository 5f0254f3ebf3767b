import pytest

from paperdesk.domain.arrangement import Fit
from paperdesk.domain.pages import Link
from paperdesk.reader.layout import GAP
from paperdesk.ui.reader import ReaderPane


def top(pane: ReaderPane) -> int:
    return pane.parts.view.verticalScrollBar().value()


def test_a_screen_keeps_a_line_in_sight(opened: ReaderPane) -> None:
    opened.scroll_screens(1)
    assert top(opened) == opened.parts.view.viewport().height() - 40
    opened.scroll_screens(-0.5)
    assert top(opened) == pytest.approx(opened.parts.view.viewport().height() / 2, abs=30)


def test_pages_turn_to_their_tops(opened: ReaderPane) -> None:
    opened.lines(5)
    opened.turn(1)
    assert top(opened) == opened.parts.view.scroller.column.box(1).top - GAP
    opened.turn(1)
    opened.turn(-2)
    assert opened.place().page == 0


def test_turning_ends_with_the_document(opened: ReaderPane) -> None:
    opened.turn(99)
    assert opened.place().page == 9
    opened.turn(-99)
    assert opened.place().page == 0


def test_the_last_page_is_minus_one(opened: ReaderPane) -> None:
    opened.go(-1)
    assert opened.place().page == 9


def test_jumps_leave_a_trail_and_scrolling_does_not(opened: ReaderPane) -> None:
    opened.lines(2)
    before = opened.place()
    opened.go(5)
    opened.lines(3)
    there = opened.place()
    opened.back(1)
    assert opened.place() == before
    opened.back(-1)
    assert opened.place() == there


def test_a_jump_to_a_passage_shows_it(opened: ReaderPane) -> None:
    opened.jump_to(4, [(50.0, 400.0, 90.0, 410.0)])
    assert 4 in opened.parts.view.scroller.visible()
    opened.back(1)
    assert opened.place().page == 0


def test_a_jump_without_a_passage_goes_to_the_page(opened: ReaderPane) -> None:
    opened.jump_to(4)
    assert opened.place().page == 4


def test_a_link_leads_to_its_line(opened: ReaderPane) -> None:
    opened.parts.travel.follow(Link((0, 0, 1, 1), page=3, top=300.0))
    assert opened.place().page == 3
    assert 270 < opened.place().top < 300


def test_zoom_goes_by_steps_and_back_to_one(opened: ReaderPane) -> None:
    column = opened.parts.view.scroller.column
    opened.zoom(2)
    assert opened.parts.view.scroller.column.zoom == pytest.approx(column.zoom * 1.44)
    opened.zoom(0)
    assert opened.parts.view.scroller.column.zoom == 1.0
    opened.arranging.fit(Fit.WIDTH)
    assert opened.place().zoom == 0.0


def test_the_trail_ends_with_the_document(opened: ReaderPane) -> None:
    opened.go(5)
    opened.parts.travel.start()
    opened.back(1)
    assert opened.place().page == 5


def test_without_pages_nothing_moves(pane: ReaderPane) -> None:
    pane.scroll_screens(1)
    pane.turn(1)
    pane.zoom(1)
    pane.back(1)
    assert pane.place().page == 0
