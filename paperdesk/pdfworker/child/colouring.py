"""Print and paper in other colours, hues kept, figures left as they are.

All of it is done in C: a dark paper turns bright and dark around but not the
hues (a blue link becomes a lighter blue), then the greys between black and
white are spread between the colours of print and paper.
"""

from collections.abc import Sequence
from typing import Any

import pymupdf
from pymupdf import mupdf

from paperdesk.domain.dress import Dress
from paperdesk.domain.note import Quad

_REST = 4
"""What is left of white when MuPDF inverts it, of 255."""


def recolour(picture: Any, dress: Dress, kept: Sequence[Quad]) -> None:
    """Change the colours of a picture in place, save in the boxes that are kept.

    The boxes are in the picture's pixels.
    """
    saved = [_part(picture, box) for box in kept]
    if dress.dark:
        mupdf.fz_invert_pixmap_luminance(picture.this)
        mupdf.fz_tint_pixmap(picture.this, _below(dress.paper, dress.ink), dress.ink)
    else:
        mupdf.fz_tint_pixmap(picture.this, dress.ink, dress.paper)
    for part in saved:
        if part is not None:
            picture.copy(part, part.irect)


def _part(picture: Any, box: Quad) -> Any | None:
    """A copy of a part of a picture; None where they do not meet."""
    area = pymupdf.Rect(box).round() & picture.irect
    if area.is_empty:
        return None
    part = pymupdf.Pixmap(picture.colorspace, area, 0)
    part.copy(picture, area)
    return part


def _below(paper: int, ink: int) -> int:
    """What black has to become so that the paper gets its colour.

    MuPDF turns white into a very dark grey and not into black.
    """
    made = 0
    for shift in (16, 8, 0):
        dark, bright = paper >> shift & 255, ink >> shift & 255
        less = dark - _REST * (bright - dark) / (255 - _REST)
        made |= min(max(round(less), 0), 255) << shift
    return made
