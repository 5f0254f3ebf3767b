"""How the pages lie, as the commands see it."""

from __future__ import annotations

from typing import Protocol

from paperdesk.domain.arrangement import Arrangement, Fit


class PageLayout(Protocol):
    """The arrangement of the open paper's pages, and what their zoom follows."""

    def arrangement(self) -> Arrangement | None:
        """How the pages lie now; None if none are shown."""
        ...

    def arrange(self, arrangement: Arrangement) -> None:
        """Lay the pages out otherwise; what is read stays in sight."""
        ...

    def fit(self, fit: Fit) -> None:
        """Let the zoom follow the window."""
        ...

    def present(self) -> None:
        """Fill the screen with one page at a time, until that is left."""
        ...
