"""The selection: rows that were marked one by one, in ranges, or all."""

from paperdesk.domain.paper import PaperId
from paperdesk.ui.list.model import MARKED, PaperModel


class Marks:
    """Marks rows of a model; a range is begun at one row and ended at another."""

    def __init__(self, model: PaperModel) -> None:
        self._model = model
        self._begun: int | None = None
        self._reached = 0

    def papers(self) -> tuple[PaperId, ...]:
        """The selected papers, in the order of the list."""
        return self._model.marked()

    def toggle(self, row: int) -> None:
        """Select a row, or take it out."""
        if row >= 0:
            self._model.mark([row], on=not self._model.index(row, 0).data(MARKED))

    def toggle_range(self, row: int) -> None:
        """Begin a range at a row, or select from where it was begun to here."""
        if row < 0:
            return
        if self._begun is None:
            self._begun = self._reached = row
            self._model.mark([row])
        else:
            self.follow(row)
            self._begun = None

    def follow(self, row: int) -> None:
        """Let a range that was begun end where the cursor is."""
        if self._begun is None or row < 0:
            return
        self._model.mark(_between(self._begun, self._reached), on=False)
        self._model.mark(_between(self._begun, row))
        self._reached = row

    def stretch(self, first: int, last: int) -> None:
        """Select all rows from one to another, these included."""
        self._model.mark(_between(first, last))

    def take_all(self) -> None:
        """Select every row."""
        self._model.mark(range(self._model.rowCount()))

    def clear(self) -> None:
        """Select nothing, and begin no range."""
        self._begun = None
        self._model.unmark()


def _between(first: int, last: int) -> range:
    return range(max(min(first, last), 0), max(first, last) + 1)
