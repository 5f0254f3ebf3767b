"""In the gutter of a row: a tick where it is selected, a dot where it is unread."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen

from paperdesk.domain.note import Colour
from paperdesk.domain.tints import PALE
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


def paint_pin(painter: QPainter, box: QRectF, word: str, colour: str) -> None:
    """A pinned tag: its digit and name on a pale ground, dark in either theme."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(PALE[Colour(colour)] if colour else "#d9dce2"))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.setPen(QColor("#1d1f24"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, word)
