"""Pixels: as many as were asked for, in the right place, annotations included."""

import os
from collections.abc import Callable
from pathlib import Path

import pymupdf
import pytest

from paperdesk.domain.dress import DARK, Dress
from paperdesk.domain.errors import BadDocument, Refused
from paperdesk.domain.note import Quad
from paperdesk.domain.pages import Document, PageSize, Render
from paperdesk.pdfworker.child.desk import Desk
from paperdesk.pdfworker.codec import Shape
from paperdesk.pdfworker.limits import Limits
from paperdesk.reader.leaves import leaf

MakePdf = Callable[..., Document]


class Image:
    """What was drawn, by pixel."""

    def __init__(self, shape: Shape, pixels: bytes) -> None:
        self.shape = shape
        self.pixels = pixels

    def at(self, x: int, y: int) -> tuple[int, ...]:
        start = y * self.shape.stride + 3 * x
        return tuple(self.pixels[start : start + 3])


def draw(document: Document, scale: float = 1.0, clip: Quad | None = None, turns: int = 0) -> Image:
    request = Render(document, 0, scale, clip, turns)
    shape, memory = Desk(Limits(pixels=2_000_000)).answer(request)
    assert isinstance(shape, Shape)
    assert memory is not None
    image = Image(shape, os.pread(memory, shape.size, 0))
    os.close(memory)
    return image


@pytest.fixture
def square(tmp_path: Path) -> Document:
    """A red square from 30, 40 to 50, 60 on the shown page, turned by 90°."""
    source = pymupdf.open()
    page = source.new_page(width=200, height=100)
    page.set_cropbox(pymupdf.Rect(10, 20, 190, 90))
    page.set_rotation(90)
    content = source.get_new_xref()
    source.update_object(content, "<<>>")
    source.update_stream(content, b"1 0 0 rg 50 40 20 20 re f")
    page.set_contents(content)
    source.save(tmp_path / "square.pdf")
    source.close()
    return Document(tmp_path / "square.pdf")


def test_a_page_is_drawn_as_it_is_shown(square: Document) -> None:
    image = draw(square, 2.0)
    assert (image.shape.width, image.shape.height) == (140, 360)
    assert image.at(80, 100) == (255, 0, 0)
    assert image.at(55, 100) == (255, 255, 255)
    assert image.at(80, 125) == (255, 255, 255)


def test_a_tile_is_a_part_of_the_page(square: Document) -> None:
    tile = draw(square, 4.0, (40.0, 50.0, 70.0, 70.0))
    assert (tile.shape.width, tile.shape.height) == (120, 80)
    assert tile.at(0, 0) == (255, 0, 0)
    assert tile.at(38, 38) == (255, 0, 0)
    assert tile.at(44, 0) == (255, 255, 255)


def test_a_tile_ends_where_the_page_ends(square: Document) -> None:
    tile = draw(square, 1.0, (60.0, 170.0, 999.0, 999.0))
    assert (tile.shape.width, tile.shape.height) == (10, 10)


def test_annotations_are_drawn(make_pdf: MakePdf, tmp_path: Path) -> None:
    source = pymupdf.open(make_pdf("text").path)
    annotation = source[0].add_rect_annot(pymupdf.Rect(10, 10, 50, 50))
    annotation.set_colors(fill=(0, 0, 1))
    annotation.update()
    source.save(tmp_path / "annotated.pdf")
    source.close()
    assert draw(Document(tmp_path / "annotated.pdf")).at(30, 30) == (0, 0, 255)


def test_form_fields_are_drawn(make_pdf: MakePdf, tmp_path: Path) -> None:
    source = pymupdf.open(make_pdf("text").path)
    field = pymupdf.Widget()
    field.field_name, field.field_type = "name", pymupdf.PDF_WIDGET_TYPE_TEXT
    field.rect, field.fill_color = pymupdf.Rect(10, 10, 50, 50), (0, 1, 0)
    source[0].add_widget(field)
    source.save(tmp_path / "form.pdf")
    source.close()
    assert draw(Document(tmp_path / "form.pdf")).at(30, 30) == (0, 255, 0)


def test_a_picture_that_would_be_too_large_is_refused(square: Document) -> None:
    with pytest.raises(Refused, match="Zoom out"):
        draw(square, 100.0)


@pytest.mark.parametrize(
    ("scale", "clip"),
    [(0.0, None), (-1.0, None), (1.0, (500.0, 500.0, 600.0, 600.0)), (1.0, (9.0, 9.0, 9.0, 9.0))],
)
def test_nothing_cannot_be_drawn(square: Document, scale: float, clip: Quad | None) -> None:
    with pytest.raises(BadDocument):
        draw(square, scale, clip)


