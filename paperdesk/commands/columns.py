"""Verbs about the list as a table."""

from __future__ import annotations

from paperdesk.commands.desk import Desk

_SHOWN, _HIDDEN = "✓ ", "– "


def toggle_table(desk: Desk) -> None:
    """Show the list as a table with a line for each paper, or as cards again."""
    desk.table.toggle()


def choose_columns(desk: Desk) -> None:
    """Show a column of the table, or hide it."""
    options = [
        f"{_SHOWN if shown else _HIDDEN}{title}" for title, shown in desk.table.columns().items()
    ]
    desk.chooser.choose(
        "Columns of the table", options, lambda option: desk.table.toggle_column(option[2:])
    )


def sort_here(desk: Desk) -> None:
    """Sort by the column of the cursor; again, the other way; a third time, not at all."""
    desk.table.sort_by(desk.table.here())


def choose_sort(desk: Desk) -> None:
    """Sort the list by a column: what has nothing there comes last."""
    desk.chooser.choose("Sort by", list(desk.table.columns()), desk.table.sort_by)
