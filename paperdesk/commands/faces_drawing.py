"""What is drawn over a page by hand, as the commands see it."""

from collections.abc import Callable, Sequence
from typing import Protocol

from paperdesk.domain.note import Anchor, Colour, Highlight, Quad, Stroke


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
