"""The screen as the commands see it: six faces, none of which knows Qt."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from paperdesk.domain.errors import PaperDeskError
from paperdesk.domain.note import Anchor, Colour, HighlightId
from paperdesk.domain.pages import Document
from paperdesk.domain.paper import PaperId
from paperdesk.domain.shelf import Shelf


class View(Protocol):
    """The screen as a whole: what is chosen, what is said, what is asked."""

    def selected(self) -> tuple[PaperId, ...]:
        """The papers that a verb is about: the selection, else the current one."""
        ...

    def say(self, sentence: str, *, undo: bool = False) -> None:
        """Show a passing line; with `undo`, one that offers to take it back."""
        ...

    def complain(self, error: PaperDeskError) -> None:
        """Show what went wrong, until it is dismissed."""
        ...

    def withdraw(self, start: str) -> None:
        """Put away what was complained of in sentences that start so."""
        ...

    def confirm(self, question: str, verb: str) -> bool:
        """Ask before something big; `verb` is what the yes button says."""
        ...

    def ask_text(self, question: str, text: str = "", choices: Sequence[str] = ()) -> str | None:
        """Ask for a line of text; None when the user turned away."""
        ...

    def ask_folder(self, question: str) -> Path | None:
        """Ask for a folder; None when the user turned away."""
        ...

    def ask_files(self, question: str) -> tuple[Path, ...]:
        """Ask for files to read; none when the user turned away."""
        ...

    def copy(self, text: str) -> None:
        """Put a text on the clipboard."""
        ...

    def browse(self, url: str) -> None:
        """Open a page in the web browser, or a letter; only http, https and mailto leave."""
        ...

    def quit(self) -> None:
        """Close the window and end the program."""
        ...


class Rows(Protocol):
    """The list of papers."""

    def show(self, shelf: Shelf) -> None:
        """Go to a shelf."""
        ...

    def shelf(self) -> Shelf:
        """The shelf that is shown."""
        ...

    def reload(self) -> None:
        """Ask for the shelf again: what has arrived appears."""
        ...

    def move(self, steps: int) -> None:
        """Move the cursor by rows."""
        ...

    def go(self, row: int) -> None:
        """Move the cursor to a row; -1 is the last."""
        ...

    def step_from(self, paper: PaperId | None, steps: int) -> PaperId | None:
        """Move the cursor so many rows from a paper, if it is listed, to another; None at an end.

        Without a paper, or where it is not listed, from where the cursor is.
        """
        ...

    def next_unread(self, direction: int) -> None:
        """Move to the next unread row (1), or the one before (-1)."""
        ...

    def advance(self, papers: Sequence[PaperId]) -> None:
        """After a verb: go to the row below the last of these, selection cleared."""
        ...

    def toggle_selected(self) -> None:
        """Add the current row to the selection, or take it out."""
        ...

    def toggle_range(self) -> None:
        """Begin a range at the current row, or end the one that was begun."""
        ...

    def select_all(self) -> None:
        """Select every row."""
        ...

    def clear_selection(self) -> None:
        """Select nothing but the current row."""
        ...

    def all(self) -> tuple[PaperId, ...]:
        """Every paper of the shelf, in its order."""
        ...


class Page(Protocol):
    """The reader: the paper that is open, and what is selected in it."""

    def open(self, paper: PaperId, page: int | None = None, mark: Sequence[str] = ()) -> None:
        """Open a paper's PDF, at a page with these words marked if any are named."""
        ...

    def jump(self, highlight: HighlightId) -> None:
        """Go to a highlight of the open paper."""
        ...

    def paper(self) -> PaperId | None:
        """The paper that is open in the reader, if it is shown."""
        ...

    def selections(self) -> tuple[Anchor, ...]:
        """The selected passage: an anchor for each page that it touches."""
        ...

    def current_highlight(self) -> HighlightId | None:
        """The highlight that was made or clicked last."""
        ...

    def choose(self, highlight: HighlightId) -> None:
        """Make a highlight the current one."""
        ...

    def clear_selection(self) -> None:
        """Let go of the selected text."""
        ...

    def selected_text(self) -> str:
        """The selected passage as text to copy."""
        ...

    def close(self) -> None:
        """Leave the reader for the paper's abstract."""
        ...


