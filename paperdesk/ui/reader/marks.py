"""What lies over the pages: highlights, the selection, hits; and how it is painted.

Colours are multiplied with the page, so that the text under them stays as dark
as it is. No meaning hangs on a colour alone: each highlight colour has its own
underline, and the current hit and highlight have an outline.
"""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from paperdesk.domain.note import Colour, Highlight, HighlightId, Quad
from paperdesk.reader.layout import Layout, Point
from paperdesk.reader.standing import Part, Standing
from paperdesk.ui.reader.finder import Finder
from paperdesk.ui.reader.selecting import Selecting

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

SELECTED = QColor("#b9cdfb")
HIT = QColor("#ffd9a0")
CURRENT_HIT = QColor("#ffab4a")
RING = QColor("#8a4b00")
HIGHLIGHT_RING = QColor("#3a54c4")


class Marks(QObject):
    """All that is painted over the pages of a document.

    Signals: `changed`.
    """

    changed = Signal()

    def __init__(self, selecting: Selecting, finder: Finder, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.current: HighlightId | None = None
        self._selecting = selecting
        self._finder = finder
        self.standing = Standing()
        selecting.changed.connect(self.changed)
        finder.changed.connect(self.changed)

    def set_highlights(self, highlights: Iterable[Highlight]) -> None:
        """Show these highlights and no others."""
        self.standing = Standing(highlights)
        if self.standing.find(self.current) is None:
            self.current = None
        self.changed.emit()

    def choose(self, highlight: HighlightId | None) -> None:
        """Make a highlight the current one."""
        if highlight != self.current:
            self.current = highlight
            self.changed.emit()

    def highlight(self, point: Point, reach: float = 0.0) -> Highlight | None:
        """The highlight under a point, or as near to it as `reach`."""
        return self.standing.at(point, reach)

    def paint(self, painter: QPainter, layout: Layout, page: int) -> None:
        """Paint what lies over one page; the painter's origin is the column's."""
        for part in self.standing.on(page):
            self._paint_highlight(painter, layout, part)
        self._paint_hits(painter, layout, page)
        selected = _areas(layout, page, self._selecting.quads(page))
        _fill(painter, selected, SELECTED)

    def _paint_highlight(self, painter: QPainter, layout: Layout, part: Part) -> None:
        highlight, anchor = part
        areas = _areas(layout, anchor.page, anchor.quads)
        _fill(painter, areas, INK[highlight.colour])
        colour, dashes = LINES[highlight.colour]
        pen = QPen(colour, min(max(layout.zoom, 0.8), 1.6))
        if dashes:
            pen.setDashPattern(dashes)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        for area in areas:
            painter.drawLine(_under(area.bottomLeft()), _under(area.bottomRight()))
        if highlight.id == self.current:
            _ring(painter, areas, HIGHLIGHT_RING)

    def _paint_hits(self, painter: QPainter, layout: Layout, page: int) -> None:
        hits = self._finder.hits
        for index in hits.on(page):
            areas = _areas(layout, page, hits[index].quads)
            current = index == hits.current
            _fill(painter, areas, CURRENT_HIT if current else HIT)
            if current:
                _ring(painter, areas, RING)


def _areas(layout: Layout, page: int, quads: Sequence[Quad]) -> list[QRectF]:
    return [QRectF(*layout.area(page, quad)) for quad in quads]


def _fill(painter: QPainter, areas: Sequence[QRectF], colour: QColor) -> None:
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    for area in areas:
        painter.fillRect(area, colour)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)


def _ring(painter: QPainter, areas: Sequence[QRectF], colour: QColor) -> None:
    """One outline around boxes that touch."""
    outline = QPainterPath()
    for area in areas:
        piece = QPainterPath()
        piece.addRoundedRect(area.adjusted(-2, -1.5, 2, 1.5), 3, 3)
        outline = outline.united(piece)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)
    painter.setPen(QPen(colour, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(outline)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def _under(point: QPointF) -> QPointF:
    return point - QPointF(0.0, 0.7)
