"""What a reader leaves on a paper: notes, highlights, places.

Coordinates are PDF points (1/72 inch) from the top left corner of the page as
it is shown, its own /Rotate applied; pages count from 0.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from paperdesk.domain.arrangement import PLAIN, Arrangement, Fit
from paperdesk.domain.paper import PaperId
from paperdesk.domain.passage import joined

HighlightId = NewType("HighlightId", str)

Quad = tuple[float, float, float, float]
"""The box of one run of text on one line: left, top, right, bottom."""

Stroke = tuple[tuple[float, float], ...]
"""A line drawn by hand: the points that the pen went through."""


class Colour(StrEnum):
    """The colours of highlights, by the names that are exported."""

    YELLOW = "yellow"
    GREEN = "green"
    BLUE = "blue"
    PINK = "pink"
    ORANGE = "orange"
    PURPLE = "purple"
    RED = "red"
    GREY = "grey"


class Kind(StrEnum):
    """What a mark on a page is."""

    HIGHLIGHT = "highlight"
    UNDERLINE = "underline"
    AREA = "area"
    """A rectangle, such as a figure: its one quad."""

    TEXT = "text"
    """Words that stand on the page: in the comment; the quad is their box."""

    INK = "ink"
    """Lines drawn by hand: `strokes`; the quad is the box around them."""


class Fate(StrEnum):
    """What became of a mark when its paper's PDF was replaced by another."""

    KEPT = ""
    """The PDF is the one that was marked."""

    EXACT = "exact"
    """The same words in the same place."""

    MOVED = "moved"
    """The same words elsewhere."""

    FUZZY = "fuzzy"
    """Words much like them."""

    LOST = "lost"
    """Nothing like it: the mark is listed with its quote, on no page."""


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
    """A mark on a page: a passage, or what `kind` says.

    A passage that runs over pages has its first part in `anchor` and one in
    `rest` for each page after that: it is one mark all the same.
    `edition` is the SHA-256 of the PDF that the anchor's quads were measured
    on, empty where that is not known; `origin` tells the annotation of the file
    that this was adopted from, so that it is not adopted twice, and `author`
    who made it there.
    """

    id: HighlightId
    paper: PaperId
    anchor: Anchor
    colour: Colour
    created: datetime
    comment: str = ""
    kind: Kind = Kind.HIGHLIGHT
    strokes: tuple[Stroke, ...] = ()
    tags: tuple[str, ...] = ()
    edition: str = ""
    fate: Fate = Fate.KEPT
    origin: str = ""
    rest: tuple[Anchor, ...] = ()
    author: str = ""

    @property
    def anchors(self) -> tuple[Anchor, ...]:
        """Where it stands: one for each page."""
        return (self.anchor, *self.rest)

    @property
    def text(self) -> str:
        """The words of the whole passage."""
        return joined(anchor.text for anchor in self.anchors)


@dataclass(frozen=True, slots=True)
class Place:
    """Where the reader was: the page and the offset of the window's top on it.

    `top` and `left` are points on that page, `zoom` is pixels a point at 1×,
    0 standing for what `fit` says.
    """

    page: int = 0
    top: float = 0.0
    left: float = 0.0
    zoom: float = 0.0
    fit: Fit = Fit.WIDTH
    arrangement: Arrangement = PLAIN
