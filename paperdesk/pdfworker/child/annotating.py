"""Marks become standard annotations of a PDF, as bytes to stand behind a copy of it.

*Why bytes and not a file:* a worker writes no files. An incremental save only
adds at the end, so whoever asked copies the file and writes these behind it: all
that was in it stays as it is, to the byte.
"""

import base64
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

import pymupdf
from pymupdf import mupdf

from paperdesk.domain.annotation import Annotate, Appendix, FileMark
from paperdesk.domain.note import Kind
from paperdesk.pdfworker.child.annotations import TAGS, chain, listed
from paperdesk.pdfworker.child.documents import OpenDocument
from paperdesk.pdfworker.child.leaning import Line, corners, lines

_LARGEST = 45_000_000
"""Bytes that fit into an answer; a thousand marks take less than two million."""

_LETTERS = "0.11 0.12 0.14 rg /Helv 10 Tf"
"""Words on the page: dark, ten points high."""

_PEN = 1.6
_AREA = 1.5

_TYPES = {
    Kind.HIGHLIGHT: mupdf.PDF_ANNOT_HIGHLIGHT,
    Kind.UNDERLINE: mupdf.PDF_ANNOT_UNDERLINE,
    Kind.AREA: mupdf.PDF_ANNOT_SQUARE,
    Kind.TEXT: mupdf.PDF_ANNOT_FREE_TEXT,
    Kind.INK: mupdf.PDF_ANNOT_INK,
}


class _Behind:
    """A file to write to, of which only what comes behind the original is kept."""

    def __init__(self, original: int) -> None:
        self.bytes = bytearray()
        self._ahead = original
        self._at = 0

    def write(self, data: bytes) -> int:
        """Take what MuPDF writes: first all of the original, then what is new."""
        skipped = min(max(self._ahead - self._at, 0), len(data))
        self._at += len(data)
        self.bytes += data[skipped:]
        if len(self.bytes) > _LARGEST:
            raise MemoryError
        return len(data)

    def tell(self) -> int:
        """Where the next byte goes."""
        return self._at

    def seek(self, _offset: int, _whence: int) -> int:
        """Stay at the end: MuPDF writes straight on."""
        return self._at

    def truncate(self) -> None:
        """There is nothing behind."""


def annotate(document: OpenDocument, request: Annotate) -> Appendix:
    """What to write behind a copy of the file, so that it has these marks."""
    return changed(document, lambda: _put_all(document, request.marks))


def changed(document: OpenDocument, change: Callable[[], None]) -> Appendix:
    """Change a document, and say what to write behind a copy of its file."""
    pdf = mupdf.pdf_document_from_fz_document(document.source.this)
    if not pdf.m_internal.file_size or mupdf.pdf_was_repaired(pdf):
        # The whole file anew: to a damaged one nothing can be added.
        change()
        return Appendix(0, _text(_written(pdf, mupdf.PdfWriteOptions(), 0)))
    start = int(pdf.m_internal.file_size)
    change()
    options = mupdf.PdfWriteOptions()
    options.do_incremental = 1
    return Appendix(start, _text(_written(pdf, options, start)))


def _put_all(document: OpenDocument, marks: Sequence[FileMark]) -> None:
    """Put marks on their pages, each in place of the one that has its name already."""
    by_page: dict[int, list[FileMark]] = {}
    for mark in marks:
        by_page.setdefault(mark.page, []).append(mark)
    for number, here in by_page.items():
        page = mupdf.pdf_page_from_fz_page(document.page(number).this)
        names = {mark.name for mark in here}
        old = {
            object_number for mark, object_number in listed(document, number) if mark.name in names
        }
        for annot in [
            each for each in chain(page) if mupdf.pdf_to_num(mupdf.pdf_annot_obj(each)) in old
        ]:
            mupdf.pdf_delete_annot(page, annot)
        text = lines(document, number)
        for mark in here:
            _put(page, mark, text)


