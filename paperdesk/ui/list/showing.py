"""What a list shows, and how it stays as it is while somebody works in it."""

from array import array
from collections.abc import Mapping
from dataclasses import dataclass

from paperdesk.domain.paper import PaperId
from paperdesk.domain.shelf import Lineup
from paperdesk.ui.list import sifting
from paperdesk.ui.list.model import PaperModel
from paperdesk.ui.list.view import CardView


@dataclass(frozen=True, slots=True)
class Spot:
    """Where one is in a list: at a paper, so many pixels below the top."""

    paper: PaperId
    top: int = 0


class Showing:
    """Fills a view: anew with another list, or with what is new in the one that is shown."""

    def __init__(self, view: CardView, model: PaperModel) -> None:
        self._view = view
        self._model = model
        self._filling = False
        view.cursor_moved.connect(self._moved)

    def show_ids(self, ids: "array[int]", at: Spot | None = None) -> None:
        """Show another list, the cursor on a paper of it, else on the first."""
        self._model.set_ids(ids)
        self._view.begin()
        self._come_back(at)
        self._filling = not ids

    def part(self, row: int, since: str) -> None:
        """Show the rows from this one on as those that were added `since` something."""
        self._model.headings.begin(row, since)
        self._view.fit_headings()

    def group(self, groups: Mapping[int, str]) -> None:
        """Show the rows in groups."""
        self._model.headings.group(groups)
        self._view.fit_headings()

    def renew(self, lineup: Lineup, since: str) -> None:
        """Show the same list as it is now: no row moves or vanishes, what is new stands last.

        Only rows whose papers exist no more are taken out. A list that was empty
        takes its order anew as long as nobody has moved in it.
        """
        if self._filling:
            self.show_ids(lineup.ids)
            self.group(lineup.groups)
            self._filling = True
            return
        if lineup.gone:
            self._take_out(lineup.gone)
        if lineup.new:
            self._model.append(lineup.new, since)
            self._view.fit_headings()
        self._model.changed(())

    def complete(self, ids: "array[int]") -> None:
        """Show all of a list whose first rows are shown; none of these moves or vanishes.

        What has left it since, or come between, has the place that it had.
        """
        first = self._model.ids()
        if ids[: len(first)] != first:
            ids = first + sifting.without(set(first), ids)
        at = self.spot()
        self._model.set_ids(ids, keep=True)
        self._come_back(at)

    def spot(self) -> Spot | None:
        """The cursor: its paper, and how far below the top that stands."""
        paper = self._view.paper()
        return Spot(paper, self._view.rowViewportPosition(self._view.row())) if paper else None

    def to_late(self) -> bool:
        """Go to the first unread row of the last who came late; False if there is none."""
        starts = self._model.headings.late()
        rows = range(starts[-1] if starts else self._model.rowCount(), self._model.rowCount())
        papers = ((row, self._model.paper(row)) for row in rows)
        first = next((row for row, paper in papers if paper is not None and paper.unread), None)
        if first is not None:
            self._view.go(first)
        return first is not None

    def _take_out(self, gone: frozenset[int]) -> None:
        at = self.spot()
        self._model.take_out(gone)
        self._view.fit_rows()
        self._come_back(at)

    def _come_back(self, at: Spot | None) -> None:
        """Put the cursor where it was, its row as far below the top as it was."""
        near = max(0, self._view.row())
        row = self._model.row_of(at.paper, near) if at is not None else -1
        self._view.go(max(0, row))
        if at is not None and row >= 0:
            bar = self._view.verticalScrollBar()
            bar.setValue(bar.value() + self._view.rowViewportPosition(row) - at.top)
        self._view.cursor_moved.emit(self._view.paper())

    def _moved(self) -> None:
        self._filling = self._filling and self._view.row() <= 0 and not self._view.marks.papers()