class Motion(Protocol):
    """The pages on the screen, and how to move over them."""

    def scroll_screens(self, screens: float) -> None:
        """Scroll by screens; one screen keeps a line of the last in sight."""
        ...

    def lines(self, count: int) -> None:
        """Scroll by lines of text."""
        ...

    def turn(self, pages: int) -> None:
        """Go to the top of the next page, or of an earlier one (-1)."""
        ...

    def go(self, page: int) -> None:
        """Go to a page, counted from 0; -1 is the last."""
        ...

    def zoom(self, steps: int) -> None:
        """Larger or smaller by steps; 0 is one pixel a point."""
        ...

    def open_find(self) -> None:
        """Open the find bar."""
        ...

    def find_next(self, direction: int) -> None:
        """Go to the next match (1), or the one before (-1)."""
        ...

    def back(self, steps: int) -> None:
        """Go back over jumps (1), or forward again (-1)."""
        ...


class Side(Protocol):
    """The pane beside the pages: contents, marks and the like, as lists."""

    def toggle(self, name: str) -> None:
        """Show a panel with the keys; the one that has them is put away."""
        ...

    def step(self, steps: int) -> None:
        """Move the cursor of the list by rows."""
        ...

    def go(self, row: int) -> None:
        """Move the cursor to the first row (0) or the last (-1)."""
        ...

    def choose(self) -> None:
        """Go to what the row under the cursor stands for."""
        ...

    def narrow(self) -> None:
        """Let a text be typed that the rows must have."""
        ...

    def leave(self) -> None:
        """Give the keys back to the pages; the panel stays."""
        ...

    def put_away(self) -> None:
        """Show no panel."""
        ...


class File(Protocol):
    """The PDF of a paper, as a file."""

    def document(self, paper: PaperId) -> Document:
        """The PDF, with the password that it was opened with; NotFound if it is not here."""
        ...

    def renew(self, paper: PaperId) -> None:
        """Show a paper's PDF again where it is open: there is a newer one."""
        ...

    def ask_copy(self, name: str) -> Path | None:
        """Ask where a copy goes, `name` being offered; None when the user turned away."""
        ...


class Frame(Protocol):
    """The panes around: which are shown, and which has the keys."""

    def toggle_sidebar(self) -> None:
        """Show or hide the sidebar."""
        ...

    def toggle_notes(self) -> None:
        """Show or hide the notes pane."""
        ...

    def toggle_list(self) -> None:
        """Show or hide the list, to read in the whole window."""
        ...

    def toggle_full_screen(self) -> None:
        """Fill the screen, or come back."""
        ...

    def cycle(self, direction: int) -> None:
        """Give the keys to the next pane (1), or the one before (-1)."""
        ...

    def show_palette(self) -> None:
        """Open the list of commands."""
        ...

    def show_keys(self) -> None:
        """Show the keys of the pane that has them."""
        ...

    def focus_search(self) -> None:
        """Put the caret into the search box."""
        ...

    def write_note(self) -> None:
        """Put the caret into the paper's note."""
        ...

    def quote_in_note(self, paper: PaperId, block: str) -> bool:
        """Put a quote into a paper's note, and the caret below; False if another is shown."""
        ...

    def preview_note(self) -> None:
        """Show the note as it will read, or as it is written."""
        ...

    def mark_up_note(self, mark: str) -> None:
        """Put a Markdown mark around the selected words of the note."""
        ...

    def leave_note(self) -> None:
        """Give the keys back to the paper."""
        ...

    def set_theme(self, theme: str) -> None:
        """Use light, dark or the system's colours."""
        ...

    def colour(self) -> Colour:
        """The colour that the next highlight gets."""
        ...

    def set_colour(self, colour: Colour) -> None:
        """Choose the colour that the next highlight gets."""
        ...
