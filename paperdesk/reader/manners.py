"""How a document is set: the size of its text, and what stands on every page."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from paperdesk.domain.pages import PageSize
from paperdesk.domain.typed import PagePrint, PrintLine

_EDGE = 0.13
"""The share of a page, at its top and at its bottom, where running heads stand."""

_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(
    r"[-–—\s]*(page\s*)?(\d{1,4}|[ivxlc]{1,7})(\s*(/|of)\s*\d+)?[-–—\s]*", re.IGNORECASE
)
_STAMP = re.compile(r"arxiv:\d{4}\.\d{4,5}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Manners:
    """What was learned of a document from some of its pages."""

    body: float = 10.0
    heads: frozenset[str] = frozenset()

    def is_running(self, line: PrintLine, size: PageSize) -> bool:
        """Whether a line is a running head, a page number or the like."""
        if not _at_edge(line, size):
            return False
        text = line.text.strip()
        return bool(_NUMBER.fullmatch(text) or _STAMP.match(text)) or _key(text) in self.heads


def learn(pages: Mapping[int, PagePrint], sizes: Mapping[int, PageSize]) -> Manners:
    """Look at some pages: the commonest size, and lines that stand on more than one."""
    letters: Counter[float] = Counter()
    heads: Counter[str] = Counter()
    for number, page in pages.items():
        for line in page.lines:
            letters[round(line.size * 4) / 4] += len(line.text)
        edge = {_key(line.text.strip()) for line in page.lines if _at_edge(line, sizes[number])}
        heads.update(edge)
    repeated = frozenset(key for key, count in heads.items() if count > 1 and key)
    body = letters.most_common(1)[0][0] if letters else 10.0
    return Manners(body, repeated)


def _at_edge(line: PrintLine, size: PageSize) -> bool:
    middle = (line.box[1] + line.box[3]) / 2
    return middle < _EDGE * size.height or middle > (1 - _EDGE) * size.height


def _key(text: str) -> str:
    return _DIGITS.sub("#", text.casefold())
