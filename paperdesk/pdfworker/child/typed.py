"""A page with its type: which letters are bold, raised, maths, or lead elsewhere."""

import html
import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from paperdesk.domain.note import Quad
from paperdesk.domain.pages import Link
from paperdesk.domain.typed import BOLD, ITALIC, MATHS, MONO, RAISED, PagePrint, PrintLine, Run
from paperdesk.pdfworker.child.documents import FAULTS, OpenDocument
from paperdesk.pdfworker.child.inspecting import finite, links
from paperdesk.pdfworker.child.wording import clean

_ELEMENT = re.compile(
    r'<line bbox="([^"]*)"[^>]*? dir="([^"]*)"'
    r'|<font name="([^"]*)" size="([^"]*)"'
    r'|<char c="([^"]*)" quad="([^"]*)"[^>]*? y="([^"]*)"[^>]*? flags="(\d+)"'
)
"""In MuPDF's XML of a page: a line, a font, a letter (see `finding` for why XML)."""

_BOLD_FLAG = 8
_MOST_LINES = 1500
"""Lines of a page; who sets them anew compares each with its neighbours."""

_GAP = 0.17
"""The gap between two letters that is a space, in heights of a letter: some files have
no letter for it."""


_STYLES = (
    (BOLD, re.compile(r"bold|black|heavy|demi|semibold|-bd\b|cmbx|sfbx|medi(?!um)", re.IGNORECASE)),
    (ITALIC, re.compile(r"ital|obliq|slant|-it\b|cmti|sfti|cmsl", re.IGNORECASE)),
    (MONO, re.compile(r"mono|courier|typewr|consol|cmtt|sftt|inconsol", re.IGNORECASE)),
    (
        MATHS,
        re.compile(
            r"cmmi|cmsy|cmex|cmbsy|cmmib|msam|msbm|math|symbol|euf|eur[bms]|rsfs|mtsy|mtmi|mtex|"
            r"txsy|txmi|txex|pxsy|pxmi|pxex|stmary|wasy|ntxmi|ntxsy|bbm|esint",
            re.IGNORECASE,
        ),
    ),
)


_Letter = tuple[str, Quad, float, float, int]
"""The letter, its box, its base line, its size, its style."""


def typed(document: OpenDocument, number: int) -> PagePrint:
    """All that is printed on a page."""
    found = _links(document, number)
    xml = document.text_page(number).extractXML()
    lines = [line for raw in _lines(xml) if (line := _line(raw, found)) is not None]
    figures, tables = document.pictures(number)
    return PagePrint(tuple(lines[:_MOST_LINES]), figures, tables, found)


def _links(document: OpenDocument, number: int) -> tuple[Link, ...]:
    try:
        return links(document, number)
    except FAULTS:
        return ()


def _lines(xml: str) -> list[list[_Letter]]:
    """The letters of each line that is written from left to right, or the other way."""
    found: list[list[_Letter]] = []
    letters: list[_Letter] = []
    size, style = 1.0, 0
    for _, direction, font, points, letter, corners, base, flags in _ELEMENT.findall(xml):
        if direction:
            letters = []
            if abs(float(direction.split()[1])) < 0.1:
                found.append(letters)
        elif points:
            size, style = finite(float(points)), _style(html.unescape(font))
        elif letter:
            bold = BOLD if int(flags) & _BOLD_FLAG else 0
            text = clean(html.unescape(letter))
            if text:
                letters.append((text, _box(corners), finite(float(base)), size, style | bold))
    return found


def _line(letters: Sequence[_Letter], links: Sequence[Link]) -> PrintLine | None:
    """A line of letters, in runs of one type."""
    inked = [letter for letter in letters if not letter[0].isspace()]
    if not inked:
        return None
    box = _around([letter[1] for letter in inked])
    size = _usual([letter[3] for letter in inked])
    base = _usual([letter[2] for letter in inked if letter[3] == size])
    near = [index for index, link in enumerate(links) if _cross(link.box, box)]
    marked = [
        (text, style | _raised(points, line, size, base), _link(at, links, near))
        for text, at, line, points, style in _spaced(letters)
    ]
    runs = [
        Run(clean("".join(text for text, _, _ in group)), style, link)
        for (style, link), group in groupby(marked, key=lambda letter: letter[1:])
    ]
    return PrintLine(box, size, tuple(runs))


def _spaced(letters: Sequence[_Letter]) -> Iterator[_Letter]:
    """Letters with a space wherever there is room for one."""
    before: _Letter | None = None
    for letter in letters:
        if before is not None and not (letter[0].isspace() or before[0].isspace()):
            gap = letter[1][0] - before[1][2]
            raised = before[3] != letter[3] and abs(before[2] - letter[2]) > 0.5
            if gap > _GAP * letter[3] and not raised:
                yield (" ", letter[1], letter[2], letter[3], before[4])
        yield letter
        before = letter


def _raised(points: float, line: float, size: float, base: float) -> int:
    return RAISED if points < 0.9 * size and line < base - 0.15 * size else 0


def _link(at: Quad, links: Sequence[Link], near: Sequence[int]) -> int:
    x, y = (at[0] + at[2]) / 2, (at[1] + at[3]) / 2
    for index in near:
        left, top, right, bottom = links[index].box
        if left <= x <= right and top <= y <= bottom:
            return index
    return -1


def _usual(values: Sequence[float]) -> float:
    """The commonest of some values."""
    return max(set(values), key=values.count)


def _style(font: str) -> int:
    name = font.partition("+")[2] or font
    return sum(style for style, pattern in _STYLES if pattern.search(name))


def _box(corners: str) -> Quad:
    numbers = [finite(float(number)) for number in corners.split()]
    across, down = numbers[0::2], numbers[1::2]
    return min(across), min(down), max(across), max(down)


def _around(boxes: Sequence[Quad]) -> Quad:
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _cross(one: Quad, other: Quad) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
