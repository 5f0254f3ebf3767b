"""What a hand draws over the pages becomes a passage: words, quads, a quote.

Inside one word characters count; a passage of several words takes those at its
ends whole, since a quote of half words helps nobody and the box of a word does
not say where its characters stand.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import cached_property
from itertools import accumulate, groupby

from paperdesk.domain.hyphens import Lexicon
from paperdesk.domain.note import Anchor, Quad
from paperdesk.domain.pages import Word
from paperdesk.reader.bidi import leftward, logical
from paperdesk.reader.boxes import around, tidied
from paperdesk.reader.flow import join, words_known
from paperdesk.reader.glyphs import width
from paperdesk.reader.layout import Point
from paperdesk.reader.running import Running

CONTEXT = 64
"""Characters that an anchor keeps on either side."""


class Unit(Enum):
    """What a selection grows by."""

    CHARACTER = auto()
    WORD = auto()
    LINE = auto()
    SENTENCE = auto()
    PARAGRAPH = auto()


@dataclass(frozen=True, slots=True, order=True)
class Caret:
    """A place before the character `char` of the word `word`."""

    word: int
    char: int


@dataclass(frozen=True, slots=True)
class Spot:
    """A caret on a page: what the keyboard points at, as the hand does at a `Point`."""

    page: int
    caret: Caret


@dataclass(frozen=True, slots=True)
class Span:
    """The text between two carets."""

    start: Caret
    end: Caret


@dataclass(frozen=True, slots=True)
class Line:
    """A run of words on one line, its box, and the box's reach in its block."""

    first: int
    last: int
    box: Quad
    reach: tuple[float, float]


class PageText:
    """The words of a page in reading order, ready to be pointed at.

    A passage that begins and ends in the running text is without what stands
    between: footnotes, captions, page numbers. One that touches these has all.
    """

    def __init__(
        self, page: int, words: Sequence[Word], label: str = "", height: float = 0.0
    ) -> None:
        """`label` is the number that is printed on the page, `height` its height."""
        self.page = page
        self.words = logical(words)
        self.lines = _lines(self.words)
        self._label = label
        self._height = height

    @cached_property
    def running(self) -> Running:
        """Which of the words are running text, and how they go on."""
        return Running(self.words, self._height)

    @cached_property
    def _known(self) -> Lexicon:
        return words_known(self.words)

    def caret(self, x: float, y: float) -> Caret | None:
        """The place between characters that is nearest to a point."""
        if not self.lines:
            return None
        return self.on_line(min(self.lines, key=lambda line: _distance(line, x, y)), x)

    def on_line(self, line: Line, x: float) -> Caret:
        """The place on a line that is nearest to a point above or below it."""
        index = min(range(line.first, line.last + 1), key=lambda word: self._across(word, x))
        return Caret(index, _char_at(self.words[index], x))

    def gap(self, caret: Caret) -> Quad:
        """Where a caret stands: a box without width, as tall as its word."""
        word = self.words[caret.word]
        x = edges(word)[caret.char]
        return x, word.box[1], x, word.box[3]

    def over_text(self, x: float, y: float) -> bool:
        """Whether a point lies on a line of text."""
        return any(_inside(line.box, x, y) for line in self.lines)

    def span(self, one: Caret, other: Caret, unit: Unit = Unit.CHARACTER) -> Span | None:
        """What is selected from one caret to another; None if that is nothing."""
        start, end = min(one, other), max(one, other)
        if unit is not Unit.CHARACTER:
            return Span(self._grown(start, unit).start, self._grown(end, unit).end)
        if start.word == end.word:
            return Span(start, end) if start < end else None
        first = start.word + (start.char >= len(self.words[start.word].text))
        last = end.word - (end.char == 0)
        return self._words_span(first, last) if first <= last else None

    def whole(self, span: Span) -> Span:
        """A passage with the words at its ends whole."""
        return self._words_span(span.start.word, span.end.word)

    def beginning(self) -> Caret:
        """The place before the first word of the running text."""
        return Caret(min(self.running.text, default=0), 0)

    def ending(self) -> Caret:
        """The place after the last word of it."""
        last = max(self.running.text, default=0)
        return Caret(last, len(self.words[last].text)) if self.words else Caret(0, 0)

    def quads(self, span: Span) -> tuple[Quad, ...]:
        """One box a line for a passage."""
        lines = groupby(self._selected(span), key=_line_of)
        return tidied([around([word.box for word in words]) for _, words in lines])

    def text(self, span: Span) -> str:
        """The passage as it reads, hyphens at line ends taken out."""
        return join(self._selected(span), self._known)

    def anchor(self, span: Span) -> Anchor:
        """The passage as it is kept."""
        before = self.words[max(0, span.start.word - CONTEXT) : span.start.word]
        after = self.words[span.end.word + 1 : span.end.word + 1 + CONTEXT]
        return Anchor(
            page=self.page,
            quads=self.quads(span),
            text=self.text(span),
            prefix=join(before, self._known)[-CONTEXT:],
            suffix=join(after, self._known)[:CONTEXT],
            label=self._label,
        )

    def _selected(self, span: Span) -> list[Word]:
        words = list(self.words[span.start.word : span.end.word + 1])
        if len(words) == 1:
            return [_part(words[0], span.start.char, span.end.char)]
        beside = self.running.asides
        if words[0].block == words[-1].block or {words[0].block, words[-1].block} & beside:
            return words
        return [word for word in words if word.block not in beside]

    def _across(self, index: int, x: float) -> float:
        """How far a word is from a place on its line."""
        left, _, right, _ = self.words[index].box
        return max(left - x, x - right, 0.0)

    def _grown(self, caret: Caret, unit: Unit) -> Span:
        """The word, line, sentence or paragraph around a caret."""
        if unit is Unit.WORD:
            return self._words_span(caret.word, caret.word)
        if unit is Unit.LINE:
            line = self.line(caret.word)
            return self._words_span(line.first, line.last)
        ends = self.running.paragraphs if unit is Unit.PARAGRAPH else self.running.sentences
        return self._words_span(*self.running.stretch(caret.word, ends))

    def line(self, index: int) -> Line:
        """The line that a word stands on."""
        return self.lines[bisect_right(self.lines, index, key=lambda line: line.first) - 1]

    def _words_span(self, first: int, last: int) -> Span:
        return Span(Caret(first, 0), Caret(last, len(self.words[last].text)))


