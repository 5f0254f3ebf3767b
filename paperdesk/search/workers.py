"""PDF workers as the index needs them: for a while, and then no more."""

from typing import Protocol

from paperdesk.domain.pages import Pages


class ClosablePages(Pages, Protocol):
    """PDF workers that somebody has started, and that can be ended."""

    def close(self) -> None:
        """End the workers."""
