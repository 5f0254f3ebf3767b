"""What a reader leaves on a paper: notes, highlights, places.

Coordinates are PDF points (1/72 inch) from the top left corner of the page as
it is shown, its own /Rotate applied; pages count from 0.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from paperdesk.domain.paper import PaperId

HighlightId = NewType("HighlightId", str)

Quad = tuple[float, float, float, float]
"""The box of one run of text on one line: left, top, right, bottom."""


class Colour(StrEnum):
    """The colours of highlights, by the names that are exported."""

    YELLOW = "yellow"
    GREEN = "green"
    BLUE = "blue"
    PINK = "pink"


@dataclass(frozen=True, slots=True)
class Note:
    """The Markdown note of one paper."""

    paper: PaperId
    text: str
    updated: datetime


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a passage stands, by its words first: these survive a new version.

    `prefix` and `suffix` are up to 64 characters of text on either side, `label`
    is what is printed on the page as its number, if that is known.
    """

    page: int
    quads: tuple[Quad, ...]
    text: str
    prefix: str = ""
    suffix: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Highlight:
    """A marked passage."""

    id: HighlightId
    paper: PaperId
    anchor: Anchor
    colour: Colour
    created: datetime
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the reader was: the page and the offset of the window's top on it.

    `top` and `left` are points on that page, `zoom` is pixels a point at 1×,
    0 standing for "fit the width".
    """

    page: int = 0
    top: float = 0.0
    left: float = 0.0
    zoom: float = 0.0
