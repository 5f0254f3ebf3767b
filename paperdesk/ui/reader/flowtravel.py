"""Ways through a paper in reading mode: by screens, lines, pages and jumps."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtWidgets import QTextBrowser

from paperdesk.domain.note import Place, Quad
from paperdesk.domain.pages import Link
from paperdesk.reader.trail import Way
from paperdesk.ui.reader.scroller import LINE
from paperdesk.ui.reader.travel import Travel


class Leafed(Protocol):
    """What is leafed through."""

    @property
    def view(self) -> QTextBrowser:
        """The text as it is seen."""
        ...

    def place(self) -> Place:
        """Where on the pages it stands."""
        ...

    def go(self, place: Place) -> None:
        """Show what stands at a place."""
        ...

    def resize(self, steps: int) -> None:
        """Larger or smaller letters."""
        ...


class Leafing:
    """Moves the text as `Travel` moves the pages; both leave one trail."""

    def __init__(self, text: Leafed, travel: Travel) -> None:
        self._text = text
        self._travel = travel

    @property
    def trail(self) -> Way:
        """The jumps so far."""
        return self._travel.trail

    def start(self) -> None:
        """Another document: its trail begins here."""
        self.trail.clear()

    def scroll(self, screens: float) -> None:
        """Scroll by screens, a line of the last staying in sight."""
        bar = self._text.view.verticalScrollBar()
        bar.setValue(bar.value() + round(screens * (bar.pageStep() - LINE)))

    def lines(self, count: int) -> None:
        """Scroll by lines."""
        bar = self._text.view.verticalScrollBar()
        bar.setValue(bar.value() + count * LINE)

    def turn(self, pages: int) -> None:
        """Go to where a later page begins, or an earlier one."""
        self._text.go(Place(page=max(self._text.place().page + pages, 0), top=0.0))

    def go(self, page: int) -> None:
        """Jump to a page counted from 0, -1 being the last."""
        self._leave()
        self._text.go(Place(page=page if page >= 0 else LAST, top=0.0))

    def zoom(self, steps: int) -> None:
        """Larger or smaller letters; 0 is the usual size."""
        self._text.resize(steps)

    def jump_to(self, page: int, quads: Sequence[Quad]) -> None:
        """Jump to a passage, or to the top of its page."""
        left, top = quads[0][:2] if quads else (0.0, 0.0)
        self.visit_place(Place(page=page, top=top, left=left))

    def visit(self, page: int, top: float) -> None:
        """Jump to a height on a page, such as where a section begins."""
        self.visit_place(Place(page=page, top=top))

    def visit_place(self, place: Place) -> None:
        """Jump to a place where one has been."""
        self._leave()
        self._text.go(place)

    def follow(self, link: Link) -> None:
        """Jump to where a link inside the document leads."""
        self.visit(link.page, link.top)

    def swap(self) -> None:
        """Go to where the last jump began; the next time, here again."""
        place = self.trail.swap(self._text.place())
        if place is not None:
            self._text.go(place)

    def back(self, steps: int) -> None:
        """Go back over jumps, or forward again."""
        place = self.trail.back(self._text.place(), steps)
        if place is not None:
            self._text.go(place)

    def _leave(self) -> None:
        self.trail.leave(self._text.place())


LAST = 10**6
"""A page beyond the last, which stands for the last."""
