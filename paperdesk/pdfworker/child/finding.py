"""Where a text stands, and the boxes around it."""

import contextlib
import html
import re
import time
from collections.abc import Sequence
from itertools import islice
from typing import Any

from paperdesk.domain.errors import Refused
from paperdesk.domain.note import Quad
from paperdesk.domain.pages import Find, Match
from paperdesk.pdfworker.child.documents import FAULTS, OpenDocument
from paperdesk.pdfworker.child.folding import Folded, flat, fold, pattern
from paperdesk.pdfworker.child.inspecting import finite
from paperdesk.pdfworker.child.patience import TooLong, at_most

_MOST_ON_A_PAGE = 1000

_SECONDS = 0.5
"""Of the processor, for a regular expression over the pages of one request."""

_LEAST = 0.02
"""Of it for any page, however long the pages before took: they are not its fault."""

_ELEMENT = re.compile(r'<(?:(line)\b|char\b(?=[^>]*?\bc="([^"]*)")(?=[^>]*?\bquad="([^"]*)"))')
"""In MuPDF's XML of a page: the start of a line, or a character with its corners.
*Why XML:* it is written in C, and reading it costs a tenth of walking the
glyphs one by one through the bindings."""


_Glyph = tuple[str, int]
"""The corners of a character, not yet read, and the line that it stands on."""

_Span = tuple[int, int]
"""Where a hit begins and ends in folded text."""


def find(document: OpenDocument, request: Find) -> tuple[Match, ...]:
    """All matches from the first page to the last; unreadable pages have none."""
    try:
        with at_most(_SECONDS) if request.regex else contextlib.nullcontext():
            sought = pattern(
                request.needle, case=request.case, words=request.words, regex=request.regex
            )
    except TooLong as error:
        raise _too_slow() from error
    if sought is None:
        return ()
    search = _Search(document, request, sought)
    pages = range(max(request.first, 0), min(request.last + 1, document.pages))
    return tuple(match for page in pages for match in search.on_page(page))


class _Search:
    """One needle, looked for page by page."""

    def __init__(self, document: OpenDocument, request: Find, sought: re.Pattern[str]) -> None:
        self._document = document
        self._request = request
        self._sought = sought
        self._begun = time.process_time()

    def on_page(self, page: int) -> Sequence[Match]:
        """Search the plain text first: only a page that has a hit needs its boxes."""
        try:
            text_page = None
            known = self._document.folded.get((page, self._request.case))
            if known is None:
                text_page = self._document.text_page(page)
                known = fold(text_page.extractText().split("\n"), case=self._request.case)
                self._document.folded[page, self._request.case] = known
            spans = self._spans(flat(known))
            if not spans:
                return ()
            pieces = [known.count("\n", start, end) + 1 for start, end in spans]
            return self._boxed(page, text_page or self._document.text_page(page), pieces)
        except FAULTS:
            return ()

    def _spans(self, text: str) -> list[_Span]:
        """Where the needle stands in folded text; a hit of no length is none."""
        if not self._request.regex:
            return _found(self._sought, text)
        left = _SECONDS - (time.process_time() - self._begun)
        try:
            with at_most(max(left, _LEAST)):
                return _found(self._sought, text)
        except TooLong as error:
            raise _too_slow() from error

    def _boxed(self, page: int, text_page: Any, pieces: Sequence[int]) -> Sequence[Match]:
        """The hits with their boxes: MuPDF's own where it finds as many pieces.

        `pieces` are those of each hit, one for each line that it stands on.

        *Why as many:* it knows less of what makes no difference than we do, so
        what it finds is among ours; and it finds them ten times as fast.
        """
        if not self._request.regex and self._request.needle.isascii():
            boxes = iter([_upright(quad) for quad in text_page.search(self._request.needle)])
            hits = [Match(page, tuple(islice(boxes, count))) for count in pieces]
            if len(hits[-1].quads) == pieces[-1] and next(boxes, None) is None:
                return hits
        glyphs, folded = _read(text_page.extractXML(), case=self._request.case)
        return [
            Match(page, _quads(glyphs[folded.origin(start) : folded.origin(end - 1) + 1]))
            for start, end in self._spans(folded.text)
        ]


def _found(sought: re.Pattern[str], text: str) -> list[_Span]:
    spans: list[_Span] = []
    for hit in sought.finditer(text):
        if hit.end() > hit.start():
            spans.append(hit.span())
        if len(spans) == _MOST_ON_A_PAGE:
            break
    return spans


def _too_slow() -> Refused:
    return Refused("This regular expression takes too long: make it simpler, or more exact.")


def _read(xml: str, *, case: bool) -> tuple[list[_Glyph], Folded]:
    glyphs: list[_Glyph] = []
    folded = Folded(case=case)
    line = 0
    for start, character, corners in _ELEMENT.findall(xml):
        if start:
            line += 1
            folded.end_line()
            continue
        folded.add(html.unescape(character), len(glyphs))
        glyphs.append((corners, line))
    return glyphs, folded


def _upright(quad: Any) -> Quad:
    """The box around a quad of PyMuPDF's."""
    across = [finite(point.x) for point in (quad.ul, quad.ur, quad.ll, quad.lr)]
    down = [finite(point.y) for point in (quad.ul, quad.ur, quad.ll, quad.lr)]
    return min(across), min(down), max(across), max(down)


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
