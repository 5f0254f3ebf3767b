"""Verbs of the split view: two views of papers, side by side or stacked."""

from __future__ import annotations

from paperdesk.commands.desk import Desk
from paperdesk.domain.errors import NothingSelected

_NO_PAPER = "Open a paper first: Enter opens the one under the cursor."
_ALONE = "There is one view only: Ctrl+\\ shows this paper in a second one."


def beside(desk: Desk) -> None:
    """Show the paper in a second view beside the first, or end that."""
    if not desk.split.split(stacked=False):
        raise NothingSelected(_NO_PAPER)


def below(desk: Desk) -> None:
    """Show the paper in a second view below the first, or end that."""
    if not desk.split.split(stacked=True):
        raise NothingSelected(_NO_PAPER)


def close(desk: Desk) -> None:
    """Show only the view that has the keys."""
    if not desk.split.unsplit():
        raise NothingSelected(_ALONE)


def other(desk: Desk) -> None:
    """Give the keys to the other view."""
    if not desk.split.swap():
        raise NothingSelected(_ALONE)
