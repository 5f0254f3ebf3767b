"""How the pages of a paper are laid out to be read."""

from dataclasses import dataclass
from enum import StrEnum


class Fit(StrEnum):
    """What the zoom follows when no number is set."""

    WIDTH = "width"
    PAGE = "page"
    TEXT = "text"
    """The width of what is printed, margins left out."""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Pages side by side, turned, trimmed.

    With `cover` the first page stands alone, as in a book. `rotation` is
    quarter turns clockwise, beyond the page's own.
    """

    columns: int = 1
    cover: bool = False
    rotation: int = 0
    trim: bool = False


PLAIN = Arrangement()
"""One page under the other, as they are."""
