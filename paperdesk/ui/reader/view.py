"""The pages in one long column, painted with what pixels there are; never waiting.

`Scroller` knows where the reader is, `reader.wishes` which pixels are wanted,
`Supply` gets them, `sheet` and `marks` paint.
"""

from PySide6.QtCore import QEvent, QPointF, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from paperdesk.reader.wishes import distant, first_of_all, in_sight, stopgaps, wishes
from paperdesk.ui.reader.marks import Marks
from paperdesk.ui.reader.pinch import Pinch
from paperdesk.ui.reader.scroller import Scroller
from paperdesk.ui.reader.sheet import Canvas, background, paint_page, sheet_of
from paperdesk.ui.reader.supply import Supply

STEP = 1.2
"""What one step of zoom multiplies by."""

_SETTLE = 80
"""Milliseconds without a change of scale before sharp pixels are asked for."""

_ALONE = 60
"""Milliseconds that the first page of a paper is drawn alone, before all else is asked for."""

_PATIENCE = 25
"""Milliseconds after a jump in which a light page is drawn, before all else is asked for."""

_REST = 150
"""Milliseconds without scrolling that count as a pause."""


class PageView(QAbstractScrollArea):
    """The column of pages.

    Signals: `copied` (the copy key was pressed), `rested` (scrolling has come to
    a pause).
    """

    copied = Signal()
    rested = Signal()

    def __init__(self, supply: Supply, marks: Marks) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Pages")
        self.setCornerWidget(QWidget())
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.scroller = Scroller(self)
        self._supply = supply
        self._marks = marks
        Pinch(self.viewport(), self._zoom)
        self._wanting = QTimer(self, singleShot=True)
        self._filling = QTimer(self, singleShot=True)
        self._resting = QTimer(self, singleShot=True, interval=_REST)
        self._filling.timeout.connect(self._fill)
        self._wanting.timeout.connect(self._want)
        self._resting.timeout.connect(lambda: self._want(around=True))
        self._resting.timeout.connect(self.rested)
        self.scroller.moved.connect(self._moved)
        self.scroller.zoomed.connect(self._zoomed)
        supply.arrived.connect(self.repaint_page)
        supply.arrived.connect(self._go_on)
        supply.failed.connect(self.repaint_page)
        marks.changed.connect(self.viewport().update)

    def repaint_page(self, page: int) -> None:
        """Paint a page again, soon."""
        column = self.scroller.column
        if page in range(len(column)):
            box, window = column.box(page), self.scroller.window()
            left, top = box.left - window.left, box.top - window.top
            self.viewport().update(QRect(left, top, box.width, box.height))

    def try_again(self, page: int) -> None:
        """Ask once more for a page that could not be drawn."""
        self._supply.try_again(page)
        self.repaint_page(page)
        self._wanting.start(0)

    def draw_anew(self) -> None:
        """Ask for all pixels again: they are to look otherwise."""
        self.viewport().update()
        self._wanting.start(0)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Move what is painted already, so that only the new strip is painted."""
        if self.scroller.settling:
            self.viewport().update()
            return
        self.viewport().scroll(dx, dy)
        self.scroller.scrolled(dy)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the line at the top where it is."""
        super().resizeEvent(event)
        self.scroller.resize()

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for pixels again."""
        super().showEvent(event)
        self._wanting.start(0)

    def hideEvent(self, event: QHideEvent) -> None:
        """Hold no pixels while hidden."""
        super().hideEvent(event)
        self._supply.rest()

    def event(self, event: QEvent) -> bool:
        """Draw anew on a screen with other dots."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._wanting.start(0)
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl, zoom where the pointer is."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._zoom(STEP ** (event.angleDelta().y() / 120), event.position())
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys that every scrolled window has; all others go on to the window."""
        bar = self.verticalScrollBar()
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copied.emit()
        elif event.key() == Qt.Key.Key_Home:
            bar.setValue(0)
        elif event.key() == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pages that need it."""
        window, column = self.scroller.window(), self.scroller.column
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), background(self.palette()))
        painter.translate(-window.left, -window.top)
        exposed = event.rect().translated(window.left, window.top)
        supply = self._supply
        canvas = Canvas(column, window, supply.pixels, supply.problems, self._marks.shades)
        for page in column.visible(exposed.top(), exposed.top() + exposed.height()):
            if paint_page(painter, canvas, page):
                painter.save()
                painter.setClipRect(sheet_of(column, page) & exposed)
                self._marks.paint(painter, column, page)
                painter.restore()
        painter.end()

    def _zoom(self, factor: float, around: QPointF) -> None:
        self.scroller.zoom_to(self.scroller.column.zoom * factor, around)

    def _moved(self) -> None:
        self._filling.stop()
        if not len(self._supply.pixels):
            self._want(alone=True)
            self._wanting.start(_ALONE)
        elif not self._resting.isActive():
            # What stands in for the page is painted while the worker draws it, not before.
            self._want_in_sight()
            self._wanting.start(_PATIENCE)
        elif all(map(self._supply.pixels.has_page, self.scroller.visible())):
            self._wanting.start(0)
        else:
            self._want()
        self._resting.start()

    def _go_on(self, _page: int) -> None:
        """The first page is here: ask for the others."""
        if len(self._supply.pixels) == 1 and self._wanting.isActive():
            self._wanting.start(0)

    def _zoomed(self) -> None:
        self.viewport().update()
        # What can be stretched may wait for the last step of a zoom; an empty page may not.
        self._filling.start(0)
        self._wanting.start(_SETTLE)
        self._resting.start()

    def _fill(self) -> None:
        """Let no page in sight be empty while the zoom still changes."""
        column, known = self.scroller.column, self._supply.pixels.has_page
        missing = stopgaps(column, self.scroller.window(), known)
        if missing and self.isVisible():
            self._supply.want(missing, column)

    def _want_in_sight(self) -> None:
        if self.isVisible():
            column = self.scroller.column
            self._supply.want(in_sight(column, self.scroller.window()), column)

    def _want(self, *, around: bool = False, alone: bool = False) -> None:
        column, window = self.scroller.column, self.scroller.window()
        if self.isVisible() and len(column):
            known = self._supply.pixels.has_page
            wanted = wishes(column, window, known)
            further = distant(column, window, known) if around else ()
            self._supply.want(first_of_all(wanted) if alone else (*wanted, *further), column)
