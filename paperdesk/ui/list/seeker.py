"""Finds the next unread row, however far, without holding the window."""

from PySide6.QtCore import QObject, QTimer, Signal

from paperdesk.ui.list.model import PaperModel

_AT_ONCE = 1024
"""Rows that are looked at before the window gets a turn: 5 ms."""


class Seeker(QObject):
    """Walks through the rows in either direction until one is unread."""

    found = Signal(int)
    """The row."""

    def __init__(self, model: PaperModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._row = 0
        self._direction = 1
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._go_on)

    def seek(self, row: int, direction: int) -> None:
        """Look from the neighbour of a row on; found nothing, nothing is said."""
        self._row, self._direction = row + direction, direction
        self._go_on()

    def stop(self) -> None:
        """Look no further: the list is another."""
        self._turn.stop()

    def _go_on(self) -> None:
        for _ in range(_AT_ONCE):
            if not 0 <= self._row < self._model.rowCount():
                return
            paper = self._model.paper(self._row)
            if paper is not None and paper.unread:
                self.found.emit(self._row)
                return
            self._row += self._direction
        self._turn.start()