def _put(page: Any, mark: FileMark, text: Sequence[Line]) -> None:
    annot = mupdf.pdf_create_annot(page, _TYPES[mark.kind])
    mupdf.pdf_set_annot_flags(annot, mupdf.PDF_ANNOT_IS_PRINT)
    mupdf.pdf_set_annot_color(annot, list(mark.colour))
    _SHAPES[mark.kind](annot, mark, text)
    mupdf.pdf_set_annot_contents(annot, _contents(mark))
    _label(annot, mark)
    mupdf.pdf_update_annot(annot)


def _label(annot: Any, mark: FileMark) -> None:
    """Whose it is, when it was made, how we call it, and its tags."""
    mupdf.pdf_set_annot_author(annot, mark.author)
    if mark.when:
        seconds = int(datetime.fromisoformat(mark.when).timestamp())
        mupdf.pdf_set_annot_creation_date(annot, seconds)
        mupdf.pdf_set_annot_modification_date(annot, seconds)
    raw = mupdf.pdf_annot_obj(annot)
    mupdf.pdf_dict_puts(raw, "NM", mupdf.pdf_new_text_string(mark.name))
    if mark.tags:
        pdf = mupdf.pdf_get_bound_document(raw)
        listed_tags = mupdf.pdf_new_array(pdf, len(mark.tags))
        for tag in mark.tags:
            mupdf.pdf_array_push(listed_tags, mupdf.pdf_new_text_string(tag))
        mupdf.pdf_dict_puts(raw, TAGS, listed_tags)


def _contents(mark: FileMark) -> str:
    """The comment, with the tags after it for readers that know none."""
    tags = " ".join(f"#{tag}" for tag in mark.tags)
    return "\n\n".join(filter(None, (mark.comment, tags)))


def _lay_quads(annot: Any, mark: FileMark, text: Sequence[Line]) -> None:
    """The quads in the order that all readers take: top left, top right, bottom left, right."""
    for box in mark.quads:
        mupdf.pdf_add_annot_quad_point(annot, corners(box, text))


def _lay_area(annot: Any, mark: FileMark, _text: Sequence[Line]) -> None:
    mupdf.pdf_set_annot_rect(annot, mupdf.FzRect(*mark.quads[0]))
    mupdf.pdf_set_annot_border_width(annot, _AREA)


def _lay_words(annot: Any, mark: FileMark, _text: Sequence[Line]) -> None:
    mupdf.pdf_set_annot_rect(annot, mupdf.FzRect(*mark.quads[0]))
    look = mupdf.pdf_new_text_string(_LETTERS)
    raw = mupdf.pdf_annot_obj(annot)
    mupdf.pdf_dict_puts(raw, "DA", look)
    mupdf.pdf_dict_dels(raw, "CL")  # MuPDF begins with an arrow to the page's corner
    mupdf.pdf_set_annot_border_width(annot, 1)


def _lay_lines(annot: Any, mark: FileMark, _text: Sequence[Line]) -> None:
    mupdf.pdf_set_annot_border_width(annot, _PEN)
    for stroke in mark.strokes:
        mupdf.pdf_add_annot_ink_list_stroke(annot)
        for x, y in stroke:
            mupdf.pdf_add_annot_ink_list_stroke_vertex(annot, mupdf.FzPoint(x, y))


_SHAPES: dict[Kind, Callable[[Any, FileMark, Sequence[Line]], None]] = {
    Kind.HIGHLIGHT: _lay_quads,
    Kind.UNDERLINE: _lay_quads,
    Kind.AREA: _lay_area,
    Kind.TEXT: _lay_words,
    Kind.INK: _lay_lines,
}


def _written(pdf: Any, options: Any, original: int) -> bytearray:
    behind = _Behind(original)
    output = pymupdf.JM_new_output_fileptr(behind)
    mupdf.pdf_write_document(pdf, output, options)
    output.fz_close_output()
    return behind.bytes


def _text(data: bytearray) -> str:
    return base64.b64encode(data).decode("ascii")
