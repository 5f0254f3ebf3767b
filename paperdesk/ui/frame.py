"""The panes around, as the commands see them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from paperdesk.commands.view import Page
from paperdesk.domain.hit import Hit, HitKind
from paperdesk.domain.note import Colour, HighlightId
from paperdesk.domain.paper import PaperId
from paperdesk.ui.search.results import Results
from paperdesk.ui.theme import Theme
from paperdesk.ui.window import Window


class NotePane(Protocol):
    """The notes pane, as far as others steer it."""

    def write(self, insert: str = "") -> None:
        """Put the caret into the note, with a text at its end."""

    def preview(self) -> None:
        """Show the note as it will read, or as it is written."""


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Whom the frame hands things on to."""

    page: Page
    notes: NotePane
    results: Results
    theme: Theme
    show_paper: Callable[[PaperId], None]
    """Shows a paper's abstract."""
    colour: Callable[[], Colour]
    """The colour that the next highlight gets."""


class WindowFrame:
    """Shows, hides and walks through the panes: the `Frame` of the commands."""

    def __init__(self, window: Window, neighbours: Neighbours) -> None:
        self._window = window
        self._panels = window.panels
        self._around = neighbours

    def toggle_sidebar(self) -> None:
        """Show or hide the sidebar."""
        self._panels.toggle("sidebar")

    def toggle_notes(self) -> None:
        """Show or hide the notes pane."""
        self._panels.toggle("notes")

    def toggle_list(self) -> None:
        """Show or hide the list, to read in the whole window."""
        self._panels.toggle("list")

    def toggle_full_screen(self) -> None:
        """Fill the screen, or come back."""
        if self._window.isFullScreen():
            self._window.showNormal()
        else:
            self._window.showFullScreen()

    def cycle(self, direction: int) -> None:
        """Give the keys to the next pane (1), or the one before (-1)."""
        self._panels.cycle(direction)

    def show_palette(self) -> None:
        """Open the list of commands."""
        self._window.show_palette()

    def show_keys(self) -> None:
        """Show the keys of the pane that has them."""
        self._window.show_keys()

    def focus_search(self) -> None:
        """Put the caret into the search box."""
        self._window.focus_search()

    def write_note(self, insert: str = "") -> None:
        """Put the caret into the paper's note, with a text at its end."""
        self._panels.reveal("notes")
        self._around.notes.write(insert)

    def preview_note(self) -> None:
        """Show the note as it will read, or as it is written."""
        self._panels.reveal("notes")
        self._around.notes.preview()

    def open_hit(self, hit: Hit) -> None:
        """Go to what a search found: the page, the highlight, the note, the abstract."""
        page = self._around.page
        if hit.kind is HitKind.PAGE:
            page.open(hit.paper, hit.page, self._around.results.answer().terms)
        elif hit.kind is HitKind.HIGHLIGHT:
            page.open(hit.paper, hit.page)
            page.jump(HighlightId(hit.ref))
        else:
            self._around.show_paper(hit.paper)
            if hit.kind is HitKind.NOTE:
                self.write_note()
            else:
                self._panels.focus("paper")

    def set_theme(self, theme: str) -> None:
        """Use light, dark or the system's colours."""
        self._around.theme.use(theme)

    def colour(self) -> Colour:
        """The colour that the next highlight gets."""
        return self._around.colour()
