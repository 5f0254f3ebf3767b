"""The screen as the commands see it: papers that are open, and those on their way."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from paperdesk.domain.errors import PaperDeskError
from paperdesk.domain.note import Place
from paperdesk.domain.paper import PaperId
from paperdesk.domain.waymark import Bookmark, BookmarkId
from paperdesk.infra.jobs import Job


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

    def close(self) -> PaperId | None:
        """Close the tab that is shown; the paper that is next."""
        ...

    def last_closed(self) -> PaperId | None:
        """The paper whose tab was closed last."""
        ...
