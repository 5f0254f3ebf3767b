"""Lays out the columns of the table: in their order and widths, the title in what is left."""

from PySide6.QtCore import QEvent, QObject, QPoint, Signal
from PySide6.QtWidgets import QHeaderView

from paperdesk.ui.list.columns import COLUMNS, column
from paperdesk.ui.list.look import TITLE, Look
from paperdesk.ui.list.titled import CARD
from paperdesk.ui.list.view import CardView

NARROWEST = 48
ROOM_FOR_A_TITLE = 220
"""Pixels that the titles of papers have, though other columns must be scrolled to for that."""

_TITLE = CARD + 1


class Arranging(QObject):
    """The columns of a view, as a look has them.

    Signals: `widened` (a column by its name, and its width) and `reordered` (the
    names of all columns, from the left), by hand; `clicked` and `further` (a
    column by its name: it is to be sorted by, alone or after others), `asked`
    (the columns are to be chosen, at a place).
    """

    widened = Signal(str, int)
    reordered = Signal(tuple)
    clicked = Signal(str)
    further = Signal(str)
    asked = Signal(QPoint)

    def __init__(self, view: CardView) -> None:
        super().__init__(view)
        self._view = view
        self._heads = heads = view.heads
        self._look = Look()
        self._busy = False
        heads.setMinimumSectionSize(NARROWEST)
        heads.setSectionsClickable(True)
        heads.setSectionsMovable(True)
        heads.setHighlightSections(False)
        heads.customContextMenuRequested.connect(lambda at: self.asked.emit(heads.mapToGlobal(at)))
        heads.sectionClicked.connect(lambda section: self.clicked.emit(_name(section)))
        heads.further.connect(lambda section: self.further.emit(_name(section)))
        heads.sectionResized.connect(self._resized)
        heads.sectionMoved.connect(self._moved)
        view.viewport().installEventFilter(self)

    def wear(self, look: Look) -> None:
        """Show a table or cards, and the columns as they are to be."""
        turned = look.on is not self._look.on
        self._look = look
        if turned:
            self._busy = True
            self._view.show_table(on=look.on)
            self._busy = False
        if look.on:
            self._arrange()
            sorts = {section_of(one.column): one.descending for one in look.sorts}
            self._heads.show_sorts(sorts)

    def here(self) -> str:
        """The column of the cursor, by its name."""
        return _name(max(self._view.currentIndex().column(), _TITLE))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give the title what the other columns leave."""
        if event.type() == QEvent.Type.Resize and self._look.on:
            self._arrange()
        return super().eventFilter(watched, event)

    def _arrange(self) -> None:
        self._busy = True
        taken = 0
        for place, name in enumerate(self._look.order):
            section = section_of(name)
            self._heads.moveSection(self._heads.visualIndex(section), _TITLE + place)
            self._heads.setSectionResizeMode(section, QHeaderView.ResizeMode.Interactive)
            if name != TITLE:
                taken += self._fit(section, name)
        self._heads.resizeSection(_TITLE, self._left(taken))
        self._busy = False

    def _fit(self, section: int, name: str) -> int:
        """Show a column in its width, or hide it; the pixels that it takes."""
        self._view.setColumnHidden(section, name in self._look.hidden)
        if name in self._look.hidden:
            return 0
        self._heads.resizeSection(section, self._look.widths[name])
        return self._look.widths[name]

    def _left(self, taken: int) -> int:
        width = self._view.viewport().width()
        room = width - taken
        if room < ROOM_FOR_A_TITLE:
            # The columns must be scrolled to anyway: a title that says little helps nobody.
            room = max(min(ROOM_FOR_A_TITLE, width * 3 // 5), width // 2)
        return room

    def _resized(self, section: int, _old: int, new: int) -> None:
        by_hand = self._look.on and not self._busy and section > _TITLE and new
        if by_hand and _name(section) not in self._look.hidden:
            self.widened.emit(_name(section), new)

    def _moved(self, *_: int) -> None:
        if not self._busy:
            sections = map(self._heads.logicalIndex, range(self._heads.count()))
            self.reordered.emit(tuple(_name(at) for at in sections if at >= _TITLE))


def section_of(name: str) -> int:
    """Where a column stands in the model."""
    return COLUMNS.index(column(name)) + _TITLE


def _name(section: int) -> str:
    return COLUMNS[section - _TITLE].name
