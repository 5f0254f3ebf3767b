"""Pixels in other colours: print and paper as said, hues kept, figures spared."""

import pymupdf
import pytest

from paperdesk.domain.dress import BLACK, BUILT_IN, DARK, SEPIA, Dress, contrast
from paperdesk.domain.note import Quad
from paperdesk.pdfworker.child.colouring import recolour

Pixel = tuple[int, int, int]


def coloured(dress: Dress, *pixels: Pixel, kept: tuple[Quad, ...] = ()) -> list[Pixel]:
    """A row of pixels in another dress."""
    raw = bytes(value for pixel in pixels for value in pixel)
    picture = pymupdf.Pixmap(pymupdf.csRGB, len(pixels), 1, raw, 0)
    recolour(picture, dress, kept)
    return [picture.pixel(x, 0) for x in range(len(pixels))]


def number(pixel: Pixel) -> int:
    return pixel[0] << 16 | pixel[1] << 8 | pixel[2]


@pytest.mark.parametrize("dress", BUILT_IN.values(), ids=BUILT_IN)
def test_print_and_paper_get_their_colours(dress: Dress) -> None:
    ink, paper = coloured(dress, (0, 0, 0), (255, 255, 255))
    assert all(abs(one - other) <= 3 for one, other in zip(ink, _rgb(dress.ink), strict=True))
    assert all(abs(one - other) <= 3 for one, other in zip(paper, _rgb(dress.paper), strict=True))


@pytest.mark.parametrize("dress", [DARK, BLACK, SEPIA])
@pytest.mark.parametrize(
    ("link", "channel"), [((0, 0, 255), 2), ((0, 100, 0), 1), ((190, 0, 0), 0)]
)
def test_a_coloured_link_keeps_its_hue_and_is_read(dress: Dress, link: Pixel, channel: int) -> None:
    (shown,) = coloured(dress, link)
    assert shown[channel] == max(shown)
    assert contrast(number(shown), dress.paper) >= 4.5


def test_what_is_kept_stays_as_it_is() -> None:
    row = coloured(DARK, *[(200, 30, 40)] * 4, kept=((1.0, 0.0, 3.0, 1.0),))
    assert row[1] == row[2] == (200, 30, 40)
    assert row[0] == row[3] != (200, 30, 40)


def test_a_figure_that_is_not_in_the_picture_is_no_matter() -> None:
    assert coloured(DARK, (0, 0, 0), kept=((50.0, 50.0, 60.0, 60.0),)) == coloured(DARK, (0, 0, 0))


def _rgb(colour: int) -> Pixel:
    return colour >> 16, colour >> 8 & 255, colour & 255
