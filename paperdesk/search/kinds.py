"""What is in the index: kinds of documents, and how each is known there."""

from enum import IntEnum


class Kind(IntEnum):
    """What a document is; stored in the index, so a number keeps its meaning."""

    PAPER = 0
    NOTE = 1
    HIGHLIGHT = 2
    PAGE = 3


def key(kind: Kind, ref: str) -> str:
    """How a document is known: "0:17" is the paper with id 17."""
    return f"{kind.value}:{ref}"
