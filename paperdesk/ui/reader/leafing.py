"""Leafing through the pages in little: follows the reader, and leads to a page."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject

from paperdesk.domain.note import Highlight
from paperdesk.domain.pages import Pages
from paperdesk.ui.reader.miniatures import Miniatures
from paperdesk.ui.reader.parts import Parts
from paperdesk.ui.reader.side import Panel, SidePane
from paperdesk.ui.reader.thumbnails import ROOM, ThumbnailView

NAME = "thumbnails"
"""The panel's, for `SidePane.toggle`."""


class Leafing(QObject):
    """Joins the pages in little to the reader."""

    def __init__(self, parts: Parts, side: SidePane, pages: Pages) -> None:
        super().__init__(parts.stack)
        self._parts = parts
        self._view = ThumbnailView(Miniatures(pages, ROOM, self), self._marks)
        self._dress, self._standing = parts.marks.dress, parts.marks.standing
        side.add(NAME, Panel("Pages", self._view, self._view, self._narrow))
        self._view.activated.connect(self._go)
        self._view.clicked.connect(self._go)
        parts.outline.opened.connect(self._show)
        parts.view.scroller.moved.connect(self._follow)
        parts.view.scroller.zoomed.connect(self._follow)
        parts.marks.changed.connect(self._refresh)

    def _show(self) -> None:
        """Show another document, or none."""
        document, pages = self._parts.opening.document, self._parts.outline.pages
        self._view.miniatures.show(document if pages else None, pages)
        self._view.rows.current = -1
        self._narrow("")

    def _narrow(self, text: str) -> None:
        """Leave the pages whose label or number begins so."""
        self._view.rows.show(self._parts.outline.pages, text)
        self._stand(self._view.rows.current)

    def _follow(self) -> None:
        """Mark the page that is read, if it is another one."""
        scroller = self._parts.view.scroller
        visible, page = scroller.visible(), scroller.place.page
        page = page if page in visible or not visible else visible.start
        if page != self._view.rows.current and page in range(len(self._parts.outline.pages)):
            self._view.rows.mark(page)
            if not self._view.hasFocus():
                self._stand(page)

    def _stand(self, page: int) -> None:
        """Put the cursor on a page."""
        index = self._view.rows.at(page)
        if index.isValid():
            self._view.setCurrentIndex(index)

    def _marks(self, page: int) -> Sequence[Highlight]:
        return [part[0] for part in self._parts.marks.standing.on(page)]

    def _refresh(self) -> None:
        """Go with what changed over the pages: their colours, their marks."""
        if self._parts.marks.dress != self._dress:
            self._dress = self._parts.marks.dress
            self._view.wear(self._dress)
        if self._parts.marks.standing is not self._standing:
            self._standing = self._parts.marks.standing
            self._view.viewport().update()

    def _go(self, index: QModelIndex) -> None:
        page = self._view.page(index)
        if page >= 0:
            self._parts.travel.go(page)
