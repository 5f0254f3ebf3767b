"""Places in the open papers as the commands see them."""

from dataclasses import replace

from paperdesk.app.desktop.reading import Reading
from paperdesk.domain.note import Place
from paperdesk.domain.paper import PaperId
from paperdesk.ui.reader import Spread


class Spots:
    """Tells places and jumps to them: the `Spots` of the commands."""

    def __init__(self, spread: Spread, reading: Reading) -> None:
        self._spread = spread
        self._reading = reading

    def here(self) -> Place | None:
        """Where one is in the open paper, if its pages are here."""
        view = self._spread.here()
        opened = self._reading.paper() is not None and len(view.parts.view.scroller.column)
        return view.place() if opened else None

    def heading(self) -> str:
        """What this place may be called: its section, else the words at the top."""
        return self._spread.here().ways.heading()

    def visit(self, paper: PaperId, page: int, top: float) -> None:
        """Jump to a place of a paper whose PDF is here; one can come back."""
        here = self.here() or Place()
        self._reading.visit(paper, replace(here, page=page, top=top))

    def swap(self) -> None:
        """Go to where the last jump began; the next time, here again."""
        self._spread.here().parts.travel.swap()
