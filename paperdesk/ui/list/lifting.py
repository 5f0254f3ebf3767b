"""Rows that the mouse lifts: the paper under it, or all that are selected if it is one."""

from array import array
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QDrag, QMouseEvent, QPixmap
from PySide6.QtWidgets import QApplication, QLabel

from paperdesk.domain.paper import PaperId
from paperdesk.ui import carried
from paperdesk.ui.list.view import CardView
from paperdesk.ui.words import how_many


class Lifting(QObject):
    """Watches the mouse over a list of papers, and begins a drag once it has moved."""

    def __init__(self, view: CardView, listed: "Callable[[], array[int]]") -> None:
        """`listed` tells what is in the list, in its order."""
        super().__init__(view)
        self._view = view
        self._listed = listed
        self._from: QPoint | None = None
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002
        """Begin a drag where the button went down on a row, and the hand moved on."""
        if not isinstance(event, QMouseEvent):
            return False
        if event.type() == QEvent.Type.MouseButtonPress:
            plain = event.button() == Qt.MouseButton.LeftButton and not event.modifiers()
            self._from = event.position().toPoint() if plain else None
        elif event.type() == QEvent.Type.MouseButtonRelease:
            self._from = None
        elif event.type() == QEvent.Type.MouseMove and self._from is not None:
            way = (event.position().toPoint() - self._from).manhattanLength()
            if way >= QApplication.startDragDistance():
                start, self._from = self._from, None
                return self._lift(start)
        return False

    def papers(self, at: QPoint) -> tuple[PaperId, ...]:
        """What is lifted at a point."""
        row = self._view.rowAt(at.y())
        if row < 0:
            return ()
        paper = PaperId(self._listed()[row])
        marked = self._view.marks.papers()
        return marked if paper in marked else (paper,)

    def _lift(self, at: QPoint) -> bool:
        papers = self.papers(at)
        if papers:
            drag = QDrag(self._view)
            drag.setMimeData(carried.of_papers(papers))
            drag.setPixmap(_picture(how_many(len(papers), "paper")))
            drag.exec(Qt.DropAction.CopyAction)
        return bool(papers)


def _picture(words: str) -> QPixmap:
    """What hangs at the mouse."""
    shown = QLabel(words)
    shown.setMargin(6)
    shown.adjustSize()
    picture = shown.grab()
    shown.deleteLater()
    return picture
