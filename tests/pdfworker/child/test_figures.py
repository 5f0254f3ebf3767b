"""What is a figure and what is not, on pages made to measure and on real ones."""

import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pymupdf
import pytest

from paperdesk.domain.note import Quad
from paperdesk.pdfworker.child.figures import pictures

Draw = Callable[[Any], object]

PROSE = "A line of running text that goes on for about as long as a column is wide."
PAPERS = Path(__file__).resolve().parents[4] / "shared" / "data" / "pdf_papers"


def found(draw: Draw) -> tuple[Quad, ...]:
    """The figures of a page on which something was drawn among paragraphs."""
    source = pymupdf.open()
    page = source.new_page(width=600, height=800)
    for line in range(6):
        page.insert_text((60, 60 + 12 * line), PROSE)
        page.insert_text((60, 700 + 12 * line), PROSE)
    draw(page)
    return _of(source[0])


def _of(page: Any) -> tuple[Quad, ...]:
    shown = page.get_displaylist(annots=True)
    area = shown.rect
    return pictures(shown, (area.x0, area.y0, area.x1, area.y1))[0]


def photograph(page: Any, box: Quad, *, paper: bool = False) -> None:
    random = Random(1)
    values = (235, 255) if paper else (0, 255)
    pixels = bytes(random.randint(*values) for _ in range(40 * 40 * 3))
    image = pymupdf.Pixmap(pymupdf.csRGB, 40, 40, pixels, 0)
    page.insert_image(pymupdf.Rect(box), pixmap=image, keep_proportion=False)


def plot(page: Any) -> None:
    page.draw_line((100, 200), (100, 400))
    page.draw_line((100, 400), (300, 400))
    page.draw_polyline([(100 + 10 * x, 390 - (x * 37) % 180) for x in range(20)], color=(1, 0, 0))
    page.insert_text((105, 415), "epochs")
    page.insert_text((150, 440), "Figure 3: Loss over epochs, lower is better for all of them.")


def test_text_alone_has_no_figure() -> None:
    assert found(bool) == ()


def test_a_photograph_is_a_figure() -> None:
    (box,) = found(lambda page: photograph(page, (100, 200, 300, 400)))
    assert box == pytest.approx((98, 198, 302, 402))


def test_a_plot_is_a_figure_with_its_labels_and_without_its_caption() -> None:
    (box,) = found(plot)
    assert box[0] <= 100
    assert box[1] <= 200
    assert box[2] >= 290
    assert 415 <= box[3] < 432


def test_a_scatter_plot_of_specks_is_a_figure() -> None:
    random = Random(1)

    def scatter(page: Any) -> None:
        page.draw_rect((100, 200, 300, 400))
        for _ in range(200):
            page.draw_circle(
                (random.uniform(110, 290), random.uniform(210, 390)), 1, fill=(1, 0, 0)
            )

    (box,) = found(scatter)
    assert box == pytest.approx((98, 198, 302, 402), abs=2)


def test_bars_are_a_figure() -> None:
    def bars(page: Any) -> None:
        page.draw_line((100, 400), (300, 400))
        for index in range(6):
            left = 110 + 30 * index
            page.draw_rect((left, 250 + 20 * index, left + 20, 400), fill=(0, 0, 1))

    assert len(found(bars)) == 1


def test_a_table_is_none_with_rules_stripes_and_marks() -> None:
    def table(page: Any) -> None:
        for row in range(8):
            top = 200 + 16 * row
            page.draw_line((100, top), (400, top))
            if row % 2:
                page.draw_rect((100, top, 400, top + 16), color=None, fill=(0.9, 0.9, 1))
            for column in range(3):
                page.insert_text((105 + 100 * column, top + 12), "some words here")
        page.draw_circle((390, 208), 3, fill=(0, 0.6, 0))

    assert found(table) == ()


