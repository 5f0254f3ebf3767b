"""What follows on what in the reader: opened, locked, moved, clicked."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from paperdesk.domain.note import Highlight, Place
from paperdesk.domain.pages import Document, DocumentInfo, Link, PageSize
from paperdesk.ui.reader.parts import Parts
from paperdesk.ui.reader.statusline import row_name

PAUSE = 600
"""Milliseconds after which a new place is told."""

_PATIENCE = 300
"""Milliseconds before the pane says that it is opening a file."""


class Director(QObject):
    """Connects the parts of the reader, and opens and closes documents in them.

    Signals: `place_changed` (a `Place`), `link_activated` (an address),
    `highlight_activated` (an id).
    """

    place_changed = Signal(object)
    link_activated = Signal(str)
    highlight_activated = Signal(str)

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts.stack)
        self._parts = parts
        self._start: Place | None = None
        self._pages_open = False
        self._waiting: list[Callable[[], None]] = []
        self._telling = QTimer(self, singleShot=True, interval=PAUSE)
        self._telling.timeout.connect(self.tell_place)
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._patience.timeout.connect(self._say_opening)
        self._connect()

    def open(
        self, document: Document, place: Place | None, highlights: Sequence[Highlight]
    ) -> None:
        """Open a document at a place."""
        self.close()
        self._start = place
        self._parts.marks.set_highlights(highlights)
        self._patience.start()
        self._parts.opening.open(document)

    def close(self) -> None:
        """Show nothing, and hold nothing."""
        if self._telling.isActive():
            self.tell_place()
        self._telling.stop()
        self._patience.stop()
        self._pages_open = False
        self._waiting.clear()
        parts = self._parts
        self._hand_on(None)
        parts.opening.close()
        parts.outline.show(None)
        parts.marks.set_highlights(())
        parts.travel.start()
        parts.bar.hide()
        parts.status.clear()
        parts.view.scroller.show_pages((), None)
        self._show(parts.view)

    def go_on(self, document: Document, info: DocumentInfo) -> None:
        """Show another edition in place of the one that is open, at the same words.

        Its pixels stand in until the new ones are here, so that nothing flashes.
        """
        before, scroller = self._parts.opening.document, self._parts.view.scroller
        self._parts.opening.document = document
        if before is not None and before != document:
            self._parts.opening.forget(before)
        if not self._pages_open:  # the one before could not be opened at all
            self._parts.opening.opened.emit(info)
            return
        same = info.pages == tuple(scroller.column.pages)
        passage = self._parts.resuming.topmost()
        self._parts.supply.renew(document)
        self._begin(document, info.pages)
        self._parts.outline.show(document, info)
        if same:
            scroller.moved.emit()
        else:
            scroller.show_pages(info.pages, scroller.place)
        self._parts.resuming.resume(document, passage)
        self._rested()

    def when_open(self, action: Callable[[], None]) -> None:
        """Do something with the pages, now or as soon as they are here."""
        if self._pages_open:
            action()
        else:
            self._waiting.append(action)

    def tell_place(self) -> None:
        """Say where the reader is."""
        if self._pages_open:
            self.place_changed.emit(self._parts.view.scroller.place)

    def _connect(self) -> None:
        parts = self._parts
        parts.opening.opened.connect(self._opened)
        parts.opening.locked.connect(self._locked)
        parts.opening.broken.connect(self._broken)
        parts.card.retried.connect(parts.opening.try_again)
        parts.card.unlocked.connect(
            lambda password, remember: parts.opening.unlock(password, remember=remember)
        )
        parts.view.scroller.moved.connect(self._moved)
        parts.view.scroller.zoomed.connect(self._moved)
        parts.view.rested.connect(self._rested)
        parts.view.copied.connect(self._copy)
        parts.pointer.followed.connect(self._follow)
        parts.pointer.picked.connect(self._pick)
        parts.pointer.hovering.connect(parts.status.say)

    def _opened(self, info: DocumentInfo) -> None:
        self._patience.stop()
        self._hand_on(self._parts.opening.document, info.pages)
        self._show(self._parts.view)
        self._pages_open = True
        self._parts.view.scroller.show_pages(info.pages, self._start)
        self._parts.outline.show(self._parts.opening.document, info)
        waiting, self._waiting = self._waiting, []
        for action in waiting:
            action()

    def _hand_on(self, document: Document | None, pages: Sequence[PageSize] = ()) -> None:
        """Let every part begin with a document, or with none."""
        self._parts.supply.show(document)
        self._begin(document, pages)

    def _begin(self, document: Document | None, pages: Sequence[PageSize]) -> None:
        """Let every part but the pixels begin anew; what is drawn on these pages is kept."""
        self._parts.resuming.stop()
        self._parts.pen.finish()
        self._parts.rubber.leave()
        self._parts.content.show(document, pages)
        self._parts.margins.show(document, pages)
        self._parts.ruler.show_paper(len(pages))
        self._parts.finder.show(document, len(pages))
        self._parts.infile.show(document, len(pages))
        self._parts.selecting.clear()

    def _show(self, widget: QWidget) -> None:
        """Show the pages or the card; the keys stay where the eyes are.

        Left to itself, Qt gives them to whatever comes next, such as a field.
        """
        stack, owner = self._parts.stack, QApplication.focusWidget()
        stack.setCurrentWidget(widget)
        if owner is not None and stack.isAncestorOf(owner):
            widget.setFocus()

    def _locked(self, sentence: str) -> None:
        self._patience.stop()
        self._parts.card.ask_password(sentence)
        self._show(self._parts.card)

    def _broken(self, sentence: str) -> None:
        self._patience.stop()
        self._show(self._parts.card)
        self._parts.card.complain(sentence)

    def _say_opening(self) -> None:
        self._show(self._parts.card)
        self._parts.card.wait()

    def _moved(self) -> None:
        scroller = self._parts.view.scroller
        if not self._pages_open:
            return
        column, window = scroller.column, scroller.window()
        # Where the eyes rest: of the page before, a sliver may still show above.
        row = column.row_at(window.top + window.height / 3)
        name = row_name(column.pages, column.row_pages(row))
        self._parts.status.show_place(name, scroller.place, column.zoom)
        self._parts.view.setAccessibleDescription(name)
        if not self._telling.isActive():
            self._telling.start()

    def _rested(self) -> None:
        self._parts.content.need(self._parts.view.scroller.visible())

    def _copy(self) -> None:
        text = self._parts.selecting.text()
        if text:
            QGuiApplication.clipboard().setText(text)

    def _follow(self, link: Link) -> None:
        if link.uri:
            self.link_activated.emit(link.uri)
        elif 0 <= link.page < len(self._parts.view.scroller.column):
            self._parts.travel.follow(link)
        else:
            self._parts.status.say("This link leads to no page of the file.")

    def _pick(self, highlight: Highlight) -> None:
        self._parts.marks.choose(highlight.id)
        self.highlight_activated.emit(highlight.id)
