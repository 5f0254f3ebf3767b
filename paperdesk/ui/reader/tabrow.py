"""The row of tabs above the pages."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QTabBar, QToolButton, QWidget

from paperdesk.domain.paper import PaperId
from paperdesk.ui import icons
from paperdesk.ui.theme import GRID, Scale, Tone, font

WIDEST = 220
"""Pixels of a tab; longer titles are cut, and whole in the tooltip."""

NARROWEST = 96
_CLOSE = 16


@dataclass(frozen=True, slots=True)
class Tab:
    """A paper in the row."""

    paper: PaperId
    title: str
    passing: bool = False
    """Whether the tab is given up to the next paper that is passed."""


class TabRow(QTabBar):
    """Tabs by paper; shown when there is a choice.

    Signals: `wanted` and `closing` (a `PaperId` whose tab was clicked, or is to
    be closed), `arranged` (all of them in their new order).
    """

    wanted = Signal(object)
    closing = Signal(object)
    arranged = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(font(Scale.CAPTION))
        self.setMovable(True)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setDrawBase(False)
        self.setMouseTracking(True)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("Open papers")
        self._over = -1
        self._passing = -1
        self.tabBarClicked.connect(self._clicked)
        self.tabMoved.connect(lambda *_: self.arranged.emit(self.papers()))
        self.hide()

    def show_tabs(self, tabs: Sequence[Tab], current: PaperId | None) -> None:
        """Show these tabs, hidden where there is nothing to choose."""
        with QSignalBlocker(self):
            while self.count() > len(tabs):
                self.removeTab(self.count() - 1)
            while self.count() < len(tabs):
                self.addTab("")
            for index, tab in enumerate(tabs):
                if self.tabData(index) != tab.paper or self.tabToolTip(index) != tab.title:
                    self._name(index, tab)
                if tab.paper == current:
                    self.setCurrentIndex(index)
        self._passing = next((index for index, tab in enumerate(tabs) if tab.passing), -1)
        self.setVisible(len(tabs) > 1)
        self.update()

    def papers(self) -> list[PaperId]:
        """The papers in the order of their tabs."""
        return [self.tabData(index) for index in range(self.count())]

    def _name(self, index: int, tab: Tab) -> None:
        self.setTabData(index, tab.paper)
        self.setTabText(index, tab.title.replace("&", "&&"))
        self.setTabToolTip(index, tab.title)
        self.setAccessibleTabName(index, tab.title)

    def _clicked(self, index: int) -> None:
        if index >= 0:
            self.wanted.emit(self.tabData(index))

    # What Qt asks.

    def tabSizeHint(self, index: int) -> QSize:
        """As wide as the title, within bounds."""
        metrics = QFontMetrics(self.font())
        words = metrics.horizontalAdvance(self.tabToolTip(index)) + 4 * GRID + _CLOSE
        fair = self.width() // max(1, self.count())
        width = min(words, max(NARROWEST, min(WIDEST, fair)))
        return QSize(max(NARROWEST, width), metrics.height() + GRID + GRID // 2)

    def minimumTabSizeHint(self, index: int) -> QSize:
        """A tab is cut no further than this."""
        return QSize(NARROWEST, self.tabSizeHint(index).height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The sign at the end closes, all else shows the tab."""
        point = event.position().toPoint()
        left = event.button() == Qt.MouseButton.LeftButton
        if not left or self._close_box(self.tabAt(point)).contains(point):
            event.accept()
            return
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click with the wheel, or on the sign at the end, closes."""
        point = event.position().toPoint()
        index = self.tabAt(point)
        middle = event.button() == Qt.MouseButton.MiddleButton
        left = event.button() == Qt.MouseButton.LeftButton
        if index >= 0 and (middle or (left and self._close_box(index).contains(point))):
            self.closing.emit(self.tabData(index))
            return
        super().mouseReleaseEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show the closing sign where the hand is."""
        self._hover(self.tabAt(event.position().toPoint()))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """The hand is gone."""
        self._hover(-1)
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tabs: the current one on paper with a line above, one in passing in italics."""
        painter = QPainter(self)
        palette = self.palette()
        painter.fillRect(event.rect(), palette.color(Tone.RAIL))
        painter.fillRect(0, self.height() - 1, self.width(), 1, palette.color(Tone.LINE))
        for index in range(self.count()):
            self._paint_tab(painter, index)
        for arrow in self.findChildren(QToolButton):
            if arrow.isVisible():
                painter.fillRect(arrow.geometry(), palette.color(Tone.RAIL))
        painter.end()

    def _paint_tab(self, painter: QPainter, index: int) -> None:
        palette, box = self.palette(), self.tabRect(index)
        current = index == self.currentIndex()
        if current:
            painter.fillRect(box, palette.color(Tone.PAPER))
            top = QRect(box.left(), box.top(), box.width(), 2)
            painter.fillRect(top, palette.color(Tone.ACCENT))
        elif index == self._over:
            painter.fillRect(box.adjusted(0, 0, 0, -1), palette.color(Tone.HOVER))
        edge = QRect(box.right(), box.top() + GRID // 2, 1, box.height() - GRID)
        painter.fillRect(edge, palette.color(Tone.LINE))
        room = box.adjusted(GRID + GRID // 2, 1, -GRID - _CLOSE, 0)
        face = font(Scale.CAPTION, bold=current)
        face.setItalic(index == self._passing)
        painter.setFont(face)
        painter.setPen(palette.color(Tone.INK if current else Tone.MUTED))
        metrics = QFontMetrics(painter.font())
        title = metrics.elidedText(
            self.tabToolTip(index), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, title)
        if current or index == self._over:
            self._paint_close(painter, index)

    def _paint_close(self, painter: QPainter, index: int) -> None:
        ratio = self.devicePixelRatioF()
        colour = self.palette().color(Tone.MUTED).name()
        drawn = icons.image("close", colour, _CLOSE - 4, ratio)
        box = self._close_box(index)
        painter.drawImage(box.adjusted(2, 2, 0, 0).topLeft(), drawn)

    def _close_box(self, index: int) -> QRect:
        box = self.tabRect(index)
        middle = box.center().y() - _CLOSE // 2 + 1
        return QRect(box.right() - GRID // 2 - _CLOSE, middle, _CLOSE, _CLOSE)

    def _hover(self, index: int) -> None:
        if index != self._over:
            self._over = index
            self.update()
