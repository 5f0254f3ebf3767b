"""The annotations of a file, whoever made them, as values."""

import hashlib
import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from pymupdf import mupdf

from paperdesk.domain.annotation import Annotations, FileMark
from paperdesk.domain.hyphens import dissolve
from paperdesk.domain.note import Kind, Quad, Stroke
from paperdesk.domain.tints import Rgb
from paperdesk.pdfworker.child.documents import FAULTS, OpenDocument
from paperdesk.pdfworker.child.inspecting import finite
from paperdesk.pdfworker.child.wording import clean, clean_line

TAGS = "PaperDesk_Tags"
"""The key under which a copy keeps the tags of a mark."""

YELLOW: Rgb = (1.0, 0.82, 0.0)

_KINDS = {
    mupdf.PDF_ANNOT_HIGHLIGHT: Kind.HIGHLIGHT,
    mupdf.PDF_ANNOT_UNDERLINE: Kind.UNDERLINE,
    mupdf.PDF_ANNOT_SQUIGGLY: Kind.UNDERLINE,
    mupdf.PDF_ANNOT_STRIKE_OUT: Kind.UNDERLINE,
    mupdf.PDF_ANNOT_SQUARE: Kind.AREA,
    mupdf.PDF_ANNOT_CIRCLE: Kind.AREA,
    mupdf.PDF_ANNOT_TEXT: Kind.AREA,
    mupdf.PDF_ANNOT_FREE_TEXT: Kind.TEXT,
    mupdf.PDF_ANNOT_INK: Kind.INK,
    mupdf.PDF_ANNOT_LINE: Kind.INK,
    mupdf.PDF_ANNOT_POLY_LINE: Kind.INK,
    mupdf.PDF_ANNOT_POLYGON: Kind.INK,
}
"""A note pinned to the page becomes the area of its pin, with its comment."""

_MARKUP = frozenset({Kind.HIGHLIGHT, Kind.UNDERLINE})
_NAMES = frozenset(
    {"Highlight", "Underline", "Squiggly", "StrikeOut", "Square", "Circle", "Text"}
    | {"FreeText", "Ink", "Line", "PolyLine", "Polygon"}
)
_UNSEEN = mupdf.PDF_ANNOT_IS_HIDDEN | mupdf.PDF_ANNOT_IS_NO_VIEW
_MOST = 2000
_MOST_POINTS = 20_000
_LONGEST = 20_000
_TAG = re.compile(r"<[^>]*>")
_PARAGRAPH = re.compile(r"</p>|<br ?/?>")


@dataclass(frozen=True, slots=True)
class _Read:
    """An annotation, and the one that it answers if it is an answer."""

    mark: FileMark
    number: int
    answers: int


def annotations(document: OpenDocument, request: Annotations) -> tuple[FileMark, ...]:
    """The annotations of some pages; a page that cannot be read has none."""
    found: list[FileMark] = []
    for number in range(max(request.first, 0), min(request.last + 1, document.pages)):
        try:
            found += [mark for mark, _ in listed(document, number)]
        except FAULTS:
            continue
    return tuple(found)


def listed(document: OpenDocument, number: int) -> list[tuple[FileMark, int]]:
    """The annotations of a page, each with the number of its object in the file."""
    if not _has_any(document, number):
        return []
    page = mupdf.pdf_page_from_fz_page(document.page(number).this)
    read = [one for annot in chain(page) if (one := _read(annot, number)) is not None]
    told = _with_answers(read)
    markup = any(one.mark.kind in _MARKUP for one in told)
    words = _words(document, number) if markup else []
    marks = _told_apart([_worded(one.mark, words) for one in told])
    return [(mark, one.number) for mark, one in zip(marks, told, strict=True)]


def _has_any(document: OpenDocument, number: int) -> bool:
    """Whether a page has annotations other than links, without loading it."""
    pdf = mupdf.pdf_document_from_fz_document(document.source.this)
    listed = mupdf.pdf_dict_gets(mupdf.pdf_lookup_page_obj(pdf, number), "Annots")
    return any(
        mupdf.pdf_to_name(mupdf.pdf_dict_gets(mupdf.pdf_array_get(listed, at), "Subtype")) in _NAMES
        for at in range(mupdf.pdf_array_len(listed))
    )


