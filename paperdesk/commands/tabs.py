"""Verbs of the tabs: go to one, close it, open it again."""

from __future__ import annotations

from collections.abc import Callable

from paperdesk.commands.desk import Desk
from paperdesk.commands.reading import open_at
from paperdesk.domain.errors import NothingSelected
from paperdesk.domain.paper import PaperId


def following(desk: Desk) -> None:
    """Show the paper of the next tab."""
    _show(desk, desk.tabs.neighbour(1))


def previous(desk: Desk) -> None:
    """Show the paper of the tab before."""
    _show(desk, desk.tabs.neighbour(-1))


def pick(desk: Desk) -> None:
    """Open a paper by any word of its title, authors or key; open and recent ones first."""
    desk.tabs.pick()


def close(desk: Desk) -> None:
    """Close the paper that is shown; its place is kept."""
    if desk.page.paper() is None:
        raise NothingSelected("No paper is open here: Ctrl+W closes the one in the reader.")
    paper = desk.tabs.close()
    if paper is None:
        desk.split.unsplit()
        desk.page.close()
    else:
        open_at(desk, paper)


def reopen(desk: Desk) -> None:
    """Open the paper again whose tab was closed last."""
    paper = desk.tabs.last_closed()
    if paper is None:
        raise NothingSelected("No tab has been closed.")
    open_at(desk, paper)


def _nth(number: int, name: str) -> Callable[[Desk], None]:
    def show(desk: Desk) -> None:
        paper = desk.tabs.at(number)
        if paper is None:
            raise NothingSelected(f"There is no tab {number}.")
        open_at(desk, paper)

    show.__doc__ = f"Show the paper of the {name} tab."
    return show


_NAMES = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "last")

NTH: tuple[Callable[[Desk], None], ...] = tuple(
    _nth(number, name) for number, name in enumerate(_NAMES, 1)
)
"""The verbs of the numbered keys, from the first tab to the last."""


def _show(desk: Desk, paper: PaperId | None) -> None:
    if paper is None:
        raise NothingSelected("No paper is open yet: Enter opens the one under the cursor.")
    open_at(desk, paper)
