"""The printer, as the commands see it."""

from collections.abc import Sequence
from typing import Protocol

from paperdesk.domain.note import Highlight
from paperdesk.domain.pages import Document


class Press(Protocol):
    """Puts the pages of the open paper on paper."""

    def print_pages(self, document: Document, title: str, marks: Sequence[Highlight]) -> None:
        """Ask for a printer and for pages, and print them with these marks."""
        ...
