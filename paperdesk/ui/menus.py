"""The menu bar, written from the command table."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from paperdesk.commands.table import Command, Menu
from paperdesk.ui import strokes


class Menus(QMenuBar):
    """One menu for each of the table's; filled when it is first opened."""

    def __init__(
        self, table: Sequence[Command], run: Callable[[str], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        for name in Menu:
            rows = [row for row in table if row.menu is name]
            if rows:
                self.addMenu(_Menu(name.value, rows, run, self))


class _Menu(QMenu):
    """The rows of one menu, each with its first key.

    The keys are words only: the dispatcher alone acts on keys.
    """

    def __init__(
        self, title: str, rows: Sequence[Command], run: Callable[[str], None], parent: QWidget
    ) -> None:
        super().__init__(title, parent)
        self._rows = rows
        self._run = run
        self.aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        if self.isEmpty():
            for row in self._rows:
                keys = strokes.first(row.keys)
                action = self.addAction(f"{row.title}\t{keys}" if keys else row.title)
                action.setToolTip(row.help)
                action.setData(row.id)
            self.triggered.connect(lambda action: self._run(action.data()))
