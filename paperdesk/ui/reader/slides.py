"""Presentation: one page at a time on a black screen, nothing else.

A window of its own over the program's: what is under it stays as it was.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from paperdesk.domain.arrangement import Arrangement
from paperdesk.domain.dress import Dress
from paperdesk.domain.note import Quad
from paperdesk.domain.pages import Document, Pages, PageSize
from paperdesk.reader.layout import Layout, bounded
from paperdesk.reader.leaves import leaves
from paperdesk.reader.wishes import Window, Wish, preview, sharp
from paperdesk.ui import strokes
from paperdesk.ui.reader.marks import Marks
from paperdesk.ui.reader.sheet import Canvas, paint_page
from paperdesk.ui.reader.supply import Supply
from paperdesk.ui.toast import Toast

_ON = frozenset(
    {Qt.Key.Key_PageDown, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Enter,
     Qt.Key.Key_J, Qt.Key.Key_Period}
)  # fmt: skip
_BACK = frozenset(
    {Qt.Key.Key_PageUp, Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Backspace, Qt.Key.Key_K,
     Qt.Key.Key_Comma}
)  # fmt: skip
_LEAVE = frozenset({Qt.Key.Key_Escape, Qt.Key.Key_Q, Qt.Key.Key_F11})

HELP = "Space and the arrows turn pages, Home and End go to the ends, Esc leaves."

_FOOT = 44
"""Pixels at the bottom in which a line may stand for a while."""

_STILL = 1500
"""Milliseconds after which a pointer that does not move is hidden."""

_SHARP, _PREVIEW, _NEAR = 400, 300, 100

_KEPT = 8
"""Zooms at which the pages are kept laid out: pages of one size need one."""


@dataclass(frozen=True, slots=True)
class Show:
    """What is presented: the pages of a document, turned, trimmed and coloured so."""

    document: Document
    sizes: Sequence[PageSize]
    arrangement: Arrangement
    texts: Sequence[Quad]
    dress: Dress


class Slides(QWidget):
    """A screen with one page on it.

    Signals: `left` (the page that was shown last).
    """

    left = Signal(int)

    def __init__(self, pages: Pages, marks: Marks, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.page = 0
        self._show: Show | None = None
        self._layouts: dict[float, Layout] = {}
        self._marks = marks
        self._supply = Supply(pages, self)
        self._supply.arrived.connect(self.update)
        self._supply.failed.connect(self.update)
        self._turned = 0
        self._still = QTimer(self, singleShot=True, interval=_STILL)
        self._still.timeout.connect(lambda: self.setCursor(Qt.CursorShape.BlankCursor))
        self._foot = QWidget(self)
        self._foot.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.said = Toast(self._foot)
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.setWindowTitle("Presentation")
        self.setAccessibleName("Presentation")

    def present(self, show: Show, page: int) -> None:
        """Fill the screen with a page."""
        self._show = replace(show, arrangement=replace(show.arrangement, columns=1, cover=False))
        self._layouts.clear()
        self._supply.show(show.document)
        self._supply.wear(show.dress)
        self.showFullScreen()
        self.activateWindow()
        self.setFocus()
        self.turn_to(page)
        self._still.start()

    def turn_to(self, page: int) -> None:
        """Show another page; before the first and after the last there is none."""
        if self._show is None:
            return
        self.page = min(max(page, 0), len(self._show.sizes) - 1)
        self.setAccessibleDescription(f"Page {self.page + 1} of {len(self._show.sizes)}")
        self._want()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn the pages, or leave; any other key is told which do."""
        key, shifted = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key in _LEAVE:
            self.close()
        elif key in _ON or (key == Qt.Key.Key_Space and not shifted):
            self.turn_to(self.page + 1)
        elif key in _BACK or key == Qt.Key.Key_Space:
            self.turn_to(self.page - 1)
        elif key == Qt.Key.Key_Home:
            self.turn_to(0)
        elif key == Qt.Key.Key_End and self._show is not None:
            self.turn_to(len(self._show.sizes))
        elif strokes.strokes(event):
            self.said.say(f"{self.accessibleDescription()}. {HELP}")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click turns the page, one with the right button turns back."""
        self.turn_to(self.page + (-1 if event.button() == Qt.MouseButton.RightButton else 1))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A pointer that moves is seen."""
        self.unsetCursor()
        self._still.start()
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A notch of the wheel is a page."""
        self._turned += event.angleDelta().y()
        pages = int(self._turned / 120)
        self._turned -= pages * 120
        if pages:
            self.turn_to(self.page - pages)
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the page anew."""
        super().resizeEvent(event)
        self._foot.setGeometry(0, self.height() - _FOOT, self.width(), _FOOT)
        self._want()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Hold nothing any more, and say where one is."""
        super().closeEvent(event)
        self._still.stop()
        self._supply.show(None)
        self.said.hide()
        if self._show is not None:
            self._show = None
            self.left.emit(self.page)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The page in the middle of the dark."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), Qt.GlobalColor.black)
        if self._show is not None:
            layout, window = self._seen(self._show, self.page)
            painter.translate(-window.left, -window.top)
            supply = self._supply
            canvas = Canvas(layout, window, supply.pixels, supply.problems, self._marks.shades)
            if paint_page(painter, canvas, self.page):
                self._marks.paint(painter, layout, self.page)
        painter.end()

    def _want(self) -> None:
        if self._show is None or not self.isVisible():
            return
        layout, wanted = self._seen(self._show, self.page)[0], []
        for page, urgency in ((self.page, _SHARP), (self.page + 1, _NEAR), (self.page - 1, _NEAR)):
            if page in range(len(layout)):
                pieces = sharp(*self._seen(self._show, page), page)
                wanted += [Wish(piece, urgency) for piece in pieces]
        if not self._supply.pixels.has_page(self.page):
            size, turns = layout.pages[self.page], layout.arrangement.rotation
            wanted.append(Wish(preview(self.page, size, turns), _PREVIEW))
        self._supply.want(wanted, layout)

    def _seen(self, show: Show, page: int) -> tuple[Layout, Window]:
        """The pages at the zoom at which one fits the screen, and the screen around that one."""
        layout = self._layout(show, _fitting(show, page, self.size()))
        box = layout.box(page)
        left = box.left - (self.width() - box.width) // 2
        top = box.top - (self.height() - box.height) // 2
        return layout, Window(left, top, self.width(), self.height(), self.devicePixelRatioF())

    def _layout(self, show: Show, zoom: float) -> Layout:
        """All the pages at a zoom; laid out once, for that takes long in a thick book."""
        if zoom not in self._layouts:
            if len(self._layouts) >= _KEPT:
                self._layouts.clear()
            self._layouts[zoom] = Layout(show.sizes, zoom, 0, show.arrangement, show.texts)
        return self._layouts[zoom]


def _fitting(show: Show, page: int, screen: QSize) -> float:
    """The zoom at which a page fits the screen."""
    (leaf,) = leaves(show.sizes[page : page + 1], show.arrangement, show.texts[page : page + 1])
    width, height = leaf.shown[2] - leaf.shown[0], leaf.shown[3] - leaf.shown[1]
    return bounded(min(screen.width() / max(width, 1), screen.height() / max(height, 1)))
