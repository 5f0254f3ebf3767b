"""A passage that runs over pages, as one text."""

from collections.abc import Iterable

_HYPHENS = "-\u00ad\u2010"


def joined(texts: Iterable[str]) -> str:
    r"""The parts of a passage one after the other, a word that a page ends in made whole.

    >>> joined(["the last exam-", "ple of the page"])
    'the last example of the page'
    """
    whole = ""
    for text in filter(None, (text.strip() for text in texts)):
        if not whole:
            whole = text
        elif len(whole) > 1 and whole[-1] in _HYPHENS and whole[-2].isalpha() and text[0].islower():
            whole = whole[:-1] + text
        else:
            whole = f"{whole} {text}"
    return whole
