"""How the pages look, as the commands see it."""

from typing import Protocol


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
