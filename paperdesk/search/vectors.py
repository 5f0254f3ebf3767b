"""Arithmetic over all documents at once; numpy's only door.

*Why numpy:* the first letters of a word stand for dozens of common words, whose
tens of thousands of places must be added up between two keystrokes.
"""

from array import array
from collections.abc import Iterable

import numpy
import numpy.typing

Vector = numpy.typing.NDArray[numpy.float32]
"""A number for every document."""

Numbers = numpy.typing.NDArray[numpy.int32]
"""A whole number for every document, or the numbers of documents."""

Spots = numpy.typing.NDArray[numpy.int64]
"""Places in all texts, rising: the document's number and the position in it."""

Mask = numpy.typing.NDArray[numpy.bool_]
"""Which documents."""


def zeros(count: int) -> Vector:
    """Nothing yet for any document."""
    return numpy.zeros(count, numpy.float32)


def mask(count: int, *, filled: bool) -> Mask:
    """All documents, or none."""
    return numpy.full(count, filled, numpy.bool_)


def numbers(values: "array[int]") -> Numbers:
    """The numbers of an array."""
    return numpy.frombuffer(values, numpy.int32) if values else numpy.zeros(0, numpy.int32)


def floats(values: "array[float]") -> Vector:
    """The numbers of an array of floats."""
    return numpy.frombuffer(values, numpy.float32) if values else numpy.zeros(0, numpy.float32)


def together(parts: "Iterable[Numbers]") -> Numbers:
    """Columns of several segments as one."""
    return numpy.concatenate([numpy.zeros(0, numpy.int32), *parts])


def together_floats(parts: "Iterable[Vector]") -> Vector:
    """The same, of floats."""
    return numpy.concatenate([numpy.zeros(0, numpy.float32), *parts])


def looked_up(table: "array[float]", places: "array[int]") -> Vector:
    """The numbers at some places of a table."""
    return floats(table)[numpy.frombuffer(places, numpy.uint8)] if places else zeros(0)


def leave_out(wanted: Mask, documents: Iterable[int]) -> None:
    """Take documents out of a mask."""
    wanted[list(documents)] = False


def add(sums: Vector, documents: Numbers, counts: Vector, weight: float) -> None:
    """Add the counts of documents, each of which is named once."""
    sums[documents] += counts * numpy.float32(weight)


def evened(lengths: Vector, share: float) -> Vector:
    """How much longer than usual each document is, taken with a share of its weight."""
    filled = lengths > 0
    mean = float(lengths[filled].mean()) if filled.any() else 1.0
    return (1.0 - share + share * lengths / mean).astype(numpy.float32)


def saturated(sums: Vector, bend: float) -> Vector:
    """What a word's weight is worth: the tenth time says less than the first."""
    return sums * numpy.float32(bend + 1.0) / (sums + numpy.float32(bend))


def among(column: Numbers, wanted: Iterable[int]) -> Mask:
    """Which documents have one of the wanted numbers in a column."""
    listed = numpy.fromiter(wanted, numpy.int32)
    if not len(column) or not len(listed):
        return mask(len(column), filled=False)
    table = numpy.zeros(max(int(column.max()), int(listed.max())) + 1, numpy.bool_)
    table[listed] = True
    found: Mask = table[column]
    return found


def of_those(column: Numbers, which: Mask) -> Numbers:
    """The numbers that stand in a column at some documents."""
    return column[which]


def count(which: Mask) -> int:
    """How many documents."""
    return int(numpy.count_nonzero(which))


def first(scores: Vector, which: Mask, leading: Mask) -> Vector:
    """Scores that put those in `leading` before all others of `which`."""
    top = float(scores[which].max(initial=0.0))
    return numpy.where(leading, scores + numpy.float32(top), scores)


def best(scores: Vector, which: Mask, most: int) -> list[tuple[int, float]]:
    """The documents with the highest scores, and all that equal the last of them."""
    documents = numpy.flatnonzero(which)
    values = scores[documents]
    if len(documents) > most:
        limit = numpy.partition(values, len(values) - most)[len(values) - most]
        chosen = numpy.flatnonzero(values >= limit)[: most * 4]
        documents, values = documents[chosen], values[chosen]
    return list(zip(documents.tolist(), values.tolist(), strict=True))


def spots(documents: "array[int]", sizes: "array[int]", positions: "array[int]") -> Spots:
    """Where a word stands, of its documents, how often in each, and where there."""
    row = numpy.repeat(numbers(documents).astype(numpy.int64), numbers(sizes))
    return (row << _PLACE_BITS) + numbers(positions)


def merged(parts: Iterable[Spots]) -> Spots:
    """The places of several words."""
    return numpy.unique(numpy.concatenate([numpy.zeros(0, numpy.int64), *parts]))


def followed(starts: Spots, others: Spots, distance: int) -> Spots:
    """Those of `starts` after which, at a distance, one of `others` stands."""
    if not len(starts) or not len(others):
        return starts[:0]
    sought = starts + distance
    at = numpy.minimum(numpy.searchsorted(others, sought), len(others) - 1)
    found: Spots = starts[others[at] == sought]
    return found


def lines(places: Spots, gap: int) -> Spots:
    """Where the lines begin that places stand on, of texts whose lines are so far apart."""
    found: Spots = numpy.unique(places - places % gap)
    return found


def tally(places: Spots, base: int) -> tuple[Numbers, Vector]:
    """The documents of places, and how many places each has."""
    documents, counts = numpy.unique(places >> _PLACE_BITS, return_counts=True)
    return (documents + base).astype(numpy.int32), counts.astype(numpy.float32)


_PLACE_BITS = 24
