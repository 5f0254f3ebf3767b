"""The window as the commands see it: the list, the panes, what is asked and said."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from paperdesk.commands.faces.twins import DuplicateFaces
from paperdesk.domain.comparison import Change, Compared
from paperdesk.domain.details import Details
from paperdesk.domain.errors import PaperDeskError
from paperdesk.domain.note import Colour
from paperdesk.domain.paper import PaperId
from paperdesk.domain.rule import Edited, Rule
from paperdesk.domain.shelf import Group, Order, Shelf


@dataclass(frozen=True, slots=True)
class Choice:
    """A line to choose: what it is, a remark at its end, and what it does, if anything."""

    title: str
    remark: str = ""
    run: Callable[[], None] | None = None


@dataclass(frozen=True, slots=True)
class Tick:
    """A line that can be ticked: its name, what is in it."""

    title: str
    remark: str = ""


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


@dataclass(frozen=True, slots=True)
class Option:
    """Something to choose: what it is called, a remark beside it, words it also answers to.

    Without an id it can be read, but not chosen.
    """

    id: str
    title: str
    remark: str = ""
    also: str = ""


class Chooser(Protocol):
    """Lets one of a few things be chosen, by the keyboard or the mouse."""

    def prepare(self, title: str) -> None:
        """Open the sheet of a question before its options are known; what is typed waits."""
        ...

    def call_off(self, title: str) -> None:
        """Close the sheet of a question that has no options after all."""
        ...

    def choose(self, title: str, options: Sequence[str], taken: Callable[[str], None]) -> None:
        """Offer some options; `taken` is called with the one that is chosen, if any is."""
        ...

    def offer(self, title: str, options: Sequence[Option], taken: Callable[[str], None]) -> None:
        """Offer any number of options, in their order; `taken` is called with the id of one."""
        ...

    def consult(self, title: str, answer: Callable[[str], Sequence[Choice]]) -> None:
        """Offer what `answer` has for what is typed, anew after each key, at first for ""."""
        ...

    def tick(
        self,
        title: str,
        lead: str,
        lines: Sequence[Tick],
        taken: Callable[[Sequence[int]], None],
    ) -> None:
        """Let some lines be ticked; `taken` gets their numbers, once it is said to begin."""
        ...

    def label_everything(self) -> None:
        """Show a label at all that can be pressed in the window; typing it presses."""
        ...


class RuleEditor(Protocol):
    """Lets rules be written, with what they would find beside."""

    def edit(self, draft: Rule) -> Edited | None:
        """What was written of a draft or a rule; None when the user turned away."""
        ...

    def write_here(self) -> bool:
        """Put the caret into the query above the list; False if none stands there."""
        ...

    def write_query(self, question: str, text: str) -> str | None:
        """The query that was written in place of a text; None when the user turned away."""
        ...


class DetailsForm(Protocol):
    """Lets the details of a paper be written."""

    def write(self, details: Details, edited: Collection[str] = ()) -> Details | None:
        """What was written; None when the user turned away. `edited` are theirs already."""
        ...


class Rows(Protocol):
    """The list of papers."""

    def show(self, shelf: Shelf, paper: PaperId | None = None) -> None:
        """Go to a shelf, and to a paper of it if one is named."""
        ...

    def follow(self, shelf: Shelf) -> None:
        """Go to a shelf that a verb has made, where there is a list to show it in."""
        ...

    def shelf(self) -> Shelf:
        """The shelf that is shown."""
        ...

    def sort(self, order: Order) -> None:
        """Show the shelf in another order, from its first row on; it is remembered."""
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

    def to_late(self) -> bool:
        """Go to the first unread row of those who came late; False if there is none."""
        ...

    def beside(self, direction: int) -> tuple[PaperId, ...]:
        """The papers above the cursor (-1) or below it (1), in the order of the list."""
        ...

    def advance(self, papers: Sequence[PaperId]) -> None:
        """After a verb: go to the row below the last of these, selection cleared."""
        ...

    def toggle_selected(self, rows: int = 1) -> None:
        """Add the current row to the selection, or take it out; of several, select each."""
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

    def empty(self) -> bool:
        """Whether nothing is on the shelf."""
        ...


class Table(Protocol):
    """The list of papers as a table."""

    def toggle(self) -> None:
        """Show a table in place of cards, or cards again."""
        ...

    def columns(self) -> dict[str, bool]:
        """The columns that there are, by their titles, and whether they are shown."""
        ...

    def toggle_column(self, title: str) -> None:
        """Show a column, or hide it."""
        ...

    def here(self) -> str:
        """The title of the column of the cursor."""
        ...

    def sort_by(self, title: str) -> None:
        """Sort by a column; again, the other way; a third time, as the shelf stands."""
        ...

    def sort_further(self, title: str) -> None:
        """Sort those that are equal in the columns before by this one; again, as alone."""
        ...

    def sorts(self) -> dict[str, bool]:
        """The titles of the columns that it is sorted by, and whether values fall."""
        ...

    def group_by(self, group: Group | None) -> None:
        """Let papers stand together under headings; None lets them stand as they are sorted."""
        ...

    def group(self) -> Group | None:
        """What the papers stand together by."""
        ...

    def move_column(self, title: str, steps: int) -> None:
        """Move a column to the right, or to the left by negative steps."""
        ...

    def unsort(self) -> None:
        """Sort by no column; whoever asks for this shows the list anew."""
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
