"""What may follow a key that begins a sequence."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from paperdesk.ui.keys import Binding
from paperdesk.ui.labels import label
from paperdesk.ui.theme import GRID, Tone
from paperdesk.ui.toast import announce

_ROWS = 6


class Hint(QFrame):
    """A small sheet in the corner: each key with what it would do."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(GRID * 2, GRID, GRID * 2, GRID)
        self._grid.setHorizontalSpacing(GRID * 2)
        self._grid.setVerticalSpacing(GRID // 2)
        self._shown: list[QLabel] = []
        self.setObjectName("sheet")
        self.setAccessibleName("Keys that may follow")
        self.hide()

    def offer(self, bindings: Sequence[Binding]) -> None:
        """Show what may follow."""
        self._clear()
        for number, binding in enumerate(bindings):
            row, column = number % _ROWS, number // _ROWS * 2
            self._put(binding.keys, row, column, bold=True)
            self._put(binding.title, row, column + 1, bold=False)
        self.adjustSize()
        room = self._over.rect()
        self.move(room.width() - self.width() - GRID * 2, room.height() - self.height() - GRID * 5)
        self.show()
        self.raise_()
        announce(self, ", ".join(f"{binding.keys}: {binding.title}" for binding in bindings))

    def _put(self, words: str, row: int, column: int, *, bold: bool) -> None:
        made = label(bold=bold, tone=Tone.INK if bold else Tone.MUTED)
        made.setText(words)
        self._grid.addWidget(made, row, column)
        self._shown.append(made)

    def _clear(self) -> None:
        for old in self._shown:
            self._grid.removeWidget(old)
            old.setParent(None)
            old.deleteLater()
        self._shown.clear()
