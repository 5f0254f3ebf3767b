"""Words that are one word to a reader: "quantized" and "quantization"."""

import functools

from paperdesk.search.index import stem as porter

SHORTEST = 3
"""Letters that all forms of a word are taken to share."""


@functools.lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """What stays of an English word without its ending; others stay as they are."""
    return porter(word) if word.isascii() and word.isalpha() and len(word) > SHORTEST else word


def has_forms(word: str) -> bool:
    """Whether a word may have other forms: an English one of some letters."""
    return len(word) >= SHORTEST and word.isascii() and word.isalpha()


def kin(word: str, other: str) -> bool:
    """Whether a second word is another form of a first."""
    return (
        other != word
        and has_forms(word)
        and other.startswith(shared(word))
        and stem(other) == stem(word)
    )


@functools.lru_cache(maxsize=1_000)
def shared(word: str) -> str:
    """The letters that other forms of a word begin with, too."""
    root = stem(word).removesuffix("i")  # which is a y in another form
    end = next(
        (at for at, pair in enumerate(zip(word, root, strict=False)) if pair[0] != pair[1]),
        min(len(word), len(root)),
    )
    return word[: max(SHORTEST, end)]
