"""Marks of the whole library as rows: one vector of ids, and the marks near the cursor."""

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from paperdesk.domain.colours import Meanings, spoken
from paperdesk.domain.gathered import Gathered, Placed
from paperdesk.domain.note import HighlightId
from paperdesk.infra.latex import plain
from paperdesk.ui.marks.model import ROW
from paperdesk.ui.marks.row import MarkRow, said

BLOCK = 64
"""Marks that are read together: about a millisecond."""

_KEPT = 32

Load = Callable[[Sequence[HighlightId]], Mapping[HighlightId, Placed]]
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_SPOKEN = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


class GatherModel(QAbstractListModel):
    """Marks by row, fetched in blocks when they are looked at."""

    def __init__(self, load: Load, parent: QObject | None = None) -> None:
        """`load` reads marks by id; those that are gone are left out."""
        super().__init__(parent)
        self._load = load
        self._gathered = Gathered()
        self._meanings: Meanings = {}
        self._blocks: OrderedDict[int, Mapping[HighlightId, Placed]] = OrderedDict()

    def show(self, gathered: Gathered, meanings: Meanings) -> None:
        """Show other marks; where these are the same ones, they are read again."""
        same = gathered.ids == self._gathered.ids and gathered.groups == self._gathered.groups
        if not same:
            self.beginResetModel()
        self._gathered, self._meanings = gathered, meanings
        self._blocks.clear()
        if not same:
            self.endResetModel()
        elif gathered.ids:
            self.dataChanged.emit(self.index(0), self.index(len(gathered.ids) - 1))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._gathered.ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A row, or what is said of it; None where the mark is gone."""
        if role == ROW:
            return self._row(index.row())
        if role in _SPOKEN:
            row = self._row(index.row())
            return said(row) if row is not None else ""
        return None

    def placed(self, row: int) -> Placed | None:
        """The mark of a row, with its paper."""
        if not 0 <= row < len(self._gathered.ids):
            return None
        return self._block(row // BLOCK).get(self._gathered.ids[row])

    def starts(self, row: int) -> bool:
        """Whether a group begins with a row."""
        return row in self._gathered.starts

    def number(self, mark: HighlightId | None, near: int = 0) -> int:
        """Where a mark stands, -1 if it does not; of several rows, the first from `near` on."""
        ids = self._gathered.ids
        if mark is None or mark not in ids:
            return -1
        return ids.index(mark, near) if mark in ids[near:] else ids.index(mark)

    def _row(self, number: int) -> MarkRow | None:
        placed = self.placed(number)
        if placed is None:
            return None
        group = self._gathered.groups[number] if self._gathered.groups else None
        title = plain(placed.title)
        heading = title if group is None else f"{f'#{group}' if group else 'No tag'} · {title}"
        return MarkRow(placed.mark, spoken(placed.mark.colour, self._meanings), heading)

    def _block(self, number: int) -> Mapping[HighlightId, Placed]:
        block = self._blocks.get(number)
        if block is None:
            block = self._load(self._gathered.ids[number * BLOCK : (number + 1) * BLOCK])
            self._blocks[number] = block
            if len(self._blocks) > _KEPT:
                self._blocks.popitem(last=False)
        return block
