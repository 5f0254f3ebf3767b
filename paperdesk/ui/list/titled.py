"""A model of papers, with the titles of the columns that its list has as a table."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from paperdesk.ui.list.columns import COLUMNS

CARD = 0
"""The column of the cards; those of the table follow it."""

_NOWHERE = QModelIndex()
_RIGHT, _LEFT = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft


class Titled(QAbstractTableModel):
    """Tells Qt what stands above the columns."""

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """A card, and the columns of the table."""
        return 0 if parent.isValid() else 1 + len(COLUMNS)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """The title of a column, and on which side it stands."""
        if orientation is not Qt.Orientation.Horizontal or section == CARD:
            return None
        column = COLUMNS[section - CARD - 1]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return (_RIGHT if column.number else _LEFT) | Qt.AlignmentFlag.AlignVCenter
        return column.title if role == Qt.ItemDataRole.DisplayRole else None
