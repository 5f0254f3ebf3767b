"""The quotes in a note: which of its lines stand for which place in the paper."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from paperdesk.domain.deeplink import DeepLink, deep_link
from paperdesk.domain.note import HighlightId
from paperdesk.domain.paper import PaperId

_LINK = re.compile(r"paperdesk://[^\s<>()]+")


@dataclass(frozen=True, slots=True)
class Quoted:
    """The lines `first` to `last` of a note, and the place that they are about."""

    first: int
    last: int
    page: int
    highlight: HighlightId | None = None


def quoted(text: str, paper: PaperId) -> tuple[Quoted, ...]:
    """The passages of a paper that its note quotes, from the top of the note."""
    lines = text.split("\n")
    found = []
    for number, line in enumerate(lines):
        link = _link(line, paper)
        if link is not None and (link.page is not None or link.highlight is not None):
            first = _beginning(lines, number)
            found.append(Quoted(first, number, link.page or 0, link.highlight))
    return tuple(found)


def _link(line: str, paper: PaperId) -> DeepLink | None:
    """The first link of a line that leads into this paper."""
    links = (deep_link(match[0]) for match in _LINK.finditer(line))
    return next((link for link in links if link is not None and link.paper == paper), None)


def _beginning(lines: Sequence[str], last: int) -> int:
    """Where the block quote begins that ends in a line; the line itself if it is in none."""
    first = last
    if lines[last].startswith(">"):
        while first > 0 and lines[first - 1].startswith(">") and not _LINK.search(lines[first - 1]):
            first -= 1
    return first
