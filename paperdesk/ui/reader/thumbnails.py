"""All pages in little beside the pages: labels, marks, and the page one is on."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
)
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from paperdesk.domain.dress import Dress
from paperdesk.domain.note import Highlight
from paperdesk.domain.pages import PageSize
from paperdesk.ui.reader import badges
from paperdesk.ui.reader.miniatures import Miniatures
from paperdesk.ui.theme import GRID, Scale, Tone, font

Index = QModelIndex | QPersistentModelIndex

ROOM = QSize(98, 130)
"""Pixels that a miniature may take."""

_FOOT = 22
_CELL = QSize(ROOM.width() + 2 * GRID, ROOM.height() + _FOOT + GRID)
_LONGEST_LABEL = 10
_ROOT = QModelIndex()
_PAGE = Qt.ItemDataRole.UserRole


class PagesModel(QAbstractListModel):
    """The pages by their labels; those that a filter leaves."""

    def __init__(self, marks: Callable[[int], Sequence[Highlight]], parent: QObject) -> None:
        """`marks` tells what stands on a page."""
        super().__init__(parent)
        self.current = -1
        self.marks = marks
        self._sizes: Sequence[PageSize] = ()
        self._rows: Sequence[int] = ()

    def show(self, sizes: Sequence[PageSize], beginning: str = "") -> None:
        """Show these pages: those whose label or number begins so."""
        self.beginResetModel()
        self._sizes = sizes
        wanted = beginning.strip().casefold()
        self._rows = [
            page
            for page in range(len(sizes))
            if any(name.casefold().startswith(wanted) for name in (self.label(page), str(page + 1)))
        ]
        self.endResetModel()

    def mark(self, page: int) -> None:
        """Let a page be the one that is read."""
        before, self.current = self.current, page
        self.changed(before)
        self.changed(page)

    def changed(self, page: int) -> None:
        """Paint a page again."""
        index = self.at(page)
        if index.isValid():
            self.dataChanged.emit(index, index)

    def at(self, page: int) -> QModelIndex:
        """Where a page stands in the list, if it is shown."""
        if len(self._rows) == len(self._sizes):
            return self.index(page) if page in range(len(self._rows)) else _ROOT
        return self.index(self._rows.index(page)) if page in self._rows else _ROOT

    def label(self, page: int) -> str:
        """What is printed on a page, or its number."""
        label = self._sizes[page].label
        return label if 0 < len(label) <= _LONGEST_LABEL else str(page + 1)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many pages are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A page's label, its number, and what a screen reader says of it."""
        if not index.isValid():
            return None
        page = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.label(page)
        if role == _PAGE:
            return page
        if role == Qt.ItemDataRole.AccessibleTextRole:
            parts = [f"Page {self.label(page)}", badges.spoken(self.marks(page))]
            parts.append("you are here" if page == self.current else "")
            return ", ".join(part for part in parts if part)
        return None


class PageDelegate(QStyledItemDelegate):
    """Paints a page in little, its label and its marks under it."""

    def __init__(self, model: PagesModel, miniatures: Miniatures, parent: QObject) -> None:
        super().__init__(parent)
        self.paper = QColor("#ffffff")
        self._model = model
        self._miniatures = miniatures

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """The same for every page."""
        return _CELL

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one page."""
        page = index.data(_PAGE)
        cell, palette = option.rect, option.palette
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(cell.adjusted(2, 2, -2, -2), palette.color(Tone.TINT))
        sheet = self._sheet(cell, page)
        picture = self._miniatures.picture(page)
        painter.fillRect(sheet, self.paper)
        if picture is not None:
            painter.drawPixmap(sheet, picture)
        current = page == self._model.current
        painter.setPen(QPen(palette.color(Tone.ACCENT if current else Tone.LINE), 1 + 2 * current))
        painter.drawRect(sheet.adjusted(-1, -1, 0, 0))
        self._paint_foot(painter, option, page, current=current)
        painter.restore()

    def _sheet(self, cell: QRect, page: int) -> QRect:
        """Where the page itself lies: in the middle of the upper part."""
        sheet = QRect(cell.topLeft(), self._miniatures.size(page))
        room = QRect(cell.left(), cell.top() + GRID, cell.width(), ROOM.height())
        sheet.moveCenter(room.center())
        return sheet

    def _paint_foot(
        self, painter: QPainter, option: QStyleOptionViewItem, page: int, *, current: bool
    ) -> None:
        cell = option.rect.adjusted(GRID, GRID + ROOM.height(), -GRID, 0)
        painter.setFont(font(Scale.CAPTION, bold=current))
        painter.setPen(option.palette.color(Tone.INK if current else Tone.MUTED))
        label = f"▸ {self._model.label(page)}" if current else self._model.label(page)
        painter.drawText(cell, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, label)
        marks = self._model.marks(page)
        if marks:
            badges.paint(painter, cell.right(), cell.center().y() - badges.SIZE / 2, marks)


class ThumbnailView(QListView):
    """The grid of the pages; what shows of it is drawn, and nothing else."""

    def __init__(self, miniatures: Miniatures, marks: Callable[[int], Sequence[Highlight]]) -> None:
        super().__init__()
        self.rows = PagesModel(marks, self)
        self.miniatures = miniatures
        self._pages = PageDelegate(self.rows, miniatures, self)
        self._wanting = QTimer(self, singleShot=True, interval=0)
        self._wanting.timeout.connect(self._want)
        self.setModel(self.rows)
        self.setItemDelegate(self._pages)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setGridSize(_CELL)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Pages in little")
        self.viewport().setBackgroundRole(Tone.RAIL)
        self.verticalScrollBar().valueChanged.connect(lambda: self._wanting.start())
        self.rows.modelReset.connect(lambda: self._wanting.start())
        miniatures.arrived.connect(self.rows.changed)

    def page(self, index: Index) -> int:
        """The page of a row, -1 for none."""
        page = index.data(_PAGE)
        return -1 if page is None else int(page)

    def wear(self, dress: Dress) -> None:
        """Show the pages in the colours that they are read in."""
        self._pages.paper = QColor(dress.paper)
        self.miniatures.wear(dress)
        self.viewport().update()
        self._wanting.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw what comes into sight."""
        super().resizeEvent(event)
        self._wanting.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what shows, beginning where one is."""
        super().showEvent(event)
        self.scrollTo(self.currentIndex(), QListView.ScrollHint.PositionAtCenter)
        self._wanting.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Hold no pictures while hidden."""
        super().hideEvent(event)
        self.miniatures.rest()

    def _want(self) -> None:
        if self.isVisible():
            self.miniatures.want(self._in_sight(), self.devicePixelRatioF())

    def _in_sight(self) -> list[int]:
        """The pages that show now."""
        columns = self._columns()
        top = self.verticalScrollBar().value()
        first = top // _CELL.height() * columns
        last = ((top + self.viewport().height()) // _CELL.height() + 1) * columns
        rows = range(first, min(last, self.rows.rowCount()))
        return [self.page(self.rows.index(row)) for row in rows]

    def _columns(self) -> int:
        """How many pages stand side by side."""
        top = self.visualRect(self.rows.index(0)).top()
        for row in range(1, self.rows.rowCount()):
            if self.visualRect(self.rows.index(row)).top() != top:
                return row
        return max(1, self.rows.rowCount())
