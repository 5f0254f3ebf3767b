"""The marks of the open paper as the commands see them."""

from __future__ import annotations

from typing import Protocol

from paperdesk.domain.note import HighlightId
from paperdesk.domain.paper import PaperId


class Marking(Protocol):
    """The marks on the pages and in the list beside them: which one is meant."""

    def current(self) -> HighlightId | None:
        """The mark of the row with the keys, else the one chosen on the page."""
        ...

    def listed(self) -> bool:
        """Whether the keys are in the list of marks, so that its row is meant."""
        ...

    def show_pictures(self) -> None:
        """Look again for the pictures of areas: one was made."""
        ...

    def browse(self) -> None:
        """Show the marks of the whole library in place of the list, with the keys."""
        ...

    def show_note(self, paper: PaperId, mark: HighlightId) -> None:
        """Put the caret into a paper's note, where it links to a mark."""
        ...

    def write_comment(self, mark: HighlightId) -> None:
        """Open the field below the list for a mark's comment, with the keys."""
        ...

    def step(self, steps: int) -> bool:
        """Go to the next mark of the paper (1) or the one before (-1), if there is one."""
        ...
