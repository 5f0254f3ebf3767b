"""How the pages look, as the commands see it."""

from typing import Protocol


class Look(Protocol):
    """The colours of the pages, in every view."""

    def dress(self) -> None:
        """Show the pages in the colours that the settings say now."""
        ...
