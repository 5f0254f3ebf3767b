"""The open paper's contents and pages by name, as the commands see them."""

from typing import Protocol


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
