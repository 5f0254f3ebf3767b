from hypothesis import given
from hypothesis import strategies as st

from paperdesk.domain.note import Place
from paperdesk.domain.pages import PageSize
from paperdesk.reader.layout import GAP, LARGEST, MARGIN, SMALLEST, Layout, Point, bounded, fitting

A4 = PageSize(595.0, 842.0)
WIDE = PageSize(1200.0, 400.0)

sizes = st.builds(PageSize, st.floats(50, 2000), st.floats(50, 2000))
zooms = st.floats(SMALLEST, LARGEST)


def test_pages_follow_each_other_with_a_gap() -> None:
    column = Layout((A4, A4), 1.0, 800)
    assert column.box(0).top == MARGIN
    assert column.box(1).top == column.box(0).bottom + GAP
    assert column.height == column.box(1).bottom + MARGIN


def test_narrow_pages_stand_in_the_middle() -> None:
    column = Layout((A4, WIDE), 1.0, 800)
    assert column.width == 1200 + 2 * MARGIN
    assert abs(column.box(0).left - (column.width - column.box(0).right)) <= 1


def test_fitting_follows_the_usual_width_and_not_one_map() -> None:
    assert fitting((A4, A4, WIDE), 595 + 2 * MARGIN) == 1.0


def test_fitting_a_document_without_pages_is_harmless() -> None:
    assert SMALLEST <= fitting((), 500) <= LARGEST


def test_zoom_has_bounds() -> None:
    assert (bounded(0.0), bounded(99.0), bounded(1.5)) == (SMALLEST, LARGEST, 1.5)


def test_only_pages_that_show_are_visible() -> None:
    column = Layout((A4,) * 10, 1.0, 800)
    assert column.visible(0, 500) == range(1)
    assert column.visible(column.box(3).bottom, column.box(4).top) == range(4, 4)
    assert column.visible(column.box(3).bottom - 1, column.box(4).top + 1) == range(3, 5)


def test_an_empty_column_shows_nothing() -> None:
    assert Layout((), 1.0, 300).visible(0, 100) == range(0)


def test_the_gap_belongs_to_the_page_below() -> None:
    column = Layout((A4, A4), 1.0, 800)
    assert column.point(100, column.box(0).bottom + 1).page == 1


@given(st.lists(sizes, min_size=1, max_size=8), zooms, st.data())
def test_a_place_leads_back_to_its_line(
    pages: list[PageSize], zoom: float, data: st.DataObject
) -> None:
    column = Layout(pages, zoom, 700)
    y = data.draw(st.integers(0, column.height))
    assert column.corner(column.place(30, y)) == (30, y)


@given(st.lists(sizes, min_size=1, max_size=8), zooms, st.data())
def test_a_line_has_one_spot_at_any_zoom(
    pages: list[PageSize], zoom: float, data: st.DataObject
) -> None:
    page = data.draw(st.integers(0, len(pages) - 1))
    before = Point(page, 3.0, data.draw(st.floats(0, pages[page].height - 1)))
    column = Layout(pages, zoom, 900)
    after = column.point(*column.spot(before))
    assert after.page == page
    assert abs(after.y - before.y) < 0.01


def test_a_place_beyond_the_document_is_its_last_page() -> None:
    column = Layout((A4, A4), 1.0, 800)
    assert column.corner(Place(page=9)) == column.corner(Place(page=1))


def test_a_box_on_a_page_has_an_area_in_the_column() -> None:
    column = Layout((A4,), 2.0, 1400)
    box = column.box(0)
    assert column.area(0, (10, 20, 30, 45)) == (box.left + 20, box.top + 40, 40, 50)
