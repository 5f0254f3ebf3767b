"""The list of papers as the commands see it."""

from array import array
from collections.abc import Callable, Sequence

from paperdesk.domain.paper import PaperId
from paperdesk.domain.shelf import Shelf
from paperdesk.ui.list.pane import ListPane

OpenShelf = Callable[[Shelf, Callable[["array[int]"], None]], None]
"""Finds what is on a shelf and hands it over, at once or later, on the window's thread."""


class PaperRows:
    """Goes to shelves, moves the cursor, selects: the `Rows` of the commands."""

    def __init__(self, pane: ListPane, open_shelf: OpenShelf) -> None:
        self._pane = pane
        self._view = pane.view
        self._marks = pane.view.marks
        self._open_shelf = open_shelf
        self._asked = 0
        self._going = False
        self._left_at: dict[str, PaperId] = {}

    def show(self, shelf: Shelf) -> None:
        """Go to a shelf; the cursor is where it was left there."""
        here = self._view.paper()
        if here is not None:
            self._left_at[self._pane.shelf().query] = here
        current = self._left_at.get(shelf.query)
        self._going = True
        self._ask(shelf, lambda ids: self._arrive(shelf, ids, current))

    def shelf(self) -> Shelf:
        """The shelf that is shown."""
        return self._pane.shelf()

    def reload(self) -> None:
        """Ask for the shelf again: what is new appears, what has left stays.

        One that is on its way comes as it is now, without being asked twice.
        """
        if not self._going:
            self._ask(self._pane.shelf(), self._pane.renew)

    def move(self, steps: int) -> None:
        """Move the cursor by rows."""
        self._view.step(steps)

    def go(self, row: int) -> None:
        """Move the cursor to a row; -1 is the last."""
        self._view.go(row)

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
        self._view.next_unread(direction)

    def advance(self, papers: Sequence[PaperId]) -> None:
        """After a verb: go to the row below the last of these, selection cleared."""
        self._view.below(papers)

    def toggle_selected(self) -> None:
        """Add the current row to the selection, or take it out."""
        self._marks.toggle(self._view.row())

    def toggle_range(self) -> None:
        """Begin a range at the current row, or end the one that was begun."""
        self._marks.toggle_range(self._view.row())

    def select_all(self) -> None:
        """Select every row."""
        self._marks.take_all()

    def clear_selection(self) -> None:
        """Select nothing but the current row."""
        self._marks.clear()

    def selected(self) -> tuple[PaperId, ...]:
        """The selection in the order of the list, else the current paper.

        Nothing while another shelf is on its way: a verb would hit the list before.
        """
        if self._going:
            return ()
        here = self._view.paper()
        return self._marks.papers() or (() if here is None else (here,))

    def all(self) -> tuple[PaperId, ...]:
        """Every paper of the shelf, in its order."""
        return tuple(PaperId(paper) for paper in self._pane.ids())

    def _arrive(self, shelf: Shelf, ids: "array[int]", current: PaperId | None) -> None:
        self._going = False
        self._pane.show_ids(shelf, ids, current)

    def _ask(self, shelf: Shelf, show: Callable[["array[int]"], None]) -> None:
        """Ask what is on a shelf; only the answer to the last question is shown."""
        self._asked += 1
        asked = self._asked

        def done(ids: "array[int]") -> None:
            if asked == self._asked:
                show(ids)

        self._open_shelf(shelf, done)
