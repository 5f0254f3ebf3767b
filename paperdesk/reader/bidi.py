"""Words of lines that are written from right to left, in the order they are read.

MuPDF gives the letters of a word in that order, but the words of a line as the
file has them, which is often from left to right.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from paperdesk.domain.pages import Word

_LEFTWARD = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_RIGHTWARD = re.compile("[A-Za-z0-9\u00c0-\u058f\u0660-\u0669\u06f0-\u06f9]")
_DIGIT = re.compile("[0-9\u0660-\u0669\u06f0-\u06f9]")


def leftward(text: str) -> bool:
    """Whether a word is written from right to left."""
    return _LEFTWARD.search(_DIGIT.sub("", text)) is not None


def logical(words: Sequence[Word]) -> Sequence[Word]:
    """The words of a page in reading order; what is written rightward stays as it is."""
    if not any(leftward(word.text) for word in words):
        return words
    rows: list[list[Word]] = []
    for word in words:
        if rows and _in_row(rows[-1][-1], word):
            rows[-1].append(word)
        else:
            rows.append([word])
    return [word for row in rows for word in _read(row)]


def _in_row(before: Word, word: Word) -> bool:
    """Whether two words stand on one line of one block."""
    height = min(before.box[3] - before.box[1], word.box[3] - word.box[1])
    shared = min(before.box[3], word.box[3]) - max(before.box[1], word.box[1])
    return before.block == word.block and shared > height * 0.6


def _read(row: list[Word]) -> list[Word]:
    """A line in its order: from the right, save for runs of what is written rightward."""
    if sum(leftward(word.text) for word in row) * 2 < len(row):
        return row
    line = row[0].line
    fromright = sorted(row, key=lambda word: -word.box[2])
    read: list[Word] = []
    for rightward, run in groupby(_kinds(fromright), key=lambda each: each[0]):
        words = [word for _, word in run]
        read.extend(reversed(words) if rightward else words)
    return [replace(word, line=line) for word in read]


def _kinds(words: list[Word]) -> list[tuple[bool, Word]]:
    """Each word with whether it belongs to a run that is written rightward.

    A sign between two such words, as in 01 / 02 / 1387, belongs to the run.
    """
    kinds = [_RIGHTWARD.search(word.text) is not None and not leftward(word.text) for word in words]
    for index in range(1, len(words) - 1):
        sign = not _RIGHTWARD.search(words[index].text) and not leftward(words[index].text)
        if sign and kinds[index - 1] and kinds[index + 1]:
            kinds[index] = True
    return list(zip(kinds, words, strict=True))
