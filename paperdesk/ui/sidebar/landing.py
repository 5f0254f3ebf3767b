"""A list of places on which papers and collections can be dropped."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QApplication, QListView, QWidget

from paperdesk.domain.collection import Collection, CollectionId
from paperdesk.ui import carried
from paperdesk.ui.sidebar.model import HEADING, LINE
from paperdesk.ui.sidebar.places import COLLECTIONS, Place

_EDGE = 24
"""Pixels from the upper and the lower end within which a drag scrolls."""

_STEP = 12


class Side(Enum):
    """Where something lands, seen from a line."""

    ABOVE = "above"
    INTO = "into"
    BELOW = "below"


@dataclass(frozen=True, slots=True)
class Landing:
    """Where a drag would land now: a line, and on which side of it."""

    row: int
    side: Side = Side.INTO


class DropList(QListView):
    """Takes what is dragged onto it, and lets collections be dragged from it."""

    papers_dropped = Signal(object, tuple)
    """A `Collection`, and the papers that were dropped on it."""

    collection_dropped = Signal(object, object, object)
    """A `CollectionId`, the `Collection` it was dropped on (None: the heading), on which `Side`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.landing: Landing | None = None
        self._pressed: QPoint | None = None
        self.setAcceptDrops(True)

    def collection_at(self, row: int) -> Collection | None:
        """The collection of a line, if it is one's."""
        line = self.model().index(row, 0).data(LINE)
        return line.collection if isinstance(line, Place) else None

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take what can be dropped here at all."""
        dragged = event.mimeData()
        if carried.papers(dragged) or carried.collection(dragged) is not None:
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where it would land; scroll at the ends."""
        at = event.position().toPoint()
        self._scroll(at)
        self._land(self._landing(at, event))
        if self.landing is None:
            event.ignore()
        else:
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """It goes elsewhere."""
        self._land(None)
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell what was dropped, and on what."""
        landing = self._landing(event.position().toPoint(), event)
        self._land(None)
        if landing is None:
            event.ignore()
            return
        event.acceptProposedAction()
        here = self.collection_at(landing.row)
        moved = carried.collection(event.mimeData())
        if moved is not None:
            self.collection_dropped.emit(moved, here, landing.side)
        else:
            self.papers_dropped.emit(here, carried.papers(event.mimeData()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A collection may be lifted from here."""
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Lift the collection on which the button went down."""
        held = event.buttons() & Qt.MouseButton.LeftButton
        if not held or self._pressed is None:
            super().mouseMoveEvent(event)
            return
        way = (event.position().toPoint() - self._pressed).manhattanLength()
        if way >= QApplication.startDragDistance():
            lifted = self.collection_at(self.indexAt(self._pressed).row())
            self._pressed = None
            if lifted is not None:
                self._lift(lifted.id)

    def _lift(self, number: CollectionId) -> None:
        drag = QDrag(self)
        drag.setMimeData(carried.of_collection(number))
        drag.exec(Qt.DropAction.MoveAction)

    def _landing(self, at: QPoint, event: QDropEvent) -> Landing | None:
        index = self.indexAt(at)
        here = self.collection_at(index.row()) if index.isValid() else None
        moved = carried.collection(event.mimeData())
        if moved is None:
            fits = here is not None and not here.smart and bool(carried.papers(event.mimeData()))
            return Landing(index.row()) if fits else None
        if here is None:
            top = index.data(HEADING) and index.data() == COLLECTIONS
            return Landing(index.row()) if top else None
        if here.id == moved:
            return None
        box = self.visualRect(index)
        quarter = box.height() / 4
        if at.y() < box.top() + quarter:
            return Landing(index.row(), Side.ABOVE)
        if at.y() > box.bottom() - quarter or here.smart:
            return Landing(index.row(), Side.BELOW)
        return Landing(index.row())

    def _land(self, landing: Landing | None) -> None:
        if landing != self.landing:
            self.landing = landing
            self.viewport().update()

    def _scroll(self, at: QPoint) -> None:
        bar = self.verticalScrollBar()
        if at.y() < _EDGE:
            bar.setValue(bar.value() - _STEP)
        elif at.y() > self.viewport().height() - _EDGE:
            bar.setValue(bar.value() + _STEP)