def test_memory_that_fits_is_used_again(square: Document) -> None:
    desk = Desk(Limits())
    _, memory = desk.answer(Render(square, 0, 2.0))
    assert memory is not None
    shape, fresh = desk.answer(Render(square, 0, 1.0), memory)
    assert (shape, fresh) == (Shape(70, 180, 210, offered=True), None)
    assert os.pread(memory, 3, 210 * 50 + 3 * 40) == b"\xff\x00\x00"
    os.close(memory)


def test_memory_that_does_not_fit_is_left_alone(square: Document) -> None:
    desk = Desk(Limits())
    _, small = desk.answer(Render(square, 0, 1.0))
    assert small is not None
    shape, fresh = desk.answer(Render(square, 0, 8.0), small)
    assert fresh is not None
    assert isinstance(shape, Shape)
    assert not shape.offered
    os.close(small)
    os.close(fresh)


@pytest.mark.parametrize("turns", [1, 2, 3])
def test_a_turned_picture_has_the_pixels_of_the_page_turned(square: Document, turns: int) -> None:
    size = PageSize(70.0, 180.0)
    plain, turned = draw(square, 2.0), draw(square, 2.0, turns=turns)
    one = leaf(size, turns)
    assert (turned.shape.width, turned.shape.height) == (2 * one.width, 2 * one.height)
    for x, y in ((40, 50), (31, 41), (49, 59), (20, 50), (60, 170)):
        across, down = one.turned(x + 0.25, y + 0.25)
        assert turned.at(int(2 * across), int(2 * down)) == plain.at(2 * x, 2 * y)


def test_a_turned_tile_has_the_pixels_of_the_turned_page(square: Document) -> None:
    clip = leaf(PageSize(70.0, 180.0), 1).untouched_box((100.0, 20.0, 180.0, 60.0))
    whole, tile = draw(square, 2.0, turns=1), draw(square, 2.0, clip, turns=1)
    assert (tile.shape.width, tile.shape.height) == (160, 80)
    for x, y in ((0, 0), (62, 21), (159, 79)):
        assert tile.at(x, y) == whole.at(x + 200, y + 40)


def test_a_page_is_drawn_in_the_colours_of_a_theme_and_its_figures_in_theirs(
    tmp_path: Path,
) -> None:
    source = pymupdf.open()
    page = source.new_page(width=200, height=200)
    red = pymupdf.Pixmap(pymupdf.csRGB, 2, 2, bytes([255, 0, 0, 0, 255, 0] * 2), 0)
    page.insert_image(pymupdf.Rect(50, 50, 150, 150), pixmap=red)
    source.save(tmp_path / "figure.pdf")
    document = Document(tmp_path / "figure.pdf")
    spared, changed = (
        dressed(document, Dress(DARK.ink, DARK.paper, figures)) for figures in (False, True)
    )
    assert spared.at(70, 100) == (255, 0, 0)
    assert changed.at(70, 100) != (255, 0, 0)
    assert max(spared.at(10, 10)) < 50


def dressed(document: Document, dress: Dress) -> Image:
    shape, memory = Desk(Limits()).answer(Render(document, 0, 1.0, dress=dress))
    assert isinstance(shape, Shape)
    assert memory is not None
    image = Image(shape, os.pread(memory, shape.size, 0))
    os.close(memory)
    return image


def test_a_tile_spares_the_part_of_a_figure_that_it_shows(tmp_path: Path) -> None:
    source = pymupdf.open()
    page = source.new_page(width=200, height=200)
    image = pymupdf.Pixmap(pymupdf.csRGB, 2, 2, bytes([255, 0, 0, 0, 255, 0] * 2), 0)
    page.insert_image(pymupdf.Rect(50, 50, 150, 150), pixmap=image)
    source.save(tmp_path / "figure.pdf")
    document, desk = Document(tmp_path / "figure.pdf"), Desk(Limits())
    shape, memory = desk.answer(Render(document, 0, 4.0, (0.0, 0.0, 100.0, 100.0), dress=DARK))
    assert isinstance(shape, Shape)
    assert memory is not None
    tile = Image(shape, os.pread(memory, shape.size, 0))
    os.close(memory)
    assert tile.at(240, 240) == (255, 0, 0)
    assert max(tile.at(100, 100)) < 50
