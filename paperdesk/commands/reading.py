"""Verbs of the reader: open, move, find, highlight."""

from __future__ import annotations

from paperdesk.commands.desk import Desk
from paperdesk.domain.errors import NotFound
from paperdesk.domain.note import Colour


def open_paper(desk: Desk) -> None:
    """Open the paper's PDF, downloaded first if it is not here."""
    desk.page.open(desk.chosen()[0])


def download(desk: Desk) -> None:
    """Download the PDFs of the chosen papers, without opening them."""
    for paper in desk.library.papers(desk.chosen()):
        desk.fetch(
            f"Downloading {paper.title}",
            lambda job, paper=paper: desk.intake.download(paper, job),  # type: ignore[misc]
            lambda path: desk.view.say(f"Here now: {path.name}"),
        )


def down(desk: Desk) -> None:
    """Scroll down by a few lines."""
    desk.page.lines(3)


def up(desk: Desk) -> None:
    """Scroll up by a few lines."""
    desk.page.lines(-3)


def screen_down(desk: Desk) -> None:
    """Scroll down by a screen."""
    desk.page.scroll(1)


def screen_up(desk: Desk) -> None:
    """Scroll up by a screen."""
    desk.page.scroll(-1)


def half_down(desk: Desk) -> None:
    """Scroll down by half a screen."""
    desk.page.scroll(0.5)


def half_up(desk: Desk) -> None:
    """Scroll up by half a screen."""
    desk.page.scroll(-0.5)


def next_page(desk: Desk) -> None:
    """Go to the top of the next page."""
    desk.page.turn(1)


def previous_page(desk: Desk) -> None:
    """Go to the top of the page before."""
    desk.page.turn(-1)


def first_page(desk: Desk) -> None:
    """Go to the first page."""
    desk.page.go(0)


def last_page(desk: Desk) -> None:
    """Go to the last page."""
    desk.page.go(-1)


def fit_width(desk: Desk) -> None:
    """Make the page as wide as the pane."""
    desk.page.fit_width()


def larger(desk: Desk) -> None:
    """Show the page larger."""
    desk.page.zoom(1)


def smaller(desk: Desk) -> None:
    """Show the page smaller."""
    desk.page.zoom(-1)


def actual_size(desk: Desk) -> None:
    """Show the page at its printed size."""
    desk.page.zoom(0)


def find(desk: Desk) -> None:
    """Find text in the open paper."""
    desk.page.find()


def next_match(desk: Desk) -> None:
    """Go to the next place where the text was found."""
    desk.page.find_next(1)


def previous_match(desk: Desk) -> None:
    """Go to the place before where the text was found."""
    desk.page.find_next(-1)


def back(desk: Desk) -> None:
    """Go back to where the last jump began."""
    desk.page.back(1)


def forward(desk: Desk) -> None:
    """Go forward again."""
    desk.page.back(-1)


def copy_text(desk: Desk) -> None:
    """Copy the selected text, hyphens at line ends dissolved."""
    selection = desk.page.selection()
    if selection is None:
        desk.view.say("Select text with the mouse first.")
        return
    desk.view.copy(selection.text)
    desk.view.say("Copied.")


def highlight(desk: Desk) -> None:
    """Highlight the selected text in the colour used last."""
    _mark(desk, desk.frame.colour())


def yellow(desk: Desk) -> None:
    """Make the selected text or highlight yellow."""
    _mark(desk, Colour.YELLOW)


def green(desk: Desk) -> None:
    """Make the selected text or highlight green."""
    _mark(desk, Colour.GREEN)


def blue(desk: Desk) -> None:
    """Make the selected text or highlight blue."""
    _mark(desk, Colour.BLUE)


def pink(desk: Desk) -> None:
    """Make the selected text or highlight pink."""
    _mark(desk, Colour.PINK)


def drop_highlight(desk: Desk) -> None:
    """Remove the highlight that was clicked; undo brings it back."""
    current = desk.page.current_highlight()
    if current is None:
        raise NotFound("Click a highlight first.")
    desk.write(
        lambda: desk.notes.drop(current),
        lambda _: desk.view.say("Highlight removed", undo=True),
    )


def _mark(desk: Desk, colour: Colour) -> None:
    """Highlight what is selected, else give the clicked highlight this colour."""
    paper, selection = desk.page.paper(), desk.page.selection()
    current = desk.page.current_highlight()
    desk.frame.set_colour(colour)
    if paper is not None and selection is not None:
        desk.page.clear_selection()
        desk.write(
            lambda: desk.notes.mark(paper, selection, colour),
            lambda _: desk.view.say(f"Highlighted in {colour.value}", undo=True),
        )
    elif current is not None:
        desk.write(
            lambda: desk.notes.recolour(current, colour),
            lambda _: desk.view.say(f"The highlight is {colour.value} now", undo=True),
        )
    else:
        desk.view.say("Select text with the mouse first, then press h or 1 to 4.")
