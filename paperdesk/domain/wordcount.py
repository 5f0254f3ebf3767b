"""How many words there are to read on the pages of a PDF, as the workers count them."""

from collections.abc import Sequence
from dataclasses import dataclass

from paperdesk.domain.pages import Request

NO_END = -1
"""Of a page on which no list of references begins."""

_BODY = 0.3
"""The share of all words that stands before the references, at least: a contents page
names them too."""


@dataclass(frozen=True, slots=True)
class PageCount:
    """The words of a page, and how many of them stand before a heading "References"."""

    words: int
    before: int = NO_END


@dataclass(frozen=True, slots=True)
class Count(Request[tuple[PageCount, ...]]):
    """The words of the pages from `first` to `last`."""

    first: int
    last: int


def to_read(counts: Sequence[PageCount]) -> tuple[int, ...]:
    """The words of each page that are read through: those before the references.

    *Why not what follows them:* few read a list of references, or an appendix from
    its first word to its last; what is left of a paper would be said far too long.

    >>> to_read([PageCount(500), PageCount(400, 100), PageCount(300)])
    (500, 100, 0)
    """
    words = [count.words for count in counts]
    total, before = sum(words), 0
    for page, count in enumerate(counts):
        if count.before != NO_END and before + count.before >= _BODY * total:
            return (*words[:page], count.before, *([0] * (len(words) - page - 1)))
        before += count.words
    return tuple(words)
