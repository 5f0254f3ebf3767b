"""The list of papers as the commands see it: its rows, and its table."""

from collections.abc import Sequence
from typing import Protocol

from paperdesk.domain.paper import PaperId
from paperdesk.domain.shelf import Group, Order, Shelf


class Rows(Protocol):
    """The list of papers."""

    def show(self, shelf: Shelf, paper: PaperId | None = None) -> None:
        """Go to a shelf, and to a paper of it if one is named."""
        ...

    def follow(self, shelf: Shelf) -> None:
        """Go to a shelf that a verb has made, where there is a list to show it in."""
        ...

    def shelf(self) -> Shelf:
        """The shelf that is shown."""
        ...

    def sort(self, order: Order) -> None:
        """Show the shelf in another order, from its first row on; it is remembered."""
        ...

    def reload(self) -> None:
        """Ask for the shelf again: what has arrived appears."""
        ...

    def move(self, steps: int) -> None:
        """Move the cursor by rows."""
        ...

    def go(self, row: int) -> None:
        """Move the cursor to a row; -1 is the last."""
        ...

    def step_from(self, paper: PaperId | None, steps: int) -> PaperId | None:
        """Move the cursor so many rows from a paper, if it is listed, to another; None at an end.

        Without a paper, or where it is not listed, from where the cursor is.
        """
        ...

    def next_unread(self, direction: int) -> None:
        """Move to the next unread row (1), or the one before (-1)."""
        ...

    def to_late(self) -> bool:
        """Go to the first unread row of those who came late; False if there is none."""
        ...

    def beside(self, direction: int) -> tuple[PaperId, ...]:
        """The papers above the cursor (-1) or below it (1), in the order of the list."""
        ...

    def advance(self, papers: Sequence[PaperId]) -> None:
        """After a verb: go to the row below the last of these, selection cleared."""
        ...

    def toggle_selected(self, rows: int = 1) -> None:
        """Add the current row to the selection, or take it out; of several, select each."""
        ...

    def toggle_range(self) -> None:
        """Begin a range at the current row, or end the one that was begun."""
        ...

    def select_all(self) -> None:
        """Select every row."""
        ...

    def clear_selection(self) -> None:
        """Select nothing but the current row."""
        ...

    def all(self) -> tuple[PaperId, ...]:
        """Every paper of the shelf, in its order."""
        ...

    def empty(self) -> bool:
        """Whether nothing is on the shelf."""
        ...


class Table(Protocol):
    """The list of papers as a table."""

    def toggle(self) -> None:
        """Show a table in place of cards, or cards again."""
        ...

    def columns(self) -> dict[str, bool]:
        """The columns that there are, by their titles, and whether they are shown."""
        ...

    def toggle_column(self, title: str) -> None:
        """Show a column, or hide it."""
        ...

    def here(self) -> str:
        """The title of the column of the cursor."""
        ...

    def sort_by(self, title: str) -> None:
        """Sort by a column; again, the other way; a third time, as the shelf stands."""
        ...

    def sort_further(self, title: str) -> None:
        """Sort those that are equal in the columns before by this one; again, as alone."""
        ...

    def sorts(self) -> dict[str, bool]:
        """The titles of the columns that it is sorted by, and whether values fall."""
        ...

    def group_by(self, group: Group | None) -> None:
        """Let papers stand together under headings; None lets them stand as they are sorted."""
        ...

    def group(self) -> Group | None:
        """What the papers stand together by."""
        ...

    def move_column(self, title: str, steps: int) -> None:
        """Move a column to the right, or to the left by negative steps."""
        ...

    def unsort(self) -> None:
        """Sort by no column; whoever asks for this shows the list anew."""
        ...
