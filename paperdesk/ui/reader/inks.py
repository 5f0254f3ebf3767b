"""The eight inks of marks: their colours, and the lines that tell them apart without colour."""

from PySide6.QtGui import QColor

from paperdesk.domain.note import Colour
from paperdesk.domain.tints import DEEP, PALE

INK = {colour: QColor(code) for colour, code in PALE.items()}
"""The colours of highlights on white paper."""

_DASHES: dict[Colour, tuple[float, ...]] = {
    Colour.YELLOW: (),
    Colour.GREEN: (4, 2),
    Colour.BLUE: (1, 2),
    Colour.PINK: (4, 2, 1, 2),
    Colour.ORANGE: (4, 2, 1, 2, 1, 2),
    Colour.PURPLE: (10, 3),
    Colour.RED: (2, 1),
    Colour.GREY: (8, 2, 2, 2),
}

LINES = {colour: (QColor(code), _DASHES[colour]) for colour, code in DEEP.items()}
"""The underline that tells the colours apart without colour: dashes and gaps, in widths."""
