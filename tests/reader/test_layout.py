from hypothesis import given
from hypothesis import strategies as st

from paperdesk.domain.arrangement import Arrangement
from paperdesk.domain.note import Place
from paperdesk.domain.pages import PageSize
from paperdesk.reader.layout import GAP, LARGEST, MARGIN, SMALLEST, SPINE, Layout, Point, bounded

A4 = PageSize(595.0, 842.0)
WIDE = PageSize(1200.0, 400.0)

sizes = st.builds(PageSize, st.floats(50, 2000), st.floats(50, 2000))
zooms = st.floats(SMALLEST, LARGEST)
arrangements = st.builds(Arrangement, st.integers(1, 4), st.booleans(), st.integers(0, 3))
TWO = Arrangement(columns=2)


def test_pages_follow_each_other_with_a_gap() -> None:
    column = Layout((A4, A4), 1.0, 800)
    assert column.box(0).top == MARGIN
    assert column.box(1).top == column.box(0).bottom + GAP
    assert column.height == column.box(1).bottom + MARGIN


def test_narrow_pages_stand_in_the_middle() -> None:
    column = Layout((A4, WIDE), 1.0, 800)
    assert column.width == 1200 + 2 * MARGIN
    assert abs(column.box(0).left - (column.width - column.box(0).right)) <= 1


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


@given(st.lists(sizes, min_size=1, max_size=8), zooms, arrangements, st.data())
def test_a_place_leads_back_to_its_line(
    pages: list[PageSize], zoom: float, arranged: Arrangement, data: st.DataObject
) -> None:
    column = Layout(pages, zoom, 700, arranged)
    y = data.draw(st.integers(0, column.height))
    assert column.corner(column.place(30, y)) == (30, y)


@given(st.lists(sizes, min_size=1, max_size=8), zooms, arrangements, st.data())
def test_a_point_has_one_spot_however_the_pages_lie(
    pages: list[PageSize], zoom: float, arranged: Arrangement, data: st.DataObject
) -> None:
    page = data.draw(st.integers(0, len(pages) - 1))
    across, down = data.draw(st.floats(0.02, 0.98)), data.draw(st.floats(0.02, 0.98))
    before = Point(page, across * pages[page].width, down * pages[page].height)
    column = Layout(pages, zoom, 900, arranged)
    after = column.point(*column.spot(before))
    assert after.page == page
    assert abs(after.x - before.x) < 0.01
    assert abs(after.y - before.y) < 0.01


@given(st.lists(sizes, min_size=1, max_size=9), zooms, arrangements)
def test_no_two_pages_overlap_and_all_lie_on_the_sheet(
    pages: list[PageSize], zoom: float, arranged: Arrangement
) -> None:
    column = Layout(pages, zoom, 500, arranged)
    boxes = [column.box(page) for page in range(len(pages))]
    for box in boxes:
        assert box.left >= MARGIN
        assert box.right <= column.width - MARGIN
        assert box.top >= MARGIN
        assert box.bottom <= column.height - MARGIN
    for page, box in enumerate(boxes):
        for other in boxes[page + 1 :]:
            assert box.right <= other.left or other.right <= box.left or box.bottom <= other.top


@given(st.lists(sizes, min_size=1, max_size=9), arrangements, st.data())
def test_every_page_in_sight_is_among_the_visible(
    pages: list[PageSize], arranged: Arrangement, data: st.DataObject
) -> None:
    column = Layout(pages, 0.5, 500, arranged)
    top = data.draw(st.integers(0, column.height))
    seen = column.visible(top, top + 300)
    for page in range(len(pages)):
        box = column.box(page)
        if box.top < top + 300 and box.bottom > top:
            assert page in seen


def test_facing_pages_meet_at_the_spine_whatever_their_sizes() -> None:
    column = Layout((A4, A4, PageSize(300, 500), A4, WIDE), 1.0, 2000, TWO)
    spines = [column.box(0).right, column.box(2).right, column.box(4).right]
    assert spines == [column.box(1).left - SPINE] * 3
    assert column.box(1).left == column.box(3).left
    assert column.box(2).top == column.box(3).top


def test_a_row_is_as_high_as_its_highest_page() -> None:
    column = Layout((WIDE, A4, A4), 1.0, 2000, TWO)
    assert column.box(2).top == column.box(1).bottom + GAP


def test_a_cover_stands_alone_where_a_book_has_it() -> None:
    column = Layout((A4,) * 4, 1.0, 1300, Arrangement(columns=2, cover=True))
    assert [list(column.row_pages(row)) for row in range(column.rows)] == [[0], [1, 2], [3]]
    assert column.box(0).left == column.box(2).left
    assert column.box(3).left == column.box(1).left


def test_more_columns_than_pages_leave_no_holes() -> None:
    column = Layout((A4, A4), 1.0, 500, Arrangement(columns=7, cover=True))
    assert column.width == 2 * 595 + SPINE + 2 * MARGIN


def test_a_turned_page_is_as_wide_as_it_was_high() -> None:
    column = Layout((A4,), 1.0, 500, Arrangement(rotation=1))
    assert (column.box(0).width, column.box(0).height) == (842, 595)
    left, top, width, height = column.area(0, (0, 0, 10, 20))
    assert (left + width, top) == (column.box(0).right, column.box(0).top)
    assert (width, height) == (20, 10)


def test_a_trimmed_page_shows_what_is_printed_and_keeps_its_coordinates() -> None:
    texts = [(50.0, 60.0, 545.0, 780.0)]
    column = Layout((A4,), 2.0, 500, Arrangement(trim=True), texts)
    box, whole = column.box(0), column.whole(0)
    assert (box.width, box.height) == (990, 1440)
    assert (whole.left, whole.top) == (box.left - 100, box.top - 120)
    assert column.spot(Point(0, 50, 60)) == (box.left, box.top)


def test_a_place_beyond_the_document_is_its_last_page() -> None:
    column = Layout((A4, A4), 1.0, 800)
    assert column.corner(Place(page=9)) == column.corner(Place(page=1))


def test_a_box_on_a_page_has_an_area_in_the_column() -> None:
    column = Layout((A4,), 2.0, 1400)
    box = column.box(0)
    assert column.area(0, (10, 20, 30, 45)) == (box.left + 20, box.top + 40, 40, 50)
