"""The reading ruler, as the commands see it."""

from __future__ import annotations

from typing import Protocol


class Ruler(Protocol):
    """A light on one line of the page."""

    def toggle(self) -> None:
        """Lay the ruler on the page, or take it away."""
        ...

    def move_line(self, lines: int) -> bool:
        """Go on by lines, or back; False if no ruler lies on the page."""
        ...
