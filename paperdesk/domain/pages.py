"""A PDF as the rooms and the screen see it, and what they may ask of it.

Coordinates as in `domain.note`: points from the top left of the shown page.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from paperdesk.domain.dress import Dress
from paperdesk.domain.errors import PaperDeskError
from paperdesk.domain.note import Quad


@dataclass(frozen=True, slots=True)
class Document:
    """Which file, and the password that opens it if it wants one."""

    path: Path
    password: str = ""


@dataclass(frozen=True, slots=True)
class PageSize:
    """The size of a page in points, as shown, and its printed label."""

    width: float
    height: float
    label: str = ""


@dataclass(frozen=True, slots=True)
class OutlineItem:
    """A line of the table of contents; `level` counts from 1."""

    level: int
    title: str
    page: int
    top: float = 0.0
    left: float = 0.0


@dataclass(frozen=True, slots=True)
class DocumentInfo:
    """What a document is, all its page sizes included.

    `repaired`: the file is damaged, and was read by searching it for its parts.
    """

    pages: tuple[PageSize, ...]
    outline: tuple[OutlineItem, ...] = ()
    title: str = ""
    repaired: bool = False


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its box; `block` and `line` tell which belong together."""

    box: Quad
    text: str
    block: int
    line: int


@dataclass(frozen=True, slots=True)
class Link:
    """A link on a page: to a place in the document, or out (`uri`, whatever it says)."""

    box: Quad
    page: int = -1
    top: float = 0.0
    uri: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """A place where the sought text stands; several boxes if it wraps."""

    page: int
    quads: tuple[Quad, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line that may be a heading, by the way it is set.

    `bold` all through; `apart`: in another font than most of its page; `heads`:
    alone in its row, with such text right below it.
    """

    text: str
    box: Quad
    size: float
    bold: bool
    apart: bool
    heads: bool


@dataclass(frozen=True, slots=True)
class Setting:
    """How a page is set: the size of most of its text, how much there is, what stands out."""

    page: int
    size: float
    letters: int
    lines: tuple[Line, ...] = ()


# Requests. Each names its answer's type as `Request[Answer]`.

Answer = TypeVar("Answer", covariant=True)


@dataclass(frozen=True, slots=True)
class Request(Generic[Answer]):
    """Something that may be asked of a document."""

    document: Document


@dataclass(frozen=True, slots=True)
class Inspect(Request[DocumentInfo]):
    """Open a document: its pages, outline and title."""


@dataclass(frozen=True, slots=True)
class Words(Request[tuple[Word, ...]]):
    """The words of a page in reading order, ligatures dissolved."""

    page: int


@dataclass(frozen=True, slots=True)
class Text(Request[str]):
    """The text of a page in reading order, hyphens and ligatures dissolved."""

    page: int


@dataclass(frozen=True, slots=True)
class Links(Request[tuple[Link, ...]]):
    """The links of a page; where one leads out, nobody has judged its address."""

    page: int


@dataclass(frozen=True, slots=True)
class Find(Request[tuple[Match, ...]]):
    """Where a text stands on pages `first` to `last`, these included.

    Accents, ligatures, and hyphens at line ends make no difference, nor does case
    unless `case`. `words` finds whole words only; `regex` takes the needle as a
    regular expression: `Refused` if it is none, or takes too long.
    """

    needle: str
    first: int
    last: int
    case: bool = False
    words: bool = False
    regex: bool = False


@dataclass(frozen=True, slots=True)
class Headlines(Request[tuple[Setting, ...]]):
    """The lines of pages `first` to `last` that stand out, as headings do."""

    first: int
    last: int


class Picture(Protocol):
    """The pixels of a page, or a part of it: RGB, 3 bytes a pixel.

    `pixels` is valid until `release`, which gives the memory back.
    """

    @property
    def width(self) -> int:
        """Pixels across."""
        ...

    @property
    def height(self) -> int:
        """Pixels down."""
        ...

    @property
    def stride(self) -> int:
        """Bytes from one line to the next."""
        ...

    @property
    def pixels(self) -> memoryview:
        """The bytes themselves, line by line."""
        ...

    def release(self) -> None:
        """Give the memory back; `pixels` are gone after this."""


@dataclass(frozen=True, slots=True)
class Render(Request[Picture]):
    """Draw a page at `scale` pixels a point, or the part of it in `clip`.

    The picture is turned by `turns` quarters clockwise; `clip` is a box of the
    page as it is. In the colours of `dress`, if there is one; figures keep theirs as it says.
    """

    page: int
    scale: float
    clip: Quad | None = None
    turns: int = 0
    dress: Dress | None = None


T = TypeVar("T")


class Ticket(Protocol):
    """A request on its way."""

    def cancel(self) -> None:
        """Forget it: neither `done` nor `failed` will be called."""


class Pages(Protocol):
    """The PDF workers, as a room or the screen uses them."""

    def ask(
        self,
        request: Request[T],
        done: Callable[[T], None],
        failed: Callable[[PaperDeskError], None],
        *,
        urgency: int = 0,
    ) -> Ticket:
        """Ask without waiting; answers come on the window's thread.

        Higher `urgency` goes first; among equals, the latest asked.
        """
        ...

    def call(self, request: Request[T], *, timeout: float = 60.0) -> T:
        """Ask and wait; never from the window's thread."""
        ...

    def forget(self, document: Document) -> None:
        """Let the workers close a document."""
        ...

    def pardon(self, document: Document, page: int | None = None) -> None:
        """Try again what ended workers on a page; without one, anywhere in a document."""
        ...
