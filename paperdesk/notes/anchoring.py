"""Where a marked passage stands in another edition of its paper; pure decisions.

A quote is sought by its letters alone, so that hyphens, columns, ligatures and
page breaks make no difference. What is found must be vouched for by what stands
before and after it, or by what the old edition says: a passage that is lost can
be looked for by eye, one that is marked wrongly will be believed.
"""

import unicodedata
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from paperdesk.domain.note import Anchor, Fate
from paperdesk.domain.pages import Word

LONG = 24
"""Letters from which a quote is hardly written twice by chance."""

SHORT = 12
"""Letters below which a quote is any word, and its surroundings decide alone."""

AGREES = 0.6
"""How alike surroundings have to be to vouch for a quote."""

CLEARLY = 0.15
"""How much better than the second best a place has to be vouched for."""

ALIKE = 0.72
"""How alike a passage has to be to be called the same, in other words."""

SURELY_ALIKE = 0.9

SURELY_FRAMED, FRAMED = 0.8, 0.6
"""Between surroundings as they were, less likeness is enough."""

HARDLY = 0.5
"""More than unrelated texts are alike: about 0.4, letter by letter."""

_FEW = 24
_SEEDS = 6


@dataclass(frozen=True, slots=True)
class Spot:
    """A run of text on one page: from a character of a word to one of another."""

    page: int
    first: tuple[int, int]
    last: tuple[int, int]
    """The word, and the character after which it ends."""


@dataclass(frozen=True, slots=True)
class Landing:
    """What became of a passage, and where it stands now: nowhere if it is lost."""

    fate: Fate
    spots: tuple[Spot, ...] = ()


LOST = Landing(Fate.LOST)


class Letters:
    """The letters of a document one after the other, and where each of them stands."""

    def __init__(self, pages: Sequence[Sequence[Word]]) -> None:
        parts: list[str] = []
        self._starts = array("L")
        self._places: list[tuple[int, int]] = []
        length = 0
        for page, words in enumerate(pages):
            for at, word in enumerate(words):
                letters = folded(word.text)
                if letters:
                    self._starts.append(length)
                    self._places.append((page, at))
                    parts.append(letters)
                    length += len(letters)
        self.text = "".join(parts)
        self._pages = pages

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return len(self._pages)

    def words(self, page: int) -> Sequence[Word]:
        """The words of a page; none where there is no such page."""
        return self._pages[page] if 0 <= page < len(self._pages) else ()

    def spots(self, start: int, end: int) -> tuple[Spot, ...]:
        """Where a run of letters stands, page for page."""
        first, last = self._word(start), self._word(end - 1)
        found: list[Spot] = []
        for index in range(first, last + 1):
            page, at = self._places[index]
            ending = (at, len(self._pages[page][at].text))
            if found and found[-1].page == page:
                found[-1] = Spot(page, found[-1].first, ending)
            else:
                found.append(Spot(page, (at, 0), ending))
        if first == last:
            return (self._within(first, start, end),)
        return tuple(found)

    def _within(self, index: int, start: int, end: int) -> Spot:
        """A part of one word, where no sign of it was left out; else all of it."""
        page, at = self._places[index]
        text = self._pages[page][at].text
        if len(folded(text)) != len(text):
            return Spot(page, (at, 0), (at, len(text)))
        begins = self._starts[index]
        return Spot(page, (at, start - begins), (at, end - begins))

    def _word(self, position: int) -> int:
        at = bisect_left(self._starts, position)
        return at if at < len(self._starts) and self._starts[at] == position else at - 1


@dataclass(frozen=True, slots=True)
class _Place:
    """A run of letters that may be it, and how well its surroundings vouch for it."""

    start: int
    end: int
    before: float
    after: float
    likeness: float = 1.0

    @property
    def vouched(self) -> float:
        """The better side counts: a passage at the edge of an edit keeps one."""
        return max(self.before, self.after)

    @property
    def both(self) -> float:
        """How alike both sides are."""
        return (self.before + self.after) / 2


