"""Whether a paper was taken back, as sources say it in title, abstract or comment."""

import re

from paperdesk.domain.paper import Found

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
_COMMENT = re.compile(
    r"(?:^|[.;,(]\s*)(?:this |the )?(?:(?:paper|article|submission|manuscript|work) )?"
    r"(?:(?:has been|is|was) )?(?:now |temporarily )?(withdrawn|retracted)\b(?! from\b)",
    re.I,
)
"""Said of the paper, and not of a conference that it was taken back from."""

_BEGINNING = 600
"""Letters of an abstract in which it would be said: what follows is about others."""


def told(found: Found) -> str:
    """What a source says became of a paper; nothing of one that stands."""
    return notice(found.title, found.abstract, str(found.extra.get("comment", "")))


def notice(title: str, abstract: str, comment: str = "") -> str:
    """What became of a paper; nothing of one that stands.

    >>> notice("RETRACTED: On Cats", ""), notice("Cats", "This paper has been withdrawn.")
    ('retracted', 'withdrawn')
    """
    found = _TITLE.match(title) or _BRACKETED.match(title)
    found = found or _SENTENCE.search(" ".join(abstract[:_BEGINNING].split()))
    found = found or _COMMENT.search(" ".join(comment[:_BEGINNING].split()))
    return found[1].lower() if found else ""
