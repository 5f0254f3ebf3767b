"""The pages on the screen as the commands see them: moved over, laid out, picked from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from paperdesk.domain.arrangement import Arrangement, Fit
from paperdesk.domain.note import Highlight
from paperdesk.domain.pages import Document
from paperdesk.reader.selection import Unit


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


class Ways(Protocol):
    """Ways through a paper by what is printed in it."""

    def section(self, direction: int) -> None:
        """Go to the next section (1), or to the beginning of this one or the one before (-1)."""
        ...

    def page_called(self, name: str) -> int | None:
        """The page with this label, or this number; None if there is none."""
        ...

    def span(self) -> str:
        """From which page to which the paper runs, in words."""
        ...


class Seeking(Protocol):
    """The switches of the find bar."""

    def switch(self, option: str) -> bool:
        """Switch `case`, `words` or `regex`, for this search and the next; whether it is on."""
        ...

    def within(self, part: str) -> None:
        """Search the `section` one is in, `pages` that are typed, or the whole paper (``)."""
        ...


class Picker(Protocol):
    """Regions, labels and the caret over the pages."""

    def copy_region(self) -> None:
        """Let a rectangle be drawn, and copy what is in it as an image."""
        ...

    def hint_links(self) -> None:
        """Show a label at every link in sight; typing it follows the link."""
        ...

    def find_word(self) -> None:
        """Choose a word in sight by its beginning: the caret goes there."""
        ...

    def anchor(self) -> None:
        """Let a passage begin at the caret, or let go of it."""
        ...

    def move(self, unit: Unit, direction: int, *, extend: bool = False) -> None:
        """Move the caret by a unit; with `extend`, the passage grows."""
        ...

    def edge(self, direction: int, *, extend: bool = False) -> None:
        """Move the caret to the beginning (-1) or the end (1) of its line."""
        ...

    def let_go(self) -> None:
        """Give up the passage at the caret, else the caret."""
        ...

    def keep(self) -> None:
        """Put the caret away; the passage stays selected."""
        ...


class PageLayout(Protocol):
    """The arrangement of the open paper's pages, and what their zoom follows."""

    def arrangement(self) -> Arrangement | None:
        """How the pages lie now; None if none are shown."""
        ...

    def arrange(self, arrangement: Arrangement) -> None:
        """Lay the pages out otherwise; what is read stays in sight."""
        ...

    def fit(self, fit: Fit) -> None:
        """Let the zoom follow the window."""
        ...

    def present(self) -> None:
        """Fill the screen with one page at a time, until that is left."""
        ...


class Look(Protocol):
    """The colours of the pages, in every view."""

    def dress(self) -> None:
        """Show the pages in the colours that the settings say now."""
        ...


class Flow(Protocol):
    """Reading mode: the text of the open paper in one column."""

    def toggle_reflow(self) -> None:
        """Show the paper as flowing text, or as its pages again."""
        ...


class Ruler(Protocol):
    """A light on one line of the page."""

    def toggle(self) -> None:
        """Lay the ruler on the page, or take it away."""
        ...

    def move_line(self, lines: int) -> bool:
        """Go on by lines, or back; False if no ruler lies on the page."""
        ...


class Remedy(Protocol):
    """Pages and files in which something went wrong."""

    def try_again(self) -> bool:
        """Try what shows and could not be drawn, or opened; whether there was any."""
        ...


class Press(Protocol):
    """Puts the pages of the open paper on paper."""

    def print_pages(self, document: Document, title: str, marks: Sequence[Highlight]) -> None:
        """Ask for a printer and for pages, and print them with these marks."""
        ...


class Aloud(Protocol):
    """The system's voice, and the paper that it reads."""

    def toggle(self) -> None:
        """Begin to read the open paper aloud; pause; go on."""
        ...

    def stop(self) -> None:
        """Read no more."""
        ...

    def step(self, sentences: int) -> None:
        """Go on with a later sentence, or with an earlier one."""
        ...
