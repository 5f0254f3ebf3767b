"""The reading ruler: one line of text in the light, the rest of the page a little darker."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from paperdesk.domain.note import Quad
from paperdesk.reader.layout import MARGIN
from paperdesk.reader.ruling import Laid, Ruled, nearest, ruled
from paperdesk.ui.reader.content import Content
from paperdesk.ui.reader.marks import Marks
from paperdesk.ui.reader.view import PageView
from paperdesk.ui.toast import announce

Line = tuple[int, int]
"""A page, and the number of a line on it."""

NO_TEXT = "There is no text here to lay a ruler on."

_VEIL, _DARK_VEIL = QColor(20, 22, 30, 50), QColor(0, 0, 0, 95)
_EDGE = QColor("#3a54c4")
_THIRD, _SIXTH = 3, 6
_AROUND = 5.0
"""Pixels of light before and after the line."""

_ROUND = 3.0

_PAUSE = 600
"""Milliseconds of rest after which the ruler's line is told."""


class Ruler(QWidget):
    """Lies over the pages and lets all through but the light.

    `recall` tells where it lay in the paper that comes now. Signals: `told` (a
    sentence: there is no line to go to), `laid` (a `Laid`, within a second).
    """

    told = Signal(str)
    laid = Signal(object)

    def __init__(self, view: PageView, content: Content, marks: Marks) -> None:
        super().__init__(view)
        self._view = view
        self._content = content
        self._marks = marks
        self.recall: Callable[[], Laid | None] = lambda: None
        self._at: Line | None = None
        self._on = False
        self._target: Line | None = None
        self._known: dict[int, tuple[Ruled, ...]] = {}
        self._telling = QTimer(self, singleShot=True, interval=_PAUSE)
        self._telling.timeout.connect(self._tell)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName("Ruler")
        self.hide()
        view.viewport().installEventFilter(self)
        view.scroller.moved.connect(self.update)
        view.scroller.zoomed.connect(self.update)
        content.arrived.connect(self._arrived)

    @property
    def on(self) -> bool:
        """Whether the ruler is laid on the page."""
        return self._on

    def show_paper(self, pages: int) -> None:
        """Begin with another paper of so many pages, or with none: its ruler lies where it lay."""
        if self._telling.isActive():
            self._tell()
        laid = self.recall() if pages else None
        if laid is not None and laid.page >= pages:
            laid = None
        self._known.clear()
        self._target = None
        self._at = (laid.page, laid.line) if laid is not None else None
        self._on = laid is not None and laid.on
        self.setVisible(self._on)
        if self._on and self._at is not None:
            self._content.need(self._at[:1])

    def toggle(self) -> None:
        """Lay the ruler on the page, where it lay if that is in sight; or take it away."""
        self._on = not self._on
        self._target = None
        if self._on:
            self._cover()
            self._begin()
        self.setVisible(self._on)
        self._telling.start()

    def move_line(self, lines: int) -> bool:
        """Go on by lines, or back; False if no ruler lies on a page in sight."""
        if not self._on or not self._view.isVisible():
            return False
        if self._at is None or not self._in_sight():
            self._begin()
        else:
            page, number = self._target or self._at
            self._seek(page, number + lines)
        return True

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Darken all but the line, and draw its edges: no meaning hangs on light alone."""
        box = self._box()
        if box is None:
            return
        light = self._area(box).adjusted(-_AROUND, -1, _AROUND, 1)
        veil = QPainterPath()
        veil.addRect(QRectF(self.rect()))
        veil.addRoundedRect(light, _ROUND, _ROUND)
        painter = QPainter(self)
        painter.fillPath(veil, _DARK_VEIL if self._marks.shades.dark else _VEIL)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._marks.shades.line(_EDGE), 1.5))
        painter.drawRoundedRect(light, _ROUND, _ROUND)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window on the pages."""
        if event.type() == QEvent.Type.Resize:
            self._cover()
        return False

    def _cover(self) -> None:
        self.setGeometry(self._view.viewport().geometry())

    def _begin(self) -> None:
        """Begin with the line that lay under the ruler, else with the first one well in sight."""
        if self._at is not None and self._in_sight():
            self._settle(self._at)
            return
        self._at = None
        self._seek(self._view.scroller.point(_start(self._view.viewport())).page, 0)

    def _seek(self, page: int, number: int) -> None:
        """Go to a line counted from the top of a page; it may lie pages away.

        As far as the words are here; the rest of the way once they are.
        """
        last = len(self._view.scroller.column) - 1
        self._target = page, number
        while (lines := self._lines(page)) is not None:
            back = number < 0
            if 0 <= number < len(lines):
                self._settle((page, self._first(page, lines) if self._at is None else number))
                return
            if page == (0 if back else last):
                self._end(page, lines, number)
                return
            beside = self._lines(page - 1) if back else lines
            if beside is None:
                return
            page, number = (
                (page - 1, number + len(beside)) if back else (page + 1, number - len(lines))
            )
            self._target = page, number

    def _first(self, page: int, lines: tuple[Ruled, ...]) -> int:
        """The line to begin with on a page: none above what is well in sight."""
        top = self._view.scroller.point(_start(self._view.viewport()))
        return nearest(lines, top.y) if top.page == page else 0

    def _end(self, page: int, lines: tuple[Ruled, ...], number: int) -> None:
        """There are no more lines that way: stay on the last."""
        self._target = None
        if lines:
            self._settle((page, 0 if number < 0 else len(lines) - 1))
        elif self._at is None:
            self._on = False
            self.hide()
            self.told.emit(NO_TEXT)

    def _settle(self, line: Line) -> None:
        """Lie on a line, and have it where the eyes are."""
        self._at, self._target = line, None
        self._telling.start()
        page = line[0]
        self._content.need((page, min(page + 1, len(self._view.scroller.column) - 1)))
        self._follow()
        lines = self._lines(page)
        if lines:
            self.setAccessibleDescription(lines[line[1]].text)
            announce(self, lines[line[1]].text)
        self.update()

    def _follow(self) -> None:
        """Scroll once the line leaves the middle third of the window."""
        box = self._box()
        if box is None:
            return
        area, third = self._area(box), self.height() / _THIRD
        if not third <= area.top() <= 2 * third - area.height():
            bar = self._view.verticalScrollBar()
            bar.setValue(bar.value() + round(area.top() - third))
        if area.left() < 0 or area.right() > self.width():
            bar = self._view.horizontalScrollBar()
            bar.setValue(bar.value() + round(area.left()) - MARGIN)

    def _tell(self) -> None:
        """Say where the ruler lies."""
        self._telling.stop()
        if self._at is not None:
            self.laid.emit(Laid(*self._at, self._on))

    def _arrived(self, page: int) -> None:
        """Words are here: go on if they were waited for."""
        if self._on and self._content.text(page) is not None:
            if self._target is not None:
                self._seek(*self._target)
            self.update()

    def _lines(self, page: int) -> tuple[Ruled, ...] | None:
        """The lines of a page, or None while its words are on their way."""
        text = self._content.text(page)
        if text is None:
            self._content.need((page,))
            return self._known.get(page)
        if page not in self._known:
            self._known[page] = ruled(text.words)
        return self._known[page]

    def _box(self) -> Quad | None:
        if self._at is None:
            return None
        page, number = self._at
        lines = self._lines(page)
        return lines[number].box if lines and 0 <= number < len(lines) else None

    def _area(self, box: Quad) -> QRectF:
        """Where a box on the ruler's page is in the window."""
        page = self._at[0] if self._at is not None else 0
        window = self._view.scroller.window()
        area = QRectF(*self._view.scroller.column.area(page, box))
        return area.translated(-window.left, -window.top)

    def _in_sight(self) -> bool:
        box = self._box()
        return box is not None and QRectF(self.rect()).intersects(self._area(box))


def _start(viewport: QWidget) -> QPointF:
    """From where on lines are well in sight."""
    return QPointF(viewport.width() / 2, viewport.height() / _SIXTH)
