from paperdesk.domain.arrangement import PLAIN, Arrangement, Fit
from paperdesk.domain.note import Quad
from paperdesk.domain.pages import PageSize
from paperdesk.reader.fitting import fitting, text_span, text_start
from paperdesk.reader.layout import GAP, MARGIN, SMALLEST, SPINE, Layout
from paperdesk.reader.leaves import leaves

A4 = PageSize(600.0, 800.0)
WIDE = PageSize(1200.0, 400.0)
LEFT, RIGHT = (50.0, 60.0, 500.0, 740.0), (100.0, 60.0, 550.0, 740.0)


def fitted(
    pages: tuple[PageSize, ...],
    fit: Fit,
    room: tuple[int, int],
    arranged: Arrangement = PLAIN,
    texts: tuple[Quad, ...] = (),
) -> float:
    return fitting(leaves(pages, arranged, texts), arranged, fit, room)


def test_fitting_follows_the_usual_width_and_not_one_map() -> None:
    assert fitted((A4, A4, WIDE), Fit.WIDTH, (600 + 2 * MARGIN, 300)) == 1.0


def test_fitting_a_document_without_pages_is_harmless() -> None:
    assert fitted((), Fit.WIDTH, (500, 500)) >= SMALLEST


def test_two_pages_share_the_width() -> None:
    room = 600 + 2 * MARGIN + SPINE, 2000
    assert fitted((A4,) * 4, Fit.WIDTH, room, Arrangement(columns=2)) == 0.5


def test_a_whole_page_fits_with_a_gap_above_and_below() -> None:
    zoom = fitted((A4,), Fit.PAGE, (2000, 400 + 2 * GAP))
    assert zoom == 0.5
    assert fitted((A4,), Fit.PAGE, (300 + 2 * MARGIN, 4000)) == 0.5


def test_a_turned_page_fits_by_its_height() -> None:
    assert fitted((A4,), Fit.WIDTH, (800 + 2 * MARGIN, 300), Arrangement(rotation=1)) == 1.0


def test_text_fits_on_left_and_right_pages_alike() -> None:
    texts = (LEFT, RIGHT) * 3
    assert text_span(leaves((A4,) * 6, PLAIN, texts)) == (50.0, 550.0)
    assert fitted((A4,) * 6, Fit.TEXT, (1000 + 2 * MARGIN, 300), texts=texts) == 2.0


def test_one_page_with_other_margins_does_not_count() -> None:
    texts = (LEFT,) * 20 + ((0.0, 0.0, 600.0, 800.0),)
    assert text_span(leaves((A4,) * 21, PLAIN, texts)) == (50.0, 500.0)


def test_the_text_of_two_pages_fits_without_the_outer_margins() -> None:
    zoom = fitted((A4,) * 2, Fit.TEXT, (2000, 300), Arrangement(columns=2), (LEFT, LEFT))
    assert abs(zoom * (600 + 450) - (2000 - 2 * MARGIN - SPINE)) < 1


def test_the_window_begins_a_margin_before_the_text() -> None:
    column = Layout((A4,) * 2, 2.0, 500, PLAIN, (LEFT, LEFT))
    assert text_start(column, 1) == column.box(1).left + 100 - MARGIN
    trimmed = Layout((A4,) * 2, 2.0, 500, Arrangement(trim=True), (LEFT, LEFT))
    assert text_start(trimmed, 1) == 0


def test_trimmed_text_fits_as_wide_as_it_is() -> None:
    trimmed = Arrangement(trim=True)
    room = 450 + 2 * MARGIN, 300
    assert fitted((A4,), Fit.TEXT, room, trimmed, (LEFT,)) == 1.0
