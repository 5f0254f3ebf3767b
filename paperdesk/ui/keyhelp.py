"""Key help: the keys of one pane, then those that count everywhere."""

from collections.abc import Iterable

from paperdesk.commands.table import Command, Where
from paperdesk.ui.keys import LAYERS
from paperdesk.ui.sheet import Entry

_NAMES = {
    Where.LIST: "List",
    Where.READER: "Reader",
    Where.CARET: "With a caret on the page",
    Where.SIDE: "Beside the page",
    Where.MARK: "Marks",
    Where.CHOSEN: "The chosen mark",
    Where.NOTE: "Note",
    Where.DESK: "List and reader",
    Where.ALWAYS: "Everywhere",
}


def entries(table: Iterable[Command], where: Where) -> tuple[Entry, ...]:
    """The keys that count in a pane, its own first; choosing one runs it."""
    rows = [row for row in table if row.keys]
    return tuple(
        Entry(row.title, row.keys, _NAMES[layer], row.id)
        for layer in LAYERS[where]
        for row in rows
        if row.where is layer
    )
