"""Verbs of bookmarks: add one, list them, go to one, rename it, throw it away."""

from __future__ import annotations

from paperdesk.commands.desk import Desk
from paperdesk.commands.reading import open_at
from paperdesk.domain.errors import NothingSelected
from paperdesk.domain.waymark import Bookmark, BookmarkId

PANEL = "bookmarks"
"""The name of the list beside the pages."""


def add(desk: Desk) -> None:
    """Give this place a name, to be found under it again."""
    paper, place = desk.page.paper(), desk.spots.here()
    if paper is None or place is None:
        raise NothingSelected("Open a paper first: Enter opens the one under the cursor.")
    text = desk.view.ask_text("Bookmark this place as:", desk.spots.heading())
    if text is not None:
        desk.write(
            lambda: desk.bookmarks.add(paper, place, text),
            lambda made: desk.view.say(f"Bookmarked: {made.text}", undo=True),
        )


def show(desk: Desk) -> None:
    """Show the bookmarks of this paper beside the pages, or put them away."""
    desk.side.toggle(PANEL)


def show_all(desk: Desk) -> None:
    """List the bookmarks of all papers, to go to one."""
    desk.read(desk.bookmarks.all, desk.bookmarking.offer)


def visit(desk: Desk, bookmark: Bookmark) -> None:
    """Go to a bookmark, in whichever paper it is."""
    desk.library.paper(bookmark.paper)
    if desk.intake.here(bookmark.paper) is None:
        open_at(desk, bookmark.paper, bookmark.page)
    else:
        desk.spots.visit(bookmark.paper, bookmark.page, bookmark.top)


def rename(desk: Desk) -> None:
    """Give the bookmark under the cursor another name."""
    wanted = _chosen(desk)
    text = desk.view.ask_text("Call this bookmark:", desk.bookmarks.find(wanted).text)
    if text:
        desk.write(
            lambda: desk.bookmarks.rename(wanted, text),
            lambda _: desk.view.say("Bookmark renamed", undo=True),
        )


def drop(desk: Desk) -> None:
    """Throw the bookmark under the cursor away; undo brings it back."""
    wanted = _chosen(desk)
    desk.write(
        lambda: desk.bookmarks.drop(wanted),
        lambda _: desk.view.say("Bookmark deleted", undo=True),
    )


def _chosen(desk: Desk) -> BookmarkId:
    wanted = desk.bookmarking.current()
    if wanted is None:
        raise NothingSelected("Choose a bookmark first: gb lists those of this paper.")
    return wanted
