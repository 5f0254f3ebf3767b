"""The words of one segment of the index, in a file: what a prefix may become.

A segment never changes, so its words are written once, beside it, and read in
milliseconds: one blob of sorted words, where each begins, and how many places
have it. What Whoosh itself keeps answers "how often is this word?", but takes
seconds for "which words begin with a?".
"""

import heapq
import itertools
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from paperdesk.infra import files
from paperdesk.search.documents import HEADS, TEXTS

_REMEMBERED = 10_000


@dataclass(frozen=True, slots=True)
class Entry:
    """A word, how many documents have it in their heads, and how often in all.

    `fields` has a bit for each field that has the word.
    """

    word: str
    heads: int
    total: int
    fields: int


class Lexicon:
    """The words of a segment, sorted by their bytes."""

    def __init__(self, blob: bytes, columns: "tuple[array[int], ...]") -> None:
        self._blob = blob
        self._starts, self._heads, self._totals, self._fields = columns
        self._asked: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self._heads)

    def beginning(self, prefix: str, most: int, *, heads: bool = False) -> list[Entry]:
        """The words that begin so: all of them, or the `most` frequent.

        With `heads` those only that stand in a title or a name, and by that.
        """
        first, last = self._range(prefix.encode())
        column = self._heads if heads else self._totals
        found = range(first, last)
        if last - first > most:
            found = heapq.nlargest(most, found, key=column.__getitem__)  # type: ignore[assignment]
        return [self._entry(at) for at in found if column[at]]

    def fields_of(self, word: str) -> int:
        """The bits of the fields that have a word; 0 when none has."""
        bits = self._asked.get(word)
        if bits is None:
            if len(self._asked) >= _REMEMBERED:
                self._asked.clear()
            at = self._find(word.encode())
            found = at < len(self) and self._word(at) == word.encode()
            bits = self._asked[word] = self._fields[at] if found else 0
        return bits

    def _range(self, prefix: bytes) -> tuple[int, int]:
        return self._find(prefix), self._find(prefix + b"\xff")

    def _find(self, word: bytes) -> int:
        return bisect_left(range(len(self)), word, key=self._word)

    def _word(self, at: int) -> bytes:
        return self._blob[self._starts[at] : self._starts[at + 1]]

    def _entry(self, at: int) -> Entry:
        return Entry(self._word(at).decode(), self._heads[at], self._totals[at], self._fields[at])


def write_lexicon(path: Path, entries: Iterable[tuple[bytes, int, int, int]]) -> None:
    """Write the words of a segment (sorted), wholly or not at all."""
    words: list[bytes] = []
    columns = (array("I", [0]), array("I"), array("I"), array("B"))
    end = 0
    for word, heads, total, bits in entries:
        words.append(word)
        end += len(word)
        for column, value in zip(columns, (end, heads, total, bits), strict=True):
            column.append(value)
    with files.replacing(path) as file:
        file.write(array("I", [len(words)]).tobytes())
        for column in columns:
            file.write(column.tobytes())
        file.write(b"".join(words))


def read_lexicon(path: Path) -> Lexicon:
    """The words of a segment; raises ValueError when the file is not whole."""
    data = path.read_bytes()
    sizes = array("I", data[:4])
    count = sizes[0]
    at = 4
    columns = []
    for code, length in (("I", count + 1), ("I", count), ("I", count), ("B", count)):
        column = array(code)
        width = column.itemsize * length
        column.frombytes(data[at : at + width])
        if len(column) != length:
            raise ValueError(f"{path} is cut short")
        columns.append(column)
        at += width
    blob = data[at:]
    if len(blob) != columns[0][-1]:
        raise ValueError(f"{path} is cut short")
    return Lexicon(blob, tuple(columns))


def words_in(reader: Any) -> Iterator[tuple[bytes, int, int, int]]:
    """Every word of a segment (Whoosh's reader), as `write_lexicon` takes them."""
    streams = [_words_of(reader, bit, name) for bit, name in enumerate(TEXTS)]
    for word, group in itertools.groupby(heapq.merge(*streams), key=lambda found: found[0]):
        heads = total = bits = 0
        for _, bit, count in group:
            bits |= 1 << bit
            total += count
            heads += count if TEXTS[bit] in HEADS else 0
        yield word, heads, total, bits


def _words_of(reader: Any, bit: int, name: str) -> Iterator[tuple[bytes, int, int]]:
    for word, info in reader.iter_field(name):
        yield word, bit, info.doc_frequency()
