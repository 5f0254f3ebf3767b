"""Words that are one word to a reader: "quantized" and "quantization"."""

import functools

from paperdesk.search.index import stem as porter

SHORTEST = 3
"""Letters that all forms of a word are taken to share."""


@functools.lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """What stays of an English word without its ending; others stay as they are."""
    return porter(word) if word.isascii() and word.isalpha() and len(word) > SHORTEST else word


def shared(word: str) -> str:
    """The letters that other forms of a word begin with, too."""
    root = stem(word)
    end = next(
        (at for at, pair in enumerate(zip(word, root, strict=False)) if pair[0] != pair[1]),
        min(len(word), len(root)),
    )
    return word[: max(SHORTEST, end)]
