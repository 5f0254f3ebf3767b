"""Verbs that lead through a paper by what is printed in it: sections and pages."""

from paperdesk.commands.desk import Desk
from paperdesk.domain.errors import NotFound


def contents(desk: Desk) -> None:
    """Show the contents beside the pages, or put them away."""
    desk.side.toggle("contents")


def thumbnails(desk: Desk) -> None:
    """Show the pages in little, or put them away."""
    desk.side.toggle("thumbnails")


def next_section(desk: Desk) -> None:
    """Go to the next section of the contents."""
    desk.ways.section(1)


def previous_section(desk: Desk) -> None:
    """Go to the beginning of this section, or of the one before."""
    desk.ways.section(-1)


def go_to_page(desk: Desk) -> None:
    """Go to a page by the number or label that is printed on it."""
    name = desk.view.ask_text(f"Go to page ({desk.ways.span()})")
    if not name or not name.strip():
        return
    page = desk.ways.page_called(name)
    if page is None:
        raise NotFound(f"No page is called “{name.strip()}”: they run from {desk.ways.span()}.")
    desk.motion.go(page)
