"""The index as it was at one commit: what a search reads from."""

from collections import OrderedDict
from collections.abc import Callable, Container, Iterator
from functools import cached_property
from typing import Any, TypeVar

from paperdesk.search import vectors
from paperdesk.search.documents import TEXTS
from paperdesk.search.index import LENGTHS, Index, Segment
from paperdesk.search.vectors import Mask, Numbers, Spots, Vector

LENGTH_SHARE = 0.75
"""How far the length of a text counts against it (the b of BM25)."""

_WORTH_WARMING = 200
_FREQUENT = 400
"""Words of a segment whose lists take long to read."""

Found = tuple[Numbers, Vector] | None
"""Documents and how often a word stands in each; None where it does not."""


T = TypeVar("T")


class Recent:
    """What was read last, up to a number of bytes."""

    def __init__(self, room: int) -> None:
        self._room = room
        self._used = 0
        self._kept: OrderedDict[tuple[str, ...], tuple[Any, int]] = OrderedDict()

    def get(self, key: tuple[str, ...], read: Callable[[], T], size: Callable[[T], int]) -> T:
        """What is kept under a key, read if it is not."""
        kept = self._kept.get(key)
        if kept is not None:
            self._kept.move_to_end(key)
            value: T = kept[0]
            return value
        value = read()
        self._kept[key] = (value, size(value))
        self._used += self._kept[key][1]
        while self._used > self._room:
            self._used -= self._kept.popitem(last=False)[1][1]
        return value


_OVERHEAD = 300
"""Bytes that anything kept takes beside its numbers."""


def _size_of_found(found: Found) -> int:
    return _OVERHEAD + (found[0].nbytes + found[1].nbytes if found else 0)


def _size_of_spots(found: Spots | None) -> int:
    return _OVERHEAD + (0 if found is None else found.nbytes)


class Snapshot:
    """All segments as one row of documents, numbered through."""

    def __init__(self, index: Index, recent: Recent, before: "Snapshot | None" = None) -> None:
        """Read what is there now; what `before` had open is used again."""
        self._recent = recent
        self.generation = index.generation()
        opened = {one.name: one for one in before.segments} if before else {}
        listed = index.segments(opened)
        self.segments: list[Segment] = [segment for segment, _ in listed]
        self._bases: list[int] = []
        self.count = 0
        for segment in self.segments:
            self._bases.append(self.count)
            self.count += segment.count
        self.alive: Mask = vectors.mask(self.count, filled=True)
        for base, (_, gone) in zip(self._bases, listed, strict=True):
            vectors.leave_out(self.alive, (base + document for document in gone))
        for name in opened.keys() - {one.name for one in self.segments}:
            opened[name].close()

    @cached_property
    def papers(self) -> Numbers:
        """The paper of each document."""
        return self._column("paper")

    @cached_property
    def kinds(self) -> Numbers:
        """The kind of each document."""
        return self._column("kind")

    @cached_property
    def pages(self) -> Numbers:
        """The page of each document, from 1; 0 is none."""
        return self._column("page")

    @cached_property
    def evened(self) -> dict[str, Vector]:
        """For each field how its length weighs on each document."""
        return {
            name: vectors.evened(
                vectors.together_floats(
                    vectors.looked_up(LENGTHS, one.lengths(name)) for one in self.segments
                ),
                LENGTH_SHARE,
            )
            for name in TEXTS
        }

    def reference(self, document: int) -> str:
        """What a document is known by outside."""
        at = next(at for at in reversed(range(len(self._bases))) if self._bases[at] <= document)
        return self.segments[at].reference(document - self._bases[at])

    def parts(self) -> list[tuple[int, Segment]]:
        """The segments with the number of their first document."""
        return list(zip(self._bases, self.segments, strict=True))

    def counts(self, base: int, segment: Segment, name: str, word: str) -> Found:
        """Where in a segment a word stands, by the numbers of the whole."""

        def read() -> Found:
            found = segment.postings(name, word)
            if found is None:
                return None
            return vectors.numbers(found.documents), vectors.floats(found.counts)

        kept = self._recent.get((segment.name, name, word), read, _size_of_found)
        return (kept[0] + base, kept[1]) if kept and base else kept

    def spots(self, segment: Segment, name: str, word: str) -> Spots | None:
        """Every place of a word in a segment, by the segment's own numbers."""

        def read() -> Spots | None:
            found = segment.spots(name, word)
            if found is None:
                return None
            return vectors.spots(found.documents, found.sizes, found.positions)

        return self._recent.get((segment.name, name, word, "spots"), read, _size_of_spots)

    def words(self, prefix: str, most: int, *, heads: bool = False) -> dict[str, int]:
        """The most frequent words that begin so, over all segments."""
        totals: dict[str, int] = {}
        for segment in self.segments:
            for entry in segment.lexicon.beginning(prefix, most, heads=heads):
                count = entry.heads if heads else entry.total
                totals[entry.word] = totals.get(entry.word, 0) + count
        if len(totals) <= most:
            return totals
        return dict(sorted(totals.items(), key=lambda item: -item[1])[:most])

    def warm(self, segments: Container[str]) -> Iterator[str]:
        """Read the longest lists of some segments, one at a time, into what is kept."""
        for base, segment in self.parts():
            if segment.name in segments and segment.count > _WORTH_WARMING:
                for entry in segment.lexicon.beginning("", _FREQUENT):
                    for bit, name in enumerate(TEXTS):
                        if entry.fields >> bit & 1:
                            self.counts(base, segment, name, entry.word)
                    yield entry.word

    def close(self) -> None:
        """Let go of the files."""
        for segment in self.segments:
            segment.close()

    def _column(self, name: str) -> Numbers:
        return vectors.together(vectors.numbers(one.numbers(name)) for one in self.segments)
