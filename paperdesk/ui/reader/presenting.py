"""From the reader into a presentation of its paper, and back."""

from PySide6.QtCore import QPointF

from paperdesk.domain.pages import Pages
from paperdesk.ui.reader.parts import Parts
from paperdesk.ui.reader.slides import Show, Slides


class Presenting:
    """Presents the open paper; afterwards the reader is where it was, or at the last page."""

    def __init__(self, parts: Parts, pages: Pages) -> None:
        self._parts = parts
        self._pages = pages
        self._begun = 0
        self.slides: Slides | None = None

    def present(self) -> None:
        """Fill the screen with the page that is read."""
        parts, scroller = self._parts, self._parts.view.scroller
        document = parts.opening.document
        if document is None or not len(scroller.column):
            return
        if self.slides is None:
            self.slides = Slides(self._pages, parts.marks, parts.view)
            self.slides.left.connect(self._left)
        arrangement = scroller.place.arrangement
        show = Show(document, scroller.column.pages, arrangement, scroller.texts, parts.marks.dress)
        viewport = parts.view.viewport()
        self._begun = scroller.point(QPointF(viewport.width() / 2, viewport.height() / 3)).page
        self.slides.present(show, self._begun)

    def _left(self, page: int) -> None:
        """Give the keys back; who has turned pages goes on with the last one."""
        self._parts.view.activateWindow()
        self._parts.view.setFocus()
        if page != self._begun:
            self._parts.travel.go(page)
