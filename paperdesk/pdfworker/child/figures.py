"""Where the figures of a page are: images, plots, shadings, with the text in them.

MuPDF lists what is drawn in C (structured text with vectors, written as XML);
here the pieces that lie together are told apart: a plot is a figure; the rules
of a table, a box around a paragraph, a check mark and a bullet are none.
"""

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

import pymupdf
from pymupdf import mupdf

from paperdesk.domain.note import Quad
from paperdesk.pdfworker.child.patches import touching
from paperdesk.pdfworker.child.tables import tables

_FLAGS = mupdf.FZ_STEXT_COLLECT_VECTORS | mupdf.FZ_STEXT_PRESERVE_IMAGES
_NUMBER = r"-?[\d.e+-]+"
_BOX = rf'bbox="({_NUMBER}) ({_NUMBER}) ({_NUMBER}) ({_NUMBER})"'
_VECTOR = re.compile(rf'<vector {_BOX} stroke="(\d)" rectangle="(\d)"[^>]*argb="(\w\w)(\w{{6}})"')
_IMAGE = re.compile(rf"<image {_BOX}")
_LINE = re.compile(rf'<(line|block) {_BOX}(?:[^>]*?text="([^"]*)")?')
_CAPTION = re.compile(r"(fig(ure|\.)?|tab(le|\.)?|algorithm|listing|scheme)\s*\d", re.IGNORECASE)

_MOST_VECTORS = 200_000
_MOST_CLUSTERS = 3000
"""So many pieces apart from each other are looked at, the largest; a page of letters
and lines has some dozens, and pairs of them are compared."""

_MOST_GROUNDS = 2000
"""So many shapes may be grounds of text before nobody looks any more."""

_THIN = 2.5
"""Points that a rule is thick at most."""

_SPECK = 3.0
_DOTS = 20
"""So many specks are the dots of a plot."""

_SMALLEST = 20.0
_SMALLEST_AREA = 900.0
"""A smaller drawing is a bullet, a mark or a letter."""

_SHEET = 0.6
"""An image, frame or fill that covers more of the page is its ground."""

_LINE_LENGTH = 0.8
"""A rule longer than this share of the page belongs to the page."""

_WORDY = 0.2
"""The share of text from which a drawing without much colour is a table."""

_SOLID = 0.25
_HALF = 0.5
_MARGIN = 2.0
_NEAR = 11.0
"""Points from a figure within which short lines are its labels."""

_PROSE = 38
"""Characters from which a line is running text; a label has fewer."""

_PARAGRAPH = 3
"""So many lines of prose on a drawn ground make it a box around text."""

_MOST_FIGURES = 60


@dataclass(slots=True)
class _Seen:
    """What is drawn on a page, sorted by what it can be a part of."""

    images: list[Quad] = field(default_factory=list)
    shapes: list[Quad] = field(default_factory=list)
    """Curves, slanted lines, and all that is no rectangle."""

    dots: list[Quad] = field(default_factory=list)
    fills: list[Quad] = field(default_factory=list)
    rules: list[Quad] = field(default_factory=list)
    """Straight lines, and frames made of them."""

    sheets: list[Quad] = field(default_factory=list)
    """Images as large as the page."""

    lines: list[tuple[Quad, str]] = field(default_factory=list)
    blocks: list[tuple[Quad, str]] = field(default_factory=list)


def pictures(page: Any, area: Quad) -> tuple[tuple[Quad, ...], tuple[Quad, ...]]:
    """The boxes of the figures on a page, given its display list and area; of its tables."""
    seen = _read(_xml(page), area)
    _leave_boxes_around_text(seen)
    boxes = touching([*seen.images, *seen.shapes, *seen.dots, *seen.fills, *seen.rules])
    boxes = _merged(sorted(boxes, key=_size, reverse=True)[:_MOST_CLUSTERS])
    found = [box for box in boxes if _is_figure(box, seen, area) and not _is_blank(page, box, seen)]
    if seen.sheets and not _is_paper(page, area):
        found += seen.sheets
    grown = [_within(_labelled(box, seen.blocks), area) for box in found]
    found = _merged(grown)[:_MOST_FIGURES]
    return tuple(found), tuple(tables([*seen.rules, *seen.fills], seen.lines, found))


