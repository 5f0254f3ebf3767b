"""Counts the words of pages, and finds where the references begin."""

import re

from paperdesk.domain.wordcount import NO_END, Count, PageCount
from paperdesk.pdfworker.child.documents import FAULTS, OpenDocument

_HEADING = re.compile(
    r"(?:(?:\d{1,2}|[A-Z]|[IVX]{1,5})\.?\s+)?"
    r"(?:references?(?: and notes)?|bibliography|works cited|literature cited|literatur)\s*:?",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{2}")
"""What has two letters on end is a word; signs of formulas and numbers are none.

Of Chinese and Japanese, which write no spaces, two signs are about a word.
"""

_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")


def count(document: OpenDocument, request: Count) -> tuple[PageCount, ...]:
    """The words of the pages; one that cannot be read has none."""
    pages = range(max(request.first, 0), min(request.last + 1, document.pages))
    return tuple(_counted(document, page) for page in pages)


def _counted(document: OpenDocument, page: int) -> PageCount:
    try:
        text = document.text_page(page).extractText()
    except FAULTS:
        return PageCount(0)
    words, before = 0, NO_END
    for line in text.splitlines():
        if before == NO_END and _HEADING.fullmatch(line.strip()):
            before = words
        words += _words(line)
    return PageCount(words, before)


def _words(line: str) -> int:
    wide = len(_WIDE.findall(line))
    if wide:
        return (wide + 1) // 2
    return sum(1 for token in line.split() if _WORD.search(token))
