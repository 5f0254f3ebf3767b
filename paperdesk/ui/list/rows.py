"""The list of papers as the commands see it."""

from collections.abc import Sequence
from dataclasses import replace

from paperdesk.domain.paper import PaperId
from paperdesk.domain.shelf import Order, Shelf
from paperdesk.ui.list.arriving import Arriving, OpenShelf
from paperdesk.ui.list.left import LeftAt
from paperdesk.ui.list.pane import ListPane
from paperdesk.ui.list.showing import Spot


class PaperRows:
    """Goes to shelves, moves the cursor, selects: the `Rows` of the commands."""

    def __init__(self, pane: ListPane, open_shelf: OpenShelf) -> None:
        self._pane = pane
        self._view = pane.view
        self._marks = pane.view.marks
        self.arriving = Arriving(pane, open_shelf)
        self.left = LeftAt(pane)
        self.orders: dict[str, Order] = {}
        """The order that was chosen for each view, by its query."""

    def show(self, shelf: Shelf, paper: PaperId | None = None) -> None:
        """Go to a shelf; the cursor is where it was left there, unless a paper is named."""
        self.left.note()
        at = self.left.at(shelf) if paper is None else Spot(paper)
        shelf = replace(shelf, order=self.orders.get(shelf.query, shelf.order))
        self.arriving.show(shelf, at)

    def follow(self, shelf: Shelf) -> None:
        """Go to a shelf that a verb has made."""
        self.show(shelf)

    def shelf(self) -> Shelf:
        """The shelf that is shown."""
        return self._pane.shelf()

    def sort(self, order: Order) -> None:
        """Show the shelf in another order, from its first row on; it is remembered."""
        shelf = replace(self.shelf(), order=order)
        self.orders[shelf.query] = order
        self.arriving.show(shelf, None)

    def reload(self) -> None:
        """Ask for the shelf again: what is new appears, what has left stays."""
        self.arriving.reload()

    def move(self, steps: int) -> None:
        """Move the cursor by rows."""
        self._view.step(steps)

    def go(self, row: int) -> None:
        """Move the cursor to a row; -1 is the last."""
        within = 0 <= row < len(self._pane.ids())
        self._view.go(row) if within else self.arriving.in_full(lambda: self._view.go(row))

    def step_from(self, paper: PaperId | None, steps: int) -> PaperId | None:
        """Move the cursor so many rows from a paper, if it is listed, to another; None at an end.

        Without a paper, or where it is not listed, from where the cursor is.
        """
        if paper is not None:
            self._view.seek(paper)
        before = self._view.row()
        self._view.step(steps)
        return self._view.paper() if self._view.row() != before else None

    def next_unread(self, direction: int) -> None:
        """Move to the next unread row (1), or the one before (-1)."""
        self.arriving.in_full(lambda: self._view.next_unread(direction))

    def to_late(self) -> bool:
        """Go to the first unread row of those who came late; False if there is none."""
        return self._pane.showing.to_late()

    def beside(self, direction: int) -> tuple[PaperId, ...]:
        """The papers above the cursor (-1) or below it (1), in the order of the list."""
        row = self._view.row()
        return self.all()[: max(row, 0)] if direction < 0 else self.all()[row + 1 :]

    def advance(self, papers: Sequence[PaperId]) -> None:
        """After a verb: go to the row below the last of these, selection cleared."""
        self._view.below(papers)

    def toggle_selected(self, rows: int = 1) -> None:
        """Add the current row to the selection, or take it out; of several, select each.

        The cursor goes to the last of several.
        """
        first = self._view.row()
        if rows <= 1 or first < 0:
            self._marks.toggle(first)
            return
        self._view.step(rows - 1)
        self._marks.stretch(first, self._view.row())

    def toggle_range(self) -> None:
        """Begin a range at the current row, or end the one that was begun."""
        self._marks.toggle_range(self._view.row())

    def select_all(self) -> None:
        """Select every row."""
        self.arriving.in_full(self._marks.take_all)

    def clear_selection(self) -> None:
        """Select nothing but the current row."""
        self._marks.clear()

    def selected(self) -> tuple[PaperId, ...]:
        """The selection in the order of the list, else the current paper.

        Nothing while another shelf is on its way: a verb would hit the list before.
        """
        if self.arriving.going:
            return ()
        here = self._view.paper()
        return self._marks.papers() or (() if here is None else (here,))

    def all(self) -> tuple[PaperId, ...]:
        """Every paper of the shelf, in its order."""
        return tuple(PaperId(paper) for paper in self._pane.ids())

    def empty(self) -> bool:
        """Whether nothing is on the shelf."""
        return not self._pane.ids()
