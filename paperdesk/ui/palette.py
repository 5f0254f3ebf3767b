"""The command palette: everything a person can do, found by a few letters."""

from collections.abc import Iterable

from paperdesk.commands.table import Command
from paperdesk.ui.sheet import Entry


def entries(table: Iterable[Command]) -> tuple[Entry, ...]:
    """All commands by title, each with its menu and its keys."""
    return tuple(
        Entry(row.title, row.keys, row.menu.value.replace("&", ""), row.id)
        for row in sorted(table, key=lambda row: row.title.casefold())
    )
