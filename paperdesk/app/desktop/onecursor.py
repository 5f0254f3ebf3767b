"""Page and note as one cursor: where one reads is marked there, where one writes is shown here."""

from PySide6.QtCore import QObject, QPointF, QTimer

from paperdesk.app.build import Rooms
from paperdesk.app.desktop.parts import Parts
from paperdesk.app.desktop.reading import Reading
from paperdesk.domain.events import NotesChanged
from paperdesk.domain.note import Fate, Highlight, HighlightId
from paperdesk.domain.quoted import Quoted, quoted
from paperdesk.ui.reader import ReaderPane

SETTLE = 150
"""Milliseconds for the caret, or the keys, to rest."""

SETTING = "note-leads"


class OneCursor(QObject):
    """Marks in the note the quote that was read last, and shows the one with the caret.

    The page moves only when the caret comes into another quote, and the note's
    caret never moves: so neither fights with the hand on the other.
    """

    def __init__(self, parts: Parts, rooms: Rooms, reading: Reading) -> None:
        super().__init__(parts.window)
        self._parts = parts
        self._rooms = rooms
        self._reading = reading
        self._editor = parts.notes.editor
        self._quotes: tuple[Quoted, ...] = ()
        self._marks: dict[HighlightId, Highlight] = {}
        self._at: Quoted | None = None
        self._reread = QTimer(self, singleShot=True, interval=SETTLE)
        self._reread.timeout.connect(self._read)
        self._caret = QTimer(self, singleShot=True, interval=SETTLE)
        self._caret.timeout.connect(self._follow)
        self._editor.textChanged.connect(self._reread.start)
        self._editor.cursorPositionChanged.connect(self._caret.start)
        reading.when_opened(lambda _: self._reread.start())
        rooms.bus.listen(NotesChanged, lambda _: self._reread.start())
        parts.spread.each(lambda view: view.parts.view.rested.connect(self._mark))

    def _read(self) -> None:
        """Look up what the note quotes, and where that stands now."""
        paper = self._parts.notes.paper()
        if paper is None or paper != self._reading.paper():
            self._quotes = ()
        else:
            self._quotes = quoted(self._editor.text(), paper)
            marks = self._rooms.notes.highlights(paper) if self._quotes else ()
            self._marks = {mark.id: mark for mark in marks}
        self._mark()

    def _mark(self) -> None:
        """Mark the quote that one has read past."""
        passed = max(self._behind(), key=self._place, default=None)
        self._editor.mark_lines(range(passed.first, passed.last + 1) if passed else range(0))

    def _behind(self) -> list[Quoted]:
        """The quotes of what lies above the upper third of the window."""
        scroller = self._view().parts.view.scroller
        if not self._quotes or not len(scroller.column):
            return []
        here = scroller.point(QPointF(0.0, scroller.window().height / 3))
        return [quote for quote in self._quotes if self._place(quote) <= (here.page, here.y)]

    def _place(self, quote: Quoted) -> tuple[int, float]:
        mark = self._marks.get(quote.highlight) if quote.highlight else None
        if mark is None or not mark.anchor.quads:
            return quote.page, 0.0
        return mark.anchor.page, mark.anchor.quads[0][1]

    def _follow(self) -> None:
        """Show the passage that the caret has come to."""
        line = self._editor.textCursor().blockNumber()
        quote = next((one for one in self._quotes if one.first <= line <= one.last), None)
        if quote == self._at:
            return
        self._at = quote
        wanted = self._editor.hasFocus() and bool(self._rooms.settings.get(SETTING))
        if quote is not None and wanted and self._reading.paper() == self._parts.notes.paper():
            self._show(quote)

    def _show(self, quote: Quoted) -> None:
        scroller = self._view().parts.view.scroller
        mark = self._marks.get(quote.highlight) if quote.highlight else None
        if mark is not None and mark.anchor.quads and mark.fate is not Fate.LOST:
            scroller.reveal(mark.anchor.page, mark.anchor.quads[0])
        elif quote.page not in scroller.visible() and quote.page < len(scroller.column):
            scroller.go_to_page(quote.page)

    def _view(self) -> ReaderPane:
        return self._parts.spread.here()
