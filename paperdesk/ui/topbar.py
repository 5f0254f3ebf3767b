"""The bar at the top of the window: menus, search, and a few buttons."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from paperdesk.commands.table import Command
from paperdesk.ui import strokes
from paperdesk.ui.icons import IconButton
from paperdesk.ui.menus import Menus
from paperdesk.ui.search.box import SearchBox
from paperdesk.ui.theme import GRID

BUTTONS = (
    ("feed.refresh-all", "refresh"),
    ("view.sidebar", "sidebar"),
    ("view.notes", "notes"),
)
"""The commands that have a button beside the search box, and their icons."""


class TopBar(QWidget):
    """Menus on the left, search in the middle, a few buttons on the right."""

    def __init__(
        self, search: SearchBox, table: Sequence[Command], run: Callable[[str], None]
    ) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID // 2, GRID // 2, GRID, GRID // 2)
        row.addWidget(Menus(table, run, self))
        row.addStretch(1)
        search.setMaximumWidth(GRID * 70)
        row.addWidget(search, 4)
        row.addStretch(1)
        by_id = {command.id: command for command in table}
        for name, icon in BUTTONS:
            if name in by_id:
                row.addWidget(_button(by_id[name], icon, run))


def _button(command: Command, icon: str, run: Callable[[str], None]) -> IconButton:
    made = IconButton(icon, f"{command.title}   {strokes.first(command.keys)}".rstrip())
    made.setAccessibleName(command.title)
    made.clicked.connect(lambda: run(command.id))
    return made
