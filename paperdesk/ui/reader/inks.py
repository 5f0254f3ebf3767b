"""The eight inks of marks: their colours, and the lines that tell them apart without colour."""

from PySide6.QtGui import QColor

from paperdesk.domain.note import Colour

INK = {
    Colour.YELLOW: QColor("#ffe680"),
    Colour.GREEN: QColor("#b8ecb0"),
    Colour.BLUE: QColor("#b5dcff"),
    Colour.PINK: QColor("#ffc4dc"),
    Colour.ORANGE: QColor("#ffd3a3"),
    Colour.PURPLE: QColor("#dfcbff"),
    Colour.RED: QColor("#ffb9b0"),
    Colour.GREY: QColor("#d9dce2"),
}
"""The colours of highlights on white paper."""

LINES: dict[Colour, tuple[QColor, tuple[float, ...]]] = {
    Colour.YELLOW: (QColor("#b58a00"), ()),
    Colour.GREEN: (QColor("#2f8a2a"), (4, 2)),
    Colour.BLUE: (QColor("#1f6fb5"), (1, 2)),
    Colour.PINK: (QColor("#c22f74"), (4, 2, 1, 2)),
    Colour.ORANGE: (QColor("#b35c00"), (4, 2, 1, 2, 1, 2)),
    Colour.PURPLE: (QColor("#7444c4"), (10, 3)),
    Colour.RED: (QColor("#b3261e"), (2, 1)),
    Colour.GREY: (QColor("#5b626e"), (8, 2, 2, 2)),
}
"""The underline that tells the colours apart without colour: dashes and gaps, in widths."""
