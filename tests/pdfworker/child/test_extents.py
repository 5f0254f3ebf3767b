"""How far print reaches: on pages with white boxes, stamps, colours, and turned ones."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pymupdf
import pytest

from paperdesk.domain.extent import NOTHING, Extent, Extents
from paperdesk.domain.pages import Document, Request

Answer = Callable[[Request[Any]], Any]
Draw = Callable[[Any], None]


@pytest.fixture
def measured(answer: Answer, tmp_path: Path) -> Callable[..., Extent]:
    """Draw on a page of 600 by 800 points, and measure it."""

    def measure(draw: Draw, rotation: int = 0) -> Extent:
        source = pymupdf.open()
        page = source.new_page(width=600, height=800)
        draw(page)
        page.set_rotation(rotation)
        source.save(tmp_path / "page.pdf")
        found = answer(Extents(Document(tmp_path / "page.pdf"), 0))
        assert isinstance(found, Extent)
        return found

    return measure


def text(page: Any) -> None:
    page.draw_rect((100, 120, 500, 700), color=(0, 0, 0), fill=(0, 0, 0))


def test_the_box_is_that_of_the_print(measured: Callable[..., Extent]) -> None:
    found = measured(text)
    assert found.whole == pytest.approx((100, 120, 500, 700), abs=2.5)
    assert found.core == found.whole


def test_an_empty_page_has_nothing(measured: Callable[..., Extent]) -> None:
    assert measured(lambda _: None) == Extent(NOTHING, NOTHING)


def test_a_white_sheet_under_the_text_is_no_print(measured: Callable[..., Extent]) -> None:
    def draw(page: Any) -> None:
        page.draw_rect((0, 0, 600, 800), color=(1, 1, 1), fill=(1, 1, 1))
        text(page)

    assert measured(draw).whole == pytest.approx((100, 120, 500, 700), abs=2.5)


def test_on_dark_paper_light_text_is_print(measured: Callable[..., Extent]) -> None:
    def draw(page: Any) -> None:
        page.draw_rect((0, 0, 600, 800), color=(0, 0, 0.2), fill=(0, 0, 0.2))
        page.draw_rect((100, 120, 500, 700), color=(1, 1, 1), fill=(1, 1, 1))

    assert measured(draw).whole == pytest.approx((100, 120, 500, 700), abs=2.5)


def test_a_stamp_at_the_edge_is_told_apart(measured: Callable[..., Extent]) -> None:
    def draw(page: Any) -> None:
        text(page)
        page.draw_rect((15, 250, 35, 600), color=(0.5, 0.5, 0.5), fill=(0.5, 0.5, 0.5))

    found = measured(draw)
    assert found.whole[0] == pytest.approx(15, abs=2.5)
    assert found.core == pytest.approx((100, 120, 500, 700), abs=2.5)


def test_print_that_begins_at_the_edge_is_no_stamp(measured: Callable[..., Extent]) -> None:
    def draw(page: Any) -> None:
        page.draw_rect((20, 120, 500, 700), color=(0, 0, 0), fill=(0, 0, 0))

    found = measured(draw)
    assert found.core == found.whole


def test_a_page_with_a_stamp_alone_keeps_it(measured: Callable[..., Extent]) -> None:
    def draw(page: Any) -> None:
        page.draw_rect((15, 250, 35, 600), color=(0, 0, 0), fill=(0, 0, 0))

    found = measured(draw)
    assert found.core == found.whole != NOTHING


def test_a_turned_page_is_measured_as_it_is_shown(measured: Callable[..., Extent]) -> None:
    assert measured(text, rotation=90).whole == pytest.approx((100, 100, 680, 500), abs=2.5)


def test_the_margins_of_a_real_paper_are_cut(answer: Answer, pdf: Callable[[str], Path]) -> None:
    found = answer(Extents(Document(pdf("pedersen04")), 3))
    left, top, right, bottom = found.core
    assert 50 < left < 100
    assert 500 < right < 560
    assert top < bottom < 792
