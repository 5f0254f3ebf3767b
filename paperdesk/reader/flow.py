"""Words that stand in lines become text that flows: no broken words, no broken lines."""

from collections.abc import Sequence
from itertools import groupby, pairwise

from paperdesk.domain.hyphens import NOTHING_KNOWN, Lexicon, lexicon, mended, softened
from paperdesk.domain.pages import Word

_NO_SPACES = ((0x2E80, 0x9FFF), (0xF900, 0xFAFF), (0xFF00, 0xFFEF), (0x20000, 0x3FFFF))
"""Chinese and Japanese, which put no space between two lines."""


def join(words: Sequence[Word], known: Lexicon = NOTHING_KNOWN) -> str:
    """The text of words in reading order.

    `known` are the words of the page: they tell which hyphens at line ends
    belong to the word.
    """
    parts: list[str] = [words[0].text] if words else []
    for before, word in pairwise(words):
        if _line(before) == _line(word):
            parts += (" ", word.text)
            continue
        whole = mended(parts[-1], word.text, known)
        if whole is not None:
            parts[-1] = whole
        else:
            parts += (_break(before, word), word.text)
    return softened("".join(parts))


def words_known(words: Sequence[Word]) -> Lexicon:
    """What the words of a page tell about those that are broken."""
    lines: list[str] = []
    for _, run in groupby(words, key=lambda word: word.block):
        if lines:
            lines.append("")
        lines += (" ".join(word.text for word in line) for _, line in groupby(run, key=_line))
    return lexicon("\n".join(lines))


def _line(word: Word) -> tuple[int, int]:
    return word.block, word.line


def _break(before: Word, after: Word) -> str:
    """What stands for the end of a line: a space, nothing, or a new paragraph."""
    if before.block != after.block and not after.text[:1].islower():
        return "\n"
    return "" if _without_spaces(before.text[-1:]) and _without_spaces(after.text[:1]) else " "


def _without_spaces(char: str) -> bool:
    return bool(char) and any(low <= ord(char) <= high for low, high in _NO_SPACES)
