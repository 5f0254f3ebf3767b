from typing import Any

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from paperdesk.domain import dress as dresses
from paperdesk.domain.dress import WHITE, Dress, contrast, written
from paperdesk.domain.pages import PageSize
from paperdesk.reader.layout import Layout
from paperdesk.reader.wishes import TILE, Piece, Window
from paperdesk.ui.reader.pixels import Pixels
from paperdesk.ui.reader.shades import shades
from paperdesk.ui.reader.sheet import Canvas, background, paint_page
from paperdesk.ui.theme import DARK, LIGHT, palette

SIZE = PageSize(300.0, 400.0)


class Flat:
    """A picture of one colour."""

    def __init__(self, width: int, height: int, colour: str) -> None:
        self.width, self.height, self.stride = width, height, width * 3
        self.pixels = memoryview(bytes.fromhex(colour[1:]) * (width * height))

    def release(self) -> None:
        pass


def painted(
    pixels: Pixels, zoom: float = 1.0, problem: str = "", dress: Dress = WHITE
) -> tuple[QImage, bool, Layout]:
    column = Layout((SIZE,), zoom, round(340 * zoom))
    canvas = Canvas(
        column,
        Window(0, 0, column.width, column.height),
        pixels,
        {0: problem} if problem else {},
        shades(dress),
    )
    image = QImage(column.width, column.height, QImage.Format.Format_RGB32)
    image.fill(QColor("grey"))
    painter = QPainter(image)
    drawn = paint_page(painter, canvas, 0)
    painter.end()
    return image, drawn, column


def colour_at(image: QImage, column: Layout, x: float, y: float) -> str:
    box = column.box(0)
    return image.pixelColor(round(box.left + x), round(box.top + y)).name()


@pytest.fixture
def pixels(qapp: Any) -> Pixels:
    return Pixels()


def test_sharp_pixels_lie_dot_on_dot(pixels: Pixels) -> None:
    pixels.put(Piece(0, 1.0), Flat(300, 400, "#112233"))
    image, drawn, column = painted(pixels)
    assert drawn
    assert colour_at(image, column, 0, 0) == colour_at(image, column, 299, 399) == "#112233"
    assert colour_at(image, column, 300, 200) != "#112233"


def test_a_page_without_pixels_is_paper_with_its_number(pixels: Pixels) -> None:
    image, drawn, column = painted(pixels)
    assert not drawn
    assert colour_at(image, column, 150, 300) == "#ffffff"
    assert any(colour_at(image, column, x, 80) != "#ffffff" for x in range(140, 160))


def test_a_page_has_a_soft_edge(pixels: Pixels) -> None:
    image, _, column = painted(pixels)
    assert colour_at(image, column, -1, 200) != QColor("grey").name()


def test_a_page_that_failed_says_why_on_a_card(pixels: Pixels) -> None:
    blank, _, _ = painted(pixels)
    image, drawn, _ = painted(pixels, problem="Page 1 could not be drawn: it is damaged.")
    assert not drawn
    assert image != blank


def test_old_pixels_are_stretched_until_the_sharp_ones_come(pixels: Pixels) -> None:
    pixels.put(Piece(0, 0.5), Flat(150, 200, "#445566"))
    image, drawn, column = painted(pixels)
    assert drawn
    assert colour_at(image, column, 5, 5) == colour_at(image, column, 295, 395) == "#445566"


def test_tiles_cover_the_coarse_page_where_they_are_here(pixels: Pixels) -> None:
    zoom = 7.0
    pixels.put(Piece(0, 0.5), Flat(150, 200, "#445566"))
    pixels.put(Piece(0, zoom, 1, 0), Flat(TILE, TILE, "#aa0000"))
    image, _, column = painted(pixels, zoom)
    assert colour_at(image, column, TILE + 3, 3) == "#aa0000"
    assert colour_at(image, column, 2 * TILE - 1, TILE - 1) == "#aa0000"
    assert colour_at(image, column, TILE - 3, 3) == "#445566"
    assert colour_at(image, column, 2 * TILE + 3, 3) == "#445566"


def test_tiles_of_another_zoom_lie_where_they_belong(pixels: Pixels) -> None:
    pixels.put(Piece(0, 3.5, 1, 0), Flat(TILE, TILE, "#aa0000"))
    image, _, column = painted(pixels, 7.0)
    assert colour_at(image, column, 2 * TILE + 3, 3) == "#aa0000"
    assert colour_at(image, column, 2 * TILE - 3, 3) == "#ffffff"


def test_the_desk_under_the_pages_is_darker_than_paper_and_not_black() -> None:
    light, dark = background(palette(LIGHT)), background(palette(DARK))
    assert 200 < light.lightness() < 250
    assert 0 < dark.lightness() < 60


@pytest.mark.parametrize("ratio", [1.25, 2.0])
def test_on_a_finer_screen_a_dot_is_still_a_dot(pixels: Pixels, ratio: float) -> None:
    column = Layout((SIZE,), 1.0, 328)
    pixels.put(Piece(0, ratio), Flat(round(300 * ratio), round(400 * ratio), "#112233"))
    image = QImage(round(328 * ratio), 900, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    painter = QPainter(image)
    window = Window(0, 0, column.width, column.height, ratio)
    paint_page(painter, Canvas(column, window, pixels, {}), 0)
    painter.end()
    left, top = (round(edge * ratio) for edge in (column.box(0).left, column.box(0).top))
    ends = [(left, top), (left + round(300 * ratio) - 1, top + round(400 * ratio) - 1)]
    assert [image.pixelColor(*end).name() for end in ends] == ["#112233", "#112233"]


def test_old_pixels_of_another_dress_stand_in(pixels: Pixels) -> None:
    pixels.put(Piece(0, 1.0), Flat(300, 400, "#445566"))
    pixels.set_aside()
    image, drawn, column = painted(pixels)
    assert drawn
    assert colour_at(image, column, 150, 200) == "#445566"


def test_an_empty_sheet_has_the_paper_of_the_theme(pixels: Pixels) -> None:
    image, _, column = painted(pixels, dress=dresses.DARK)
    assert colour_at(image, column, 150, 300) == written(dresses.DARK.paper)
    assert colour_at(image, column, -1, 200) != written(dresses.DARK.paper)


def test_a_problem_is_read_on_dark_paper_too(pixels: Pixels) -> None:
    image, _, column = painted(pixels, problem="No.", dress=dresses.BLACK)
    colours = {colour_at(image, column, x, y) for x in range(40, 200) for y in range(30, 90)}
    values = [int(name[1:], 16) for name in colours]
    assert max(contrast(one, other) for one in values for other in values[:40]) > 7
