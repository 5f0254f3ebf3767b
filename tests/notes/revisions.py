"""Papers and their revised editions, with what really became of every word."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum
from itertools import pairwise

from paperdesk.domain.note import Anchor
from paperdesk.domain.pages import Word
from paperdesk.notes.anchoring import Landing

CONTEXT = 64

Token = tuple[str, int]
"""A word, and a number that no other word of the paper has; 0 for one that is new."""

Sentence = list[Token]
Paragraph = list[Sentence]
Section = list[Paragraph]


@dataclass
class Paper:
    """Sections of paragraphs of sentences, and the dice that they were thrown with."""

    dice: random.Random
    vocabulary: list[str]
    sections: list[Section] = field(default_factory=list)
    number: int = 0

    def sentence(self, words: Sequence[str] | None = None, *, new: bool = False) -> Sentence:
        """A sentence, with numbers of its own unless it is new."""
        count = self.dice.randint(8, 24)
        words = words or self.dice.choices(
            self.vocabulary, [1 / (rank + 3) for rank in range(len(self.vocabulary))], k=count
        )
        made: Sentence = []
        for at, word in enumerate(words):
            self.number += 1
            text = word.capitalize() if not at else word
            made.append((text + ("." if at == len(words) - 1 else ""), 0 if new else self.number))
        return made

    def tokens(self) -> list[Token]:
        """All words in reading order."""
        return [
            token
            for section in self.sections
            for paragraph in section
            for sentence in paragraph
            for token in sentence
        ]


def paper(seed: int) -> Paper:
    """A paper with sentences that recur, rows of a table and formulas among the text."""
    dice = random.Random(seed)
    made = Paper(dice, [_word(dice) for _ in range(900)])
    recurring = [made.sentence() for _ in range(3)]
    for _ in range(8):
        section: Section = []
        for _ in range(dice.randint(3, 6)):
            section.append([made.sentence() for _ in range(dice.randint(3, 7))])
            if dice.random() < 0.25:
                words = [text.strip(".") for text, _ in dice.choice(recurring)]
                section[-1].insert(1, made.sentence(words))
            if dice.random() < 0.15:
                section.append([_row(made) for _ in range(6)])
            if dice.random() < 0.2:
                section[-1].append(made.sentence(dice.choice(_FORMULAS).split()))
        made.sections.append(section)
    return made


_FORMULAS = (
    "L = − Σ y log p ( x )",
    "a = softmax ( Q K / √ d ) V",
    "L = − Σ y log q ( x )",
)


def _row(made: Paper) -> Sentence:
    figures = [f"{made.dice.uniform(60, 95):.1f}" for _ in range(5)]
    return made.sentence([made.dice.choice(("base", "large", "ours")), *figures])


def revised(old: Paper, seed: int) -> Paper:
    """The next edition: paragraphs put in, a section moved, words edited, sentences gone."""
    dice = random.Random(seed)
    made = Paper(dice, old.vocabulary, number=10**6)
    made.sections = [
        [[list(sentence) for sentence in paragraph] for paragraph in section]
        for section in old.sections
    ]
    moved = made.sections.pop(dice.randrange(1, 6))
    made.sections.append(moved)
    for section in made.sections:
        for paragraph in list(section):
            _edit(made, section, paragraph)
    return made


def _edit(made: Paper, section: Section, paragraph: Paragraph) -> None:
    dice = made.dice
    chance = dice.random()
    if chance < 0.12:
        section.insert(section.index(paragraph), [made.sentence(new=True) for _ in range(4)])
    elif chance < 0.18 and len(section) > 1:
        section.remove(paragraph)
        return
    for sentence in list(paragraph):
        chance = dice.random()
        if chance < 0.10:
            paragraph.remove(sentence)
        elif chance < 0.25:
            _change_words(made, sentence, 0.15)
        elif chance < 0.30:
            paragraph[paragraph.index(sentence)] = made.sentence(new=True)
        elif chance < 0.34:
            paragraph.insert(paragraph.index(sentence), made.sentence(new=True))


def _change_words(made: Paper, sentence: Sentence, share: float) -> None:
    for at in range(len(sentence)):
        if made.dice.random() < share:
            sentence[at] = (made.dice.choice(made.vocabulary), 0)


def _word(dice: random.Random) -> str:
    pieces = ("ta", "re", "mo", "li", "con", "ser", "vi", "ple", "nor", "ga", "du", "est", "ing")
    return "".join(dice.choices(pieces, k=dice.choice((1, 2, 2, 3, 3, 4))))


@dataclass(frozen=True)
class Printed:
    """A paper on pages: the words of each, and the number of each of these words."""

    pages: tuple[tuple[Word, ...], ...]
    numbers: tuple[tuple[int, ...], ...]

    def where(self) -> dict[int, tuple[int, int]]:
        """The page and the place among its words of every numbered word."""
        return {
            number: (page, at)
            for page, numbers in enumerate(self.numbers)
            for at, number in enumerate(numbers)
            if number
        }


def printed(
    made: Paper, width: int = 80, lines: int = 50, *, head: str = "", hyphens: bool = True
) -> Printed:
    """Lay a paper out: so many letters a line and lines a page, long words broken."""
    press = _Press(width, lines, head)
    for text, number in made.tokens():
        cut = len(text) // 2 if hyphens and len(text) > 6 and number % 3 == 0 else 0
        press.put(text, number, cut)
    return Printed(tuple(map(tuple, press.pages)), tuple(map(tuple, press.numbers)))


class _Press:
    """Sets word after word."""

    def __init__(self, width: int, lines: int, head: str) -> None:
        self.pages: list[list[Word]] = [[]]
        self.numbers: list[list[int]] = [[]]
        self._width, self._lines, self._head = width, lines, head
        self._row = self._column = 0

    def put(self, text: str, number: int, cut: int) -> None:
        """Set a word, on the next line if it does not fit, or broken after `cut` letters."""
        if self._column + len(text) > self._width:
            if cut and self._column + cut < self._width:
                self._set(text[:cut] + "-", number)
                text = text[cut:]
            self._feed()
        self._set(text, number)

    def _set(self, text: str, number: int) -> None:
        left, top = 50 + 5.0 * self._column, 50 + 12.0 * self._row
        box = (left, top, left + 5.0 * len(text), top + 10)
        self.pages[-1].append(Word(box, text, 0, self._row))
        self.numbers[-1].append(number)
        self._column += len(text) + 1

    def _feed(self) -> None:
        self._row, self._column = self._row + 1, 0
        if self._row < self._lines:
            return
        self.pages.append([])
        self.numbers.append([])
        self._row = 0
        for word in f"{self._head} {len(self.pages)}".split() if self._head else ():
            self._set(word, 0)
        self._row, self._column = (1, 0) if self._head else (0, 0)


@dataclass(frozen=True)
class Passage:
    """A passage that somebody marked: its anchor, and the numbers of its words."""

    anchor: Anchor
    numbers: tuple[int, ...]


def passages(old: Printed, count: int, seed: int, longest: int = 40) -> Iterator[Passage]:
    """Passages as hands mark them: words, halves of sentences, paragraphs; in reading order."""
    dice = random.Random(seed)
    starts = sorted(
        (page, dice.randrange(len(words)))
        for page, words in dice.choices(list(enumerate(old.pages)), k=count)
    )
    for page, at in starts:
        words, numbers = old.pages[page], old.numbers[page]
        length = dice.choice((1, 1, 2, 3, 6, 12, 20, longest))
        chosen = words[at : at + length]
        text = _joined(chosen)
        prefix = _joined(words[max(0, at - 30) : at])[-CONTEXT:]
        suffix = _joined(words[at + length : at + length + 30])[:CONTEXT]
        anchor = Anchor(page, tuple(word.box for word in chosen), text, prefix, suffix)
        yield Passage(anchor, numbers[at : at + length])


def _joined(words: Sequence[Word]) -> str:
    text = " ".join(word.text for word in words)
    return text.replace("- ", "")


class Truth(Enum):
    """What really became of a passage."""

    SAME = "same"
    EDITED = "edited"
    REWRITTEN = "rewritten"
    GONE = "gone"


def truth(passage: Passage, new: Printed) -> Truth:
    """By its words: all there in a row, most of them, a few, none."""
    where, numbers = new.where(), [number for number in passage.numbers if number]
    kept = [where[number] for number in numbers if number in where]
    share = len(kept) / max(1, len(numbers))
    if share == 1 and len(numbers) == len(passage.numbers) and _in_a_row(kept, new):
        return Truth.SAME
    if share >= 0.6 and kept:
        return Truth.EDITED
    return Truth.REWRITTEN if share >= 0.25 and kept else Truth.GONE


def hits(passage: Passage, landing: Landing, new: Printed) -> bool:
    """Whether a landing is on what is left of the passage, and on little else."""
    where, numbers = new.where(), {number for number in passage.numbers if number}
    got = {
        number
        for spot in landing.spots
        for number in new.numbers[spot.page][spot.first[0] : spot.last[0] + 1]
    }
    kept = numbers & set(where)
    met = len(got & kept)
    return bool(met) and met >= 0.5 * len(kept) and met >= 0.4 * len(got - {0})


def _in_a_row(kept: Sequence[tuple[int, int]], new: Printed) -> bool:
    """Whether words follow each other; on a page nothing new stands between them."""
    for (page, at), (after_page, after) in pairwise(kept):
        if page != after_page:
            continue
        if not 0 <= after - at <= 2 or 0 in new.numbers[page][at:after]:
            return False
    return True
