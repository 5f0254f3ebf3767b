"""Verbs of the pane beside the pages: move through its list, choose, filter, leave."""

from paperdesk.commands.desk import Desk


def down(desk: Desk) -> None:
    """Go to the next row beside the pages."""
    desk.side.step(1)


def up(desk: Desk) -> None:
    """Go to the row before."""
    desk.side.step(-1)


def first(desk: Desk) -> None:
    """Go to the first row."""
    desk.side.go(0)


def last(desk: Desk) -> None:
    """Go to the last row."""
    desk.side.go(-1)


def choose(desk: Desk) -> None:
    """Go to the place that the row stands for."""
    desk.side.choose()


def narrow(desk: Desk) -> None:
    """Leave only the rows that have a text."""
    desk.side.narrow()


def leave(desk: Desk) -> None:
    """Give the keys back to the pages."""
    desk.side.leave()


def put_away(desk: Desk) -> None:
    """Hide the pane beside the pages."""
    desk.side.put_away()
