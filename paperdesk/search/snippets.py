"""The piece of a text that shows why it was found, and what to mark in it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from paperdesk.domain.words import RUN, occurrences

LENGTH = 220
"""Characters of a snippet, roughly."""

_LEAD = 50
"""Characters before the first mark."""

_ENOUGH = 60

Marks = tuple[tuple[int, int], ...]


@dataclass(slots=True)
class Marker:
    """Knows the words to mark: whole ones, and beginnings."""

    words: frozenset[str]
    beginnings: tuple[str, ...] = ()
    _known: dict[str, str] = field(default_factory=dict)

    def marks(self, text: str) -> list[tuple[int, int, str]]:
        """Where the words stand in a text: from, to, and which of them."""
        known = self._known
        found = []
        for run in RUN.finditer(text):
            word = known.get(run[0])
            if word is None:
                word = known[run[0]] = self._word(run[0])
            if word:
                found.append((run.start(), run.end(), word))
                if len(found) == _ENOUGH:
                    break
        return found

    def _word(self, run: str) -> str:
        """The word that a run is to be marked for; none is empty."""
        for form, _ in occurrences(run):
            if form in self.words:
                return form
            for beginning in self.beginnings:
                if form.startswith(beginning):
                    return beginning
        return ""


def snippet(text: str, marker: Marker) -> tuple[str, Marks]:
    """The piece of a text with the most of the words, and the marks in it."""
    plain = " ".join(text.split())
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
