"""The marks of one paper as rows."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from paperdesk.domain.note import HighlightId
from paperdesk.ui.marks.row import MarkRow, said

ROW = Qt.ItemDataRole.UserRole
"""The `MarkRow` of a row."""

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_SPOKEN = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


class MarkModel(QAbstractListModel):
    """Rows that are all here: a paper has some hundreds at most."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[MarkRow, ...] = ()

    def show_rows(self, rows: Sequence[MarkRow]) -> None:
        """Show these rows; where they are the same marks, the cursor stays."""
        same = [row.mark.id for row in rows] == [row.mark.id for row in self._rows]
        if same:
            self._rows = tuple(rows)
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many marks there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A row, or what is said of it."""
        if role == ROW:
            return self._rows[index.row()]
        if role in _SPOKEN:
            return said(self._rows[index.row()])
        return None

    def row(self, number: int) -> MarkRow | None:
        """The row of a number."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def number(self, mark: HighlightId | None) -> int:
        """Where a mark stands, -1 if it does not."""
        return next((at for at, row in enumerate(self._rows) if row.mark.id == mark), -1)
