"""The hand on the page: it selects, follows links, and picks highlights."""

from html import escape

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from paperdesk.domain.note import Highlight, Kind
from paperdesk.domain.pages import Link
from paperdesk.reader.layout import Point
from paperdesk.reader.selection import Unit
from paperdesk.ui.reader.content import Content
from paperdesk.ui.reader.marks import Marks
from paperdesk.ui.reader.selecting import Selecting
from paperdesk.ui.reader.view import PageView

_UNITS = (Unit.CHARACTER, Unit.WORD, Unit.PARAGRAPH, Unit.SENTENCE)
"""What one, two, three and four clicks select."""

_TICK = 30
"""Milliseconds between two steps of scrolling while the hand is outside."""

_NEAR = 5.0
"""Pixels beside a line drawn by hand that still count as on it."""

_Shape = Qt.CursorShape


class Pointer(QObject):
    """Turns the mouse over the pages into selections and clicks.

    Signals: `followed` (a `Link` was clicked), `picked` (a `Highlight` was
    clicked), `hovering` (what the status line says of what is under it).
    """

    followed = Signal(object)
    picked = Signal(object)
    hovering = Signal(str)

    def __init__(
        self, view: PageView, content: Content, selecting: Selecting, marks: Marks
    ) -> None:
        super().__init__(view)
        self._view = view
        self._content = content
        self._selecting = selecting
        self._marks = marks
        self._pressed: QPointF | None = None
        self._dragging = False
        self._clicks = 0
        self._last_press = 0
        self._hand = QPointF()
        self._creeping = QTimer(self, interval=_TICK)
        self._creeping.timeout.connect(self._creep)
        view.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Look at the mouse's events before the pages do; they need none of them."""
        if isinstance(event, QMouseEvent):
            return self._mouse(event)
        if event.type() == QEvent.Type.Leave:
            self.hovering.emit("")
        return False

    def _mouse(self, event: QMouseEvent) -> bool:
        if event.type() == QEvent.Type.MouseMove:
            self._move(event)
            return True
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        if event.type() == QEvent.Type.MouseButtonRelease:
            self._release(event)
        else:
            self._press(event)
        return True

    def _press(self, event: QMouseEvent) -> None:
        if not len(self._view.scroller.column):
            return
        position = event.position()
        self._count_click(event)
        self._pressed = position
        self._dragging = self._clicks > 1
        point = self._view.scroller.point(position)
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._dragging = True
            self._selecting.extend(point)
        else:
            self._selecting.begin(point, _UNITS[self._clicks - 1])

    def _count_click(self, event: QMouseEvent) -> None:
        """Count clicks that follow each other at one spot; Qt counts to two only."""
        quick = event.timestamp() - self._last_press < QApplication.doubleClickInterval()
        near = self._pressed is not None and not self._far(event.position())
        if self._clicks > 1 and quick and near:
            self._clicks = self._clicks % len(_UNITS) + 1
        else:
            self._clicks = 2 if event.type() == QEvent.Type.MouseButtonDblClick else 1
        self._last_press = event.timestamp()

    def _move(self, event: QMouseEvent) -> None:
        self._hand = event.position()
        if not event.buttons() & Qt.MouseButton.LeftButton:
            self._hover()
        elif self._dragging or self._far(self._hand):
            self._dragging = True
            self._selecting.extend(self._view.scroller.point(self._hand))
            if self._outside() and not self._creeping.isActive():
                self._creeping.start()

    def _release(self, event: QMouseEvent) -> None:
        self._creeping.stop()
        if self._dragging or self._pressed is None:
            self._dragging = False
            return
        self._selecting.clear()
        point = self._view.scroller.point(event.position())
        link, highlight = self._content.link(point), self._marks.highlight(point, self._reach())
        if highlight is not None:
            self.picked.emit(highlight)
        elif link is not None:
            self.followed.emit(link)
        elif point.page in range(len(self._view.scroller.column)):
            self._marks.choose(None)
            self._view.try_again(point.page)

    def _far(self, position: QPointF) -> bool:
        """Whether the hand has moved too far for a click."""
        start = self._pressed or position
        return (position - start).manhattanLength() >= QApplication.startDragDistance()

    def _outside(self) -> int:
        """How far the hand is below the window, or above it (negative)."""
        height = self._view.viewport().height()
        y = round(self._hand.y())
        return min(y, 0) or max(y - height, 0)

    def _creep(self) -> None:
        """Scroll on while the hand holds a selection outside of the window."""
        distance = self._outside()
        if not distance or not self._dragging:
            self._creeping.stop()
            return
        bar = self._view.verticalScrollBar()
        bar.setValue(bar.value() + max(-60, min(60, distance)))
        self._selecting.extend(self._view.scroller.point(self._hand))

    def _hover(self) -> None:
        if not len(self._view.scroller.column):
            return
        point = self._view.scroller.point(self._hand)
        link, highlight = self._content.link(point), self._marks.highlight(point, self._reach())
        self._view.viewport().setCursor(self._shape(point, link, highlight))
        self._view.viewport().setToolTip(remark(highlight) if highlight is not None else "")
        if highlight is not None:
            self.hovering.emit(describe_highlight(highlight))
        else:
            self.hovering.emit(describe_link(link) if link else "")

    def _reach(self) -> float:
        """How far beside a thin line counts as on it, in points."""
        return _NEAR / max(self._view.scroller.column.zoom, 0.1)

    def _shape(self, point: Point, link: Link | None, highlight: Highlight | None) -> _Shape:
        if link is not None or highlight is not None:
            return _Shape.PointingHandCursor
        text = self._content.text(point.page)
        if text is not None and text.over_text(point.x, point.y):
            return _Shape.IBeamCursor
        return _Shape.ArrowCursor


def remark(highlight: Highlight) -> str:
    """What was said of a mark, for a tool tip: its lines as they are, wrapped."""
    text = highlight.comment.strip() if highlight.kind is not Kind.TEXT else ""
    return f"<p style='white-space: pre-wrap'>{escape(text)}</p>" if text else ""


def describe_link(link: Link) -> str:
    """Where a link leads, in words; nothing for one that leads nowhere."""
    return link.uri or (f"Go to page {link.page + 1}" if link.page >= 0 else "")


def describe_highlight(highlight: Highlight) -> str:
    """A highlight in words: its colour, whose it is, and what was remarked."""
    name = f"{highlight.colour.value.capitalize()} {highlight.kind.value}"
    tags = "".join(f" #{tag}" for tag in highlight.tags)
    said = " ".join(highlight.comment.split())
    by = f" by {highlight.author}" if highlight.author else ""
    return f"{name}{tags}{by}: {said}" if said else f"{name}{tags}{by}"
