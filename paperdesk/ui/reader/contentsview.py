"""The contents as a tree beside the pages: titles, page labels, and where one is."""

from collections.abc import Sequence, Set
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
)

from paperdesk.domain.pages import PageSize
from paperdesk.reader.contents import Contents
from paperdesk.ui.empty import EmptyOver
from paperdesk.ui.theme import GRID, Tone, font

Index = QModelIndex | QPersistentModelIndex

_LONGEST_LABEL = 8
_BAR = 3
"""Pixels across of the sign before the current section."""

_ROOT = QModelIndex()


class ContentsModel(QAbstractItemModel):
    """The lines of the contents, those that are kept by a filter only."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.contents = Contents()
        self.current = -1
        self._pages: Sequence[PageSize] = ()
        self._rows: dict[int, list[int]] = {}
        self._row_of: dict[int, int] = {}
        self._bold = QFont()

    def show(
        self, contents: Contents, pages: Sequence[PageSize], kept: Set[int] | None = None
    ) -> None:
        """Show these contents; `kept` are the lines that a filter leaves, all if None."""
        self.beginResetModel()
        self.contents, self._pages = contents, pages
        self._bold = font(bold=True)
        kept = _with_parents(contents, kept)
        self._rows, self._row_of = {-1: []}, {}
        for index, parent in enumerate(contents.parents):
            if index in kept:
                rows = self._rows.setdefault(parent, [])
                self._row_of[index] = len(rows)
                rows.append(index)
        self.endResetModel()

    def mark(self, section: int) -> None:
        """Let a line be the current section's."""
        before, self.current = self.current, section
        for changed in (before, section):
            at = self.at(changed)
            if at.isValid():
                self.dataChanged.emit(at, at.siblingAtColumn(1))

    def at(self, section: int) -> QModelIndex:
        """Where a section stands in the tree, if it is shown."""
        row = self._row_of.get(section)
        return _ROOT if row is None else self.createIndex(row, 0, section)

    def section(self, index: Index) -> int:
        """The section of a row, -1 for none."""
        return int(index.internalId()) if index.isValid() else -1

    def labels(self) -> set[str]:
        """The longest labels of pages, of each length one."""
        by_length = {len(label): label for label in map(self._label, self._row_of)}
        return set(by_length.values())

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many lines lie under another."""
        if parent.isValid() and parent.column():
            return 0
        return len(self._rows.get(self.section(parent), ()))

    def columnCount(self, _parent: Index = _ROOT) -> int:
        """A title and a page."""
        return 2

    def index(self, row: int, column: int, parent: Index = _ROOT) -> QModelIndex:
        """The row of a line under another."""
        rows = self._rows.get(self.section(parent), ())
        if row not in range(len(rows)) or column not in (0, 1):
            return _ROOT
        return self.createIndex(row, column, rows[row])

    def parent(self, child: Index = _ROOT) -> QModelIndex:  # type: ignore[override]
        """What a line lies under."""
        return self.at(self.contents.parents[self.section(child)]) if child.isValid() else _ROOT

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A title, or the label of its page."""
        if not index.isValid():
            return None
        section = self.section(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._label(section) if index.column() else self._title(section)
        if role == Qt.ItemDataRole.FontRole and section == self.current:
            return self._bold
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column():
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._title(section)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(section)
        return None

    def _title(self, section: int) -> str:
        return self.contents.items[section].title or "Untitled"

    def _label(self, section: int) -> str:
        page = self.contents.items[section].page
        if page not in range(len(self._pages)):
            return ""
        label = self._pages[page].label
        return label if 0 < len(label) <= _LONGEST_LABEL else str(page + 1)

    def _spoken(self, section: int) -> str:
        here = ", you are here" if section == self.current else ""
        return f"{self._title(section)}, page {self._label(section)}{here}"


def _with_parents(contents: Contents, kept: Set[int] | None) -> Set[int]:
    """The lines that are kept, and what they lie under."""
    if kept is None:
        return set(range(len(contents)))
    return {above for index in kept for above in contents.path(index)}


class _Rows(QStyledItemDelegate):
    """Rows with some air between them."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """A little higher than the letters want."""
        return super().sizeHint(option, index) + QSize(0, GRID // 2 + 2)


class ContentsView(QTreeView):
    """The tree of the contents; the current section is bold, with a bar before it."""

    def __init__(self) -> None:
        super().__init__()
        self.rows = ContentsModel(self)
        self.empty = EmptyOver(self)
        self.setModel(self.rows)
        self.setItemDelegate(_Rows(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(GRID + GRID // 2)
        self.setAllColumnsShowFocus(True)
        self.setExpandsOnDoubleClick(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.header().setStretchLastSection(False)
        self.header().setMinimumSectionSize(GRID)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        self.rows.modelReset.connect(self._fit)
        self.setAccessibleName("Contents")
        self.viewport().setBackgroundRole(Tone.RAIL)

    def drawRow(self, painter: QPainter, options: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row, and the sign before the current section."""
        super().drawRow(painter, options, index)
        if self.rows.section(index) == self.rows.current:
            rect = options.rect
            painter.fillRect(0, rect.top(), _BAR, rect.height(), self.palette().color(Tone.ACCENT))

    def _fit(self) -> None:
        """Make the column of the pages as wide as the widest label."""
        letters = QFontMetrics(font(bold=True))
        widths = {letters.horizontalAdvance(label) for label in self.rows.labels()}
        self.header().resizeSection(1, max(widths, default=0) + 2 * GRID)
