"""What is painted by hand goes with the page, and text stays readable under it."""

from typing import Any

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from paperdesk.domain.dress import BLACK, BUILT_IN, DARK, SEPIA, Dress, contrast
from paperdesk.domain.note import Colour
from paperdesk.ui.reader.inks import INK, LINES
from paperdesk.ui.reader.marks import CURRENT_HIT, HIT, SELECTED
from paperdesk.ui.reader.shades import shades

TINTS = [*INK.values(), SELECTED, HIT, CURRENT_HIT]


def tinted(dress: Dress, ground: int, tint: QColor) -> int:
    """What a tint makes of a colour of the page."""
    image = QImage(1, 1, QImage.Format.Format_RGB32)
    image.fill(QColor(ground))
    painter = QPainter(image)
    shades(dress).fill(painter, [QRectF(0, 0, 1, 1)], tint)
    painter.end()
    return image.pixel(0, 0) & 0xFFFFFF


@pytest.mark.parametrize("dress", BUILT_IN.values(), ids=BUILT_IN)
@pytest.mark.parametrize("tint", TINTS, ids=QColor.name)
def test_text_under_a_tint_stays_readable(qapp: Any, dress: Dress, tint: QColor) -> None:
    assert contrast(tinted(dress, dress.ink, tint), tinted(dress, dress.paper, tint)) >= 7


@pytest.mark.parametrize("dress", [DARK, BLACK, SEPIA])
@pytest.mark.parametrize("colour", Colour)
def test_a_tint_and_its_line_are_seen(qapp: Any, dress: Dress, colour: Colour) -> None:
    ground = tinted(dress, dress.paper, INK[colour])
    line = shades(dress).line(LINES[colour][0]).rgb() & 0xFFFFFF
    assert contrast(ground, dress.paper) >= 1.05
    assert contrast(line, ground) >= 2


@pytest.mark.parametrize("dress", [DARK, BLACK])
def test_the_tints_differ_on_dark_paper(qapp: Any, dress: Dress) -> None:
    assert len({tinted(dress, dress.paper, tint) for tint in INK.values()}) == len(Colour)


@pytest.mark.parametrize("dress", BUILT_IN.values(), ids=BUILT_IN)
def test_sentences_on_the_sheet_are_read(qapp: Any, dress: Dress) -> None:
    made = shades(dress)
    rgb = {name: getattr(made, name).rgb() & 0xFFFFFF for name in ("ink", "card", "faint", "paper")}
    assert contrast(rgb["ink"], rgb["card"]) >= 7
    assert contrast(rgb["faint"], rgb["paper"]) >= 4.5
