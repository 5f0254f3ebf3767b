"""A sheet over the window with a few things to choose from."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from paperdesk.commands.faces.window import Option
from paperdesk.ui.sheet import Entry, Rank, Sheet, ranked
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

    def offer(self, title: str, options: Sequence[Option], taken: Callable[[str], None]) -> None:
        """Offer any number of options, in their order; `taken` is called with the id of one."""
        self._taken = taken
        entries = [Entry(one.title, "", one.remark, one.id, one.also) for one in options]
        self.sheet(title, with_all).open(entries)

    def label_everything(self) -> None:
        """Show a label at all that can be pressed in the window; typing it presses."""
        self._hints.offer()

    def sheet(self, title: str, rank: Rank = ranked) -> Sheet:
        """The sheet of a question, made when it is first asked."""
        if title not in self._sheets:
            made = Sheet(title, self._window, rank)
            made.chosen.connect(self._take)
            self._sheets[title] = made
        return self._sheets[title]

    def _take(self, option: str) -> None:
        taken, self._taken = self._taken, None
        if taken is not None:
            taken(option)


def with_all(entries: Sequence[Entry], wanted: str) -> tuple[Entry, ...]:
    """Those that have all the words, in the order in which they were offered."""
    words = wanted.casefold().split()
    return tuple(
        entry
        for entry in entries
        if all(word in f"{entry.title} {entry.place} {entry.also}".casefold() for word in words)
    )
