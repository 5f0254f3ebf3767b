"""How far the print on a page reaches, found on a small picture of it.

*Why a picture:* the boxes of text and drawings count white ones and what is
clipped away; pixels are what a reader sees, on scans too.
"""

from collections import Counter
from collections.abc import Sequence
from typing import Any

import pymupdf

from paperdesk.domain.extent import NOTHING, Extent
from paperdesk.domain.note import Quad
from paperdesk.pdfworker.child.documents import OpenDocument

_DOTS = 500
"""Of the longer side of the picture: it is right to two points or so."""

_CONTRAST = 24
"""How much a dot differs, of 255, from the paper to be print."""

_EDGE = 0.09
"""The share of the page's width, on either side, in which a stamp may stand."""

_APART = 0.01
"""The share of the width that is empty, at least, between a stamp and the rest."""

_INK = 1


def extent(document: OpenDocument, number: int) -> Extent:
    """The box of the print on a page, and of it without a stamp, in points."""
    page = document.page(number).get_displaylist(annots=True)
    scale = _DOTS / max(page.rect.width, page.rect.height, 1.0)
    picture = page.get_pixmap(pymupdf.Matrix(scale, scale), pymupdf.csGRAY, alpha=0)
    rows = _inked(picture)
    whole = _box(rows, 0, picture.width)
    if whole is None:
        return Extent(NOTHING, NOTHING)
    core = _box(rows, *_without_stamps(rows, picture.width)) or whole
    return Extent(_points(whole, scale), _points(core, scale))


def _inked(picture: Any) -> list[bytes]:
    """For each row of the picture, which of its dots are print."""
    width, stride, samples = picture.width, picture.stride, picture.samples
    rows = [samples[start : start + width] for start in range(0, stride * picture.height, stride)]
    edge = rows[0] + rows[-1] + b"".join(row[:1] + row[-1:] for row in rows)
    counted = Counter(edge)
    paper = max(counted, key=lambda value: counted[value])
    table = bytes(_INK if abs(value - paper) > _CONTRAST else 0 for value in range(256))
    return [row.translate(table) for row in rows]


def _box(rows: Sequence[bytes], left: int, right: int) -> tuple[int, int, int, int] | None:
    """The box of the print between two columns, in dots."""
    inked = [(y, row[left:right]) for y, row in enumerate(rows) if _INK in row[left:right]]
    if not inked:
        return None
    first = min(row.find(_INK) for _, row in inked)
    last = max(row.rfind(_INK) for _, row in inked)
    return left + first, inked[0][0], left + last + 1, inked[-1][0] + 1


def _without_stamps(rows: Sequence[bytes], width: int) -> tuple[int, int]:
    """From where to where there is print besides stamps at the edges."""
    together = 0
    for row in rows:
        together |= int.from_bytes(row, "big")
    across = together.to_bytes(width, "big")
    edge, apart = int(width * _EDGE), max(2, int(width * _APART))
    left, right = _past_stamp(across, edge, apart), _past_stamp(across[::-1], edge, apart)
    return left, width - right


def _past_stamp(across: bytes, edge: int, apart: int) -> int:
    """Where a stamp at the beginning has ended, 0 if there is none."""
    end = across.rfind(_INK, 0, edge) + 1
    following = across.find(_INK, end)
    alone = following - end >= apart and following >= 0
    return end if end and alone else 0


def _points(box: tuple[int, int, int, int], scale: float) -> Quad:
    left, top, right, bottom = (round(side / scale, 1) for side in box)
    return left, top, right, bottom
