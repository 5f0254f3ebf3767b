"""The marks of the open paper as the commands see them: chosen, listed, drawn."""

from collections.abc import Callable, Sequence
from typing import Protocol

from paperdesk.domain.note import Anchor, Colour, Highlight, HighlightId, Quad, Stroke
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


class Drawing(Protocol):
    """Rectangles and lines that are drawn over the open paper."""

    def pick_area(self, taken: Callable[[Anchor], None]) -> bool:
        """Let a rectangle be drawn over a page; False where there is no page."""
        ...

    def draw(self, colour: Colour, taken: Callable[[Anchor, Sequence[Stroke]], None]) -> bool:
        """Let lines be drawn on a page by hand; False where there is no page."""
        ...

    def reshape(self, mark: Highlight, taken: Callable[[Quad], None]) -> bool:
        """Let the box of a mark be moved and stretched; False where it is not shown."""
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