def chain(page: Any) -> Iterator[Any]:
    """The annotations of a page, links and fields aside."""
    annot = mupdf.pdf_first_annot(page)
    for _ in range(_MOST):
        if not annot.m_internal:
            return
        yield annot
        annot = mupdf.pdf_next_annot(annot)


def _read(annot: Any, number: int) -> _Read | None:
    """An annotation as a value; None for one that is no mark, or is not seen."""
    what = mupdf.pdf_annot_type(annot)
    kind = _KINDS.get(what)
    if kind is None or mupdf.pdf_annot_flags(annot) & _UNSEEN:
        return None
    raw = mupdf.pdf_annot_obj(annot)
    if mupdf.pdf_dict_gets(raw, "StateModel").m_internal:
        return None
    strokes = _strokes(annot) if kind is Kind.INK else ()
    quads, comment = _quads(annot, kind, strokes), _comment(annot, raw)
    says = {Kind.INK: bool(strokes), Kind.TEXT: bool(comment)}.get(kind, True)
    if not quads or not says:
        return None
    mark = FileMark(
        page=number,
        name=_string(raw, "NM"),
        kind=kind,
        quads=quads,
        strokes=strokes,
        colour=_colour(raw),
        text="",
        comment=comment,
        author=_string(raw, "T"),
        when=_when(annot),
        tags=_tags(raw),
    )
    answered = mupdf.pdf_dict_gets(raw, "IRT")
    answers = mupdf.pdf_to_num(answered) if what == mupdf.PDF_ANNOT_TEXT else 0
    return _Read(mark, mupdf.pdf_to_num(raw), answers)


def _with_answers(read: Sequence[_Read]) -> list[_Read]:
    """The marks, with what was answered to each added to its comment."""
    said: dict[int, list[str]] = {}
    for one in read:
        if one.answers and one.mark.comment:
            by = f"{one.mark.author}: " if one.mark.author else ""
            said.setdefault(one.answers, []).append(by + one.mark.comment)
    return [_answered(one, said.get(one.number, [])) for one in read if not one.answers]


def _answered(one: _Read, answers: Sequence[str]) -> _Read:
    comment = "\n\n".join(filter(None, (one.mark.comment, *answers)))
    return replace(one, mark=replace(one.mark, comment=comment))


def _told_apart(marks: Sequence[FileMark]) -> list[FileMark]:
    """Every mark with a name of its own: what it is, where the file gives none."""
    taken: set[str] = set()
    apart = []
    for mark in marks:
        name = mark.name
        if not name or name in taken:
            boxes = [tuple(map(round, quad)) for quad in mark.quads]
            what = (mark.page, mark.kind.value, boxes, mark.comment, mark.when, len(taken))
            spelt = repr(what if name else what[:-1])
            name = "at-" + hashlib.sha256(spelt.encode("utf-8", "replace")).hexdigest()[:20]
        taken.add(name)
        apart.append(replace(mark, name=name))
    return apart


def _around(strokes: Sequence[Stroke]) -> tuple[Quad, ...]:
    points = [point for stroke in strokes for point in stroke]
    if not points:
        return ()
    across, down = zip(*points, strict=True)
    return ((min(across), min(down), max(across), max(down)),)


def _quads(annot: Any, kind: Kind, strokes: Sequence[Stroke]) -> tuple[Quad, ...]:
    if kind in _MARKUP:
        count = min(mupdf.pdf_annot_quad_point_count(annot), _MOST)
        boxes = (
            mupdf.fz_rect_from_quad(mupdf.pdf_annot_quad_point(annot, at)) for at in range(count)
        )
        quads = tuple(box for each in boxes if (box := _box(each)))
        if quads:
            return quads
    if kind is Kind.INK:
        return _around(strokes)
    inner = mupdf.pdf_annot_has_rect(annot)
    box = _box(mupdf.pdf_annot_rect(annot) if inner else mupdf.pdf_bound_annot(annot))
    return (box,) if box else ()


def _box(area: Any) -> Quad | None:
    left, top, right, bottom = (finite(each) for each in (area.x0, area.y0, area.x1, area.y1))
    return (left, top, right, bottom) if left < right and top < bottom else None


