"""Verbs that take something out of a page: a region, a quote."""

from paperdesk.commands.desk import Desk
from paperdesk.commands.sharing import citation
from paperdesk.domain import quote
from paperdesk.domain.deeplink import DeepLink
from paperdesk.domain.errors import NothingSelected
from paperdesk.domain.paper import Paper
from paperdesk.domain.passage import joined


def copy_region(desk: Desk) -> None:
    """Copy a part of a page as an image: drag a rectangle, or use the arrows."""
    desk.picker.copy_region()


def follow_link(desk: Desk) -> None:
    """Show a letter or two at every link in sight: type them to follow it."""
    desk.picker.hint_links()


def copy_quote(desk: Desk) -> None:
    """Copy the selected text as a Markdown quote, with citation and a link to its place."""
    paper, passage = desk.page.paper(), desk.page.selections()
    current = desk.page.current_highlight()
    if paper is None or not (passage or current):
        raise NothingSelected("Select a passage in the reader first, or click a highlight.")
    if current and not passage:
        passage = desk.notes.highlight(current).anchors
    else:
        current = None
    link = str(DeepLink(paper, passage[0].page, current))
    where = quote.source(passage[0].label, passage[0].page, link)
    words = joined(anchor.text for anchor in passage)
    desk.view.copy(cited(words, desk.library.paper(paper), where))
    desk.view.say("Copied as a quote.")


def cited(words: str, paper: Paper, where: str) -> str:
    """A passage as a Markdown quote that says what it is from."""
    return quote.block(quote.escaped(words), f"— {citation(paper)}, {where}")
