from dataclasses import replace

from paperdesk.domain.pages import PageSize
from paperdesk.reader.layout import Layout
from paperdesk.reader.wishes import (
    AHEAD,
    TILE,
    Piece,
    Window,
    distant,
    first_of_all,
    in_sight,
    preview,
    sharp,
    stopgaps,
    tiled,
    wishes,
)

A4 = PageSize(595.0, 842.0)


def column(zoom: float = 1.0, pages: int = 10) -> Layout:
    return Layout((A4,) * pages, zoom, 700)


def wanted(layout: Layout, window: Window, *, here: bool = False) -> list[Piece]:
    ranked = sorted(wishes(layout, window, lambda _page: here), key=lambda wish: -wish.urgency)
    return [wish.piece for wish in ranked]


def test_the_page_under_the_eyes_comes_first_and_then_its_preview() -> None:
    assert wanted(column(), Window(0, 0, 700, 600))[:2] == [Piece(0, 1.0), preview(0, A4)]


def test_a_page_with_pixels_needs_no_preview() -> None:
    assert preview(0, A4) not in wanted(column(), Window(0, 0, 700, 600), here=True)


def test_a_page_smaller_than_its_preview_has_none() -> None:
    assert all(piece.scale == 0.2 for piece in wanted(column(0.2), Window(0, 0, 700, 100)))


def test_three_pages_ahead_and_one_behind_are_fetched() -> None:
    layout = column()
    window = Window(0, layout.box(4).top + 10, 700, 200)
    assert [piece.page for piece in wanted(layout, window, here=True)] == [4, 5, 6, 7, 3]


def test_going_back_turns_the_prefetch_around() -> None:
    layout = column()
    window = Window(0, layout.box(4).top + 10, 700, 200, forward=False)
    assert [piece.page for piece in wanted(layout, window, here=True)] == [4, 3, 2, 1, 5]


def test_prefetch_ends_with_the_document() -> None:
    assert {piece.page for piece in wanted(column(pages=2), Window(0, 0, 700, 200))} == {0, 1}


def test_a_finer_screen_wants_more_dots() -> None:
    assert Piece(0, 2.0) in wanted(column(), Window(0, 0, 700, 600, ratio=2.0))


def test_a_large_page_is_drawn_in_the_tiles_that_show() -> None:
    layout = column(4.0)
    window = Window(layout.box(0).left, layout.box(0).top + TILE, 600, 500)
    pieces = sharp(layout, window, 0)
    assert {(piece.column, piece.row) for piece in pieces} == {(0, 1), (1, 1)}


def test_tiles_cover_the_page_and_no_more() -> None:
    layout = column(4.0)
    pieces = sharp(layout, Window(0, 0, 99_999, 99_999), 0)
    boxes = [piece.clip(A4) for piece in pieces]
    area = sum((box[2] - box[0]) * (box[3] - box[1]) for box in boxes if box)
    assert abs(area - A4.width * A4.height) < 1


def test_neighbours_of_tiled_pages_are_only_previewed() -> None:
    layout = column(4.0)
    later = [piece for piece in wanted(layout, Window(0, 0, 700, 500), here=True) if piece.page]
    assert later == [preview(page, A4) for page in range(1, AHEAD + 1)]


def test_a_poster_is_tiled_even_at_its_own_size() -> None:
    assert tiled(PageSize(3400, 2400), 1.0)
    assert not tiled(A4, 2.0)


def test_nothing_is_wanted_of_an_empty_column() -> None:
    assert wanted(Layout((), 1.0, 500), Window(0, 0, 500, 500)) == []


def test_the_tiles_of_the_next_screen_follow_those_in_sight() -> None:
    layout = column(4.0)
    window = Window(layout.box(0).left, layout.box(0).top, 1000, 1024)
    rows = [piece.row for piece in wanted(layout, window, here=True) if not piece.whole]
    assert rows == [0, 0, 1, 1, 2, 2, 3, 3]
    back = replace(window, top=layout.box(0).top + 2048, forward=False)
    rows = [piece.row for piece in wanted(layout, back, here=True) if not piece.whole]
    assert rows[4:] == [3, 3, 2, 2]


def test_while_the_zoom_changes_only_empty_pages_in_sight_are_wanted() -> None:
    layout, window = column(0.3), Window(0, 0, 700, 600)
    found = [wish.piece for wish in stopgaps(layout, window, lambda page: page == 0)]
    assert found == [preview(page, A4) for page in layout.visible(0, 600) if page]


def test_at_rest_the_pages_around_are_wanted_small_and_from_near_to_far() -> None:
    layout = column(pages=30)
    window = Window(0, layout.box(10).top + 10, 700, 200)
    found = distant(layout, window, lambda page: page == 12)
    pages = [wish.piece.page for wish in sorted(found, key=lambda wish: -wish.urgency)]
    assert pages[:3] == [8, 13, 7]
    assert set(pages) == {*range(2, 9), *range(13, 19)}
    assert distant(Layout((), 1.0, 500), Window(0, 0, 500, 500), lambda _: False) == ()


def test_right_after_a_jump_only_sharp_pages_in_sight_are_wanted() -> None:
    found = in_sight(column(), Window(0, 700, 700, 600))
    assert [wish.piece for wish in found] == [Piece(1, 1.0), Piece(0, 1.0)]
    assert found[0].urgency > found[1].urgency


def test_the_page_that_fills_the_window_goes_before_the_edge_of_the_one_above() -> None:
    layout = column()
    window = Window(0, layout.box(4).top - 60, 700, 600)
    ahead = in_sight(layout, window)
    assert [wish.piece.page for wish in sorted(ahead, key=lambda wish: -wish.urgency)] == [4, 3]
    assert wanted(layout, window)[0] == Piece(4, 1.0)


def test_first_of_all_is_the_page_under_the_eyes_alone() -> None:
    found = first_of_all(wishes(column(), Window(0, 0, 700, 600), lambda _page: False))
    assert [wish.piece for wish in found] == [Piece(0, 1.0)]
