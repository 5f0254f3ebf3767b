"""The reader: the pages of one paper, a find bar, and a line that says where one is."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from paperdesk.domain.note import Anchor, Highlight, HighlightId, Place, Quad
from paperdesk.domain.pages import Document, Pages
from paperdesk.ui.reader.arranging import Arranging
from paperdesk.ui.reader.director import Director
from paperdesk.ui.reader.leafing import Leafing
from paperdesk.ui.reader.leaving import Leaving
from paperdesk.ui.reader.parts import Parts
from paperdesk.ui.reader.picking import Picking
from paperdesk.ui.reader.presenting import Presenting
from paperdesk.ui.reader.reflow import Reflow
from paperdesk.ui.reader.renewal import Renewal
from paperdesk.ui.reader.searching import Searching
from paperdesk.ui.reader.sections import Sections
from paperdesk.ui.reader.side import Beside, SidePane
from paperdesk.ui.reader.troubles import Troubles
from paperdesk.ui.reader.ways import Ways
from paperdesk.ui.theme import Tone


class ReaderPane(QWidget):
    """A PDF to read; the face of `ui.reader` to the window.

    Signals: `place_changed` (the `Place`, within a second of a pause),
    `link_activated` (an address outside that the user wants to go to), `selection_changed`,
    `highlight_activated` (an id), `problem` (a sentence to show in passing).
    """

    place_changed = Signal(object)
    link_activated = Signal(str)
    selection_changed = Signal()
    highlight_activated = Signal(str)
    problem = Signal(str)

    def __init__(self, pages: Pages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.parts = Parts(pages)
        self._director = Director(self.parts)
        self.renewal = Renewal(pages, self.parts.opening, self._director.go_on)
        self._searching = Searching(self.parts)
        self.presenting = Presenting(self.parts, pages)
        self.arranging = Arranging(self.parts.view, self.presenting.present)
        self.picking = Picking(self.parts, pages)
        self.troubles = Troubles(self.parts)
        self.leaving = Leaving(self.parts.view)
        self.reflow = Reflow(self.parts, pages)
        self.side = SidePane()
        self.beside = Beside(self.side, self.parts.stack)
        self.ways = Ways(self.parts, Sections(self.parts, self.side))
        Leafing(self.parts, self.side, pages)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.parts.bar)
        column.addWidget(self.beside, 1)
        column.addWidget(_hairline())
        column.addWidget(self.parts.status)
        self.side.left.connect(lambda: self.parts.view.setFocus())
        self.setFocusProxy(self.parts.view)
        self.setAccessibleName("Reader")
        self._director.place_changed.connect(self.place_changed)
        self._director.link_activated.connect(self.leaving.ask)
        self.leaving.confirmed.connect(self.link_activated)
        self._director.highlight_activated.connect(self.highlight_activated)
        self.parts.selecting.changed.connect(self.selection_changed)
        self.parts.finder.problem.connect(self.problem)
        telling = (self.leaving, self.picking, self.parts.ruler, self.troubles, self.reflow)
        for part in (*telling, self.parts.rubber, self.parts.pen):
            part.told.connect(self.problem)

    def open_document(
        self,
        document: Document,
        place: Place | None = None,
        highlights: Sequence[Highlight] = (),
    ) -> None:
        """Open a PDF where it was left, or at its beginning."""
        self._director.open(document, place, highlights)

    def close_document(self) -> None:
        """Show nothing; the place is told once more if it is new."""
        self._director.close()

    def place(self) -> Place:
        """Where the reader is."""
        return self.parts.view.scroller.place

    def set_highlights(self, highlights: Sequence[Highlight]) -> None:
        """Show these highlights instead of those that were shown."""
        self.parts.marks.set_highlights(highlights)

    def current_highlight(self) -> HighlightId | None:
        """The highlight that was clicked last, ringed on the page."""
        return self.parts.marks.current

    def selection(self) -> Anchor | None:
        """The selected passage; of one that runs over several pages, the first part."""
        return next(iter(self.selections()), None)

    def selections(self) -> tuple[Anchor, ...]:
        """The selected passage, an anchor for each page that it touches."""
        return self.parts.selecting.anchors()

    def clear_selection(self) -> None:
        """Let go of the selected text and of the marks of an earlier search."""
        self.parts.selecting.clear()
        self.parts.marks.choose(None)
        if self.parts.bar.isHidden():
            self.parts.finder.rest()

    def scroll_screens(self, screens: float) -> None:
        """Scroll by screens; one keeps a line of the last in sight."""
        self.parts.travel.scroll(screens)

    def lines(self, count: int) -> None:
        """Scroll by lines."""
        self.parts.travel.lines(count)

    def turn(self, pages: int) -> None:
        """Go to the top of the next page, or of an earlier one (-1)."""
        self.parts.travel.turn(pages)

    def go(self, page: int) -> None:
        """Jump to a page, counted from 0; -1 is the last."""
        self._director.when_open(lambda: self.parts.travel.go(page))

    def jump_to(self, page: int, quads: Sequence[Quad] = ()) -> None:
        """Jump to a passage on a page, or to its top."""
        self._director.when_open(lambda: self.parts.travel.jump_to(page, quads))

    def visit(self, place: Place) -> None:
        """Jump to a place; its zoom does not count."""
        self._director.when_open(lambda: self.parts.travel.visit_place(place))

    def mark_words(self, page: int, words: Sequence[str]) -> None:
        """Jump to a page and mark the words there that begin with one of these."""
        self._director.when_open(lambda: self._searching.mark_words(page, words))

    def back(self, steps: int) -> None:
        """Go back over jumps (1), or forward again (-1)."""
        self.parts.travel.back(steps)

    def zoom(self, steps: int) -> None:
        """Larger or smaller by steps; 0 is one pixel a point."""
        self.parts.travel.zoom(steps)

    def open_find(self) -> None:
        """Open the find bar, with the selected words in it."""
        self._director.when_open(self._searching.open)

    def find_next(self, direction: int) -> None:
        """Go to the next match (1), or the one before (-1)."""
        self._searching.step(direction)


def _hairline() -> QWidget:
    line = QWidget()
    line.setFixedHeight(1)
    line.setAutoFillBackground(True)
    line.setBackgroundRole(Tone.LINE)
    return line
