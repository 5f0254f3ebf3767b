"""What is sought, and where: the words of the find bar, taken apart."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from paperdesk.domain.pages import Match, OutlineItem, PageSize
from paperdesk.reader.contents import Contents
from paperdesk.reader.pagenames import page_called

SECTION = "§"
"""Begins a search of the current section."""

_PAGES = re.compile(r"<\s*([^,<>]+?)\s*(?:,\s*([^,<>]+?)\s*)?>\s*(.*)", re.DOTALL)
_FROM_RIGHT, _TO_RIGHT = 0.46, 0.65
"""Between these parts of a page's width a right column begins."""

_NEAR = 6.0
"""Points that headings of one column may stand apart."""


@dataclass(frozen=True, slots=True)
class Sought:
    """A text, and what counts when it is compared."""

    text: str = ""
    case: bool = False
    words: bool = False
    regex: bool = False

    def narrows(self, other: "Sought") -> bool:
        """Whether this can stand only where the other does: one more letter was typed."""
        plain = Sought(self.text, case=self.case)
        before = Sought(other.text, case=self.case)
        grown = bool(other.text) and self.text.startswith(other.text)
        return grown and plain == self and before == other


@dataclass(frozen=True, slots=True)
class Scope:
    """Which part of a paper is searched; `name` says so, "" for all of it.

    `begin` and `end` are heights on the first page and on the last, each with
    the column that it is in.
    """

    name: str = ""
    first: int = 0
    last: int = 10**9
    begin: tuple[int, float] = (0, float("-inf"))
    end: tuple[int, float] = (9, float("inf"))
    split: float = 0.0
    """Where the right column begins, 0 where there is one column."""

    def pages(self, count: int) -> range:
        """The pages to search."""
        return range(self.first, min(self.last + 1, count))

    def holds(self, match: Match) -> bool:
        """Whether a hit lies in it."""
        if not self.name:
            return True
        left, top, _, bottom = match.quads[0]
        at = (int(0 < self.split <= left), (top + bottom) / 2)
        after = match.page > self.first or (match.page == self.first and at >= self.begin)
        before = match.page < self.last or (match.page == self.last and at < self.end)
        return after and before


WHOLE = Scope()


def taken_apart(
    typed: str, pages: Sequence[PageSize], contents: Contents, here: int
) -> tuple[str, Scope]:
    """The text to find and where: `§ text`, `<12, 20> text` or just a text.

    `here` is the section that one is in. Angle brackets around what is no page
    are sought as they stand.
    """
    typed = typed.strip()
    if typed.startswith(SECTION):
        return typed[len(SECTION) :].strip(), section_scope(pages, contents, here)
    ranged = _PAGES.fullmatch(typed)
    if ranged is not None:
        first = page_called(pages, ranged[1])
        last = page_called(pages, ranged[2]) if ranged[2] else first
        if first is not None and last is not None:
            return ranged[3], _page_scope(pages, min(first, last), max(first, last))
    return typed, WHOLE


def section_scope(pages: Sequence[PageSize], contents: Contents, section: int) -> Scope:
    """A section with all that lies under it; before the first one, what stands there."""
    split = right_column(pages, contents)
    end = contents.end(section) if section >= 0 else contents.start()
    last = (len(pages) - 1, 9, float("inf")) if end is None else _spot(end, split)
    if section < 0:
        named = "the front matter" if end is not None else "the whole paper"
        return Scope(named, 0, last[0], end=last[1:], split=split)
    item = contents.items[section]
    begin = _spot(item, split)
    return Scope(item.title or "this section", begin[0], last[0], begin[1:], last[1:], split)


def _page_scope(pages: Sequence[PageSize], first: int, last: int) -> Scope:
    names = [pages[page].label or str(page + 1) for page in (first, last)]
    named = f"page {names[0]}" if first == last else f"pages {names[0]} to {names[1]}"
    return Scope(named, first, last)


def _spot(item: OutlineItem, split: float) -> tuple[int, int, float]:
    return item.page, int(0 < split <= item.left + _NEAR), item.top


def right_column(pages: Sequence[PageSize], contents: Contents) -> float:
    """Where the right column begins, told by the headings that stand there; 0 for nowhere."""
    lefts: Counter[int] = Counter()
    for item in contents.items:
        if item.page in range(len(pages)):
            wide = pages[item.page].width
            if _FROM_RIGHT * wide < item.left < _TO_RIGHT * wide:
                lefts[round(item.left / _NEAR)] += 1
    usual = lefts.most_common(1)
    return (usual[0][0] - 1) * _NEAR if usual and usual[0][1] > 1 else 0.0
