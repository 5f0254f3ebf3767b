"""What a document is: its pages, its table of contents, its links."""

import math
from collections.abc import Iterator
from typing import Any

import pymupdf
from pymupdf import mupdf

from paperdesk.domain.errors import BadDocument
from paperdesk.domain.note import Quad
from paperdesk.domain.pages import DocumentInfo, Link, OutlineItem, PageSize
from paperdesk.pdfworker.child.documents import FAULTS, OpenDocument
from paperdesk.pdfworker.child.labels import labels
from paperdesk.pdfworker.child.wording import clean_line
from paperdesk.pdfworker.limits import Limits

_MOST_LINKS = 5000
_DEEPEST_LEVEL = 12
_LONGEST_ADDRESS = 4000
_LONGEST_TITLE = 300
_FURTHEST = 1e6

_UNKNOWN_SIZE = (595.0, 842.0)
"""For a page that cannot be loaded and has no neighbour to go by: A4."""


def inspect(document: OpenDocument, limits: Limits) -> DocumentInfo:
    """All page sizes, the table of contents and the title."""
    metadata = document.source.metadata or {}
    pages, outline = _sizes(document), tuple(_outline(document, limits.outline))
    return DocumentInfo(
        pages=pages,
        outline=outline,
        title=clean_line(metadata.get("title") or ""),
        repaired=bool(mupdf.pdf_was_repaired(mupdf.pdf_document_from_fz_document(document.source))),
    )


def links(document: OpenDocument, number: int) -> tuple[Link, ...]:
    """The links of a page: those within the document, and all that lead out of it."""
    page = document.page(number)
    found = (_link(document, link) for link in _chain(mupdf.fz_load_links(page.this)))
    return tuple(link for link in found if link is not None)


def finite(value: float) -> float:
    """A coordinate that is certainly a number, and near the page."""
    return min(max(value, -_FURTHEST), _FURTHEST) if math.isfinite(value) else 0.0


def _sizes(document: OpenDocument) -> tuple[PageSize, ...]:
    names = _labels(document)
    measure = _Ruler(document)
    sizes = [measure.size(number) for number in range(document.pages)]
    known = next((size for size in sizes if size is not None), None)
    if known is None:
        raise BadDocument("None of the pages of this PDF can be read: it is damaged.")
    found = []
    for size, name in zip(sizes, names, strict=True):
        known = size or known
        found.append(PageSize(*known, name))
    return tuple(found)


class _Ruler:
    """Measures pages as they are shown; one bad page does not spoil the others.

    *Why past MuPDF's own `Page`:* loading one reads its links and notes as well and
    takes twice as long, and a book has hundreds.
    """

    def __init__(self, document: OpenDocument) -> None:
        self._file = mupdf.pdf_document_from_fz_document(document.source)
        self._box, self._turn = mupdf.FzRect(), mupdf.FzMatrix()

    def size(self, number: int) -> tuple[float, float] | None:
        """The width and height of a page; None if it cannot be read."""
        try:
            page = mupdf.pdf_lookup_page_obj(self._file, number)
            mupdf.pdf_page_obj_transform(page, self._box, self._turn)
            area = mupdf.fz_transform_rect(self._box, self._turn)
        except FAULTS:
            return None
        width, height = finite(area.x1 - area.x0), finite(area.y1 - area.y0)
        return (width, height) if width > 0 and height > 0 else _UNKNOWN_SIZE


def _labels(document: OpenDocument) -> list[str]:
    try:
        rules = document.source.get_page_labels()
        return [clean_line(label) for label in labels(rules, document.pages)]
    except (*FAULTS, TypeError):
        return [""] * document.pages


def _outline(document: OpenDocument, limit: int) -> Iterator[OutlineItem]:
    """The table of contents in reading order; a broken one is an empty one."""
    try:
        first = document.source.outline
    except FAULTS:
        return
    waiting = [(first, 1)]
    left = limit
    while waiting and left:
        item, level = waiting.pop()
        # An empty outline is there, but points nowhere: asking it more is fatal.
        if item is None or not item.this.m_internal:
            continue
        left -= 1
        waiting.append((item.next, level))
        waiting.append((item.down, level + 1))
        yield _outline_item(document, item, level)


def _outline_item(document: OpenDocument, item: Any, level: int) -> OutlineItem:
    return OutlineItem(
        level=min(level, _DEEPEST_LEVEL),
        title=clean_line((item.title or "")[:_LONGEST_TITLE]),
        page=min(max(int(item.page), -1), document.pages - 1),
        top=max(finite(item.y), 0.0),
        left=max(finite(item.x), 0.0),
    )


def _chain(link: Any) -> Iterator[Any]:
    for _ in range(_MOST_LINKS):
        if not link.m_internal:
            return
        yield link
        link = link.next()


def _link(document: OpenDocument, link: Any) -> Link | None:
    address = link.uri() or ""
    if mupdf.fz_is_external_link(address):
        return Link(_box(link.rect()), uri=address) if len(address) <= _LONGEST_ADDRESS else None
    page, _left, top = document.source.resolve_link(address)
    if not 0 <= page < document.pages:
        return None
    return Link(_box(link.rect()), page=page, top=max(finite(top), 0.0))


def _box(area: Any) -> Quad:
    box = pymupdf.Rect(area)
    return finite(box.x0), finite(box.y0), finite(box.x1), finite(box.y1)
