"""A table whose first column stays in sight while the others go by below it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QTableView, QWidget

from paperdesk.ui.theme import Tone

_Index = QModelIndex | QPersistentModelIndex
_ANYWHERE = QAbstractItemView.ScrollHint.EnsureVisible


class SteadyTable(QTableView):
    """Paints one column at the left edge once it would have gone, and takes clicks for it there.

    *Why not a second table over this one:* the two would have to agree on rows,
    cursor and marks at every moment.
    """

    def __init__(self, steady: int, parent: QWidget | None = None) -> None:
        """`steady` is the column that stays."""
        super().__init__(parent)
        self._steady = steady
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalScrollBar().valueChanged.connect(lambda _: self._refresh())

    def steady_edge(self) -> int:
        """Where the column ends that stays over the others; 0 while it is where it belongs."""
        gone = self.columnViewportPosition(self._steady) < 0
        return self.columnWidth(self._steady) if gone else 0

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the table, then the column that stays over it."""
        super().paintEvent(event)
        edge = self.steady_edge()
        if edge:
            painter = QPainter(self.viewport())
            painter.fillRect(0, 0, edge, self.viewport().height(), self.palette().color(Tone.PAPER))
            self._paint_cells(painter, edge)
            line = QRect(edge - 1, 0, 1, self.viewport().height())
            painter.fillRect(line, self.palette().color(Tone.LINE))
            painter.end()

    def indexAt(self, point: QPoint) -> QModelIndex:
        """The cell at a point: where the column stays, its own."""
        found = super().indexAt(point)
        return found.siblingAtColumn(self._steady) if point.x() < self.steady_edge() else found

    def scrollTo(self, index: _Index, hint: QAbstractItemView.ScrollHint = _ANYWHERE) -> None:
        """Bring a cell into sight, and no farther left than where the column ends that stays."""
        bar = self.horizontalScrollBar()
        before = bar.value()
        super().scrollTo(index, hint)
        if index.column() == self._steady:
            bar.setValue(before)
        elif (hidden := self.steady_edge() - self.columnViewportPosition(index.column())) > 0:
            bar.setValue(bar.value() - hidden)

    def _refresh(self) -> None:
        """Paint all anew: Qt moves what is painted, also what is to stay."""
        self.viewport().update()
        self.horizontalHeader().viewport().update()

    def _paint_cells(self, painter: QPainter, width: int) -> None:
        """The cells of the column, for the rows in sight."""
        row = max(0, self.rowAt(0))
        while 0 <= row < self.model().rowCount():
            top = self.rowViewportPosition(row)
            if top >= self.viewport().height():
                return
            index = self.model().index(row, self._steady)
            option = QStyleOptionViewItem()
            self.initViewItemOption(option)
            option.rect = QRect(0, top, width, self.rowHeight(row))
            self.itemDelegateForIndex(index).paint(painter, option, index)
            row += 1