def covered(page: Any, area: Quad) -> float:
    """The share of a page that images cover, about."""
    boxes = [_within(_quad(found.groups()), area) for found in _IMAGE.finditer(_xml(page))]
    return sum(map(_size, _merged(boxes))) / max(_size(area), 1.0)


def _xml(page: Any) -> str:
    options = mupdf.FzStextOptions()
    options.flags = _FLAGS
    text = mupdf.FzStextPage(page.this, options)
    buffer = mupdf.FzBuffer(4096)
    out = mupdf.FzOutput(buffer)
    mupdf.fz_print_stext_page_as_xml_with_flags(out, text, 0, 0)
    out.fz_close_output()
    return str(buffer.fz_buffer_extract().decode("utf-8", "replace"))


def _read(xml: str, area: Quad) -> _Seen:
    seen = _Seen()
    vectors = {found.groups() for found in islice(_VECTOR.finditer(xml), _MOST_VECTORS)}
    for vector in vectors:
        _sort(seen, vector, area)
    for found in _IMAGE.finditer(xml):
        box = _within(_quad(found.groups()), area)
        if _size(box) > _SHEET * _size(area):
            seen.sheets.append(box)
        else:
            (seen.images if min(_sides(box)) > _THIN else seen.rules).append(box)
    _read_text(seen, xml)
    return seen


def _read_text(seen: _Seen, xml: str) -> None:
    """The lines, and the blocks that they make."""
    for kind, *edges, raw in _LINE.findall(xml):
        text = html.unescape(raw).strip()
        if kind == "block":
            seen.blocks.append((_quad(edges), ""))
        elif text:
            seen.lines.append((_quad(edges), text))
            if seen.blocks:
                box, before = seen.blocks[-1]
                seen.blocks[-1] = box, f"{before} {text}"


def _sort(seen: _Seen, found: Sequence[str], area: Quad) -> None:
    """Put a vector where it belongs; what nobody sees, or is the page's own, nowhere."""
    stroked, straight, alpha, colour = found[4] == "1", found[5] == "1", found[6], found[7]
    if alpha == "00" or (colour.lower() >= "fafafa" and not stroked and straight):
        return
    box = _within(_quad(found), area)
    if _is_of_the_page(box, area, straight=straight):
        return
    if not straight:
        (seen.shapes if min(_sides(box)) > _SPECK else seen.dots).append(box)
    elif min(_sides(box)) <= _THIN:
        (seen.rules if max(_sides(box)) > _SPECK else seen.dots).append(box)
    else:
        (seen.rules if stroked else seen.fills).append(box)


def _is_of_the_page(box: Quad, area: Quad, *, straight: bool) -> bool:
    """Whether a vector is the ground or border of the page, or divides it."""
    if not straight:
        return False
    (width, height), (across, down) = _sides(box), _sides(area)
    if min(width, height) > _THIN:
        return _size(box) > _SHEET * _size(area)
    return width > _LINE_LENGTH * across or height > _LINE_LENGTH * down


def _leave_boxes_around_text(seen: _Seen) -> None:
    """Boxes around paragraphs are no part of a figure; nor are shapes that were cut off."""
    prose = [line for line, text in seen.lines if len(text) > _PROSE]
    for pieces in (seen.shapes, seen.fills, seen.rules):
        if sum(_size(piece) >= _SMALLEST_AREA for piece in pieces) > _MOST_GROUNDS:
            continue
        pieces[:] = [
            piece
            for piece in pieces
            if _size(piece) < _SMALLEST_AREA
            or sum(_inside(line, piece) for line in prose) < _PARAGRAPH
        ]


def _is_figure(box: Quad, seen: _Seen, area: Quad) -> bool:
    """Whether pieces that lie together are a picture, and not a table or a box."""
    width, height = _sides(box)
    size = width * height
    if min(width, height) < _SMALLEST or size < _SMALLEST_AREA:
        return False
    lines = [line for line, _ in seen.lines if _inside(line, box)]
    solid = [piece for piece in (*seen.images, *seen.shapes) if _inside(piece, box)]
    bare = _bare([piece for piece in seen.fills if _inside(piece, box)][:_MOST_GROUNDS], lines)
    dots = sum(_inside(dot, box) for dot in seen.dots)
    if not solid and len(bare) < 2 and dots < _DOTS:
        return False
    weight = sum(map(_size, solid)) + sum(map(_size, bare))
    if weight > _SOLID * size:
        return True
    return size < _HALF * _size(area) and sum(map(_size, lines)) < _WORDY * size


