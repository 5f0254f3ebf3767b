"""The face of what picks something out of the pages, by hand or by keyboard."""

from typing import Protocol


class Picker(Protocol):
    """Regions, labels and the caret over the pages."""

    def copy_region(self) -> None:
        """Let a rectangle be drawn, and copy what is in it as an image."""
        ...

    def hint_links(self) -> None:
        """Show a label at every link in sight; typing it follows the link."""
        ...
