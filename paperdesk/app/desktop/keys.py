"""From keys, menus and buttons to commands, and what is said when one fails."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from paperdesk.app.desktop.parts import Parts
from paperdesk.commands.desk import Desk
from paperdesk.commands.table import RESERVED, TABLE, Where, command
from paperdesk.domain.errors import Cancelled, NotFound, NothingSelected, PaperDeskError
from paperdesk.ui.keys import Binding, Dispatcher, Keymap

MOST = 500
"""A count above this is a slip of the hand."""

_MOTIONS = frozenset(
    {"page.down", "page.up", "page.screen-down", "page.screen-up", "page.half-down",
     "page.half-up", "page.next", "page.previous", "page.next-match", "page.previous-match",
     "page.next-section", "page.previous-section", "page.back", "page.forward",
     "page.larger", "page.smaller", "list.down", "list.up", "list.next-unread",
     "list.previous-unread"}
)  # fmt: skip
"""The commands that a count repeats."""


class Keys(QObject):
    """Runs commands by their ids, for whoever asks: a key, a menu, a button."""

    def __init__(self, parts: Parts, desk: Desk) -> None:
        super().__init__(parts.window)
        self._parts = parts
        self._desk = desk
        self.dispatcher = Dispatcher(
            Keymap(TABLE, RESERVED), self.run, parts.window.where, self._counts, self
        )
        self.dispatcher.when_chosen(self._chosen)
        self.dispatcher.pending.connect(parts.window.hint.offer)
        self.dispatcher.settled.connect(parts.window.hint.hide)
        self.dispatcher.choosing.connect(self._offer)
        self.dispatcher.took.connect(self.run_with)
        self.dispatcher.refused.connect(parts.window.toast.say)

    def run(self, name: str, count: int = 0) -> None:
        """Run a command, repeated if it is a motion and a count was typed."""
        row = command(name)
        if row is None:
            return
        counted = row.counted
        if count and counted is not None:
            self.attempt(lambda: counted(self._desk, count))
            return
        for _ in range(min(count, MOST) if name in _MOTIONS and count else 1):
            self.attempt(lambda: row.run(self._desk))

    def run_with(self, name: str, stroke: str) -> None:
        """Run a command that takes the stroke after its key."""
        row = command(name)
        if row is not None and row.then is not None:
            then = row.then
            self.attempt(lambda: then(self._desk, stroke))

    def _offer(self, name: str) -> None:
        """Show the strokes that a command knows."""
        row = command(name)
        choices = row.choices(self._desk) if row is not None and row.choices is not None else ()
        if choices:
            self._parts.window.hint.offer(
                [Binding((stroke,), title, name) for stroke, title in choices]
            )

    def _counts(self) -> bool:
        """Digits start a count in the reader, unless they would choose a colour.

        In lists they do so where that is chosen.
        """
        page = self._desk.page
        if self._parts.window.where() is Where.LIST:
            return bool(self._desk.settings.get("counts"))
        reading = self._parts.window.where() is Where.READER
        return reading and not page.selections() and page.current_highlight() is None

    def _chosen(self) -> bool:
        """Whether a mark is chosen, on the page or in the list of marks that has the keys."""
        marking = self._desk.marking
        here = self._parts.window.where() is Where.READER or marking.listed()
        return here and marking.current() is not None

    def attempt(self, act: Callable[[], None]) -> None:
        """Do what somebody asked for, and say what stands against it."""
        try:
            act()
        except Cancelled:
            return
        except (NothingSelected, NotFound) as error:
            self._desk.view.say(str(error))
        except PaperDeskError as error:
            self._desk.view.complain(error)
