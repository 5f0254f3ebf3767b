"""The lines of the sidebar: headings and places in one list."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from paperdesk.domain.collection import CollectionId, parts_of
from paperdesk.domain.shelf import Shelf
from paperdesk.ui.sidebar.places import Place, Section

LINE = Qt.ItemDataRole.UserRole
"""The `Place` of a line."""

HEADING = Qt.ItemDataRole.UserRole + 1
"""Whether a line is the heading of a section."""

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class SidebarModel(QAbstractListModel):
    """Sections below each other; empty ones are left out."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[Place] = []
        self._headings: set[int] = set()

    def set_sections(self, sections: Sequence[Section]) -> None:
        """Show these sections."""
        self.beginResetModel()
        self._lines, self._headings = [], set()
        for section in sections:
            if section.places:
                self._headings.add(len(self._lines))
                self._lines += [Place(section.title), *section.places]
        self.endResetModel()

    def row_of(self, shelf: Shelf) -> int:
        """The line of a shelf, -1 if it has none."""
        return min(self.rows_of(shelf), default=-1)

    def rows_of(self, shelf: Shelf) -> frozenset[int]:
        """The lines of a shelf, and of those that it is the union of."""
        wanted = parts_of(shelf.query)
        wanted |= {query.replace("directly:", "collection:", 1) for query in wanted}
        lines = enumerate(self._lines)
        return frozenset(row for row, line in lines if _query(line.shelf) in wanted)

    def row_of_collection(self, number: CollectionId | None) -> int:
        """The line of a collection, -1 if it has none."""
        every = ((row, line.collection) for row, line in enumerate(self._lines))
        return next((row for row, one in every if one is not None and one.id == number), -1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many lines there are."""
        return 0 if parent.isValid() else len(self._lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings can be neither chosen nor stepped on."""
        if index.row() in self._headings:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A line, or what is said of it."""
        line = self._lines[index.row()]
        if role == LINE:
            return line
        if role == HEADING:
            return index.row() in self._headings
        if role == Qt.ItemDataRole.DisplayRole:
            return line.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return line.tip or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(
                part for part in (line.title, line.spoken, _amount(line), line.alarm) if part
            )
        return None


def _query(shelf: Shelf | None) -> str | None:
    return shelf.query if shelf else None


def _amount(line: Place) -> str:
    return str(line.count) if line.count else ""
