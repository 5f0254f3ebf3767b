"""The fields in which papers differ: a row each, a column for each paper."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from paperdesk.domain.merger import FIELDS, Portrait, differing
from paperdesk.domain.paper import PaperId
from paperdesk.infra.latex import plain
from paperdesk.ui.theme import font

_CHOSEN = "✓ "
_LONGEST = 600
"""Letters of a field that are shown."""

_CARRIES = "Carries"


class Grid(QTableWidget):
    """Whose field is chosen has a tick; `changed` is emitted when that changes."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._portraits: tuple[Portrait, ...] = ()
        self._picks: dict[str, PaperId] = {}
        self._fields: tuple[str, ...] = ()
        self.setAccessibleName("Fields that differ")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.cellClicked.connect(self._click)

    def show_papers(self, portraits: Sequence[Portrait], picks: Mapping[str, PaperId]) -> None:
        """Show papers, with whose fields are chosen."""
        self._portraits, self._picks = tuple(portraits), dict(picks)
        self._fields = differing(self._portraits)
        self.setColumnCount(len(self._portraits))
        self.setRowCount(len(self._fields) + 1)
        titles = [FIELDS[name] for name in self._fields]
        self.setVerticalHeaderLabels([*titles, _CARRIES])
        self.setHorizontalHeaderLabels(
            [f"{at}  no. {one.paper}" for at, one in enumerate(self._portraits, 1)]
        )
        for row in range(self.rowCount()):
            for column, one in enumerate(self._portraits):
                self.setItem(row, column, QTableWidgetItem(", ".join(one.carries) or "nothing"))
        self._paint()
        self.setCurrentCell(0, 0)

    def portraits(self) -> tuple[Portrait, ...]:
        """The papers that are shown."""
        return self._portraits

    def picks(self) -> dict[str, PaperId]:
        """Of which paper each field is to be."""
        return dict(self._picks)

    def step(self, rows: int) -> None:
        """Go to another field."""
        row = min(max(self.currentRow() + rows, 0), self.rowCount() - 1)
        self.setCurrentCell(row, max(self.currentColumn(), 0))

    def pick(self, column: int) -> None:
        """Choose of which paper the field under the cursor is to be."""
        row = self.currentRow()
        if 0 <= column < len(self._portraits) and 0 <= row < len(self._fields):
            self._picks[self._fields[row]] = self._portraits[column].paper
            self.setCurrentCell(row, column)
            self._paint()

    def pick_beside(self, columns: int) -> None:
        """Choose the field of the paper beside."""
        self.pick(self.currentColumn() + columns)

    def pick_all(self) -> None:
        """Choose all that the paper under the cursor has; the others fill in what it lacks."""
        column = self.currentColumn()
        if 0 <= column < len(self._portraits):
            one = self._portraits[column]
            self._picks |= {name: one.paper for name in self._fields if one.fields.get(name)}
            self._paint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move; the letters are for the dialog, not for looking up cells."""
        arrows = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() in arrows:
            self.pick_beside(arrows[Qt.Key(event.key())])
        elif event.text() and event.text().isprintable():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _click(self, row: int, column: int) -> None:
        self.setCurrentCell(row, column)
        self.pick(column)

    def _paint(self) -> None:
        for row, name in enumerate(self._fields):
            for column, one in enumerate(self._portraits):
                chosen = self._picks.get(name) == one.paper
                whole = plain(one.fields.get(name, "")) or "—"
                text = whole if len(whole) <= _LONGEST else f"{whole[:_LONGEST]}…"
                item = QTableWidgetItem()
                item.setText(f"{_CHOSEN if chosen else ''}{text}")
                item.setFont(font(bold=chosen))
                said = f"{FIELDS[name]}: {whole}{', chosen' if chosen else ''}"
                item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
                self.setItem(row, column, item)
        self.changed.emit()
