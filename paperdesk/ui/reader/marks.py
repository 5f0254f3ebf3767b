"""What lies over the pages: highlights, the selection, hits; and how it is painted.

Tints leave the text under them as readable as it is (see `shades`). No meaning
hangs on a colour alone: each highlight colour has its own underline, and the
current hit and highlight have an outline.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QPainter

from paperdesk.domain.dress import WHITE, Dress
from paperdesk.domain.note import Highlight, HighlightId, Quad
from paperdesk.reader.layout import Layout, Point
from paperdesk.reader.standing import Part, Standing
from paperdesk.ui.reader.finder import Finder
from paperdesk.ui.reader.selecting import Selecting
from paperdesk.ui.reader.shades import ON_WHITE, shades
from paperdesk.ui.reader.shapes import boxes, paint_mark, ring

SPOKEN, SPOKEN_RING = QColor("#d5f0ea"), QColor("#1c7a68")
SELECTED = QColor("#b9cdfb")
HIT = QColor("#ffd9a0")
CURRENT_HIT = QColor("#ffab4a")
RING = QColor("#8a4b00")


class Marks(QObject):
    """All that is painted over the pages of a document.

    Signals: `changed` (anything), `replaced` (the highlights are others), `chosen`
    (another highlight is the current one), `dressed` (the pages have other colours).
    """

    changed = Signal()
    dressed = Signal()
    replaced = Signal()
    chosen = Signal()

    def __init__(self, selecting: Selecting, finder: Finder, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.current: HighlightId | None = None
        self._selecting = selecting
        self._finder = finder
        self.standing = Standing()
        self.drawn: Callable[[Highlight], bool] = lambda _: False
        self.dress = WHITE
        self.shades = ON_WHITE
        self.spoken: Mapping[int, Sequence[Quad]] = {}
        selecting.changed.connect(self.changed)
        finder.changed.connect(self.changed)

    def set_highlights(self, highlights: Iterable[Highlight]) -> None:
        """Show these highlights and no others."""
        self.standing = Standing(highlights)
        if self.standing.find(self.current) is None:
            self.current = None
        self.replaced.emit()
        self.changed.emit()

    def speak(self, spoken: Mapping[int, Sequence[Quad]]) -> None:
        """Mark what is being read aloud, on the pages where it stands."""
        self.spoken = spoken
        self.changed.emit()

    def wear(self, dress: Dress) -> None:
        """Go with the colours of the pages."""
        self.dress, self.shades = dress, shades(dress)
        self.dressed.emit()
        self.changed.emit()

    def choose(self, highlight: HighlightId | None) -> None:
        """Make a highlight the current one."""
        if highlight != self.current:
            self.current = highlight
            self.chosen.emit()
            self.changed.emit()

    def highlight(self, point: Point, reach: float = 0.0) -> Highlight | None:
        """The highlight under a point, or as near to it as `reach`."""
        return self.standing.at(point, reach)

    def paint(self, painter: QPainter, layout: Layout, page: int) -> None:
        """Paint what lies over one page; the painter's origin is the column's."""
        for part in self._painted(page):
            paint_mark(painter, layout, part, self.shades, current=part[0].id == self.current)
        spoken = boxes(layout, page, self.spoken.get(page, ()))
        self.shades.fill(painter, spoken, SPOKEN)
        if spoken:
            ring(painter, spoken, self.shades.line(SPOKEN_RING))
        self._paint_hits(painter, layout, page)
        selected = boxes(layout, page, self._selecting.quads(page))
        self.shades.fill(painter, selected, SELECTED)

    def _painted(self, page: int) -> Iterator[Part]:
        """The marks of a page that it does not show already, and the current one."""
        for part in self.standing.on(page):
            if part[0].id == self.current or not self.drawn(part[0]):
                yield part

    def _paint_hits(self, painter: QPainter, layout: Layout, page: int) -> None:
        hits = self._finder.shown
        for index in hits.on(page):
            areas = boxes(layout, page, hits[index].quads)
            current = index == hits.current
            self.shades.fill(painter, areas, CURRENT_HIT if current else HIT)
            if current:
                ring(painter, areas, self.shades.line(RING))
