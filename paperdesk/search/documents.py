"""What is in the index: documents of four kinds, and the fields of their texts."""

from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

TEXTS = ("title", "authors", "abstract", "text")
"""The fields that hold words; `text` is that of a page, a note or a highlight."""

HEADS = ("title", "authors")
"""The fields that the first letters of a word are looked for in."""

NUMBERS = ("paper", "kind", "page")
"""The columns of a document; `page` counts from 1, 0 is none."""


class Kind(IntEnum):
    """What a document is; stored in the index, so a number keeps its meaning."""

    PAPER = 0
    NOTE = 1
    HIGHLIGHT = 2
    PAGE = 3


def key(kind: Kind, ref: str) -> str:
    """How a document is known: "0:17" is the paper with id 17."""
    return f"{kind.value}:{ref}"


@dataclass(frozen=True, slots=True)
class Document:
    """One thing that can be found, known by its `key`.

    `group` names what it goes away with (the file of a page), `ref` is what the
    library calls it, and `page` counts from 1.
    """

    key: str
    kind: Kind
    paper: int
    texts: dict[str, str]
    page: int = 0
    group: str = ""
    ref: str = ""


@dataclass(slots=True)
class Batch:
    """What one commit takes away, by key or group, and what it then adds."""

    documents: Iterable[Document] = ()
    gone: Iterable[str] = ()
    groups_gone: Iterable[str] = ()


@dataclass(frozen=True, slots=True)
class Postings:
    """Where a word stands: document numbers, rising, and how often in each."""

    documents: "array[int]"
    counts: "array[float]"


@dataclass(frozen=True, slots=True)
class Spots:
    """As `Postings`, with all positions, those of one document after another's."""

    documents: "array[int]"
    sizes: "array[int]"
    positions: "array[int]"
