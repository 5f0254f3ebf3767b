"""The collections of the sidebar: which are open, and the keys that open and move them."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView

from paperdesk.domain.collection import Collection, CollectionId
from paperdesk.ui.sidebar.delegate import ARROW, inset
from paperdesk.ui.sidebar.model import LINE, SidebarModel
from paperdesk.ui.sidebar.places import Place, Section, collection_section
from paperdesk.ui.theme import GRID


class Way(Enum):
    """Where a collection is moved by a key."""

    UP = "up"
    DOWN = "down"
    OUT = "out"
    IN = "in"
    """Into the one above it."""


_WAYS = {
    Qt.Key.Key_Up: Way.UP,
    Qt.Key.Key_Down: Way.DOWN,
    Qt.Key.Key_Left: Way.OUT,
    Qt.Key.Key_Right: Way.IN,
}


class Unfolding(QObject):
    """Remembers which collections are open; at first none is."""

    changed = Signal()
    """Others are shown than before."""

    kept = Signal(list)
    """The numbers of the collections that are open, once a hand has changed that."""

    moved = Signal(object, object)
    """A `Collection` that is to be moved, and the `Way` it goes."""

    def __init__(self, lines: QListView, model: SidebarModel) -> None:
        super().__init__(lines)
        self._lines = lines
        self._model = model
        self.every: tuple[Collection, ...] = ()
        self.opened: set[CollectionId] = set()

    def recall(self, opened: Iterable[int]) -> None:
        """Let these be open."""
        self.opened = {CollectionId(number) for number in opened}
        self.changed.emit()

    def reveal(self, number: CollectionId | None) -> None:
        """Open all that a collection stands within."""
        above = {one.id: one.parent for one in self.every}
        around: set[CollectionId] = set()
        at = above.get(number) if number is not None else None
        while at is not None and at not in around:
            around.add(at)
            at = above.get(at)
        if not around <= self.opened:
            self.opened |= around
            self.changed.emit()
            self.kept.emit(sorted(self.opened))

    def section(self) -> Section:
        """The collections as they are shown."""
        return collection_section(self.every, self.opened)

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key means on a collection; False if it means nothing there."""
        key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        line = self._lines.currentIndex().data(LINE)
        if not isinstance(line, Place) or line.collection is None or key not in _WAYS:
            return False
        if held == Qt.KeyboardModifier.AltModifier:
            self.moved.emit(line.collection, _WAYS[key])
            return True
        if held or key not in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            return False
        self._turn(line, open_=key == Qt.Key.Key_Right)
        return True

    def click(self, at: QPoint) -> bool:
        """Open or close the collection whose arrow is at a point; False if there is none."""
        index = self._lines.indexAt(at)
        line = index.data(LINE) if index.isValid() else None
        if not isinstance(line, Place) or line.collection is None or not line.folds:
            return False
        left = self._lines.visualRect(index).left() + GRID * 2 + inset(line)
        if not left - ARROW - 4 <= at.x() < left:
            return False
        self._fold(line.collection.id, on=not line.folded)
        return True

    def _turn(self, line: Place, *, open_: bool) -> None:
        """Open it, else go to the first within it; close it, else go to the one around it."""
        one = line.collection
        if one is None:
            return
        row = self._lines.currentIndex().row()
        if open_ and line.folds:
            self._fold(one.id, on=False) if line.folded else self._go(row + 1)
        elif not open_ and line.folds and not line.folded:
            self._fold(one.id, on=True)
        elif not open_:
            self._go(self._model.row_of_collection(one.parent))

    def _go(self, row: int) -> None:
        if row >= 0:
            self._lines.setCurrentIndex(self._model.index(row, 0))

    def _fold(self, number: CollectionId, *, on: bool) -> None:
        (self.opened.discard if on else self.opened.add)(number)
        self.changed.emit()
        self.kept.emit(sorted(self.opened))
