"""Finds the next unread row, however far, without holding the window."""

from array import array
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from paperdesk.ui.list.model import PaperModel

NEAR = 256
"""Rows that are looked at here: a millisecond, and mostly enough."""

Beyond = Callable[["array[int]", int, int, Callable[[int | None], None]], None]
"""Finds the next unread row of a list in a direction from a row on, at once or later."""


class Seeker(QObject):
    """Looks at the rows near by itself, and lets somebody look beyond."""

    found = Signal(int)
    """The row."""

    def __init__(self, model: PaperModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._asked = 0
        self.beyond: Beyond | None = None
        """Who looks through the rest of a list; without anybody, what is near is all."""

    def seek(self, row: int, direction: int) -> None:
        """Look from the neighbour of a row on; found nothing, nothing is said."""
        self.stop()
        for _ in range(NEAR):
            row += direction
            if not 0 <= row < self._model.rowCount():
                return
            paper = self._model.paper(row)
            if paper is not None and paper.unread:
                self.found.emit(row)
                return
        self._look_beyond(row, direction)

    def stop(self) -> None:
        """Look no further: the list is another."""
        self._asked += 1

    def _look_beyond(self, row: int, direction: int) -> None:
        asked, ids = self._asked, self._model.ids()

        def done(there: int | None) -> None:
            if there is not None and asked == self._asked and ids is self._model.ids():
                self.found.emit(there)

        if self.beyond is not None:
            self.beyond(ids, row, direction, done)
