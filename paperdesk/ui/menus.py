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
        made: dict[str, _Menu] = {}
        for name in Menu:
            rows = [row for row in table if row.menu is name]
            if rows:
                above, _, title = name.value.rpartition("/")
                outer = made.get(above)
                menu = made[name.value] = _Menu(title, rows, outer or self)
                if outer:
                    outer.inner.append(menu)
                else:
                    self.addMenu(menu)
                    # An outer menu tells of what is chosen in an inner one too.
                    menu.triggered.connect(lambda action: run(action.data()))


class _Menu(QMenu):
    """The rows of one menu, each with its first key, and the menus in it.

    The keys are words only: the dispatcher alone acts on keys.
    """

    def __init__(self, title: str, rows: Sequence[Command], parent: QWidget) -> None:
        super().__init__(title, parent)
        self._rows = rows
        self.inner: list[QMenu] = []
        self.aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        if self.isEmpty():
            for row in self._rows:
                keys = strokes.first(row.keys)
                action = self.addAction(f"{row.title}\t{keys}" if keys else row.title)
                action.setToolTip(row.help)
                action.setData(row.id)
            for menu in self.inner:
                self.addMenu(menu)
