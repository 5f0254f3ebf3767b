"""Verbs about the list as a table."""

from __future__ import annotations

from paperdesk.commands.desk import Desk
from paperdesk.commands.faces.asking import Option
from paperdesk.domain.shelf import Group

GROUPS = {
    "Not at all": None,
    "By state": Group.STATE,
    "By year": Group.YEAR,
    "By month": Group.MONTH,
    "By day in the feed": Group.DAY,
    "By source": Group.SOURCE,
    "By rating": Group.RATING,
    "By first letter": Group.LETTER,
}
"""What each way to group papers is called where one is chosen."""

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


def choose_further(desk: Desk) -> None:
    """Sort papers that are equal in the columns so far by one more; again, the other way."""
    sorts = list(desk.table.sorts())
    options = [
        Option(title, title, f"{sorts.index(title) + 1}." if title in sorts else "")
        for title in desk.table.columns()
    ]
    desk.chooser.offer("Sort further by", options, desk.table.sort_further)


def choose_group(desk: Desk) -> None:
    """Let papers stand together under headings: by state, year, source and more."""
    now = desk.table.group()
    options = [
        Option(title, title, "now" if group is now else "") for title, group in GROUPS.items()
    ]
    desk.chooser.offer("Group this view", options, lambda title: desk.table.group_by(GROUPS[title]))


def move_left(desk: Desk) -> None:
    """Move the column of the cursor to the left; this view remembers it."""
    desk.table.move_column(desk.table.here(), -1)


def move_right(desk: Desk) -> None:
    """Move the column of the cursor to the right; this view remembers it."""
    desk.table.move_column(desk.table.here(), 1)
