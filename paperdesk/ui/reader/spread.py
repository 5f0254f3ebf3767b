"""The reader's room in the window: the tabs, one view of a paper or two, and which has the keys."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QSplitter, QVBoxLayout, QWidget

from paperdesk.ui.reader.pane import ReaderPane
from paperdesk.ui.reader.tabrow import TabRow
from paperdesk.ui.theme import Tone

_LINE = 2
"""Pixels of the line above the view that has the keys, where there are two."""

_WHOLE = 1000


class Spread(QWidget):
    """Holds the views of papers; `here` is the one that commands are about.

    Signals: `turned` (another view is that one now), `arranged` (they lie otherwise
    now), `appeared` (they are shown again, in place of something else), `vanished`
    (something else is shown in their place).
    """

    turned = Signal(object)
    arranged = Signal()
    appeared = Signal()
    vanished = Signal()

    def __init__(self, make: Callable[[], ReaderPane], parent: QWidget | None = None) -> None:
        """`make` makes a view."""
        super().__init__(parent)
        self._make = make
        self._joins: list[Callable[[ReaderPane], object]] = []
        self._frames: dict[ReaderPane, _Framed] = {}
        self.row = TabRow()
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.splitterMoved.connect(lambda *_: self.arranged.emit())
        self.first = self._here = self._add()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.row)
        column.addWidget(self._splitter, 1)
        self.setFocusProxy(self.first)
        self.setAccessibleName("Papers")
        QApplication.instance().focusChanged.connect(self._focus_moved)  # type: ignore[union-attr]

    def showEvent(self, event: QShowEvent) -> None:
        """Tell of it, once everything around has its width."""
        super().showEvent(event)
        if not event.spontaneous():
            QTimer.singleShot(0, self, self.appeared.emit)

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell of it, unless the whole window is gone."""
        super().hideEvent(event)
        if not event.spontaneous() and self.window().isVisible():
            self.vanished.emit()

    def here(self) -> ReaderPane:
        """The view that has the keys, or had them last."""
        return self._here

    def other(self) -> ReaderPane | None:
        """The view beside it, if there are two."""
        return next((view for view in self.views() if view is not self._here), None)

    def views(self) -> tuple[ReaderPane, ...]:
        """The views that are shown, from left to right or from top to bottom."""
        return tuple(view for view, frame in self._frames.items() if not frame.isHidden())

    def each(self, join: Callable[[ReaderPane], object]) -> None:
        """Do something with every view, also with one that comes later: connect it."""
        self._joins.append(join)
        for view in self._frames:
            join(view)

    def split(self, *, stacked: bool) -> ReaderPane:
        """Show two views, side by side or one above the other; the other one."""
        way = Qt.Orientation.Vertical if stacked else Qt.Orientation.Horizontal
        self._splitter.setOrientation(way)
        if len(self._frames) == 1:
            self._add()
        for frame in self._frames.values():
            frame.show()
        self.divide(_WHOLE // 2)
        self._mark()
        self.arranged.emit()
        return next(view for view in self._frames if view is not self._here)

    def stacked(self) -> bool:
        """Whether the views lie one above the other, if there are two."""
        return self._splitter.orientation() is Qt.Orientation.Vertical

    def share(self) -> int:
        """How much of the room the first view has, in thousandths."""
        sizes = self._splitter.sizes()
        return _WHOLE * sizes[0] // max(1, sum(sizes))

    def divide(self, share: int) -> None:
        """Give the first view so many thousandths of the room."""
        room = max(_WHOLE, self._splitter.width(), self._splitter.height())
        first = room * share // _WHOLE
        self._splitter.setSizes([first, room - first])

    def unsplit(self) -> None:
        """Show the first view alone, with the keys if the other one had them."""
        other = self.other() if self._here is self.first else self._here
        if other is not None and other is not self.first:
            had_keys = other.isAncestorOf(QApplication.focusWidget() or self)
            self.turn(self.first)
            self._frames[other].hide()
            if had_keys:
                self.first.setFocus()
        self._mark()
        self.arranged.emit()

    def turn(self, view: ReaderPane) -> None:
        """Let commands be about a view."""
        if view is not self._here:
            self._here = view
            self.setFocusProxy(view)
            if not self.isVisible():
                view.setFocus()  # it gets the keys when the spread is shown again
            self._mark()
            self.turned.emit(view)

    def _add(self) -> ReaderPane:
        view = self._make()
        frame = self._frames[view] = _Framed(view)
        self._splitter.addWidget(frame)
        for join in self._joins:
            join(view)
        return view

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None:
            found = (view for view in self.views() if view is new or view.isAncestorOf(new))
            self.turn(next(found, self._here))

    def _mark(self) -> None:
        """Show which view has the keys, where that is a question."""
        two = len(self.views()) > 1
        for view, frame in self._frames.items():
            frame.mark(shown=two, on=view is self._here)
            view.setAccessibleName("Reader" if not two else _name(first=view is self.first))


class _Framed(QWidget):
    """A view with a line above it."""

    def __init__(self, view: ReaderPane) -> None:
        super().__init__()
        self._line = QFrame()
        self._line.setFixedHeight(_LINE)
        self._line.setAutoFillBackground(True)
        self._line.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._line)
        column.addWidget(view, 1)

    def mark(self, *, shown: bool, on: bool) -> None:
        self._line.setVisible(shown)
        self._line.setBackgroundRole(Tone.ACCENT if on else Tone.RAIL)


def _name(*, first: bool) -> str:
    return "Reader, first view" if first else "Reader, second view"
