"""The piece of a text that shows why it was found, and what to mark in it."""

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence

from paperdesk.domain.lines import one_line
from paperdesk.domain.words import CJK, GREEK, JOINT, RUN, fold, occurrences

LENGTH = 220
"""Characters of a snippet, roughly."""

_LEAD = 50
"""Characters before the first mark."""

_ENOUGH = 30

Marks = tuple[tuple[int, int], ...]


class Marker:
    """Knows the words to mark: typed ones, other whole ones, and beginnings.

    *Why a pattern:* fifty texts are marked for every letter that is typed, and
    reading them word by word took three quarters of an answer's time.
    """

    def __init__(
        self, typed: Iterable[str], words: Iterable[str] = (), beginnings: Iterable[str] = ()
    ) -> None:
        typed = frozenset(typed)
        self._words = typed | frozenset(words)
        self._beginnings = tuple(beginnings)
        choices = [
            *(f"{_jointed(word)}[^\\W_]*" for word in self._beginnings),
            *(f"{letter}{_END}" for letter in _letters(self._beginnings)),
            *(f"{_jointed(word)}{_END}" for word in sorted(typed)),
            *(f"{re.escape(word)}{_END}" for word in sorted(self._words - typed)),
        ]
        free = [re.escape(word) for word in sorted(self._words) if CJK.match(word)]
        whole = f"{_BEGIN}(?:{'|'.join(choices)})" if choices else "(?!)"
        self._pattern = re.compile("|".join((whole, *free)))

    def marks(self, text: str) -> list[tuple[int, int, str]]:
        """Where the words stand in a text: from, to, and which of them."""
        plain = fold(text)
        found = self._spots(plain) if len(plain) == len(text) else self._slowly(text)
        return list(itertools.islice(found, _ENOUGH))

    def _spots(self, plain: str) -> Iterator[tuple[int, int, str]]:
        for spot in self._pattern.finditer(plain):
            yield spot.start(), spot.end(), spot[0]

    def _slowly(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Run by run, where folding moves the letters (ligatures, fractions, …)."""
        for run in RUN.finditer(text):
            word = next(filter(self._wanted, (word for word, _ in occurrences(run[0]))), "")
            if word:
                yield run.start(), run.end(), word

    def _wanted(self, word: str) -> bool:
        return word in self._words or word.startswith(self._beginnings)


_BEGIN = r"(?<![^\W_])"
_END = r"(?![^\W_])"


def _jointed(word: str) -> str:
    """A word that may be joined anywhere: "pretraining" is also "pre-training"."""
    written = [word, *(letter + word[len(name) :] for letter, name in _named_at(word))]
    choices = "|".join(JOINT.join(map(re.escape, one)) for one in written)
    return f"(?:{choices})" if len(written) > 1 else choices


def _named_at(word: str) -> Iterator[tuple[str, str]]:
    """The Greek letter that a word begins with by its name."""
    return ((letter, name) for letter, name in GREEK.items() if word.startswith(name))


def _letters(beginnings: tuple[str, ...]) -> Iterator[str]:
    """The Greek letters whose names are only begun."""
    return (
        letter
        for letter, name in GREEK.items()
        if name.startswith(beginnings) and name not in beginnings
    )


def snippet(text: str, marker: Marker) -> tuple[str, Marks]:
    """The piece of a text with the most of the words, and the marks in it.

    What steers a terminal or turns a text about is left out: a PDF may hold it.
    """
    plain = one_line(text)
    marks = marker.marks(plain)
    start = _start(plain, _best(marks))
    end = _end(plain, start + LENGTH)
    lead = "… " if start else ""
    piece = lead + plain[start:end] + (" …" if end < len(plain) else "")
    shift = len(lead) - start
    return piece, tuple((a + shift, b + shift) for a, b, _ in marks if start <= a and b <= end)


def title_marks(title: str, marker: Marker) -> Marks:
    """What to mark in a title, which is shown whole."""
    return tuple((start, end) for start, end, _ in marker.marks(title))


def _best(marks: Sequence[tuple[int, int, str]]) -> int:
    """The first mark of the stretch in which the most different words stand."""
    best, at = 0, 0
    for number, (start, _, _) in enumerate(marks):
        words = _different(marks[number:], start + LENGTH - _LEAD)
        if words > best:
            best, at = words, start
    return at


def _different(marks: Iterable[tuple[int, int, str]], end: int) -> int:
    return len({word for _, last, word in marks if last <= end})


def _start(text: str, mark: int) -> int:
    """Where to begin so that a mark is in sight, at a word's beginning."""
    if mark <= _LEAD:
        return 0
    space = text.find(" ", mark - _LEAD, mark)
    return space + 1 if space >= 0 else mark


def _end(text: str, end: int) -> int:
    if end >= len(text):
        return len(text)
    space = text.rfind(" ", end - _LEAD, end)
    return space if space > 0 else end