@dataclass(frozen=True, slots=True)
class _Quote:
    """A passage in letters, with those around it."""

    text: str
    prefix: str
    suffix: str

    @property
    def short(self) -> bool:
        return len(self.text) < SHORT


@lru_cache(maxsize=20_000)
def folded(text: str) -> str:
    """The letters, digits and signs of a text: no case, no hyphens, no stops, no spaces."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(letter for letter in plain if unicodedata.category(letter)[0] in "LNS")


def landings(anchors: Sequence[Anchor], new: Letters, old: Letters | None = None) -> list[Landing]:
    """What became of passages, handed in in reading order; the fate is moved or better.

    Whether what is found by the same words stands in the same place is for those
    to say who know the boxes.
    """
    quotes = [_quote(anchor) for anchor in anchors]
    found = [_found(quote, new, old) for quote in quotes]
    places = [_settled(index, found) for index in range(len(found))]
    return [_landing(place, new) for place in places]


def _quote(anchor: Anchor) -> _Quote:
    return _Quote(folded(anchor.text), folded(anchor.prefix), folded(anchor.suffix))


def _landing(place: _Place | None, new: Letters) -> Landing:
    if place is None:
        return LOST
    fate = Fate.MOVED if place.likeness == 1.0 else Fate.FUZZY
    return Landing(fate, new.spots(place.start, place.end))


def _found(quote: _Quote, new: Letters, old: Letters | None) -> list[_Place]:
    """The places that a passage may have: one if that is sure, none if it is lost."""
    if not quote.text:
        return []
    exact = [_weighed(quote, new.text, at, at + len(quote.text)) for at in _all(quote, new.text)]
    if exact:
        return _chosen(quote, exact, repeated=_repeated(quote, old))
    if quote.short:
        return []
    return _likely(quote, new.text)


def _all(quote: _Quote, text: str) -> list[int]:
    """Every place of a quote; of many, those whose nearest surroundings fit best."""
    found, at = [], text.find(quote.text)
    while at >= 0:
        found.append(at)
        at = text.find(quote.text, at + 1)
    if len(found) <= _FEW:
        return found

    def fits(at: int) -> int:
        end = at + len(quote.text)
        return _same_end(quote.prefix, text[max(0, at - 64) : at]) + _same_start(
            quote.suffix, text[end : end + 64]
        )

    return sorted(found, key=fits, reverse=True)[:_FEW]


def _same_end(one: str, other: str) -> int:
    return _same_start(one[::-1], other[::-1])


def _same_start(one: str, other: str) -> int:
    return next(
        (at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]),
        min(len(one), len(other)),
    )


def _weighed(quote: _Quote, text: str, start: int, end: int, likeness: float = 1.0) -> _Place:
    before = text[max(0, start - len(quote.prefix)) : start]
    after = text[end : end + len(quote.suffix)]
    return _Place(
        start, end, _likeness(quote.prefix, before), _likeness(quote.suffix, after), likeness
    )


def _likeness(one: str, other: str) -> float:
    if not one or not other:
        return 0.0
    return 1.0 if one == other else SequenceMatcher(None, one, other, autojunk=False).ratio()


def _repeated(quote: _Quote, old: Letters | None) -> bool | None:
    """Whether the old edition has the quote more than once; None if nobody knows."""
    if old is None:
        return None
    return old.text.find(quote.text, old.text.find(quote.text) + 1) >= 0


def _chosen(quote: _Quote, places: list[_Place], *, repeated: bool | None) -> list[_Place]:
    """Of places with the same words, the one that is vouched for, or those that may be."""
    weight: Callable[[_Place], float] = lambda place: place.both  # noqa: E731
    ranked = sorted(places, key=weight, reverse=True)
    best = ranked[0]
    if len(ranked) == 1 and _stands_alone(quote, best, repeated=repeated):
        return [best]
    same = [place for place in ranked if place.both == 1.0]
    if len(same) == 1 and len(quote.prefix + quote.suffix) >= LONG:
        return same  # letter for letter among the same words, and the only one that is
    enough = best.both >= AGREES if quote.short else best.vouched >= AGREES
    if not enough:
        return []
    return [place for place in ranked if weight(best) - weight(place) < CLEARLY]


def _stands_alone(quote: _Quote, place: _Place, *, repeated: bool | None) -> bool:
    """Whether the only place of a quote needs nobody to vouch for it, or hardly.

    A sentence that the old edition has twice may be the other one.
    """
    if repeated is None:
        return len(quote.text) >= 2 * LONG and place.vouched >= HARDLY
    return not repeated and len(quote.text) >= LONG


def _likely(quote: _Quote, text: str) -> list[_Place]:
    """Places with words much like the quote."""
    places = [place for place in _windows(quote, text) if _passes(quote, place)]
    ranked = _apart(sorted(places, key=_worth, reverse=True))
    return [place for place in ranked if _worth(ranked[0]) - _worth(place) < CLEARLY]


def _worth(place: _Place) -> float:
    return place.likeness + place.vouched


def _apart(ranked: Sequence[_Place]) -> list[_Place]:
    """Places that do not overlap, the better of two that do."""
    kept: list[_Place] = []
    for place in ranked:
        if all(place.end <= other.start or other.end <= place.start for other in kept):
            kept.append(place)
    return kept


def _passes(quote: _Quote, place: _Place) -> bool:
    if place.likeness >= SURELY_ALIKE and len(quote.text) >= 2 * LONG:
        return place.vouched >= AGREES / 2
    if place.both >= SURELY_FRAMED:
        return place.likeness >= FRAMED
    return place.likeness >= ALIKE and place.vouched >= AGREES


def _windows(quote: _Quote, text: str) -> Iterator[_Place]:
    for start in _seeded(quote, text):
        slack = len(quote.text) // 3 + 8
        left = max(0, start - slack)
        window = text[left : start + len(quote.text) + slack]
        span = _aligned(quote.text, window)
        if span is not None:
            first, last = left + span[0], left + span[1]
            likeness = min(_likeness(quote.text, text[first:last]), 0.999)
            yield _weighed(quote, text, first, last, likeness)


def _seeded(quote: _Quote, text: str) -> list[int]:
    """Where a passage may begin, by pieces of it that are still there; the likeliest first."""
    length = 12 if len(quote.text) > 3 * LONG else 7
    votes: dict[int, int] = {}
    for at in range(0, max(1, len(quote.text) - length + 1), max(1, length // 2)):
        seed, found = quote.text[at : at + length], -1
        for _ in range(_SEEDS):
            found = text.find(seed, found + 1)
            if found < 0:
                break
            bucket = (found - at) // 24
            votes[bucket] = votes.get(bucket, 0) + 1
    best = sorted(votes, key=lambda bucket: votes[bucket], reverse=True)[:_SEEDS]
    return [max(0, bucket * 24) for bucket in best]


def _aligned(quote: str, window: str) -> tuple[int, int] | None:
    """The part of a window that is most like a quote."""
    matcher = SequenceMatcher(None, quote, window, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size >= 3]
    if not blocks:
        return None
    first, last = blocks[0], blocks[-1]
    start = max(0, first.b - first.a)
    rest = len(quote) - last.a - last.size
    return start, min(len(window), last.b + last.size + rest)


def _settled(index: int, found: Sequence[list[_Place]]) -> _Place | None:
    """The place of a passage: of several, the only one between its neighbours' places."""
    places = found[index]
    if len(places) < 2:
        return places[0] if places else None
    low = _sure(found[index - 1 :: -1] if index else [])
    high = _sure(found[index + 1 :])
    if low is None and high is None:
        return None
    between = [
        place
        for place in places
        if (low is None or place.start >= low.start) and (high is None or place.end <= high.end)
    ]
    return between[0] if len(between) == 1 else None


def _sure(found: Sequence[list[_Place]]) -> _Place | None:
    """The nearest passage whose place is sure."""
    return next((places[0] for places in found if len(places) == 1), None)
