"""Ways through a document: by screens, lines, pages and jumps, and back again."""

from collections.abc import Sequence

from paperdesk.domain.note import Place, Quad
from paperdesk.domain.pages import Link
from paperdesk.reader.layout import GAP, MARGIN
from paperdesk.reader.trail import Trail
from paperdesk.ui.reader.scroller import LINE
from paperdesk.ui.reader.view import STEP, PageView


class Travel:
    """Moves the view; jumps leave a trail, scrolling does not."""

    def __init__(self, view: PageView) -> None:
        self._view = view
        self._scroller = view.scroller
        self._trail = Trail()

    def start(self) -> None:
        """Another document: its trail begins here."""
        self._trail.clear()

    def scroll(self, screens: float) -> None:
        """Scroll by screens, a line of the last staying in sight."""
        bar = self._view.verticalScrollBar()
        bar.setValue(bar.value() + round(screens * bar.pageStep()))

    def lines(self, count: int) -> None:
        """Scroll by lines."""
        bar = self._view.verticalScrollBar()
        bar.setValue(bar.value() + count * LINE)

    def turn(self, pages: int) -> None:
        """Go to the top of a later page, or of an earlier one."""
        self._go_to_top(self._top_page() + pages)

    def go(self, page: int) -> None:
        """Jump to a page counted from 0, -1 being the last."""
        self._leave()
        self._go_to_top(page if page >= 0 else len(self._scroller.column) - 1)

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
            self._go_to_top(page)

    def follow(self, link: Link) -> None:
        """Jump to where a link inside the document leads."""
        self._leave()
        here = self._scroller.place
        margin = MARGIN / self._scroller.column.zoom
        self._scroller.go_to(Place(link.page, link.top - margin, here.left))

    def back(self, steps: int) -> None:
        """Go back over jumps, or forward again."""
        place = self._trail.back(self._scroller.place, steps)
        if place is not None:
            self._scroller.go_to(place)

    def _leave(self) -> None:
        self._trail.leave(self._scroller.place)

    def _top_page(self) -> int:
        """The page at the top; a sliver of one does not count."""
        window = self._scroller.window()
        return self._scroller.column.page_at(window.top + 2)

    def _go_to_top(self, page: int) -> None:
        last = len(self._scroller.column) - 1
        if last >= 0:
            gap = GAP / self._scroller.column.zoom
            here = self._scroller.place
            self._scroller.go_to(Place(min(max(page, 0), last), -gap, here.left))
