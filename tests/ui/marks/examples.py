"""Marks for the lists, one a line."""

from datetime import UTC, datetime
from typing import Any

from paperdesk.domain.note import Anchor, Colour, Highlight, HighlightId
from paperdesk.domain.paper import PaperId


def mark(name: str, text: str = "a passage", page: int = 0, **more: Any) -> Highlight:
    """A mark of paper 1."""
    return Highlight(
        HighlightId(name),
        PaperId(1),
        Anchor(page, ((10.0, 10.0, 90.0, 20.0),), text),
        more.pop("colour", Colour.YELLOW),
        datetime(2026, 1, 1, tzinfo=UTC),
        **more,
    )
