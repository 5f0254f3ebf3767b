"""The line that was at the window's top, found again in another edition of the file."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from paperdesk.domain.pages import Word

_WORDS = 12
"""Of a passage: enough to be the only one."""

_FEWEST = 5
"""Words, below which a passage might stand anywhere."""


@dataclass(frozen=True, slots=True)
class Topmost:
    """The first words in sight on a page, and how far below the window's top they begin."""

    page: int
    words: tuple[str, ...]
    below: float


def topmost(page: int, words: Sequence[Word], top: float) -> Topmost | None:
    """What is read first below a height on a page; None where that is next to nothing."""
    first = next((at for at, word in enumerate(words) if word.box[1] >= top), len(words))
    seen = words[first : first + _WORDS]
    if len(seen) < _FEWEST:
        return None
    return Topmost(page, tuple(word.text for word in seen), seen[0].box[1] - top)


def height(passage: Topmost, words: Sequence[Word]) -> float | None:
    """The height on a page that belongs at the window's top, if the passage stands there."""
    texts = tuple(word.text for word in words)
    length = len(passage.words)
    for at in range(len(texts) - length + 1):
        if texts[at : at + length] == passage.words:
            return words[at].box[1] - passage.below
    return None


def outward(page: int, pages: int) -> Iterator[int]:
    """The pages of a file, the nearest first."""
    yield from sorted(range(pages), key=lambda one: (abs(one - page), one < page))