def _strokes(annot: Any) -> tuple[Stroke, ...]:
    if mupdf.pdf_annot_has_ink_list(annot):
        lines = range(min(mupdf.pdf_annot_ink_list_count(annot), _MOST))
        return tuple(stroke for at in lines if (stroke := _stroke(annot, at)))
    if mupdf.pdf_annot_has_line(annot):
        start, end = mupdf.FzPoint(), mupdf.FzPoint()
        mupdf.pdf_annot_line(annot, start, end)
        return ((_point(start), _point(end)),)
    count = min(mupdf.pdf_annot_vertex_count(annot), _MOST_POINTS)
    points = [_point(mupdf.pdf_annot_vertex(annot, at)) for at in range(count)]
    if points and mupdf.pdf_annot_type(annot) == mupdf.PDF_ANNOT_POLYGON:
        points.append(points[0])
    return (tuple(points),) if len(points) > 1 else ()


def _stroke(annot: Any, line: int) -> Stroke:
    count = min(mupdf.pdf_annot_ink_list_stroke_count(annot, line), _MOST_POINTS)
    return tuple(
        _point(mupdf.pdf_annot_ink_list_stroke_vertex(annot, line, at)) for at in range(count)
    )


def _point(point: Any) -> tuple[float, float]:
    return finite(point.x), finite(point.y)


def _colour(raw: Any) -> Rgb:
    """The colour of an annotation; yellow where it has none."""
    listed = mupdf.pdf_dict_gets(raw, "C")
    parts = [
        min(max(finite(mupdf.pdf_to_real(mupdf.pdf_array_get(listed, at))), 0.0), 1.0)
        for at in range(mupdf.pdf_array_len(listed))
    ]
    match parts:
        case [grey]:
            return grey, grey, grey
        case [red, green, blue]:
            return red, green, blue
        case [cyan, magenta, yellow, black]:
            light = 1 - black
            return (1 - cyan) * light, (1 - magenta) * light, (1 - yellow) * light
    return YELLOW


def _comment(annot: Any, raw: Any) -> str:
    """What an annotation says; from its formatted text where there is no plain one."""
    said = mupdf.pdf_annot_contents(annot) or ""
    if not said.strip():
        rich = mupdf.pdf_to_text_string(mupdf.pdf_dict_gets(raw, "RC"))[:_LONGEST]
        said = html.unescape(_TAG.sub("", _PARAGRAPH.sub("\n", rich)))
    lines = clean(said.replace("\r\n", "\n").replace("\r", "\n")[:_LONGEST])
    tags = "".join(f" #{tag}" for tag in _tags(raw)).strip()
    return lines.strip().removesuffix(tags).strip() if tags else lines.strip()


def _tags(raw: Any) -> tuple[str, ...]:
    listed = mupdf.pdf_dict_gets(raw, TAGS)
    count = min(mupdf.pdf_array_len(listed), _MOST)
    return tuple(
        clean_line(mupdf.pdf_to_text_string(mupdf.pdf_array_get(listed, at))) for at in range(count)
    )


def _when(annot: Any) -> str:
    """When it was made, else last changed."""
    made = mupdf.pdf_annot_creation_date(annot)
    seconds = made if made > 0 else mupdf.pdf_annot_modification_date(annot)
    if not 0 < seconds < 2**32:
        return ""
    return datetime.fromtimestamp(seconds, UTC).isoformat()


def _string(raw: Any, key: str) -> str:
    return clean_line(mupdf.pdf_to_text_string(mupdf.pdf_dict_gets(raw, key)))[:200]


_Word = tuple[float, float, float, float, str, int, int, int]


def _words(document: OpenDocument, number: int) -> list[_Word]:
    return list(document.text_page(number).extractWORDS())


def _worded(mark: FileMark, words: Sequence[_Word]) -> FileMark:
    """A mark with the words that its quads cover."""
    if mark.kind not in _MARKUP:
        return mark
    covered = [word for word in words if any(_covers(quad, word) for quad in mark.quads)]
    return replace(mark, text=_joined(covered))


def _covers(quad: Quad, word: _Word) -> bool:
    across, down = (word[0] + word[2]) / 2, (word[1] + word[3]) / 2
    return quad[0] <= across <= quad[2] and quad[1] <= down <= quad[3]


def _joined(words: Sequence[_Word]) -> str:
    text, line = "", None
    for word in words:
        here = word[5:7]
        text += ("" if line is None else " " if line == here else "\n") + clean(word[4])
        line = here
    return " ".join(dissolve(text).split())[:_LONGEST]
