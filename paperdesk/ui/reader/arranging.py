"""How the pages lie: the reader's part of the commands about it."""

from dataclasses import replace

from paperdesk.domain.arrangement import Arrangement, Fit
from paperdesk.ui.reader.scroller import Scroller


class Arranging:
    """Lays the pages out, as told by commands."""

    def __init__(self, scroller: Scroller) -> None:
        self._scroller = scroller

    def arrangement(self) -> Arrangement | None:
        """How the pages lie now; None if none are shown."""
        return self._scroller.place.arrangement if len(self._scroller.column) else None

    def arrange(self, arrangement: Arrangement) -> None:
        """Lay the pages out otherwise; what is read stays in sight."""
        self._scroller.look(replace(self._scroller.place, arrangement=arrangement))

    def fit(self, fit: Fit) -> None:
        """Let the zoom follow the window."""
        self._scroller.look(replace(self._scroller.place, zoom=0.0, fit=fit))
