"""Width for the pages: panes beside them give way while it is short."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from paperdesk.app.desktop.parts import Parts
from paperdesk.ui.reader import ReaderPane

_BESIDE = 560
"""Pixels that pages with a list beside them need to be read."""


class Room:
    """The panes that somebody had put away, to be brought back by the same."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._hidden: list[str] = []

    def make(self, wide: int, giving: Sequence[str]) -> None:
        """Put panes away in this order until the reader is so wide."""
        panels, width = self._parts.window.panels, self._parts.spread.width()
        for name in giving:
            if width < wide and panels.shown(name):
                width += panels.widths().get(name, 0)
                panels.reveal(name, on=False)
                self._hidden.append(name)

    def give_back(self) -> None:
        """Show what was put away."""
        for name in self._hidden:
            self._parts.window.panels.reveal(name)
        self._hidden.clear()


class SideRoom(QObject):
    """Makes room where a list is shown beside the pages of a narrow window."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts.window)
        self._parts = parts
        self._room = Room(parts)
        parts.spread.each(self._join)
        # While something else is shown in their place, the pages need no room.
        parts.spread.appeared.connect(self._make)
        parts.spread.vanished.connect(self._room.give_back)

    def give_back(self) -> None:
        """Show again what had to give way."""
        self._room.give_back()

    def _join(self, view: ReaderPane) -> None:
        view.side.turned.connect(self._turned)

    def _turned(self, panel: str) -> None:
        if panel:
            self._make()
        elif not self._beside():
            self._room.give_back()

    def _make(self) -> None:
        """Give the pages room if a list is beside them."""
        if self._beside():
            spread = self._parts.spread
            split = spread.other() is not None and not spread.stacked()
            giving = ("sidebar", "list", *["notes"] * split)
            self._room.make(_BESIDE * (1 + split), giving)

    def _beside(self) -> bool:
        return any(view.side.panel() for view in self._parts.spread.views())
