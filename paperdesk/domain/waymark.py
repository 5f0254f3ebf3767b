"""Places that a reader has named: letters to come back by, and bookmarks with a text."""

from dataclasses import dataclass
from datetime import datetime
from typing import NewType

from paperdesk.domain.paper import PaperId

BookmarkId = NewType("BookmarkId", str)


@dataclass(frozen=True, slots=True)
class Letter:
    """A place under a letter: of its paper, or of the library if that is a capital.

    `top` is points from the top of the page, as in a `Place`.
    """

    name: str
    """One letter or digit."""
    paper: PaperId
    page: int
    top: float


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A place with a text of its own."""

    id: BookmarkId
    paper: PaperId
    page: int
    top: float
    text: str
    created: datetime
