"""Lines drawn on a page by hand, until Enter keeps them."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent

from paperdesk.domain.ink import simpler
from paperdesk.domain.note import Colour, Stroke
from paperdesk.reader.layout import Point
from paperdesk.ui.reader.drawinglayer import DrawingLayer
from paperdesk.ui.reader.overlay import PASSING
from paperdesk.ui.reader.shapes import hand, line
from paperdesk.ui.reader.travel import Travel
from paperdesk.ui.reader.view import PageView

HELP = "Draw with the mouse or pen; Enter keeps it, Backspace takes a line back, Esc leaves."

Taken = Callable[[int, Sequence[Stroke]], None]
"""Who is handed the page and the lines on it."""


class PenLayer(DrawingLayer):
    """Lets lines be drawn on one page, and hands them on.

    `draw(colour, taken)` begins; `taken(page, strokes)` is called when Enter is
    pressed or one turns to something else, never when it was left with Esc.
    """

    def __init__(self, view: PageView, travel: Travel) -> None:
        super().__init__(view, travel, "Drawing on the page", HELP)
        self._taken: Taken | None = None
        self._colour = Colour.YELLOW
        self._page = -1
        self._strokes: list[Stroke] = []
        self._line: list[tuple[float, float]] = []
        self.setCursor(Qt.CursorShape.CrossCursor)

    def draw(self, colour: Colour, taken: Taken) -> bool:
        """Let lines be drawn; False where there is no page to draw on."""
        if not len(self.view.scroller.column) or not self.view.isVisible():
            return False
        self._taken, self._colour, self._page = taken, colour, -1
        self._strokes, self._line = [], []
        self.enter()
        return True

    def finish(self) -> None:
        """Leave, and keep what was drawn."""
        page, strokes, taken = self._page, tuple(self._strokes), self._taken
        self.leave()
        if strokes and taken is not None:
            taken(page, strokes)

    def leave(self) -> None:
        """Be gone, with all that was drawn."""
        self._strokes, self._line = [], []
        super().leave()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Who turns to something else did not mean to lose what was drawn."""
        if event.reason() not in PASSING:
            self.finish()
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps what was drawn, Backspace takes the last line back."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finish()
        elif event.key() == Qt.Key.Key_Backspace:
            if self._strokes:
                self._strokes.pop()
            self._page = self._page if self._strokes else -1
            self.update()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the pen down."""
        if event.button() == Qt.MouseButton.LeftButton:
            at = self.view.scroller.point(event.position())
            if self._page in (-1, at.page):
                self._page = at.page
                self._line = [self._within(at)]
                self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw on."""
        if self._line:
            at = self._here(event.position())
            if at is not None:
                self._line.append(at)
                self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Lift the pen."""
        if event.button() == Qt.MouseButton.LeftButton and self._line:
            self._strokes.append(simpler(self._line))
            self._line = []
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Show the lines as they will stand on the page."""
        scroller = self.view.scroller
        painter, window = QPainter(self), scroller.window()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)
        painter.translate(-window.left, -window.top)
        painter.setPen(hand(self._colour, scroller.column.zoom))
        for stroke in (*self._strokes, self._line):
            spots = [scroller.column.spot(Point(self._page, x, y)) for x, y in stroke]
            if spots:
                painter.drawPath(line(spots))

    def _here(self, position: QPointF) -> tuple[float, float] | None:
        """The point of the drawn page at a position; None over another one."""
        at = self.view.scroller.point(position)
        return self._within(at) if at.page == self._page else None

    def _within(self, at: Point) -> tuple[float, float]:
        size = self.view.scroller.column.pages[at.page]
        return min(max(at.x, 0.0), size.width), min(max(at.y, 0.0), size.height)
