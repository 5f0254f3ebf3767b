"""A passage that runs over pages, as one text."""

from collections.abc import Iterable

from paperdesk.domain.hyphens import lexicon, mended


def joined(texts: Iterable[str]) -> str:
    r"""The parts of a passage one after the other, a word that a page ends in made whole.

    >>> joined(["the last exam-", "ple of the page"])
    'the last example of the page'
    """
    parts = [text.strip() for text in texts if text.strip()]
    if len(parts) < 2:
        return parts[0] if parts else ""
    known = lexicon("\n\n".join(parts))
    whole = parts[0]
    for text in parts[1:]:
        whole = mended(whole, text, known) or f"{whole} {text}"
    return whole
