"""Ways through a document: by screens, lines, pages and jumps, and back again."""

from collections.abc import Sequence

from paperdesk.domain.note import Place, Quad
from paperdesk.domain.pages import Link
from paperdesk.reader.trail import Trail, Way
from paperdesk.ui.reader.scroller import LINE
from paperdesk.ui.reader.view import STEP, PageView


class Travel:
    """Moves the view; jumps leave a trail, scrolling does not."""

    def __init__(self, view: PageView) -> None:
        self._view = view
        self._scroller = view.scroller
        self.trail: Way = Trail[Place]()

    def start(self) -> None:
        """Another document: its trail begins here."""
        self.trail.clear()

    def scroll(self, screens: float) -> None:
        """Scroll by screens, a line of the last staying in sight."""
        bar = self._view.verticalScrollBar()
        bar.setValue(bar.value() + round(screens * bar.pageStep()))

    def lines(self, count: int) -> None:
        """Scroll by lines."""
        bar = self._view.verticalScrollBar()
        bar.setValue(bar.value() + count * LINE)

    def turn(self, pages: int) -> None:
        """Go to the top of a later page, or of an earlier one; of a row, if it has several."""
        column, window = self._scroller.column, self._scroller.window()
        # A sliver of a page at the top does not count.
        row = column.row_at(window.top + 2) + pages
        last = max(column.rows - 1, 0)
        self._scroller.go_to_page(column.row_pages(min(max(row, 0), last)).start)

    def go(self, page: int) -> None:
        """Jump to a page counted from 0, -1 being the last."""
        self._leave()
        self._scroller.go_to_page(page if page >= 0 else len(self._scroller.column) - 1)

    def zoom(self, steps: int) -> None:
        """Larger or smaller; 0 is one pixel a point."""
        zoom = self._scroller.column.zoom * STEP**steps if steps else 1.0
        self._scroller.zoom_to(zoom)

    def jump_to(self, page: int, quads: Sequence[Quad]) -> None:
        """Jump to a passage, or to the top of its page."""
        self._leave()
        if quads:
            self._scroller.reveal(page, quads[0])
        else:
            self._scroller.go_to_page(page)

    def visit(self, page: int, top: float) -> None:
        """Jump to a height on a page, such as where a section begins."""
        self._leave()
        self._scroller.go_to_page(page, top)

    def visit_place(self, place: Place) -> None:
        """Jump to a place where one has been."""
        self._leave()
        self._scroller.go_to(place)

    def follow(self, link: Link) -> None:
        """Jump to where a link inside the document leads."""
        self.visit(link.page, link.top)

    def swap(self) -> None:
        """Go to where the last jump began; the next time, here again."""
        place = self.trail.swap(self._scroller.place)
        if place is not None:
            self._scroller.go_to(place)

    def back(self, steps: int) -> None:
        """Go back over jumps, or forward again."""
        place = self.trail.back(self._scroller.place, steps)
        if place is not None:
            self._scroller.go_to(place)

    def _leave(self) -> None:
        self.trail.leave(self._scroller.place)
