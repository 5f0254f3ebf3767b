"""How the pages lie: the reader's part of the commands about it."""

from collections.abc import Callable
from dataclasses import replace

from paperdesk.domain.arrangement import Arrangement, Fit
from paperdesk.ui.reader.view import PageView


class Arranging:
    """Lays the pages out, as told by commands."""

    def __init__(self, view: PageView, present: Callable[[], None]) -> None:
        self._view = view
        self._scroller = view.scroller
        self._present = present

    def arrangement(self) -> Arrangement | None:
        """How the pages lie now; None if none are shown."""
        shown = len(self._scroller.column) and self._view.isVisible()
        return self._scroller.place.arrangement if shown else None

    def arrange(self, arrangement: Arrangement) -> None:
        """Lay the pages out otherwise; what is read stays in sight."""
        self._scroller.look(replace(self._scroller.place, arrangement=arrangement))

    def fit(self, fit: Fit) -> None:
        """Let the zoom follow the window."""
        self._scroller.look(replace(self._scroller.place, zoom=0.0, fit=fit))

    def present(self) -> None:
        """Fill the screen with one page at a time."""
        self._present()