End = Point | Spot
"""Where a passage begins or ends: under a hand, or at a caret."""


def spans(
    texts: Mapping[int, PageText], start: End, end: End, unit: Unit = Unit.CHARACTER
) -> dict[int, Span]:
    """What is selected on each page between two ends, pages without text left out."""
    if end.page < start.page:
        start, end = end, start
    found: dict[int, Span] = {}
    for page in range(start.page, end.page + 1):
        text = texts.get(page)
        if text is None:
            continue
        one = caret_at(text, start) if page == start.page else text.beginning()
        other = caret_at(text, end) if page == end.page else text.ending()
        if one is None or other is None or text.ending() == text.beginning():
            continue
        span = text.span(one, other, unit)
        if span is not None:
            found[page] = span if start.page == end.page else text.whole(span)
    return found


def caret_at(text: PageText, end: End) -> Caret | None:
    """The caret at an end of a passage, if its page has words."""
    return end.caret if isinstance(end, Spot) else text.caret(end.x, end.y)


def _lines(words: Sequence[Word]) -> list[Line]:
    blocks: dict[int, list[Quad]] = {}
    for word in words:
        blocks.setdefault(word.block, []).append(word.box)
    outlines = {block: around(boxes) for block, boxes in blocks.items()}
    found = []
    for (block, _), run in groupby(range(len(words)), key=lambda index: _line_of(words[index])):
        indices = list(run)
        box = around([words[index].box for index in indices])
        reach = (outlines[block][0], outlines[block][2])
        found.append(Line(indices[0], indices[-1], box, reach))
    return found


def _line_of(word: Word) -> tuple[int, int]:
    return word.block, word.line


def _inside(box: Quad, x: float, y: float) -> bool:
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _distance(line: Line, x: float, y: float) -> float:
    """How far a point is from a line, whose block counts as its width.

    So a point right of a short last line belongs to it, not to the line above.
    """
    left, right = line.reach
    across = max(left - x, x - right, 0.0)
    down = max(line.box[1] - y, y - line.box[3], 0.0)
    inside = max(line.box[0] - x, x - line.box[2], 0.0)
    return float(across * across + down * down + inside * 1e-6)


def edges(word: Word) -> tuple[float, ...]:
    """Where the gaps between its characters are, by the usual widths of letters."""
    widths = [width(char) for char in word.text]
    left, _, right, _ = word.box
    scale = (right - left) / (sum(widths) or 1.0)
    gaps = accumulate(widths, initial=0.0)
    if leftward(word.text):
        return tuple(right - gap * scale for gap in gaps)
    return tuple(left + gap * scale for gap in gaps)


def _char_at(word: Word, x: float) -> int:
    """The gap between characters that is nearest to a place on the line."""
    gaps = edges(word)
    return min(range(len(gaps)), key=lambda gap: abs(gaps[gap] - x))


def _part(word: Word, start: int, end: int) -> Word:
    """Some characters of a word, with the part of its box that is theirs."""
    if start == 0 and end == len(word.text):
        return word
    gaps = edges(word)
    left, right = sorted((gaps[start], gaps[end]))
    box = left, word.box[1], right, word.box[3]
    return replace(word, text=word.text[start:end], box=box)
