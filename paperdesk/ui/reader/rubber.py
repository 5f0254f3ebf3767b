"""A rectangle drawn over a page, with the hand or with the arrow keys."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen

from paperdesk.domain.note import Quad
from paperdesk.ui.reader.drawinglayer import DrawingLayer
from paperdesk.ui.reader.travel import Travel
from paperdesk.ui.reader.view import PageView

LEAST = 4.0
"""Points across and down below which a rectangle is a slip of the hand."""

STEP, FINE = 12.0, 1.0
"""Points that an arrow moves an edge; with Ctrl, a little."""

HELP = "Drag, or press arrows (Shift: the size); Enter takes, Esc leaves."

_SHADE = QColor(20, 24, 36, 70)
_EDGE = QColor("#3a54c4")

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}

Taken = Callable[[int, Quad], None]
"""Who is handed the page and the rectangle on it."""


@dataclass(frozen=True, slots=True)
class Rectangle:
    """From one corner to the other, on a page."""

    page: int
    start: tuple[float, float]
    end: tuple[float, float]

    @property
    def quad(self) -> Quad:
        """Left, top, right, bottom."""
        (x, y), (u, v) = self.start, self.end
        return min(x, u), min(y, v), max(x, u), max(y, v)

    def moved(self, dx: float, dy: float) -> "Rectangle":
        """The same elsewhere."""
        (x, y), (u, v) = self.start, self.end
        return Rectangle(self.page, (x + dx, y + dy), (u + dx, v + dy))

    def stretched(self, dx: float, dy: float) -> "Rectangle":
        """With its second corner elsewhere."""
        return Rectangle(self.page, self.start, (self.end[0] + dx, self.end[1] + dy))


class Rubber(DrawingLayer):
    """Lets a rectangle be drawn on one page, and hands it on.

    `rubber.pick(taken)` begins; `taken(page, quad)` is called when the hand lets
    go or Enter is pressed, never when it was left with Esc.
    """

    def __init__(self, view: PageView, travel: Travel) -> None:
        super().__init__(view, travel, "Rectangle on the page", HELP)
        self._taken: Taken | None = None
        self._drawn: Rectangle | None = None
        self._dragging = False
        self.setCursor(Qt.CursorShape.CrossCursor)

    def pick(self, taken: Taken, begun: Rectangle | None = None) -> bool:
        """Let a rectangle be drawn, or one that is there be changed; False without a page."""
        if not len(self.view.scroller.column) or not self.view.isVisible():
            return False
        self._taken, self._drawn, self._dragging = taken, begun, False
        self.enter()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the rectangle or, with Shift, its lower right corner."""
        if event.key() in _ARROWS:
            self._steer(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._drawn is None:
                self._begin_in_the_middle()
            else:
                self._finish()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the first corner."""
        if event.button() == Qt.MouseButton.LeftButton:
            at = self.view.scroller.point(event.position())
            corner = self._within(at.page, at.x, at.y)
            self._drawn, self._dragging = Rectangle(at.page, corner, corner), True
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pull the other corner."""
        if self._dragging and self._drawn is not None:
            drawn = self._drawn
            end = self._within(drawn.page, *self._on_page(drawn.page, event.position()))
            self._drawn = Rectangle(drawn.page, drawn.start, end)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take the rectangle; a mere click begins anew."""
        if event.button() == Qt.MouseButton.LeftButton and self._dragging:
            self._dragging = False
            self._finish()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Shade all but the rectangle."""
        painter = QPainter(self)
        if self._drawn is None:
            painter.fillRect(self.rect(), _SHADE)
            return
        hole = self._area(self._drawn)
        for part in _around(QRectF(self.rect()), hole):
            painter.fillRect(part, _SHADE)
        painter.setPen(QPen(Qt.GlobalColor.white, 3))
        painter.drawRect(hole)
        painter.setPen(QPen(_EDGE, 1.5))
        painter.drawRect(hole)

    def _steer(self, event: QKeyEvent) -> None:
        if self._drawn is None:
            self._begin_in_the_middle()
            return
        held = event.modifiers()
        step = FINE if held & Qt.KeyboardModifier.ControlModifier else STEP
        across, down = _ARROWS[Qt.Key(event.key())]
        for _ in range(self.view.scroller.place.arrangement.rotation % 4):
            across, down = down, -across  # on the page, which is turned clockwise
        if held & Qt.KeyboardModifier.ShiftModifier:
            moved = self._drawn.stretched(across * step, down * step)
        else:
            moved = self._drawn.moved(across * step, down * step)
        if self._fits(moved):
            self._drawn = moved
            self._show()

    def _begin_in_the_middle(self) -> None:
        """A rectangle in the middle of what shows of a page."""
        middle = QPointF(self.width() / 2, self.height() / 2)
        at = self.view.scroller.point(middle)
        zoom = self.view.scroller.column.zoom
        across, down = self.width() / zoom / 6, self.height() / zoom / 6
        start = self._within(at.page, at.x - across, at.y - down)
        end = self._within(at.page, at.x + across, at.y + down)
        self._drawn = Rectangle(at.page, start, end)
        self._show()

    def _show(self) -> None:
        """Bring the corner that moves into sight."""
        if self._drawn is not None:
            if not QRectF(self.rect()).contains(self._area(self._drawn)):
                x, y = self._drawn.end
                self.view.scroller.reveal(self._drawn.page, (x, y, x, y))
            self.update()

    def _finish(self) -> None:
        drawn, taken = self._drawn, self._taken
        if drawn is None or taken is None:
            return
        left, top, right, bottom = drawn.quad
        if right - left < LEAST or bottom - top < LEAST:
            self._drawn = None
            self.update()
            return
        self.leave()
        taken(drawn.page, drawn.quad)

    def _on_page(self, page: int, position: QPointF) -> tuple[float, float]:
        """The point of a page that is nearest to a position of the window."""
        scroller = self.view.scroller
        box, window = scroller.column.box(page), scroller.window()
        left, top = box.left - window.left, box.top - window.top
        x = min(max(position.x(), left), left + box.width - 1)
        y = min(max(position.y(), top), top + box.height - 1)
        at = scroller.point(QPointF(x, y))
        return at.x, at.y

    def _within(self, page: int, x: float, y: float) -> tuple[float, float]:
        size = self.view.scroller.column.pages[page]
        return min(max(x, 0.0), size.width), min(max(y, 0.0), size.height)

    def _fits(self, drawn: Rectangle) -> bool:
        left, top, right, bottom = drawn.quad
        size = self.view.scroller.column.pages[drawn.page]
        large = drawn.end[0] - drawn.start[0] >= LEAST and drawn.end[1] - drawn.start[1] >= LEAST
        return large and left >= 0 and top >= 0 and right <= size.width and bottom <= size.height

    def _area(self, drawn: Rectangle) -> QRectF:
        window = self.view.scroller.window()
        area = QRectF(*self.view.scroller.column.area(drawn.page, drawn.quad))
        return area.translated(-window.left, -window.top)


def _around(whole: QRectF, hole: QRectF) -> tuple[QRectF, ...]:
    """What is left of a rectangle around a hole: above, below, left, right."""
    return (
        QRectF(whole.left(), whole.top(), whole.width(), hole.top() - whole.top()),
        QRectF(whole.left(), hole.bottom(), whole.width(), whole.bottom() - hole.bottom()),
        QRectF(whole.left(), hole.top(), hole.left() - whole.left(), hole.height()),
        QRectF(hole.right(), hole.top(), whole.right() - hole.right(), hole.height()),
    )
