"""The titles over the columns of a table, with arrows where it is sorted."""

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHeaderView, QWidget

from paperdesk.ui.theme import GRID, Scale, Tone, font

PAD = 8
GUTTER = 28
"""Pixels before the first title, which stands over the titles of the papers."""

_ARROW = 3.5
_AT_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Heads(QHeaderView):
    """Quiet titles over a hairline; the first one stays, as its column does."""

    further = Signal(int)
    """A section that was clicked with Shift: it sorts after others."""

    def __init__(self, first: int, parent: QWidget) -> None:
        """`first` is the section whose words begin behind the signs of the rows."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._first = first
        self._sorts: Mapping[int, bool] = {}
        self.setMouseTracking(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def show_sorts(self, sorts: Mapping[int, bool]) -> None:
        """Point out the sections that it is sorted by, in order, and whether values fall."""
        self._sorts = dict(sorts)
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """As high as a caption with some air."""
        line = QFontMetricsF(font(Scale.CAPTION)).height()
        return QSize(super().sizeHint().width(), round(line) + GRID * 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the titles, then over them the first one, if it would have gone."""
        super().paintEvent(event)
        edge = self._edge()
        if edge:
            painter = QPainter(self.viewport())
            self.paintSection(painter, QRect(0, 0, edge, self.height()), self._first)
            painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The title that stays takes the click on it, not the one that it lies over."""
        left = event.button() == Qt.MouseButton.LeftButton
        kept = event.position().x() < self._edge()
        section = self._first if kept else self.logicalIndexAt(event.position().toPoint())
        if left and event.modifiers() & Qt.KeyboardModifier.ShiftModifier and section >= 0:
            self.further.emit(section)
        elif not kept:
            super().mousePressEvent(event)
        elif left:
            self.sectionClicked.emit(self._first)

    def _edge(self) -> int:
        """Where the title ends that stays over the others; 0 while it is where it belongs."""
        gone = self.sectionViewportPosition(self._first) < 0
        return self.sectionSize(self._first) if gone else 0

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint the title of a column."""
        palette = self.palette()
        painter.save()
        painter.fillRect(rect, palette.color(Tone.PAPER))
        painter.fillRect(
            QRect(rect.left(), rect.bottom(), rect.width(), 1), palette.color(Tone.LINE)
        )
        sorted_by = section in self._sorts
        painter.setPen(palette.color(Tone.INK if sorted_by else Tone.MUTED))
        painter.setFont(font(Scale.CAPTION, bold=sorted_by))
        left = GUTTER if section == self._first else PAD
        box = rect.adjusted(left, 0, -PAD, -1)
        if sorted_by:
            self._arrow(painter, box, falling=self._sorts[section])
            box.setRight(box.right() - 12)
            self._rank(painter, box, section)
        side = Qt.AlignmentFlag(
            self.model().headerData(section, self.orientation(), Qt.ItemDataRole.TextAlignmentRole)
        )
        title = self.model().headerData(section, self.orientation())
        words = painter.fontMetrics().elidedText(
            str(title), Qt.TextElideMode.ElideRight, box.width()
        )
        painter.drawText(box, side, words)
        painter.restore()

    def _rank(self, painter: QPainter, box: QRect, section: int) -> None:
        """Which column comes first, if it is sorted by several."""
        if len(self._sorts) > 1:
            number = str(list(self._sorts).index(section) + 1)
            painter.drawText(box, _AT_RIGHT, number)
            box.setRight(box.right() - painter.fontMetrics().horizontalAdvance(number) - GRID)

    def _arrow(self, painter: QPainter, box: QRect, *, falling: bool) -> None:
        """Up where values rise, down where they fall."""
        way = 1 if falling else -1
        tip = QPointF(box.right() - _ARROW, box.center().y() + way * _ARROW / 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(painter.pen().color(), 1.6))
        painter.drawPolyline(
            [tip + QPointF(-_ARROW, -way * _ARROW), tip, tip + QPointF(_ARROW, -way * _ARROW)]
        )
