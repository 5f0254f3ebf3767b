"""The list as a table: which columns it has, how wide, and by which it is sorted."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QHeaderView

from paperdesk.domain.shelf import Sort
from paperdesk.ui.list.columns import COLUMNS, Column, column
from paperdesk.ui.list.titled import CARD
from paperdesk.ui.list.view import CardView

NARROWEST = 48
_TITLE = CARD + 1
_ROOM_FOR_A_TITLE = 220
_KEEP = 400
"""Milliseconds for a width to settle before it is kept."""

_DOWN, _UP = Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder


class Table(QObject):
    """Turns a list into a table and back: the `Table` of the commands.

    Signals: `sorted_by` (a `Sort`, or None for the order of the shelf), `changed`
    (what is to be kept), `asked` (the columns are to be chosen, at a place),
    `toggled` (it is a table now, or is none).
    """

    sorted_by = Signal(object)
    changed = Signal()
    asked = Signal(QPoint)
    toggled = Signal(bool)

    def __init__(self, view: CardView) -> None:
        super().__init__(view)
        self._view = view
        self._header = view.horizontalHeader()
        self._on = self._arranging = False
        self._sort: Sort | None = None
        self._hidden: set[str] = set()
        self._widths = {one.name: one.width for one in COLUMNS}
        self._soon = QTimer(self, singleShot=True, interval=_KEEP)
        self._soon.timeout.connect(self.changed)
        self._look()
        view.viewport().installEventFilter(self)

    def _look(self) -> None:
        header = self._header
        header.setMinimumSectionSize(NARROWEST)
        header.setSectionsClickable(True)
        header.setHighlightSections(False)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(
            lambda at: self.asked.emit(header.mapToGlobal(at))
        )
        header.sectionClicked.connect(self._clicked)
        header.sectionResized.connect(self._resized)

    # What the commands ask.

    def toggle(self) -> None:
        """Show a table in place of cards, or cards again."""
        self._show(on=not self._on)
        self.toggled.emit(self._on)
        self.changed.emit()

    def columns(self) -> dict[str, bool]:
        """The columns that there are, by their titles, and whether they are shown."""
        return {one.title: one.name not in self._hidden for one in COLUMNS}

    def toggle_column(self, title: str) -> None:
        """Show a column, or hide it; the title stays."""
        name = _named(title).name
        if name != COLUMNS[0].name:
            self._hidden ^= {name}
            self._arrange()
            self.changed.emit()

    def sort_by(self, title: str) -> None:
        """Sort by a column; again, the other way; a third time, as the shelf stands."""
        one = _named(title)
        if self._sort is None or self._sort.column != one.name:
            self._sort = Sort(one.name, descending=one.falling)
        elif self._sort.descending is one.falling:
            self._sort = Sort(one.name, descending=not one.falling)
        else:
            self._sort = None
        if not self._on:
            self._show(on=True)
            self.toggled.emit(True)  # noqa: FBT003
        self._point()
        self.sorted_by.emit(self._sort)
        self.changed.emit()

    def unsort(self) -> None:
        """Sort by no column; whoever asks for this shows the list anew."""
        if self._sort is not None:
            self._sort = None
            self._point()
            self.changed.emit()

    def here(self) -> str:
        """The title of the column of the cursor."""
        at = max(self._view.currentIndex().column(), _TITLE)
        return COLUMNS[at - _TITLE].title

    def width(self) -> int:
        """Pixels in which all of it is seen."""
        shown = (one for one in COLUMNS[1:] if one.name not in self._hidden)
        return _ROOM_FOR_A_TITLE + sum(self._widths[one.name] for one in shown)

    # What outlives the program.

    def kept(self) -> dict[str, Any]:
        """How the table stands."""
        sort = [self._sort.column, self._sort.descending] if self._sort else None
        return {
            "on": self._on,
            "hidden": sorted(self._hidden),
            "widths": dict(self._widths),
            "sort": sort,
        }

    def recall(self, kept: Mapping[str, Any]) -> None:
        """Stand as one stood; what is no longer there is passed over."""
        names = {one.name for one in COLUMNS}
        self._hidden = names & set(kept["hidden"]) - {COLUMNS[0].name}
        self._widths |= {
            name: int(width) for name, width in kept["widths"].items() if name in names
        }
        sort = kept["sort"]
        if sort and sort[0] in names:
            self._sort = Sort(sort[0], descending=bool(sort[1]))
        self._show(on=bool(kept["on"]))

    def sort(self) -> Sort | None:
        """What the list is sorted by; cards stand as their shelf does."""
        return self._sort if self._on else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give the title what the other columns leave."""
        if event.type() == QEvent.Type.Resize and self._on:
            self._arrange()
        return super().eventFilter(watched, event)

    def _show(self, *, on: bool) -> None:
        before = self.sort()
        self._on = on
        self._arranging = True
        self._view.show_table(on=on)
        self._arranging = False
        if on:
            self._arrange()
            self._point()
        if self.sort() != before:
            self.sorted_by.emit(self.sort())

    def _arrange(self) -> None:
        """Show the chosen columns in their widths, the title in the rest."""
        self._arranging = True
        taken = 0
        for at, one in enumerate(COLUMNS[1:], _TITLE + 1):
            self._view.setColumnHidden(at, one.name in self._hidden)
            self._header.setSectionResizeMode(at, QHeaderView.ResizeMode.Interactive)
            if one.name not in self._hidden:
                self._header.resizeSection(at, self._widths[one.name])
                taken += self._widths[one.name]
        self._header.setSectionResizeMode(_TITLE, QHeaderView.ResizeMode.Interactive)
        width = self._view.viewport().width()
        room = width - taken
        if room < _ROOM_FOR_A_TITLE:
            # The columns must be scrolled to anyway: a title that says little helps nobody.
            room = max(min(_ROOM_FOR_A_TITLE, width * 3 // 5), width // 2)
        self._header.resizeSection(_TITLE, room)
        self._arranging = False

    def _point(self) -> None:
        """Let an arrow tell by which column it is sorted."""
        self._header.setSortIndicatorShown(self._sort is not None)
        if self._sort is not None:
            at = COLUMNS.index(column(self._sort.column)) + _TITLE
            self._header.setSortIndicator(at, _DOWN if self._sort.descending else _UP)

    def _clicked(self, section: int) -> None:
        self.sort_by(COLUMNS[section - _TITLE].title)

    def _resized(self, section: int, _old: int, new: int) -> None:
        if self._on and not self._arranging and section > _TITLE and new:
            self._widths[COLUMNS[section - _TITLE].name] = new
            self._soon.start()


def _named(title: str) -> Column:
    return next(one for one in COLUMNS if one.title == title)
