"""Whether a paper was taken back, as sources say it in a title or an abstract."""

import re

WITHDRAWN = "withdrawn"
RETRACTED = "retracted"

_TITLE = re.compile(
    r"\s*[\[(]?(retracted|withdrawn)(?: article| paper)?[\])]?\s*[:\u2013\u2014-]", re.I
)
_BRACKETED = re.compile(r"\s*[\[(](retracted|withdrawn)[\])]", re.I)
_SENTENCE = re.compile(
    r"\bthis (?:paper|article|submission|manuscript|work|preprint)"
    r" (?:has been|have been|is|was) (?:\w+ )?(withdrawn|retracted)\b",
    re.I,
)
_BEGINNING = 600
"""Letters of an abstract in which it would be said: what follows is about others."""


def notice(title: str, abstract: str) -> str:
    """What became of a paper; nothing of one that stands.

    >>> notice("RETRACTED: On Cats", ""), notice("Cats", "This paper has been withdrawn.")
    ('retracted', 'withdrawn')
    """
    found = _TITLE.match(title) or _BRACKETED.match(title)
    found = found or _SENTENCE.search(" ".join(abstract[:_BEGINNING].split()))
    return found[1].lower() if found else ""
