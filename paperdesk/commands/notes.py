"""Verbs of the note that belongs to a paper."""

from __future__ import annotations

from paperdesk.commands import go, reading
from paperdesk.commands.desk import Desk
from paperdesk.domain.errors import NothingSelected
from paperdesk.domain.note import Highlight
from paperdesk.domain.paper import PaperId


def write(desk: Desk) -> None:
    """Write in the note of the paper."""
    desk.chosen()
    desk.frame.write_note()


def quote(desk: Desk) -> None:
    """Put the selected passage into the note, with a link back to its place."""
    paper, passage = desk.page.paper(), desk.page.selections()
    current = desk.page.current_highlight()
    if paper is not None and passage:
        desk.page.clear_selection()
        colour = desk.frame.colour()
        desk.write(
            lambda: desk.notes.mark_passage(paper, passage, colour),
            lambda made: _insert(desk, paper, made),
        )
    elif paper is not None and current is not None:
        _insert(desk, paper, desk.notes.highlight(current))
    else:
        raise NothingSelected("Select a passage in the reader first, or click a highlight.")


def preview(desk: Desk) -> None:
    """Show the note as it will read, or as it is written."""
    desk.frame.preview_note()


def embolden(desk: Desk) -> None:
    """Make the selected words of the note bold."""
    desk.frame.mark_up_note("**")


def italicise(desk: Desk) -> None:
    """Make the selected words of the note italic."""
    desk.frame.mark_up_note("*")


def find(desk: Desk) -> None:
    """Find text in the paper that is open beside the note, else in everything."""
    if desk.page.paper() is None:
        go.search(desk)
    else:
        reading.find(desk)


def lead(desk: Desk) -> None:
    """Let the page follow the caret through the quotes of the note, or let it be."""
    leads = not desk.settings.get("note-leads")
    said = "The page follows the note now" if leads else "The page stays where it is now"
    desk.write(lambda: desk.settings.set("note-leads", leads), lambda _: desk.view.say(said))


def done(desk: Desk) -> None:
    """Leave the note for the paper."""
    desk.frame.leave_note()


def _insert(desk: Desk, paper: PaperId, passage: Highlight) -> None:
    """Quote where one writes; if another note is shown by now, at the end of its own."""
    block = desk.notes.quote(passage, paper)
    if not desk.frame.quote_in_note(paper, block):
        desk.write(
            lambda: desk.notes.append(paper, block),
            lambda _: desk.view.say("Quoted in the note of the paper it is from", undo=True),
        )
