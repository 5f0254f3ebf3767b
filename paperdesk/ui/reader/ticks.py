"""Where the hits are in the whole paper: ticks on the scroll bar."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QRectF, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollBar

from paperdesk.domain.pages import Match
from paperdesk.reader.layout import Layout
from paperdesk.ui.reader.finder import Finder
from paperdesk.ui.reader.view import PageView

HIT = QColor("#d98200")
CURRENT = QColor("#b3261e")

MOST = 1000
"""Ticks; of more hits every second or tenth has one."""

_PAUSE = 50
"""Milliseconds in which hits are gathered before they are painted."""


class TickBar(QScrollBar):
    """A scroll bar with ticks; the current one goes across, the others do not."""

    def __init__(self) -> None:
        super().__init__()
        self._ticks: Sequence[float] = ()
        self._current: float | None = None

    @property
    def ticks(self) -> Sequence[float]:
        """Where ticks are, from 0 at the top to 1 at the bottom."""
        return self._ticks

    def show_ticks(self, ticks: Sequence[float], current: float | None = None) -> None:
        """Paint these ticks, and one for the current hit."""
        if (ticks, current) != (self._ticks, self._current):
            self._ticks, self._current = ticks, current
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bar, and the ticks over it."""
        super().paintEvent(event)
        if not self._ticks:
            return
        painter = QPainter(self)
        for height in {round(tick * (self.height() - 3)) for tick in self._ticks}:
            painter.fillRect(QRectF(self.width() - 6, height, 6, 2), HIT)
        if self._current is not None:
            height = round(self._current * (self.height() - 3))
            painter.fillRect(QRectF(0, height, self.width(), 3), CURRENT)
        painter.end()


class Ticks(QObject):
    """Keeps the scroll bar of the pages in step with the search."""

    def __init__(self, view: PageView, finder: Finder) -> None:
        super().__init__(view)
        self._view = view
        self._finder = finder
        self._bar = TickBar()
        view.setVerticalScrollBar(self._bar)
        self._gathering = QTimer(self, singleShot=True, interval=_PAUSE)
        self._gathering.timeout.connect(self._show)
        finder.changed.connect(self._changed)
        view.scroller.zoomed.connect(self._changed)

    def _changed(self) -> None:
        if (self._finder.shown or self._bar.ticks) and not self._gathering.isActive():
            self._gathering.start()

    def _show(self) -> None:
        hits, column = self._finder.shown, self._view.scroller.column
        if not len(column):
            self._bar.show_ticks(())
            return
        every = 1 + len(hits) // MOST
        ticks = tuple(_height(column, hits[index]) for index in range(0, len(hits), every))
        current = _height(column, hits[hits.current]) if hits.current >= 0 else None
        self._bar.show_ticks(ticks, current)


def _height(column: Layout, match: Match) -> float:
    """How far down the column a hit is."""
    if match.page not in range(len(column)):
        return 0.0
    return column.area(match.page, match.quads[0])[1] / max(1, column.height)
