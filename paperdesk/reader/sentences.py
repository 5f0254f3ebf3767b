"""Where sentences and paragraphs end, as far as words and blocks tell."""

import re
from collections.abc import Sequence, Set
from itertools import pairwise

from paperdesk.domain.pages import Word

_END = re.compile(r"[.!?\u2026\u3002\uff01\uff1f]['\"\u2019\u201d\u00bb)\]]*(?:\d{1,3})?$")
"""The end of a sentence; a footnote's number may stand behind it."""

_SHORT = re.compile(
    r"[(\['\"\u201c]*(?:[a-z]|et al|e\.g|i\.e|cf|vs|resp|viz|ca|approx|figs?|eqs?|eqn|secs?|sect|"
    r"refs?|tabs?|chap|app|thm|lem|prop|def|no|nos|vol|pp?|ed|eds|dr|mr|mrs|ms|prof|st|jr|al)\.",
    re.IGNORECASE,
)
_STARTS = re.compile(r"[(\['\"\u201c\u2018\u00ab]*(?:[^\W_a-z]|\d)")
_HYPHENS = "-\u2010\u00ad"


def breaks(words: Sequence[Word], asides: Set[int]) -> tuple[frozenset[int], frozenset[int]]:
    """The words that sentences end with, and those that paragraphs end with.

    A paragraph goes on over the end of its column or page, and over what stands
    between (`asides`, blocks that are not running text).
    """
    sentences, paragraphs = set(), set()
    for run in _runs(words, asides):
        for here, following in pairwise(run):
            inside = words[here].block == words[following].block
            if not inside and not _flows(words[here].text, words[following].text):
                paragraphs.add(here)
            elif _ends(words[here].text, words[following].text):
                sentences.add(here)
        paragraphs.add(run[-1])
    return frozenset(sentences | paragraphs), frozenset(paragraphs)


def _runs(words: Sequence[Word], asides: Set[int]) -> list[list[int]]:
    """The words in the order of the text, then each aside for itself."""
    text: list[int] = []
    beside: dict[int, list[int]] = {}
    for index, word in enumerate(words):
        if word.block in asides:
            beside.setdefault(word.block, []).append(index)
        else:
            text.append(index)
    return [run for run in (text, *beside.values()) if run]


def _ends(word: str, following: str) -> bool:
    """Whether a sentence ends between two words of one paragraph."""
    if not _END.search(word) or _SHORT.fullmatch(word):
        return False
    return _STARTS.match(following) is not None or not following[:1].isalpha()


def _flows(word: str, following: str) -> bool:
    """Whether the last word of a block is in the middle of a sentence that goes on."""
    if _END.search(word) and not _SHORT.fullmatch(word):
        return False
    return following[:1].islower() or word[-1:] in _HYPHENS
