"""The selected passage: where the hand began, where it is, and what lies between."""

from PySide6.QtCore import QObject, Signal

from paperdesk.domain.note import Anchor, Quad
from paperdesk.domain.passage import joined
from paperdesk.reader.selection import End, Span, Spot, Unit, caret_at, spans
from paperdesk.ui.reader.content import Content


class Selecting(QObject):
    """What is selected; it grows as the words of its pages arrive.

    Signals: `changed`.
    """

    changed = Signal()

    def __init__(self, content: Content, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._content = content
        self._start: End | None = None
        self._end: End | None = None
        self._unit = Unit.CHARACTER
        self._spans: dict[int, Span] = {}
        content.arrived.connect(self._page_arrived)

    def begin(self, point: End, unit: Unit = Unit.CHARACTER) -> None:
        """Put the selection's fixed end at a point."""
        self._start = self._end = point
        self._unit = unit
        self._measure()

    def extend(self, point: End) -> None:
        """Bring the moving end of the selection to a point."""
        if self._start is None:
            self._start = point
        self._end = point
        self._measure()

    def moving(self) -> Spot | None:
        """The end of the passage that moves, if there is a passage."""
        text = self._content.text(self._end.page) if self._end is not None else None
        caret = caret_at(text, self._end) if text is not None and self._end is not None else None
        return Spot(text.page, caret) if text is not None and caret is not None else None

    def clear(self) -> None:
        """Select nothing."""
        self._start = self._end = None
        self._measure()

    def anchors(self) -> tuple[Anchor, ...]:
        """The passage, one anchor for each page that it touches."""
        texts = self._content.texts()
        return tuple(texts[page].anchor(span) for page, span in self._spans.items())

    def text(self) -> str:
        """The passage as it reads, over all its pages."""
        return joined(anchor.text for anchor in self.anchors())

    def quads(self, page: int) -> tuple[Quad, ...]:
        """The boxes of the passage on a page."""
        text = self._content.text(page)
        span = self._spans.get(page)
        return text.quads(span) if text is not None and span is not None else ()

    def _measure(self) -> None:
        before = self._spans
        self._spans = {}
        if self._start is not None and self._end is not None:
            first, last = sorted((self._start.page, self._end.page))
            self._content.need(range(first, last + 1))
            self._spans = spans(self._content.texts(), self._start, self._end, self._unit)
        if self._spans != before:
            self.changed.emit()

    def _page_arrived(self, page: int) -> None:
        if self._start is not None and self._end is not None:
            first, last = sorted((self._start.page, self._end.page))
            if first <= page <= last:
                self._measure()
