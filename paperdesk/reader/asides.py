"""What on a page stands beside its text: running heads, footnotes, captions, figures.

Whoever selects from one column into the next wants the sentence that goes on
there, not the page number and the footnote between. PDFs put their text into
the file in reading order almost always; these are what interrupts it. Decided
by size, place and first words, so it is a guess, and what it leaves out of a
passage is seen at once: it is not painted.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from statistics import median

from paperdesk.domain.note import Quad
from paperdesk.domain.pages import Word
from paperdesk.reader.boxes import around

_CAPTION = re.compile(
    r"(?:fig(?:ure|\.)?|table|tab\.|algorithm|listing|scheme|exhibit|plate)"
    r"\s*(?:[a-z]?\d[\w.-]*|[ivxl]+)(?P<mark>\s?[.:|\u2013\u2014])?(?:\s|$)",
    re.IGNORECASE,
)
_FOOTNOTE = re.compile(r"(?:\d{1,2}|[*\u2217\u2020\u2021\u00a7\u00b6]+)\s?[^\W\d_.]")
_NUMBER = re.compile(r"(?:page )?[-\u2013]? ?(?:\d{1,5}|[ivxlc]{1,7}) ?[-\u2013]?", re.IGNORECASE)
"""What the number of a page looks like."""

_EDGE = 0.085
"""The part of the page at its top and bottom where running heads stand."""

_LEAST = 12
"""Letters of the shortest footnote; less is a subscript."""

_SIGN = 3
"""Letters of a tall sign in a formula, at most."""


@dataclass(frozen=True, slots=True)
class Block:
    """Words that belong together: their box, the size of their letters, their lines."""

    number: int
    box: Quad
    size: float
    lines: int
    start: str
    letters: int

    def beside(self, other: "Block") -> bool:
        """Whether it is neither above nor below another one."""
        shared = min(self.box[2], other.box[2]) - max(self.box[0], other.box[0])
        return shared < min(self.box[2] - self.box[0], other.box[2] - other.box[0]) * 0.3


def asides(words: Sequence[Word], height: float) -> frozenset[int]:
    """The blocks of a page of this height that are not its running text."""
    page = _Page(_blocks(words), height)
    if not page.main:
        return frozenset()
    found = {block.number for block in page.blocks if page.is_aside(block)}
    return frozenset(found | page.around_captions(found))


class _Page:
    """The blocks of a page, and which of them are certainly text."""

    def __init__(self, blocks: Sequence[Block], height: float) -> None:
        self.blocks = blocks
        self.size = _usual_size(blocks)
        self.main = [block for block in blocks if self._is_main(block)]
        lowest = max((block.box[3] for block in blocks), default=0.0)
        self.height = max(height, lowest)

    @cached_property
    def _reach(self) -> Quad:
        return around([block.box for block in self.main])

    def is_aside(self, block: Block) -> bool:
        """Whether a block is no running text, by itself."""
        return (
            self._is_head(block)
            or self._is_foot(block)
            or self._is_footnote(block)
            or self.is_caption(block)
            or self._is_marginal(block)
        )

    def is_caption(self, block: Block) -> bool:
        """Whether a block says what a figure or table is."""
        found = _CAPTION.match(block.start)
        return found is not None and (bool(found["mark"]) or block.size <= self.size * 0.95)

    def around_captions(self, known: set[int]) -> set[int]:
        """The small print between a caption and the text above and below: the figure."""
        return {
            block.number
            for caption in self.blocks
            if caption.number in known and self.is_caption(caption)
            for block in self.blocks
            if block.size <= self.size * 0.93 and block not in self.main
            if not block.beside(caption) and not self._parted(block, caption)
        }

    def _parted(self, one: Block, other: Block) -> bool:
        """Whether text stands between two blocks."""
        upper, lower = sorted((one, other), key=lambda block: block.box[1])
        return any(
            upper.box[1] < text.box[1] < lower.box[1]
            for text in self.main
            if not text.beside(lower) and text.number not in (one.number, other.number)
        )

    def _is_main(self, block: Block) -> bool:
        usual = abs(block.size - self.size) <= self.size * 0.07
        caption = _CAPTION.match(block.start)
        return usual and block.lines >= 3 and not (caption and caption["mark"])

    def _is_head(self, block: Block) -> bool:
        """A running head, or a number at the top."""
        if block.lines > 2 or block.box[3] > self._reach[1] + 2:
            return False
        small = block.size <= self.size * 1.12
        return small and (block.box[3] <= self.height * _EDGE or _is_number(block))

    def _is_foot(self, block: Block) -> bool:
        """A running foot, or a number at the bottom."""
        if block.lines > 3 or block.box[1] < self._reach[3] - 2:
            return False
        return block.box[1] >= self.height * (1 - _EDGE) or _is_number(block)

    def _is_footnote(self, block: Block) -> bool:
        """Small print at the foot of a column, marked or with text in a later column."""
        small = block.size <= self.size * 0.93
        if not small or block.box[1] < self.height * 0.4 or block.letters < _LEAST:
            return False
        if any(text.box[1] > block.box[1] and not text.beside(block) for text in self.main):
            return False
        above = any(
            text.box[3] <= block.box[1] + 4 and not text.beside(block) for text in self.main
        )
        goes_on = any(text.number > block.number for text in self.main)
        return above and (goes_on or _FOOTNOTE.match(block.start) is not None)

    def _is_marginal(self, block: Block) -> bool:
        """Beside all text, as line numbers are, or set upwards, as arXiv's stamp is."""
        left, _, right, _ = self._reach
        outside = block.box[2] < left - 2 or block.box[0] > right + 2
        upright = block.size > self.size * 3 and block.box[2] - block.box[0] < self.size * 3
        return outside or (upright and block.letters > _SIGN)


def _blocks(words: Sequence[Word]) -> list[Block]:
    return [
        _block(number, list(run)) for number, run in groupby(words, key=lambda word: word.block)
    ]


def _block(number: int, words: Sequence[Word]) -> Block:
    box = around([word.box for word in words])
    return Block(
        number=number,
        box=box,
        size=median(word.box[3] - word.box[1] for word in words),
        lines=len({round(word.box[3]) for word in words}),
        start=" ".join(word.text for word in words[:6]),
        letters=sum(len(word.text) for word in words),
    )


def _usual_size(blocks: Sequence[Block]) -> float:
    """The size that most letters have."""
    counted: Counter[float] = Counter()
    for block in blocks:
        counted[round(block.size * 2) / 2] += block.letters
    return counted.most_common(1)[0][0] if counted else 0.0


def _is_number(block: Block) -> bool:
    return _NUMBER.fullmatch(block.start) is not None
