"""Pages that are pictures, and the words that were read off them."""

from dataclasses import dataclass

from paperdesk.domain.annotation import Appendix
from paperdesk.domain.pages import Request, Word


@dataclass(frozen=True, slots=True)
class Pictured(Request[bool]):
    """Whether a page is one picture, without text that could be selected."""

    page: int


@dataclass(frozen=True, slots=True)
class ReadOff:
    """The words of one page, their boxes as the page is shown."""

    page: int
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Underlay(Request[Appendix]):
    """What a copy of the file needs at its end to have these words, unseen, on its pages."""

    pages: tuple[ReadOff, ...]
