"""Finding in a document: in which order pages are asked, and which hit is current."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from paperdesk.domain.note import Quad
from paperdesk.domain.pages import Match, Word

FIRST_CHUNK, LARGEST_CHUNK = 4, 64
_GAP = 8
"""Pages between two that are asked along: those that a worker knows cost next to nothing."""
_A_TURN = 0.04
"""Seconds that a worker may search without looking up."""

_BROKEN = re.compile("[^\\W_][-\u2010\u2011\u00ad]$")
_JOINT = re.compile("[\\W_]+")


def runs(pages: Iterable[int], start: int) -> tuple[tuple[int, int], ...]:
    """Ranges of pages (both ends included) that cover these pages once.

    They run from `start` to the end and then from the beginning, the way Enter
    will go through the hits.
    """
    wanted = sorted(pages)
    here = bisect_left(wanted, start)
    return tuple(_runs(wanted[here:])) + tuple(_runs(wanted[:here]))


def _runs(pages: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Runs of pages; a few between two are asked along, it costs less than asking again."""
    begun = 0
    for index, page in enumerate(pages):
        after = pages[index + 1] if index + 1 < len(pages) else None
        if after is None or after - page > _GAP:
            yield pages[begun], page
            begun = index + 1


def pace(pages: int, seconds: float) -> int:
    """How many pages to ask for together, when so many took so long.

    Few enough that a worker is soon free for what is on the screen, and for the
    next letter; many where pages are quick, for each request costs its way.
    """
    return min(max(int(_A_TURN * pages / max(seconds, 1e-6)), FIRST_CHUNK), LARGEST_CHUNK)


class Hits:
    """The hits found so far, in the order of the text, and the current one.

    The first hit at or after the origin becomes current as soon as it is sure
    that none lies before it.
    """

    def __init__(self, page: int = 0, top: float = 0.0) -> None:
        self.current = -1
        self._origin = (page, top)
        self._all: list[Match] = []

    def __len__(self) -> int:
        return len(self._all)

    def __getitem__(self, index: int) -> Match:
        return self._all[index]

    def on(self, page: int) -> range:
        """The indices of the hits on a page."""
        return range(
            bisect_left(self._all, page, key=_page),
            bisect_left(self._all, page + 1, key=_page),
        )

    def pages(self) -> tuple[int, ...]:
        """The pages with hits."""
        return tuple(dict.fromkeys(map(_page, self._all)))

    def add(self, found: Iterable[Match]) -> None:
        """Take in the hits of some pages, in the order of their text; the current one stays."""
        fresh = [match for match in found if match.quads]
        if not fresh:
            return
        at = bisect_left(self._all, fresh[0].page, key=_page)
        self._all[at:at] = fresh
        if 0 <= at <= self.current:
            self.current += len(fresh)

    def choose(self, pending: Iterable[int] = ()) -> bool:
        """Make the first hit after the origin current; whether there is a new one.

        `pending` are the first pages of the stretches still to be searched.
        """
        if self.current >= 0 or not self._all:
            return False
        nearest = self._nearest()
        wrapped = nearest == len(self._all)
        nearest = 0 if wrapped else nearest
        here = (wrapped, self._all[nearest].page)
        if any((first < self._origin[0], first) <= here for first in pending):
            return False
        self.current = nearest
        return True

    def step(self, direction: int) -> Match | None:
        """Go to the next hit, or the one before, around the ends."""
        if not self._all:
            return None
        if self.current < 0:
            self.choose()
        else:
            self.current = (self.current + direction) % len(self._all)
        return self._all[self.current]

    def _nearest(self) -> int:
        """The first hit that is not above the origin; of two columns, in either."""
        page, top = self._origin
        below = self.on(page)
        return next((index for index in below if self._all[index].quads[0][1] >= top), below.stop)


def marked(words: Sequence[Word], terms: Sequence[str], page: int) -> tuple[Match, ...]:
    """The words of a page that begin with one of the terms, as hits.

    A word that a line's end breaks is one; of a compound a part may begin so.
    """
    starts = tuple(folded for term in terms for part in term.split() if (folded := fold(part)))
    if not starts:
        return ()
    return tuple(Match(page, boxes) for whole in _whole(words) for boxes in _begun(whole, starts))


def fold(text: str) -> str:
    """Letters and digits alone, without case and accents."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return "".join(char for char in plain if char.isalnum())


def _whole(words: Sequence[Word]) -> Iterator[list[Word]]:
    """The words of a page; those that a hyphen at a line's end breaks together."""
    whole: list[Word] = []
    for word in words:
        if whole and not _goes_on(whole[-1], word):
            yield whole
            whole = []
        whole.append(word)
    if whole:
        yield whole


def _goes_on(word: Word, following: Word) -> bool:
    apart = (word.block, word.line) != (following.block, following.line)
    return apart and bool(_BROKEN.search(word.text)) and following.text[:1].isalnum()


def _begun(whole: list[Word], starts: tuple[str, ...]) -> Iterator[tuple[Quad, ...]]:
    """The boxes of a word that begins so, or else of its parts that do."""
    if fold("".join(word.text for word in whole)).startswith(starts):
        yield tuple(word.box for word in whole)
        return
    for word in whole:
        if any(fold(part).startswith(starts) for part in _JOINT.split(word.text)):
            yield (word.box,)


def _page(match: Match) -> int:
    return match.page
