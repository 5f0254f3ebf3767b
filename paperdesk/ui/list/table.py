"""The list as a table: which columns it has, how wide, in which order, sorted by what."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, QPoint, QTimer, Signal

from paperdesk.domain.shelf import Group, Shelf, sorted_by
from paperdesk.ui.list.arranging import ROOM_FOR_A_TITLE, Arranging
from paperdesk.ui.list.columns import COLUMNS, Column, column
from paperdesk.ui.list.look import TITLE, Look
from paperdesk.ui.list.looks import Looks
from paperdesk.ui.list.view import CardView

_KEEP = 400
"""Milliseconds for a width to settle before it is kept."""


class Table(QObject):
    """Turns a list into a table and back: the `Table` of the commands.

    Each view has a look of its own. Signals: `rearranged` (it is sorted or grouped
    by something else), `changed` (what is to be kept), `asked` (the columns are to
    be chosen, at a place), `toggled` (it is a table now, or is none).
    """

    rearranged = Signal()
    changed = Signal()
    asked = Signal(QPoint)
    toggled = Signal(bool)

    def __init__(self, view: CardView) -> None:
        super().__init__(view)
        self.looks = Looks()
        self._look = Look()
        self._columns = Arranging(view)
        self._soon = QTimer(self, singleShot=True, interval=_KEEP)
        self._soon.timeout.connect(self.changed)
        self._columns.asked.connect(self.asked)
        self._columns.clicked.connect(lambda name: self.sort_by(column(name).title))
        self._columns.further.connect(lambda name: self.sort_further(column(name).title))
        self._columns.reordered.connect(lambda names: self._take(self._look.ordered(names)))
        self._columns.widened.connect(self._widen)

    # What the commands ask.

    def toggle(self) -> None:
        """Show a table in place of cards, or cards again."""
        on = not self._look.on
        self._take(replace(self._look, on=on))
        self.toggled.emit(on)
        if self._look.sorts:
            self.rearranged.emit()

    def columns(self) -> dict[str, bool]:
        """The columns that there are, by their titles, and whether they are shown."""
        return {column(name).title: name not in self._look.hidden for name in self._look.order}

    def toggle_column(self, title: str) -> None:
        """Show a column, or hide it; the title stays."""
        self._take(self._look.toggled(_named(title).name))

    def move_column(self, title: str, steps: int) -> None:
        """Move a column to the right, or to the left by negative steps."""
        self._take(self._look.moved(_named(title).name, steps))

    def sort_by(self, title: str) -> None:
        """Sort by a column; again, the other way; a third time, as the shelf stands."""
        one = _named(title)
        self._sort(self._look.sorted_alone(one.name, falling=one.falling))

    def sort_further(self, title: str) -> None:
        """Sort those that are equal in the columns before by this one; again, as alone."""
        one = _named(title)
        self._sort(self._look.sorted_further(one.name, falling=one.falling))

    def unsort(self) -> None:
        """Sort by no column; whoever asks for this shows the list anew."""
        self._take(replace(self._look, sorts=()))

    def group_by(self, group: Group | None) -> None:
        """Let papers stand together under headings; None lets them stand as they are sorted."""
        self._take(replace(self._look, group=group))
        self.rearranged.emit()

    def group(self) -> Group | None:
        """What the papers stand together by."""
        return self._look.group

    def sorts(self) -> dict[str, bool]:
        """The titles of the columns that it is sorted by, and whether values fall."""
        return {column(one.column).title: one.descending for one in self._look.sorts}

    def here(self) -> str:
        """The title of the column of the cursor."""
        return column(self._columns.here()).title

    def width(self) -> int:
        """Pixels in which all of it is seen."""
        shown = (name for name in self._look.shown() if name != TITLE)
        return ROOM_FOR_A_TITLE + sum(self._look.widths[name] for name in shown)

    # What outlives the program, and each view has for itself.

    def recall(self, kept: Mapping[str, Any]) -> None:
        """Stand as one stood; what is no longer there is passed over."""
        self.looks.recall(kept)
        self._wear(self.looks.here())

    def turn(self, shelf: Shelf) -> None:
        """Another view is shown: stand as it stood there."""
        before = self._look.on
        self._wear(self.looks.turn(shelf))
        if self._look.on is not before:
            self.toggled.emit(self._look.on)

    def arranged(self, shelf: Shelf) -> Shelf:
        """A view with what it is sorted and grouped by; cards stand as their shelf does."""
        look = self.looks.of(shelf)
        sort = sorted_by(look.sorts) if look.on else None
        return replace(shelf, sort=sort, group=look.group)

    def _sort(self, look: Look) -> None:
        before = self._look.on
        self._take(replace(look, on=True))
        if not before:
            self.toggled.emit(True)  # noqa: FBT003
        self.rearranged.emit()

    def _widen(self, name: str, width: int) -> None:
        """A column was drawn wider or narrower: it stands so already."""
        self._look = self._look.wide(name, width)
        self.looks.put(self._look)
        self._soon.start()

    def _take(self, look: Look) -> None:
        """Stand so from now on, also where nothing else is than Qt has moved."""
        changed = look != self._look
        self._wear(look)
        if changed:
            self.looks.put(look)
            self.changed.emit()

    def _wear(self, look: Look) -> None:
        self._look = look
        self._columns.wear(look)


def _named(title: str) -> Column:
    return next(one for one in COLUMNS if one.title == title)
