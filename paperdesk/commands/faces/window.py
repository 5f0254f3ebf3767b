"""The window as the commands see it: what is said and asked, the panes, all faces of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from paperdesk.commands.faces.asking import Chooser, DetailsForm, RuleEditor
from paperdesk.commands.faces.listing import Rows, Table
from paperdesk.commands.faces.twins import DuplicateFaces
from paperdesk.domain.comparison import Change, Compared
from paperdesk.domain.errors import PaperDeskError
from paperdesk.domain.note import Colour
from paperdesk.domain.paper import PaperId


class View(Protocol):
    """The screen as a whole: what is chosen, what is said, what is asked."""

    def selected(self) -> tuple[PaperId, ...]:
        """The papers that a verb is about: the selection, else the current one."""
        ...

    def say(self, sentence: str, *, undo: bool = False) -> None:
        """Show a passing line; with `undo`, one that offers to take it back."""
        ...

    def mention(self, sentence: str) -> None:
        """Show a passing line about what nobody did just now: an offer to undo stays."""
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


class Differences(Protocol):
    """What changed between two versions of a paper, listed in place of the papers."""

    def show(self, compared: Compared) -> None:
        """List the changes, with the keys."""
        ...

    def shown(self) -> Compared | None:
        """What is listed, if it is shown."""
        ...

    def current(self) -> Change | None:
        """The change under the cursor."""
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

    def toggle_preview(self) -> None:
        """Show or hide the paper beside the list."""
        ...

    def show_thumbnails(self, *, on: bool) -> None:
        """Show pictures on the cards, or none."""
        ...

    def toggle_full_screen(self) -> None:
        """Fill the screen, or come back."""
        ...

    def cycle(self, direction: int) -> None:
        """Give the keys to the next pane (1), or the one before (-1)."""
        ...

    def scroll_abstract(self, direction: int) -> bool:
        """Scroll the abstract by a screen (1), or back (-1); False if it ends there."""
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


@dataclass(frozen=True)
class WindowFaces:
    """What a verb may say to the window."""

    view: View
    rows: Rows
    table: Table
    chooser: Chooser
    editor: RuleEditor
    form: DetailsForm
    frame: Frame
    differences: Differences
    duplicate_faces: DuplicateFaces
