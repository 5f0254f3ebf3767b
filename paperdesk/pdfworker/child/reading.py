"""The text of a page: its words with their boxes, and its lines as one string."""

from paperdesk.domain.hyphens import dissolve
from paperdesk.domain.pages import Word
from paperdesk.pdfworker.child.documents import OpenDocument
from paperdesk.pdfworker.child.inspecting import finite
from paperdesk.pdfworker.child.wording import clean

_TEXT_BLOCK = 0


def words(document: OpenDocument, number: int) -> tuple[Word, ...]:
    """The words of a page in reading order; block and line count from 0."""
    return tuple(
        Word((finite(left), finite(top), finite(right), finite(bottom)), text, block, line)
        for left, top, right, bottom, raw, block, line, _ in document.text_page(
            number
        ).extractWORDS()
        if (text := clean(raw))
    )


def text(document: OpenDocument, number: int) -> str:
    """The text of a page: a line for each line, an empty one between blocks."""
    blocks = document.text_page(number).extractBLOCKS()
    paragraphs = (_lines(block[4]) for block in blocks if block[6] == _TEXT_BLOCK)
    return dissolve("\n\n".join(lines for lines in paragraphs if lines))


def _lines(block: str) -> str:
    lines = (" ".join(line.split()) for line in clean(block).split("\n"))
    return "\n".join(line for line in lines if line)
