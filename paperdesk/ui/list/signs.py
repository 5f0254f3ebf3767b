"""In the gutter of a row: a tick where it is selected, a dot where it is unread."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPalette, QPen

from paperdesk.ui.theme import Tone


def paint_sign(
    painter: QPainter, palette: QPalette, middle: QPointF, *, marked: bool, unread: bool
) -> None:
    """Paint the sign around a point; none where there is nothing to tell."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(palette.color(Tone.ACCENT))
    if marked:
        painter.drawEllipse(middle, 8, 8)
        painter.setPen(QPen(palette.color(Tone.PAPER), 1.8))
        painter.drawPolyline(
            [middle + QPointF(-3.5, 0), middle + QPointF(-1, 2.8), middle + QPointF(3.8, -2.8)]
        )
    elif unread:
        painter.drawEllipse(middle, 3.5, 3.5)
