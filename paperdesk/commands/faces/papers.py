"""The open papers as the commands see them: in views and tabs, at places, as files."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Protocol

from paperdesk.domain.errors import PaperDeskError
from paperdesk.domain.note import Anchor, HighlightId, Place
from paperdesk.domain.pages import Document
from paperdesk.domain.paper import PaperId
from paperdesk.domain.waymark import Bookmark, BookmarkId
from paperdesk.infra.jobs import Job


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


class Awaiting(Protocol):
    """A paper whose PDF is on its way."""

    def wait_for(self, paper: PaperId, job: Job) -> None:
        """Say that a paper's PDF is on the way, with the progress of the job."""
        ...

    def awaits(self, paper: PaperId) -> bool:
        """Whether one still waits for this paper's PDF, and has not gone on."""
        ...

    def fail(self, paper: PaperId, error: PaperDeskError) -> None:
        """Say why a paper's PDF did not come, and offer to try again."""
        ...

    def pause(self, paper: PaperId) -> None:
        """Say that a paper's PDF waits to be gone on with."""
        ...


class Tabs(Protocol):
    """The papers that are open beside each other."""

    def neighbour(self, steps: int) -> PaperId | None:
        """The paper so many tabs away; the current one while the list is shown."""
        ...

    def at(self, number: int) -> PaperId | None:
        """The paper of a tab, counted from 1; 9 is the last."""
        ...

    def pick(self) -> None:
        """Let a paper be chosen by any of its words, the open ones first."""
        ...

    def expect(self, paper: PaperId, *, passing: bool) -> None:
        """A paper is on its way: in passing, its tab will be that of the next one passed."""
        ...

    def close(self) -> PaperId | None:
        """Close the tab that is shown; the paper that is next."""
        ...

    def last_closed(self) -> PaperId | None:
        """The paper whose tab was closed last."""
        ...


class Split(Protocol):
    """Two views of papers beside each other."""

    def split(self, *, stacked: bool) -> bool:
        """Show this paper in a second view, or end that if it lies so; False without a paper."""
        ...

    def unsplit(self) -> bool:
        """Show only the view that has the keys; False if it is alone already."""
        ...

    def swap(self) -> bool:
        """Give the keys to the other view; False if there is none."""
        ...


class Spots(Protocol):
    """Places in the open papers, and jumps to them."""

    def here(self) -> Place | None:
        """Where one is in the open paper, if its pages are here."""
        ...

    def heading(self) -> str:
        """What this place may be called: its section, else the words at the top."""
        ...

    def visit(self, paper: PaperId, page: int, top: float) -> None:
        """Jump to a place of a paper whose PDF is here; one can come back."""
        ...

    def swap(self) -> None:
        """Go to where the last jump began; the next time, here again."""
        ...


class Bookmarking(Protocol):
    """The lists of bookmarks."""

    def current(self) -> BookmarkId | None:
        """The bookmark under the cursor of the list beside the pages, if it is shown."""
        ...

    def offer(self, bookmarks: Sequence[tuple[Bookmark, str]]) -> None:
        """List bookmarks with their papers' titles, to go to one."""
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


class Timer(Protocol):
    """Who measures how long papers are read."""

    def switch(self) -> None:
        """Begin to measure or stop, as the setting says; let go of what was not written."""
        ...

    def show_year(self, enter: Callable[[date], None]) -> None:
        """Show the days of this year; `enter` is called with one that is entered."""
        ...

    def lengths(
        self,
        pdfs: Mapping[PaperId, Path],
        done: Callable[[Mapping[PaperId, tuple[int, ...]]], None],
    ) -> None:
        """Find out the words of the pages of some papers, as many as there is time for."""
        ...
