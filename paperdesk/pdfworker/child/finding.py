"""Where a text stands, and the boxes around it."""

import html
import re

from paperdesk.domain.note import Quad
from paperdesk.domain.pages import Find, Match
from paperdesk.pdfworker.child.documents import FAULTS, OpenDocument
from paperdesk.pdfworker.child.folding import Folded, fold, pattern
from paperdesk.pdfworker.child.inspecting import finite

_MOST_ON_A_PAGE = 1000

_ELEMENT = re.compile(r'<(?:(line)\b|char\b(?=[^>]*?\bc="([^"]*)")(?=[^>]*?\bquad="([^"]*)"))')
"""In MuPDF's XML of a page: the start of a line, or a character with its corners.
*Why XML:* it is written in C, and reading it costs a tenth of walking the
glyphs one by one through the bindings."""


_Glyph = tuple[str, int]
"""The corners of a character, not yet read, and the line that it stands on."""


def find(document: OpenDocument, request: Find) -> tuple[Match, ...]:
    """All matches from the first page to the last; unreadable pages have none."""
    sought = pattern(request.needle)
    if sought is None:
        return ()
    pages = range(max(request.first, 0), min(request.last + 1, document.pages))
    return tuple(match for page in pages for match in _on_page(document, page, sought))


def _on_page(document: OpenDocument, page: int, sought: re.Pattern[str]) -> list[Match]:
    """Search the plain text first: only a page that has a hit needs its boxes."""
    try:
        if page not in document.folded:
            lines = document.text_page(page).extractText().split("\n")
            document.folded[page] = fold(lines)
        if not sought.search(document.folded[page]):
            return []
        return _boxed(page, document.text_page(page).extractXML(), sought)
    except FAULTS:
        return []


def _boxed(page: int, xml: str, sought: re.Pattern[str]) -> list[Match]:
    glyphs, folded = _read(xml)
    matches = []
    for hit in sought.finditer(folded.text):
        first, last = folded.origin(hit.start()), folded.origin(hit.end() - 1)
        matches.append(Match(page, _quads(glyphs[first : last + 1])))
        if len(matches) == _MOST_ON_A_PAGE:
            break
    return matches


def _read(xml: str) -> tuple[list[_Glyph], Folded]:
    glyphs: list[_Glyph] = []
    folded = Folded()
    line = 0
    for start, character, corners in _ELEMENT.findall(xml):
        if start:
            line += 1
            folded.end_line()
            continue
        folded.add(html.unescape(character), len(glyphs))
        glyphs.append((corners, line))
    return glyphs, folded


def _box(corners: str) -> Quad:
    numbers = [finite(float(number)) for number in corners.split()]
    across, down = numbers[0::2], numbers[1::2]
    return min(across), min(down), max(across), max(down)


def _quads(glyphs: list[_Glyph]) -> tuple[Quad, ...]:
    """One box for each line that the glyphs stand on."""
    boxes: dict[int, Quad] = {}
    for corners, line in glyphs:
        left, top, right, bottom = box = _box(corners)
        known = boxes.get(line, box)
        boxes[line] = (
            min(known[0], left),
            min(known[1], top),
            max(known[2], right),
            max(known[3], bottom),
        )
    return tuple(boxes.values())
