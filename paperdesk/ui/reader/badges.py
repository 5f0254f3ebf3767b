"""The marks of a page in little: a sign for each kind, in its colour, and how many."""

from collections import Counter
from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QPolygonF

from paperdesk.domain.note import Highlight, Kind
from paperdesk.ui.reader.inks import LINES

SIZE = 8
"""Pixels across of a sign."""

_GAP = 3
_MOST = 4
"""Signs of a page; the number says how many marks there are in all."""

_NAMES = {
    Kind.HIGHLIGHT: "highlight",
    Kind.UNDERLINE: "underline",
    Kind.AREA: "area",
    Kind.TEXT: "text",
    Kind.INK: "drawing",
}


def spoken(marks: Sequence[Highlight]) -> str:
    """How many marks of each kind there are, in words; "" for none."""
    counts = Counter(mark.kind for mark in marks)
    told = [f"{counts[kind]} {name}{'s' * (counts[kind] > 1)}" for kind, name in _NAMES.items()
            if counts[kind]]  # fmt: skip
    return ", ".join(told)


def paint(painter: QPainter, right: float, top: float, marks: Sequence[Highlight]) -> None:
    """Paint the signs so that they end at `right`, each kind and colour once, and the number."""
    kinds = list(dict.fromkeys((mark.kind, mark.colour) for mark in marks))[:_MOST]
    number = str(len(marks))
    room = QFontMetrics(painter.font()).horizontalAdvance(number)
    left = right - room - len(kinds) * (SIZE + _GAP)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)
    for kind, colour in kinds:
        _SIGNS[kind](painter, QRectF(left, top, SIZE, SIZE), LINES[colour][0])
        left += SIZE + _GAP
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.drawText(QPointF(left, top + SIZE), number)


def _disc(painter: QPainter, box: QRectF, colour: QColor) -> None:
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(box)
    painter.restore()


def _bar(painter: QPainter, box: QRectF, colour: QColor) -> None:
    painter.fillRect(QRectF(box.left(), box.bottom() - 3, box.width(), 3), colour)


def _frame(painter: QPainter, box: QRectF, colour: QColor) -> None:
    painter.save()
    painter.setPen(QPen(colour, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box.adjusted(1, 1, -1, -1))
    painter.restore()


def _letter(painter: QPainter, box: QRectF, colour: QColor) -> None:
    painter.fillRect(QRectF(box.left(), box.top(), box.width(), 2), colour)
    painter.fillRect(QRectF(box.center().x() - 1, box.top(), 2, box.height()), colour)


def _wave(painter: QPainter, box: QRectF, colour: QColor) -> None:
    painter.save()
    painter.setPen(QPen(colour, 2))
    quarter, middle = box.width() / 4, box.center().y()
    heights = (middle, box.top() + 1, middle, box.bottom() - 1, middle)
    spots = [QPointF(box.left() + quarter * step, y) for step, y in enumerate(heights)]
    painter.drawPolyline(QPolygonF(spots))
    painter.restore()


_SIGNS: dict[Kind, Callable[[QPainter, QRectF, QColor], None]] = {
    Kind.HIGHLIGHT: _disc,
    Kind.UNDERLINE: _bar,
    Kind.AREA: _frame,
    Kind.TEXT: _letter,
    Kind.INK: _wave,
}
