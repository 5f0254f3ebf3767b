from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QAbstractScrollArea
from pytestqt.qtbot import QtBot

from paperdesk.domain.arrangement import Arrangement, Fit
from paperdesk.domain.note import Place
from paperdesk.domain.pages import PageSize
from paperdesk.reader.layout import LARGEST, MARGIN, Point
from paperdesk.ui.reader.scroller import Scroller

PAGES = (PageSize(600.0, 800.0),) * 10


class Area(QAbstractScrollArea):
    """A scroll area that tells its scroller, as the view does."""

    scroller: Scroller

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802
        if not self.scroller.settling:
            self.scroller.scrolled(dy)

    def resizeEvent(self, event: Any) -> None:  # noqa: N802
        self.scroller.resize()


@pytest.fixture
def scroller(qtbot: QtBot) -> Scroller:
    area = Area()
    qtbot.addWidget(area)
    area.scroller = Scroller(area)
    area.resize(700, 500)
    area.show()
    area.scroller.show_pages(PAGES, Place(page=2, top=120.0))
    return area.scroller


def fit(scroller: Scroller, to: Fit) -> None:
    scroller.look(replace(scroller.place, zoom=0.0, fit=to))


def arrange(scroller: Scroller, arrangement: Arrangement) -> None:
    scroller.look(replace(scroller.place, arrangement=arrangement))


def shown(scroller: Scroller) -> tuple[int, float]:
    """The line that really is at the top of the window."""
    point = scroller.point(QPointF(0, 0))
    return point.page, point.y


def test_a_place_is_kept_exactly(scroller: Scroller) -> None:
    assert scroller.place == Place(page=2, top=120.0)
    assert shown(scroller) == pytest.approx((2, 120.0), abs=0.5)


def test_without_a_place_the_margin_shows(scroller: Scroller) -> None:
    scroller.show_pages(PAGES, None)
    assert scroller.window().top == 0


def test_the_line_at_the_top_survives_any_resizing(scroller: Scroller) -> None:
    area: Any = scroller.parent()
    for width in (300, 1200, 455, 700):
        area.resize(width, 500)
        assert shown(scroller) == pytest.approx((2, 120.0), abs=1.5)
    assert scroller.place == Place(page=2, top=120.0)


def test_scrolling_moves_the_place(scroller: Scroller) -> None:
    area: Any = scroller.parent()
    before = scroller.window().top
    area.verticalScrollBar().setValue(before + 100)
    assert scroller.place.page == 2
    assert scroller.place.top == pytest.approx(120 + 100 / scroller.column.zoom, abs=0.5)


def test_a_place_that_cannot_be_at_the_top_is_told_as_it_shows(scroller: Scroller) -> None:
    scroller.go_to(Place(page=9, top=790.0))
    assert scroller.place.page == 9
    assert scroller.place.top < 790
    assert (scroller.place.page, scroller.place.top) == shown(scroller)


def test_zooming_keeps_the_middle_in_the_middle(scroller: Scroller) -> None:
    area: Any = scroller.parent()
    middle = QPointF(area.viewport().width() / 2, area.viewport().height() / 2)
    before = scroller.point(middle)
    scroller.zoom_to(3.0)
    assert scroller.column.zoom == 3.0
    after = scroller.point(middle)
    assert (after.page, after.x, after.y) == pytest.approx((2, before.x, before.y), abs=0.5)


def test_zooming_around_the_pointer_keeps_what_is_under_it(scroller: Scroller) -> None:
    pointer = QPointF(200, 300)
    before = scroller.point(pointer)
    scroller.zoom_to(4.0, pointer)
    after = scroller.point(pointer)
    kept = pytest.approx((before.page, before.x, before.y), abs=0.5)
    assert (after.page, after.x, after.y) == kept


def test_zoom_ends_at_its_bounds(scroller: Scroller) -> None:
    scroller.zoom_to(100.0)
    assert scroller.column.zoom == LARGEST


def test_fitted_pages_follow_the_width_and_others_do_not(scroller: Scroller) -> None:
    area: Any = scroller.parent()
    area.resize(500, 500)
    assert scroller.column.width == area.viewport().width()
    scroller.zoom_to(1.5)
    area.resize(600, 500)
    assert scroller.column.zoom == 1.5
    fit(scroller, Fit.WIDTH)
    assert scroller.column.width == area.viewport().width()


def test_what_is_in_sight_is_not_moved(scroller: Scroller) -> None:
    top = scroller.window().top
    scroller.reveal(2, (100.0, 300.0, 150.0, 310.0))
    assert scroller.window().top == top


def test_what_is_elsewhere_comes_into_sight(scroller: Scroller) -> None:
    scroller.reveal(7, (100.0, 400.0, 150.0, 410.0))
    window = scroller.window()
    _, y, _, _ = scroller.column.area(7, (100.0, 400.0, 150.0, 410.0))
    assert window.top < y < window.top + window.height / 2
    assert not window.forward or scroller.place.page == 7


def test_pages_that_are_not_there_are_not_revealed(scroller: Scroller) -> None:
    place = scroller.place
    scroller.reveal(99, (0.0, 0.0, 1.0, 1.0))
    assert scroller.place == place


def test_without_pages_nothing_moves(scroller: Scroller) -> None:
    scroller.show_pages((), None)
    scroller.go_to(Place(page=3))
    scroller.zoom_to(2.0)
    assert scroller.visible() == range(0)


