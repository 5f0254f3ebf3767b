"""Hyphens at line ends: which belong to the word, and which only to the line."""

import re
from dataclasses import dataclass

HYPHENS = "\u2010\u00ad-"
"""What may break a word: Unicode's hyphen, the soft one, and the one of keyboards."""

_BREAK = re.compile(r"(?<!\w)(?<!\w[-\u2010])(\w+(?:[-\u2010]\w+)*)([-\u2010\u00ad])\s*\n\s*(\w+)")
_HYPHENATED = re.compile(r"\w+(?:[-\u2010]\w+)+")
_WORD = re.compile(r"\w+")
_ALONE = re.compile(
    rf"(?<![\w{HYPHENS}])(?<![{HYPHENS}]\n)(?<![{HYPHENS}]\n\n)\w+(?![\w{HYPHENS}])"
)
_LAST = re.compile("[-\u2010]")
_WHOLE = 3
"""Letters of a part of a word that may be a word itself."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of a page, in lower case, by which its broken words are judged.

    `alone` are those that stand without a hyphen on either side.
    """

    hyphenated: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    alone: frozenset[str] = frozenset()

    def whole(self, first: str, hyphen: str, second: str) -> str:
        """A word that was broken after `first`, as it is written within a line."""
        start, last, end = first.casefold(), _LAST.split(first.casefold())[-1], second.casefold()
        if not (first[-1].isalpha() and second[0].islower()):
            return f"{first}-{second}"
        if hyphen == "\u00ad" or last + end in self.words:
            return first + second
        known = f"{start}-{end}" in self.hyphenated or f"{last}-{end}" in self.hyphenated
        two = min(len(last), len(end)) >= _WHOLE and {last, end} <= self.alone
        return f"{first}-{second}" if known or last != start or two else first + second


NOTHING_KNOWN = Lexicon()


def lexicon(text: str) -> Lexicon:
    """The words of a text: a line for each line, an empty one between blocks."""
    return Lexicon(
        frozenset(word.casefold() for word in _HYPHENATED.findall(text)),
        frozenset(word.casefold() for word in _WORD.findall(text)),
        frozenset(word.casefold() for word in _ALONE.findall(text)),
    )


def dissolve(text: str) -> str:
    """Text with the words that were broken at line ends put together.

    A hyphen that belongs to the word is kept: beside a capital or a digit, where
    the page has the word so elsewhere within a line, in a compound ("state-of-
    the-art", which TeX breaks at its hyphens only), and between two words of the
    page ("low-rank"); but not where the page has the word without.
    """
    known = lexicon(text)
    return softened(_BREAK.sub(lambda broken: known.whole(*broken.groups()), text))


def mended(before: str, after: str, known: Lexicon = NOTHING_KNOWN) -> str | None:
    """A text and the one that follows, put together if they part a broken word.

    >>> mended("exam-", "ple,")
    'example,'
    >>> mended("one", "two") is None
    True
    """
    start, end = before.rpartition(" ")[2], after.partition(" ")[0]
    text = f"{start}\n{end}"
    whole = _BREAK.sub(lambda broken: known.whole(*broken.groups()), text, count=1)
    if whole == text:
        return None
    return before[: len(before) - len(start)] + whole + after[len(end) :]


def softened(text: str) -> str:
    """Text without the hyphens that no reader sees."""
    return text.replace("\u00ad", "")
