"""Verbs that work off a view: read on, mark much of it as read, see how it went."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from paperdesk.commands.desk import Desk
from paperdesk.commands.papers import sure
from paperdesk.domain.errors import NotFound
from paperdesk.domain.paper import PaperId
from paperdesk.domain.shelf import kept_shelf


def read_view(desk: Desk) -> None:
    """Mark every paper of the view as read."""
    _mark_read(desk, desk.rows.all(), "in this view")


def read_above(desk: Desk) -> None:
    """Mark the papers above the cursor as read."""
    _mark_read(desk, desk.rows.beside(-1), "above the cursor")


def read_below(desk: Desk) -> None:
    """Mark the papers below the cursor as read."""
    _mark_read(desk, desk.rows.beside(1), "below the cursor")


def scroll_on(desk: Desk) -> None:
    """Scroll the abstract; at its end the paper is read, and the next unread one follows."""
    if desk.frame.scroll_abstract(1):
        return
    chosen = desk.view.selected()
    desk.rows.next_unread(1)
    if len(chosen) == 1:
        _mark(desk, desk.views.unread(array("q", chosen)))


def scroll_back(desk: Desk) -> None:
    """Scroll the abstract back."""
    desk.frame.scroll_abstract(-1)


def kept(desk: Desk) -> None:
    """Show what was kept of this view."""
    desk.rows.show(kept_shelf(desk.rows.shelf()))


def late(desk: Desk) -> None:
    """Go to the first unread paper of those that were added late."""
    if not desk.rows.to_late():
        raise NotFound("Nothing unread was added late.")


def _mark_read(desk: Desk, papers: Sequence[PaperId], where: str) -> None:
    """Mark just these as read, whatever comes meanwhile; of many it is asked once."""

    def found(unread: tuple[PaperId, ...]) -> None:
        if not unread:
            desk.view.say(f"Nothing {where} is unread.")
        elif sure(desk, len(unread), "Mark read"):
            _mark(desk, unread)

    desk.read(lambda: desk.views.unread(array("q", papers)), found)


def _mark(desk: Desk, unread: tuple[PaperId, ...]) -> None:
    if unread:
        desk.write(
            lambda: desk.library.set_unread(unread, unread=False),
            lambda done: desk.view.say(done, undo=True),
        )
