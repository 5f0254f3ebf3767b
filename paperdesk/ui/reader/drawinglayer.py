"""A layer on which something is drawn: the pages scroll below it, no key is without an answer."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent

from paperdesk.ui import strokes
from paperdesk.ui.reader.overlay import Overlay
from paperdesk.ui.reader.travel import Travel
from paperdesk.ui.reader.view import PageView

_LINES = {"j": 3, "Down": 3, "k": -3, "Up": -3}
_SCREENS = {
    "Space": 1.0,
    "PgDown": 1.0,
    "Shift+Space": -1.0,
    "PgUp": -1.0,
    "Ctrl+D": 0.5,
    "Ctrl+U": -0.5,
}
_PAGES = {".": 1, ",": -1}
"""The keys that scroll in the reader do so here, as far as the layer has no use for them."""


class DrawingLayer(Overlay):
    """Takes what is drawn; `help` says how that is done.

    Signals: `told` (a sentence: it was left, or what its keys are).
    """

    told = Signal(str)

    def __init__(self, view: PageView, travel: Travel, name: str, help: str) -> None:  # noqa: A002
        super().__init__(view, name)
        self._travel = travel
        self._help = help
        self.setAccessibleDescription(help)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves with a word, what scrolls scrolls; any other key is told the keys."""
        names = strokes.strokes(event)
        if "Esc" in names:
            self.leave()
            self.told.emit("Left: nothing was kept.")
        elif names and not any(map(self._scroll, names)):
            self.told.emit(f"{self.accessibleName()}: {self._help}")

    def _scroll(self, name: str) -> bool:
        """Scroll as a key does in the reader; False if it does not."""
        if name in _LINES:
            self._travel.lines(_LINES[name])
        elif name in _SCREENS:
            self._travel.scroll(_SCREENS[name])
        elif name in _PAGES:
            self._travel.turn(_PAGES[name])
        else:
            return False
        return True
