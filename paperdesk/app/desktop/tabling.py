"""How the table of the list stands, kept in the library for the next start."""

from collections.abc import Callable
from typing import Any

from paperdesk.infra import memory
from paperdesk.infra.changes import Changes
from paperdesk.ui.list.table import Table

_KEY = "table"


def recall(table: Table, changes: Changes) -> None:
    """Let the table stand as it stood."""
    try:
        table.recall(memory.recall(changes.database, _KEY))
    except (LookupError, TypeError, ValueError, AttributeError):
        return


def keeper(
    table: Table, changes: Changes, write: Callable[[Callable[[], None]], None]
) -> Callable[[], None]:
    """What keeps it, by a door through which changes are written."""

    def keep() -> None:
        kept: dict[str, Any] = table.looks.kept()
        write(lambda: memory.keep(changes, _KEY, kept))

    return keep
