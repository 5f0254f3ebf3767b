"""Words that stand in lines become text that flows: no broken words, no broken lines."""

from collections.abc import Sequence, Set
from itertools import pairwise

from paperdesk.domain.pages import Word

_HYPHENS = "-\u00ad\u2010"
_NO_SPACES = ((0x2E80, 0x9FFF), (0xF900, 0xFAFF), (0xFF00, 0xFFEF), (0x20000, 0x3FFFF))
"""Chinese and Japanese, which put no space between two lines."""


def join(words: Sequence[Word], known: Set[str] = frozenset()) -> str:
    """The text of words in reading order.

    `known` are the words of the page in lower case: a compound that stands
    there with its hyphen keeps it where a line breaks it.
    """
    parts: list[str] = [words[0].text] if words else []
    for before, word in pairwise(words):
        if _line(before) == _line(word):
            parts += (" ", word.text)
        elif _is_broken(before.text, word.text):
            if not _keeps_hyphen(before.text, word.text, known):
                parts[-1] = parts[-1][:-1]
            parts.append(word.text)
        else:
            parts += (_break(before, word), word.text)
    return "".join(parts)


def _line(word: Word) -> tuple[int, int]:
    return word.block, word.line


def _is_broken(before: str, after: str) -> bool:
    """Whether a line break stands inside a word."""
    return (
        len(before) > 1
        and before[-1] in _HYPHENS
        and before[-2].isalpha()
        and (after[:1].islower() or before[-1] == "\u00ad")
    )


def _keeps_hyphen(before: str, after: str, known: Set[str]) -> bool:
    """Whether the hyphen at a line's end belongs to the word."""
    if before[-1] == "\u00ad":
        return False
    stem, rest = before[:-1].lstrip("(").casefold(), after.rstrip(".,;:)").casefold()
    return f"{stem}-{rest}" in known or ("-" in stem and f"{stem}{rest}" not in known)


def _break(before: Word, after: Word) -> str:
    """What stands for the end of a line: a space, nothing, or a new paragraph."""
    if before.block != after.block and not after.text[:1].islower():
        return "\n"
    return "" if _without_spaces(before.text[-1:]) and _without_spaces(after.text[:1]) else " "


def _without_spaces(char: str) -> bool:
    return bool(char) and any(low <= ord(char) <= high for low, high in _NO_SPACES)
