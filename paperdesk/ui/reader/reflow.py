"""Reading mode: the text of the pages in one column, figures in place."""

from dataclasses import replace

from PySide6.QtCore import QObject, QSize, QTimer, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from paperdesk.domain.note import Place
from paperdesk.domain.pages import Link, Pages
from paperdesk.reader.passages import Passage
from paperdesk.ui.reader.flowsource import FlowSource
from paperdesk.ui.reader.flowtext import FlowText
from paperdesk.ui.reader.flowtravel import Leafing
from paperdesk.ui.reader.flowview import FlowView, found
from paperdesk.ui.reader.parts import Parts

_REST = 200
"""Milliseconds without scrolling after which the pages follow."""

_USUAL = 1.25
"""Times the size of the interface's letters."""

STEP = 1.1
_SMALLEST, _LARGEST = 7.0, 40.0


class Reflow(QObject):
    """Turns reading mode on and off for one view; the `Flow` of the commands.

    Signals: `told` (a sentence to show in passing).
    """

    told = Signal(str)

    def __init__(self, parts: Parts, pages: Pages) -> None:
        super().__init__(parts.stack)
        self.on = False
        self._parts = parts
        self._source = FlowSource(pages, self)
        self.view = FlowView(self._picture)
        self._text = FlowText(self.view, self._source, self)
        self._travel = parts.travel
        self._leafing = Leafing(self, parts.travel)
        self._size = _usual_size()
        self._origin = Place()
        self._untouched = True
        self._following = False
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._let_pages_follow)
        self._source.drawn.connect(lambda passage: self.view.repaint_pictures((passage,)))
        parts.stack.addWidget(self.view)
        parts.stack.currentChanged.connect(self._swapped)
        parts.view.scroller.moved.connect(self._jumped)
        parts.marks.dressed.connect(self._begin_again)
        self.view.leafed.connect(self._leafed)
        parts.finder.changed.connect(self._mark_hits)
        self.view.followed.connect(self._follow)

    def toggle_reflow(self) -> None:
        """Show the paper as flowing text, or as its pages again."""
        if self.on:
            self._leave()
            return
        document, column = self._parts.opening.document, self._parts.view.scroller.column
        if document is None or not len(column):
            self.told.emit("Open a paper first: reading mode sets its text in one column.")
            return
        self.on = True
        self._source.show(document)
        self._text.open(column.pages)
        self._swap(self._parts.view, self.view)
        self._parts.view.setFocusProxy(self.view)
        self._parts.travel = self._leafing  # type: ignore[assignment]
        self._begin(self._parts.view.scroller.place)

    def show_pages(self) -> None:
        """Show the pages: what comes next lies over them."""
        if self.on:
            self._leave()

    def go(self, place: Place) -> None:
        """Show what stands at a place of the pages."""
        place = replace(place, page=min(place.page, len(self._text.sizes) - 1))
        if self._text.holds(place.page):
            self._origin, self._untouched = place, True
            self._text.go(place)
            self._text.fill()
        else:
            self._begin(place)
        self._rest.start()

    def place(self) -> Place:
        """Where on the pages the text stands: the very place until a hand moves it."""
        if self._untouched:
            return self._origin
        now, mark = self._parts.view.scroller.place, self.view.here()
        return now if mark is None else replace(now, page=mark.page, top=mark.top, left=0.0)

    def resize(self, steps: int) -> None:
        """Larger or smaller letters by steps; 0 is the usual size."""
        size = self._size * STEP**steps if steps else _usual_size()
        self._size = min(max(size, _SMALLEST), _LARGEST)
        self._begin(self.place())

    def selected_text(self) -> str:
        """The text that is selected here."""
        return self.view.textCursor().selectedText().replace("\u2029", "\n") if self.on else ""

    def _begin(self, place: Place) -> None:
        self._origin, self._untouched = place, True
        self._text.begin(place, self._parts.marks.shades, self._size)

    def _begin_again(self) -> None:
        if self.on:
            self._begin(self.place())

    def _leafed(self) -> None:
        """It was scrolled: by a hand, unless the text is just being set."""
        if self.on and not self._text.busy:
            self._untouched = False
            self._rest.start()
            self._text.fill()

    def _let_pages_follow(self) -> None:
        """The place is kept, and the page is named, by the pages."""
        if self.on:
            self._mark_hits()
            self._following = True
            self._parts.view.scroller.go_to(self.place())
            self._following = False

    def _jumped(self) -> None:
        """Somebody jumped on the pages: the text follows."""
        if self.on and not self._following:
            self.go(self._parts.view.scroller.place)

    def _mark_hits(self) -> None:
        """Mark what is sought, as the pages do."""
        finder = self._parts.finder
        if self.on:
            needle = "" if finder.resting else finder.needle
            self.view.setExtraSelections(found(self.view, needle, self._parts.marks.shades))

    def _follow(self, link: Link) -> None:
        if link.uri or link.page < 0:
            self._parts.pointer.followed.emit(link)
        else:
            self._leafing.follow(link)

    def _leave(self) -> None:
        place = self.place()
        self._stop()
        self._swap(self.view, self._parts.view)
        self._parts.view.scroller.go_to(place)

    def _swap(self, old: QWidget, new: QWidget) -> None:
        """Show a widget in place of another; the keys stay where the eyes are."""
        keys = old.hasFocus()
        self._parts.stack.setCurrentWidget(new)
        if keys:
            new.setFocus()

    def _swapped(self) -> None:
        """Another paper was opened, or a card is shown."""
        if self.on and self._parts.stack.currentWidget() is not self.view:
            self._stop()

    def _stop(self) -> None:
        self.on = False
        self._rest.stop()
        self._source.show(None)
        self._text.open(())
        self._parts.travel = self._travel
        self._parts.view.setFocusProxy(None)  # type: ignore[arg-type]

    def _picture(self, passage: Passage, size: QSize) -> QImage | None:
        ratio = self.view.devicePixelRatioF()
        return self._source.picture(passage, size, ratio, self._parts.supply.dress)


def _usual_size() -> float:
    return QApplication.font().pointSizeF() * _USUAL
