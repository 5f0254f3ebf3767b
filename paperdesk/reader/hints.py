"""Labels of a letter or two to type, and the links of a page as a person sees them."""

from collections.abc import Iterable, Sequence
from itertools import product

from paperdesk.domain.pages import Link

LETTERS = "asdfghjklewruiovncmtypbxqz"
"""What labels are made of: the home row first, then what is near it."""

_LINE = 2.2
"""Heights of a line up to which a link that wraps goes on below."""


def labels(count: int, letters: Sequence[str] = LETTERS) -> tuple[str, ...]:
    """So many labels, none the beginning of another, the shortest and handiest first.

    >>> labels(4, "abc")
    ('a', 'b', 'ca', 'cb')
    """
    if count <= len(letters):
        return tuple(letters[:count])
    base = len(letters)
    starts = min(-(-(count - base) // (base - 1)), base)
    single = base - starts
    pairs = ("".join(pair) for pair in product(letters[single:], letters))
    return (*letters[:single], *list(pairs)[: count - single])


class Typing:
    """Labels for so many things, and what was typed of one so far."""

    def __init__(self, count: int) -> None:
        self.labels = labels(count)
        self.typed = ""

    def shown(self) -> list[int]:
        """Which things can still be meant."""
        return [n for n, label in enumerate(self.labels) if label.startswith(self.typed)]

    def add(self, letters: Iterable[str]) -> int | None:
        """Type the first of these letters that goes on; which thing that means, if one."""
        for letter in letters:
            typed = self.typed + letter.lower()
            if any(label.startswith(typed) for label in self.labels):
                self.typed = typed
                return self.labels.index(typed) if typed in self.labels else None
        return None

    def back(self) -> None:
        """Take the last letter back."""
        self.typed = self.typed[:-1]


def grouped(links: Iterable[Link]) -> tuple[tuple[Link, ...], ...]:
    """The links of a page, the pieces of one that wraps (or was set in pieces) together."""
    groups: list[list[Link]] = []
    for link in links:
        for group in groups:
            if _same(group[-1], link):
                group.append(link)
                break
        else:
            groups.append([link])
    return tuple(tuple(group) for group in groups)


def _same(before: Link, link: Link) -> bool:
    """Whether two boxes are one link: they lead to one place and stand together."""
    if (before.page, before.top, before.uri) != (link.page, link.top, link.uri):
        return False
    height = max(before.box[3] - before.box[1], link.box[3] - link.box[1], 1.0)
    down = abs(link.box[1] - before.box[1])
    across = max(link.box[0] - before.box[2], before.box[0] - link.box[2])
    return across < height if down < height * 0.6 else down < height * _LINE
