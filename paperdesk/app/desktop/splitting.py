"""Two views beside each other: each with a paper and a place of its own."""

from PySide6.QtCore import QObject

from paperdesk.app.desktop.parts import Parts
from paperdesk.app.desktop.reading import Reading
from paperdesk.app.desktop.room import Room
from paperdesk.ui.reader import ReaderPane

_WIDE = 860
"""Pixels that two views side by side need to be read."""


class Splitting(QObject):
    """Splits the reader and joins it again: the `Split` of the commands."""

    def __init__(self, parts: Parts, reading: Reading) -> None:
        super().__init__(parts.window)
        self._window = parts.window
        self._spread = parts.spread
        self._reading = reading
        self._room = Room(parts)
        self._spread.turned.connect(self._turned)
        # Back from the list, which was shown again; or as the last session ended.
        self._spread.appeared.connect(self._make_room)
        reading.when_opened(lambda _: self._tidy())

    def split(self, *, stacked: bool) -> bool:
        """Show this paper in a second view, or end that if it lies so; False without a paper."""
        if self._reading.paper() is None:
            return False
        alone = self._spread.other() is None
        if not alone and self._spread.stacked() is stacked:
            self.unsplit()
            return True
        view = self._spread.split(stacked=stacked)
        self._make_room()
        if alone:
            self._reading.at(view).copy(self._reading.at())
            view.setFocus()
        return True

    def unsplit(self) -> bool:
        """Show only the view that has the keys; False if it is alone already."""
        if self._spread.other() is None:
            return False
        first, here = self._spread.first, self._spread.here()
        if here is not first:
            self._reading.at(first).copy(self._reading.at())
        self._spread.unsplit()
        self._room.give_back()
        for shown in (self._reading.at(view) for view in self._reading.shown()):
            if shown.view is not first:
                shown.put_away()
        return True

    def swap(self) -> bool:
        """Give the keys to the other view; False if there is none."""
        other = self._spread.other()
        if other is None:
            return False
        if not self._window.reading():
            self._window.show_reader()
        other.setFocus()
        return True

    def _make_room(self) -> None:
        """Let panes give way to two views side by side."""
        if self._spread.other() is not None and not self._spread.stacked():
            self._room.make(_WIDE, ("list", "sidebar", "notes"))

    def _turned(self, view: ReaderPane) -> None:
        """The keys are in another view: the tabs and the note are about its paper."""
        if self._window.reading():
            self._reading.at(view).tell()

    def _tidy(self) -> None:
        """A view whose paper was closed goes, once another paper is opened."""
        other = self._spread.other()
        if other is not None and self._reading.at(other).paper is None:
            self.unsplit()
