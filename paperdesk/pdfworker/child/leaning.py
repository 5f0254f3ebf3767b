"""Which way the lines of a page run: text in margins and tables may stand on its end."""

from collections.abc import Sequence
from typing import Any

from pymupdf import mupdf

from paperdesk.domain.note import Quad
from paperdesk.pdfworker.child.documents import OpenDocument

Line = tuple[Quad, tuple[float, float]]
"""The box of a line, and the way that one reads it: right is (1, 0), up is (0, -1)."""

_ONWARDS = (1.0, 0.0)


def lines(document: OpenDocument, number: int) -> tuple[Line, ...]:
    """The lines of a page's text."""
    blocks = document.text_page(number).extractDICT()["blocks"]
    return tuple(
        (tuple(line["bbox"]), tuple(line["dir"]))
        for block in blocks
        for line in block.get("lines", ())
    )


def corners(box: Quad, text: Sequence[Line]) -> Any:
    """A box as a quad that begins where the text in it does.

    *Why:* by it readers know the underside of a passage, and round off its ends.
    """
    left, top, right, bottom = box
    around = ((left, top), (right, top), (right, bottom), (left, bottom))
    first = _quarters(box, text)
    upper_left, upper_right, lower_right, lower_left = around[first:] + around[:first]
    return mupdf.fz_make_quad(*upper_left, *upper_right, *lower_left, *lower_right)


def _quarters(box: Quad, text: Sequence[Line]) -> int:
    """By how many quarter turns, clockwise, the text under a box is turned."""
    shared, (across, down) = max(
        ((_shared(box, line), way) for line, way in text), default=(0.0, _ONWARDS)
    )
    if not shared or abs(across) >= abs(down):
        return 2 if shared and across < 0 else 0
    return 1 if down > 0 else 3


def _shared(one: Quad, other: Quad) -> float:
    width = min(one[2], other[2]) - max(one[0], other[0])
    height = min(one[3], other[3]) - max(one[1], other[1])
    return max(width, 0.0) * max(height, 0.0)
