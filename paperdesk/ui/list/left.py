"""Where each view was left: at which paper, and how far down the screen that stood."""

from collections.abc import Mapping

from paperdesk.domain.paper import PaperId
from paperdesk.domain.shelf import Shelf
from paperdesk.ui.list.pane import ListPane
from paperdesk.ui.list.showing import Spot

MOST = 400
"""Views of which this is remembered, those that were left last."""


class LeftAt:
    """Remembers the spot of each view by its query."""

    def __init__(self, pane: ListPane) -> None:
        self._pane = pane
        self._spots: dict[str, Spot] = {}

    def note(self) -> None:
        """Remember where one is in the view that is shown."""
        here = self._pane.showing.spot()
        if here is not None:
            query = self._pane.shelf().query
            self._spots.pop(query, None)
            self._spots[query] = here

    def at(self, shelf: Shelf) -> Spot | None:
        """Where a view was left, if it ever was."""
        return self._spots.get(shelf.query)

    def kept(self) -> dict[str, tuple[int, int]]:
        """All of it, to be kept somewhere."""
        self.note()
        latest = list(self._spots.items())[-MOST:]
        return {query: (spot.paper, spot.top) for query, spot in latest}

    def recall(self, kept: Mapping[str, tuple[int, int]]) -> None:
        """Know again what was kept."""
        self._spots = {query: Spot(PaperId(paper), top) for query, (paper, top) in kept.items()}
