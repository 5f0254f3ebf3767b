"""A sheet over the window with a few things to choose from."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from paperdesk.ui.sheet import Entry, Sheet
from paperdesk.ui.windowhints import WindowHints

_FIELD, _ROW = 72, 32
"""Pixels of a sheet's field with what is around it, and of a line."""


class SheetChooser:
    """Offers options as lines of a sheet: the `Chooser` of the commands."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._sheets: dict[str, Sheet] = {}
        self._taken: Callable[[str], None] | None = None
        self._hints = WindowHints(window)

    def choose(self, title: str, options: Sequence[str], taken: Callable[[str], None]) -> None:
        """Offer some options; `taken` is called with the one that is chosen, if any is."""
        self._taken = taken
        sheet = self.sheet(title)
        sheet.open([Entry(option, command=option) for option in options])
        sheet.resize(sheet.width(), min(sheet.height(), _FIELD + _ROW * len(options)))

    def label_everything(self) -> None:
        """Show a label at all that can be pressed in the window; typing it presses."""
        self._hints.offer()

    def sheet(self, title: str) -> Sheet:
        """The sheet of a question, made when it is first asked."""
        if title not in self._sheets:
            made = Sheet(title, self._window)
            made.chosen.connect(self._take)
            self._sheets[title] = made
        return self._sheets[title]

    def _take(self, option: str) -> None:
        taken, self._taken = self._taken, None
        if taken is not None:
            taken(option)
