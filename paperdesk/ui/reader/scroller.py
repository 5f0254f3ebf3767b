"""Where the reader is in the column of pages: place, zoom and the scroll bars."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QPointF, Signal
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar, QWidget

from paperdesk.domain.arrangement import Fit
from paperdesk.domain.note import Place, Quad
from paperdesk.domain.pages import PageSize
from paperdesk.reader.fitting import fitting, text_start
from paperdesk.reader.layout import GAP, MARGIN, Layout, Point, bounded
from paperdesk.reader.leaves import leaves
from paperdesk.reader.looks import Looks
from paperdesk.reader.wishes import Window

LINE = 40
"""Pixels that an arrow key scrolls."""

_BESIDE = 4
"""A quarter of the window is left of what is brought into sight."""

_FAR = 2**31 - 1
"""Below the end of every paper."""
_ABOVE = 3
"""A third of it is above."""


class Scroller(QObject):
    """Keeps the place, and the scroll bars at it.

    The place leads and the bars follow, save when the user scrolls: so a
    window that is made smaller and larger again shows the same line as before.

    Signals: `moved` (another part of the column shows) and `zoomed` (its scale
    changed, by zoom or width).
    """

    moved = Signal()
    zoomed = Signal()

    def __init__(self, area: QAbstractScrollArea) -> None:
        super().__init__(area)
        self.column = Layout((), 1.0, 0)
        self.settling = False
        self._area = area
        self._place = Place()
        self.texts: Sequence[Quad] = ()
        self._forward = True
        self._looks = Looks()
        self._pivot: QPointF | None = None

    @property
    def place(self) -> Place:
        """Where the reader is."""
        return self._place

    def show_pages(self, pages: Sequence[PageSize], place: Place | None) -> None:
        """Begin with the pages of a document, at a place or at the beginning."""
        self._looks.forget()
        self._place = place or Place(top=-float(MARGIN))
        self.texts = ()
        self._forward = True
        self._lay_out(pages)
        if place is None:
            self._place = self._seen()
        self.moved.emit()

    def resize(self) -> None:
        """The window has another size: keep the line at its top."""
        self._lay_out(self.column.pages)

    def go_to(self, place: Place) -> None:
        """Go to a place; its zoom and arrangement do not count."""
        if not len(self.column):
            return
        self._forward = place.page >= self._place.page
        self._looks.forget()
        self._place = _looked_at(place, self._place)
        self._settle()
        if self.column.corner(self._place)[1] != self._area.verticalScrollBar().value():
            self._place = self._seen()
        self.moved.emit()

    def go_to_page(self, page: int, line: float | None = None) -> None:
        """Go to the top of a page, or a line of it; across, only if it is out of sight."""
        if not len(self.column):
            return
        page = min(max(page, 0), len(self.column) - 1)
        box, window = self.column.box(page), self.window()
        left = max(0, min(window.left, self.column.width - window.width))
        if not left <= box.left + box.width // 2 < left + window.width:
            left = box.left - MARGIN
        top = box.top - GAP
        if line is not None:
            top = round(self.column.spot(Point(page, 0.0, line))[1]) - MARGIN
        self.go_to(self.column.place(left, top))

    def zoom_to(self, zoom: float, around: QPointF | None = None) -> None:
        """Zoom around a point of the window; without one, around its middle."""
        if not len(self.column):
            return
        if around != self._pivot:
            self._looks.forget()
        self._pivot = around
        pivot = around or _middle(self._area.viewport())
        kept, as_at = self.point(pivot), replace(self._place, zoom=bounded(zoom))
        again = self._looks.turn(self._place, self.column.zoom, as_at)
        self._place = _looked_at(again or self._place, as_at)
        self._lay_out(self.column.pages)
        if again is None:
            self._hold(kept, pivot)

    def look(self, as_at: Place) -> None:
        """Look at the pages with the zoom, fit and arrangement of another place.

        The line at the top stays there. Once the pages are turned, no line
        does, and what is in the middle stays, and so do the paper's ends.
        Whole pages are shown whole. Who looks again as before is where he was.
        """
        before, window = self._place, self.window()
        reading = self.column.row_at(window.top + window.height // _ABOVE)
        middle = _middle(self._area.viewport())
        turned = as_at.arrangement.rotation != before.arrangement.rotation and len(self.column)
        kept = self.point(middle) if turned else None
        end = self._area.verticalScrollBar().maximum()
        again = self._looks.turn(before, self.column.zoom, as_at)
        self._place = _looked_at(again or before, as_at)
        self._lay_out(self.column.pages)
        if again is not None:
            self.moved.emit()
            return
        if kept is not None:
            self._hold(kept, middle)
            self._scroll(self.window().left, _same_end(window.top, end, self.window().top))
        self._centre()
        if len(self.column) and as_at.fit is Fit.PAGE is not before.fit and not as_at.zoom:
            whole = self.column.box(self.column.row_pages(reading).start)
            self._scroll(self.window().left, whole.top - GAP)
            self._place = self._seen()
        self.moved.emit()

    def set_texts(self, texts: Sequence[Quad]) -> None:
        """Know what is printed on each page: to trim the margins, and to fit the text."""
        self.texts = texts
        if self._place.arrangement.trim or self._place.fit is Fit.TEXT:
            self._lay_out(self.column.pages)

    def reveal(self, page: int, quad: Quad) -> None:
        """Bring a box on a page into sight, if it is not comfortably there."""
        if page not in range(len(self.column)):
            return
        left, top, width, height = self.column.area(page, quad)
        window = self.window()
        x, y = window.left, window.top
        if not y + LINE <= top <= y + window.height - LINE - height:
            y = round(top - window.height / _ABOVE)
        if not x <= left <= x + window.width - width:
            x = round(left - window.width / _BESIDE)
        self._scroll(x, y)
        self._looks.forget()
        self._place = self._seen()
        self.moved.emit()

    def scrolled(self, dy: int) -> None:
        """The user moved the bars."""
        self._forward = dy <= 0
        self._looks.forget()
        self._place = self._seen()
        self.moved.emit()

    def point(self, position: QPointF) -> Point:
        """The point of a page under a position in the window."""
        window = self.window()
        return self.column.point(position.x() + window.left, position.y() + window.top)

    def window(self) -> Window:
        """The part of the column that shows."""
        return Window(
            self._area.horizontalScrollBar().value(),
            self._area.verticalScrollBar().value(),
            self._area.viewport().width(),
            self._area.viewport().height(),
            self._area.devicePixelRatioF(),
            self._forward,
        )

    def visible(self) -> range:
        """The pages that show."""
        window = self.window()
        return self.column.visible(window.top, window.top + window.height)

    def _lay_out(self, pages: Sequence[PageSize]) -> None:
        """Arrange the pages anew, the place staying where it is."""
        viewport, place = self._area.viewport(), self._place
        room = viewport.width(), viewport.height()
        arrangement, texts = place.arrangement, self.texts
        zoom = place.zoom or fitting(
            leaves(pages, arrangement, texts), arrangement, place.fit, room
        )
        self.column = Layout(pages, zoom, room[0], arrangement, texts)
        self._settle()
        if pages and not place.zoom and place.fit is Fit.TEXT:
            self._scroll(text_start(self.column, place.page), self.window().top)
        self.zoomed.emit()

    def _settle(self) -> None:
        """Bring the scroll bars to the place."""
        viewport = self._area.viewport()
        self.settling = True
        _extend(self._area.horizontalScrollBar(), self.column.width, viewport.width())
        _extend(self._area.verticalScrollBar(), self.column.height, viewport.height())
        self.settling = False
        if len(self.column):
            self._scroll(*self.column.corner(self._place))

    def _hold(self, kept: Point, pivot: QPointF) -> None:
        """Keep a point of a page at a point of the window."""
        x, y = self.column.spot(kept)
        self._scroll(round(x - pivot.x()), round(y - pivot.y()))
        self._place = self._seen()
        self.zoomed.emit()

    def _centre(self) -> None:
        """Fitted pages stand in the middle, however wide one among them is."""
        window = self.window()
        if not self._place.zoom and (self._place.fit is not Fit.TEXT or not self.texts):
            self._scroll((self.column.width - window.width) // 2, window.top)
        seen = self._seen()
        # In a row of pages the one that is read need not be the first.
        if seen.page == self._place.page:
            self._place = seen

    def _scroll(self, x: int, y: int) -> None:
        self.settling = True
        self._area.horizontalScrollBar().setValue(x)
        self._area.verticalScrollBar().setValue(y)
        self.settling = False

    def _seen(self) -> Place:
        """The place that really shows now."""
        window = self.window()
        if not len(self.column):
            return self._place
        return _looked_at(self.column.place(window.left, window.top), self._place)


def _extend(bar: QScrollBar, length: int, shown: int) -> None:
    bar.setRange(0, max(0, length - shown))
    bar.setPageStep(max(1, shown - LINE))
    bar.setSingleStep(LINE)


def _same_end(before: int, end: int, now: int) -> int:
    """Where the window begins, once pages are turned: at an end where it was at that end."""
    if before <= MARGIN:
        return before
    return _FAR if before >= end else now


def _middle(viewport: QWidget) -> QPointF:
    return QPointF(viewport.width() / 2, viewport.height() / 2)


def _looked_at(place: Place, now: Place) -> Place:
    """A place, with the zoom and arrangement of another."""
    return replace(place, zoom=now.zoom, fit=now.fit, arrangement=now.arrangement)