def _bare(fills: Sequence[Quad], lines: Sequence[Quad]) -> list[Quad]:
    """The fills that no text stands on: bars, cells of colour; not stripes of a table."""
    bare = [fill for fill in fills if not any(_inside(line, fill) for line in lines)]
    under_text = sum(map(_size, fills)) - sum(map(_size, bare))
    return bare if 2 * sum(map(_size, bare)) > under_text else []


def _is_blank(page: Any, box: Quad, seen: _Seen) -> bool:
    """Whether a picture shows nothing: some are there to cover what was printed before."""
    drawn = (*seen.shapes, *seen.dots, *seen.fills)
    if any(_inside(piece, box) for piece in drawn):
        return False
    if any(_inside(line, box) for line, _ in seen.lines):
        return _is_paper(page, box)
    scale = 32 / max(*_sides(box), 1.0)
    return bool(page.get_pixmap(pymupdf.Matrix(scale, scale), alpha=0, clip=box).is_unicolor)


def _labelled(box: Quad, blocks: Sequence[tuple[Quad, str]]) -> Quad:
    """A figure with the labels around it: short lines close by, no captions."""
    near = (box[0] - _NEAR, box[1] - _NEAR, box[2] + _NEAR, box[3] + _NEAR)
    reach = (near[0] - _NEAR, near[1] - _NEAR, near[2] + _NEAR, near[3] + _NEAR)
    grown = box
    for block, text in blocks:
        short = len(text) <= _PROSE and not _CAPTION.match(text.strip())
        if short and _cross(block, near) and _inside(block, reach):
            grown = _union(grown, block)
    return grown[0] - _MARGIN, grown[1] - _MARGIN, grown[2] + _MARGIN, grown[3] + _MARGIN


def _is_paper(page: Any, area: Quad) -> bool:
    """Whether a page that is one picture is a scan: mostly bright and without colour."""
    scale = 64 / max(*_sides(area), 1.0)
    picture = page.get_pixmap(pymupdf.Matrix(scale, scale), alpha=0, clip=area)
    pixels = bytes(picture.samples_mv)
    triples = list(zip(pixels[0::3], pixels[1::3], pixels[2::3], strict=False))
    bright = sum(1 for triple in triples if min(triple) > 130 and max(triple) - min(triple) < 70)
    return bright > 0.6 * len(triples)


def _merged(boxes: Sequence[Quad]) -> list[Quad]:
    """Boxes of which no two overlap: those that did are one."""
    apart: list[Quad] = []
    for box in boxes:
        rest = box
        while crossing := [other for other in apart if _cross(other, rest)]:
            apart = [other for other in apart if other not in crossing]
            for other in crossing:
                rest = _union(rest, other)
        apart.append(rest)
    return apart


def _quad(found: Sequence[str]) -> Quad:
    left, top, right, bottom = (float(number) for number in found[:4])
    return left, top, right, bottom


def _sides(box: Quad) -> tuple[float, float]:
    return box[2] - box[0], box[3] - box[1]


def _size(box: Quad) -> float:
    return max(box[2] - box[0], 0.0) * max(box[3] - box[1], 0.0)


def _within(box: Quad, area: Quad) -> Quad:
    left, top = max(box[0], area[0]), max(box[1], area[1])
    return left, top, max(min(box[2], area[2]), left), max(min(box[3], area[3]), top)


def _inside(box: Quad, other: Quad) -> bool:
    """Whether the middle of a box lies in another."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return other[0] <= x <= other[2] and other[1] <= y <= other[3]


def _cross(one: Quad, other: Quad) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _union(one: Quad, other: Quad) -> Quad:
    return (
        min(one[0], other[0]),
        min(one[1], other[1]),
        max(one[2], other[2]),
        max(one[3], other[3]),
    )
