"""The face of what picks something out of the pages, by hand or by keyboard."""

from typing import Protocol

from paperdesk.reader.selection import Unit


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
