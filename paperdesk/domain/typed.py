"""What is printed on a page, line by line with its type, and where its pictures are."""

from dataclasses import dataclass

from paperdesk.domain.note import Quad
from paperdesk.domain.pages import Link, Request

BOLD, ITALIC, RAISED, MONO, MATHS = 1, 2, 4, 8, 16
"""What a run of letters may be, to be added up."""


@dataclass(frozen=True, slots=True)
class Run:
    """Letters of one type; `link` counts the links of the page, -1 being none."""

    text: str
    style: int = 0
    link: int = -1


@dataclass(frozen=True, slots=True)
class PrintLine:
    """A line, or a part of one: its box, the size of its letters, what they are."""

    box: Quad
    size: float
    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        """Its letters."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class PagePrint:
    """All that is printed on a page, in no order that can be relied on."""

    lines: tuple[PrintLine, ...]
    figures: tuple[Quad, ...] = ()
    tables: tuple[Quad, ...] = ()
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Print(Request[PagePrint]):
    """Read a page with its type, to be set anew."""

    page: int