@pytest.mark.parametrize("columns", [2, 3])
def test_the_line_at_the_top_stays_when_pages_stand_side_by_side(
    scroller: Scroller, columns: int
) -> None:
    arrange(scroller, Arrangement(columns=columns))
    assert scroller.place.page == 2
    y = scroller.column.spot(Point(2, 0.0, 120.0))[1]
    assert abs(y - scroller.window().top) <= 1
    arrange(scroller, Arrangement())
    assert shown(scroller) == pytest.approx((2, 120.0), abs=1.5)


def test_what_is_in_the_middle_stays_there_when_pages_are_turned(scroller: Scroller) -> None:
    area: Any = scroller.parent()
    middle = QPointF(area.viewport().width() / 2, area.viewport().height() / 2)
    before = scroller.point(middle)
    arrange(scroller, Arrangement(rotation=1))
    after = scroller.point(middle)
    assert (after.page, after.x) == pytest.approx((before.page, before.x), abs=2)


@pytest.mark.parametrize("page", [0, len(PAGES)])
def test_an_end_of_the_paper_stays_in_sight_while_pages_are_turned_to_and_fro(
    scroller: Scroller, page: int
) -> None:
    arrange(scroller, Arrangement(columns=2, cover=True))
    scroller.go_to(replace(scroller.place, page=page, top=0.0))
    before = scroller.window().top
    arrange(scroller, Arrangement(columns=2, cover=True, rotation=1))
    arrange(scroller, Arrangement(columns=2, cover=True))
    assert scroller.window().top == before


TO_AND_FRO = {
    "four quarters": [Arrangement(rotation=quarter) for quarter in (1, 2, 3, 0)],
    "there and back": [Arrangement(rotation=1), Arrangement()],
    "two columns": [Arrangement(2), Arrangement(3), Arrangement(2, cover=True), Arrangement()],
    "trimmed": [Arrangement(trim=True), Arrangement(rotation=1, trim=True), Arrangement()],
}


@pytest.mark.parametrize("way", TO_AND_FRO.values(), ids=TO_AND_FRO)
@pytest.mark.parametrize("top", [-20.0, 120.0, 333.3, 790.0])
def test_who_lays_the_pages_out_as_before_is_where_he_was(
    scroller: Scroller, way: list[Arrangement], top: float
) -> None:
    scroller.set_texts(((80.0, 90.0, 520.0, 700.0),) * 10)
    scroller.go_to(Place(4, top))
    before = scroller.place, scroller.window()
    for arrangement in way:
        arrange(scroller, arrangement)
    assert (scroller.place, scroller.window()) == before


def test_larger_and_smaller_again_is_as_before(scroller: Scroller) -> None:
    scroller.go_to(Place(4, 333.3))
    before, window = scroller.place, scroller.window()
    for factor in (1.2, 1.2, 1.2, 1 / 1.2, 1 / 1.2, 1 / 1.2):
        scroller.zoom_to(scroller.column.zoom * factor)
    assert (scroller.place.page, scroller.place.top) == (before.page, before.top)
    assert scroller.window() == window


def test_every_fit_is_come_back_from(scroller: Scroller) -> None:
    scroller.go_to(Place(4, 333.3))
    before = scroller.place, scroller.window()
    for to in (Fit.PAGE, Fit.TEXT, Fit.WIDTH):
        fit(scroller, to)
    assert (scroller.place, scroller.window()) == before


def test_who_has_moved_meanwhile_stays_there(scroller: Scroller) -> None:
    arrange(scroller, Arrangement(2))
    scroller.go_to(Place(7, 100.0))
    arrange(scroller, Arrangement())
    assert scroller.place.page in (6, 7)


def test_an_arranged_place_is_kept_exactly(scroller: Scroller) -> None:
    place = Place(4, 310.0, 0.0, fit=Fit.PAGE, arrangement=Arrangement(2, cover=True, rotation=3))
    scroller.show_pages(PAGES, place)
    assert scroller.place == place


def test_whole_pages_fit_the_window_however_large_it_is(scroller: Scroller) -> None:
    area: Any = scroller.parent()
    fit(scroller, Fit.PAGE)
    for height in (400, 900):
        area.resize(700, height)
        box = scroller.column.box(2)
        assert box.height <= area.viewport().height()
        assert box.width <= area.viewport().width()


def test_a_page_is_gone_to_across_only_if_it_is_out_of_sight(scroller: Scroller) -> None:
    arrange(scroller, Arrangement(columns=2))
    scroller.zoom_to(2.0)
    scroller.go_to_page(5)
    box, window = scroller.column.box(5), scroller.window()
    assert window.left <= box.left < window.left + window.width
    scroller.go_to_page(7)
    assert scroller.window().left == window.left


def test_known_margins_change_nothing_until_they_are_to_be_trimmed(scroller: Scroller) -> None:
    texts = [(100.0, 100.0, 500.0, 700.0)] * 10
    before = scroller.column
    scroller.set_texts(texts)
    assert scroller.column is before
    arrange(scroller, Arrangement(trim=True))
    assert shown(scroller)[1] == pytest.approx(120.0, abs=1)
    assert scroller.column.box(0).height == round(600 * scroller.column.zoom)


def test_fitted_text_fills_the_window(scroller: Scroller) -> None:
    area: Any = scroller.parent()
    scroller.set_texts([(100.0, 100.0, 500.0, 700.0)] * 10)
    fit(scroller, Fit.TEXT)
    for width in (500, 900):
        area.resize(width, 500)
        left, _, across, _ = scroller.column.area(2, (100.0, 100.0, 500.0, 700.0))
        assert abs(left - scroller.window().left - MARGIN) <= 1
        assert abs(across + 2 * MARGIN - area.viewport().width()) <= 2