def test_rules_underlines_and_bullets_are_none() -> None:
    def decorate(page: Any) -> None:
        page.draw_line((50, 40), (550, 40))
        page.draw_line((60, 62), (200, 62))
        page.draw_circle((55, 300), 2, fill=(0, 0, 0))
        page.draw_line((300, 50), (300, 780))

    assert found(decorate) == ()


def test_a_box_around_a_paragraph_is_none() -> None:
    def box(page: Any) -> None:
        page.draw_rect((50, 295, 550, 360), color=(0, 0, 0), fill=(0.95, 0.95, 0.9), radius=0.1)
        for line in range(4):
            page.insert_text((60, 310 + 12 * line), PROSE)

    assert found(box) == ()


def test_a_scan_is_paper_and_no_figure() -> None:
    assert found(lambda page: photograph(page, (0, 0, 600, 800), paper=True)) == ()


def test_a_photograph_as_large_as_the_page_keeps_its_colours() -> None:
    assert found(lambda page: photograph(page, (0, 0, 600, 800))) == ((0, 0, 600, 800),)


def test_the_ground_of_a_page_is_none() -> None:
    assert found(lambda page: page.draw_rect((0, 0, 600, 800), fill=(0.9, 1, 1))) == ()


def test_a_white_image_that_covers_something_is_none() -> None:
    def cover(page: Any) -> None:
        white = pymupdf.Pixmap(pymupdf.csRGB, 10, 10, bytes([255]) * 300, 0)
        page.insert_image(pymupdf.Rect(100, 200, 300, 300), pixmap=white, keep_proportion=False)

    assert found(cover) == ()


def test_figures_of_a_turned_page_stand_where_they_are_shown() -> None:
    def turned(page: Any) -> None:
        photograph(page, (100, 200, 300, 300))
        page.set_rotation(90)

    (box,) = found(turned)
    assert box == pytest.approx((498, 98, 602, 302))


@pytest.mark.parametrize(
    ("paper", "page", "number"),
    [
        ("science-parse__fader11.pdf", 6, 2),
        ("science-parse__fader11.pdf", 8, 0),
        ("grobid__0807.3577.pdf", 7, 4),
        ("pdfminer.six__f1040nr.pdf", 2, 0),
        ("s2orc-doc2json__N18-3011.pdf", 0, 1),
        ("s2orc-doc2json__N18-3011.pdf", 3, 0),
    ],
)
def test_real_pages_have_the_figures_that_one_sees(paper: str, page: int, number: int) -> None:
    if not (PAPERS / paper).is_file():
        pytest.skip("the real papers are not beside the project")
    assert len(_of(pymupdf.open(PAPERS / paper)[page])) == number


def test_thousands_of_pieces_apart_hold_nobody_up() -> None:
    source = pymupdf.open()
    page = source.new_page(width=5000, height=5000)
    content = source.get_new_xref()
    source.update_object(content, "<<>>")
    dots = (f"{20 * (at % 240)} {20 * (at // 240)} 4 4 re f" for at in range(50_000))
    source.update_stream(content, "\n".join(dots).encode())
    page.set_contents(content)
    started = time.process_time()
    _of(page)
    assert time.process_time() - started < 10


def test_a_plot_of_a_hundred_thousand_dots_is_one_figure_in_time() -> None:
    random = Random(1)
    source = pymupdf.open()
    page = source.new_page(width=600, height=800)
    content = source.get_new_xref()
    source.update_object(content, "<<>>")
    spots = ((random.uniform(100, 500), random.uniform(200, 600)) for _ in range(100_000))
    dots = (
        f"{x:.1f} {y:.1f} m {x + 2:.1f} {y:.1f} l {x + 1:.1f} {y + 2:.1f} l f" for x, y in spots
    )
    source.update_stream(content, "\n".join(dots).encode())
    page.set_contents(content)
    started = time.process_time()
    assert len(_of(page)) == 1
    assert time.process_time() - started < 10
