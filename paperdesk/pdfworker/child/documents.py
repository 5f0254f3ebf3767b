"""The PDFs that a worker has open, and what it keeps of their pages."""

import mmap
import os
from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pymupdf
from pymupdf import mupdf

from paperdesk.domain.errors import BadDocument, Locked, NotFound
from paperdesk.domain.note import Quad
from paperdesk.domain.pages import Document
from paperdesk.pdfworker.child.figures import covered, pictures
from paperdesk.pdfworker.handing import NOT_THERE, open_to_read, stamp
from paperdesk.pdfworker.limits import Limits

Fetch = Callable[[Path], int]
"""Gets the descriptor of a file; OSError if it cannot be had."""

FAULTS = (mupdf.FzErrorBase, RuntimeError, ValueError, LookupError, ArithmeticError)
"""What PyMuPDF raises over a broken file, as far as it is not a sign of a bug."""

_KEPT_LISTS = 16
_HEADER_WITHIN = 1024

_TEXT_FLAGS = pymupdf.TEXT_PRESERVE_WHITESPACE | pymupdf.TEXT_MEDIABOX_CLIP
"""Ligatures are dissolved because the flag that keeps them is not there."""


class OpenDocument:
    """A document, the display lists of some of its pages, and its folded text.

    All boxes that it gives are in the space of the page as shown: its rotation
    and crop box are applied by MuPDF's own page transform.
    """

    def __init__(self, source: Any, size: int) -> None:
        self.source = source
        self.size = size
        self.folded: dict[tuple[int, bool], str] = {}
        self._lists: OrderedDict[int, Any] = OrderedDict()
        self._pictures: dict[int, tuple[tuple[Quad, ...], tuple[Quad, ...]]] = {}

    @property
    def pages(self) -> int:
        """How many pages it has."""
        return int(self.source.page_count)

    def page(self, number: int) -> Any:
        """A page; ValueError or IndexError if there is none of that number."""
        if not 0 <= number < self.pages:
            raise IndexError(number)
        return self.source.load_page(number)

    def display_list(self, number: int) -> Any:
        """All that is drawn on a page, its annotations and form fields as well."""
        if number not in self._lists:
            self._lists[number] = self.page(number).get_displaylist(annots=True)
        self._lists.move_to_end(number)
        while len(self._lists) > _KEPT_LISTS:
            self._lists.popitem(last=False)
        return self._lists[number]

    def pictures(self, number: int) -> tuple[tuple[Quad, ...], tuple[Quad, ...]]:
        """The boxes of the figures on a page, and of its tables; looked for once."""
        if number not in self._pictures:
            page = self._printed(number)
            area = page.rect
            self._pictures[number] = pictures(page, (area.x0, area.y0, area.x1, area.y1))
        return self._pictures[number]

    def pictured_share(self, number: int) -> float:
        """The share of a page that images cover, about."""
        page = self._printed(number)
        area = page.rect
        return covered(page, (area.x0, area.y0, area.x1, area.y1))

    def text_page(self, number: int) -> Any:
        """The text of a page, glyph by glyph; without that of annotations.

        *Why not `Page.get_textpage`:* that one turns the page back first.
        """
        options = mupdf.FzStextOptions()
        options.flags = _TEXT_FLAGS
        return pymupdf.TextPage(mupdf.FzStextPage(self.page(number).this, options))

    def _printed(self, number: int) -> Any:
        """What the page itself has drawn: the marks that somebody put on it are no figures."""
        page = self.page(number)
        if page.first_annot is None and page.first_widget is None:
            return self.display_list(number)
        return page.get_displaylist(annots=False)

    def close(self) -> None:
        """Let go of the file."""
        self._lists.clear()
        self.source.close()


class OpenDocuments:
    """The documents used last; a file that has changed is opened anew."""

    def __init__(self, limits: Limits, fetch: Fetch = open_to_read) -> None:
        self._limits = limits
        self._fetch = fetch
        self._open: OrderedDict[Document, tuple[tuple[int, int], OpenDocument]] = OrderedDict()

    def get(self, document: Document) -> OpenDocument:
        """The document, opened if need be; a sentence if it cannot be."""
        now = stamp(document.path)
        if now == NOT_THERE:
            raise NotFound(
                f"The file {document.path.name} is not there. Open the paper again to download it."
            )
        known = self._open.get(document)
        if known is not None and known[0] == now:
            self._open.move_to_end(document)
            return known[1]
        self.forget(document)
        content = _read(document.path, self._fetch)
        opened = OpenDocument(_open(content, document.password, self._limits), len(content))
        self._open[document] = (now, opened)
        while len(self._open) > self._limits.documents:
            self._open.popitem(last=False)[1][1].close()
        return opened

    @property
    def mapped(self) -> int:
        """How many bytes of address space the open files take."""
        return sum(opened.size for _, opened in self._open.values())

    def forget(self, document: Document) -> None:
        """Close a document if it is open."""
        if document in self._open:
            self._open.pop(document)[1].close()

    def clear(self) -> None:
        """Close everything."""
        while self._open:
            self._open.popitem()[1][1].close()


def _read(path: Path, fetch: Fetch) -> memoryview:
    """The bytes of a file, in place.

    *Why mapped:* MuPDF reads memory as it reads a file, and takes no descriptor.
    A file that is cut short meanwhile ends the worker; the pool knows of that.
    """
    try:
        descriptor = fetch(path)
    except OSError as error:
        raise BadDocument(
            f"The file {path.name} cannot be read: {os.strerror(error.errno or 0)}."
        ) from error
    try:
        size = os.fstat(descriptor).st_size
        return memoryview(mmap.mmap(descriptor, size, prot=mmap.PROT_READ) if size else b"")
    except OSError as error:
        raise MemoryError from error
    finally:
        os.close(descriptor)


def _open(content: memoryview, password: str, limits: Limits) -> Any:
    _check_header(content[:_HEADER_WITHIN].tobytes())
    source = _open_as_pdf(content)
    _unlock(source, password)
    if not source.page_count:
        raise BadDocument("This PDF has no pages: it is damaged or incomplete. Download it again.")
    if source.page_count > limits.pages:
        raise BadDocument(
            f"This PDF claims to have {source.page_count:,} pages; "
            f"PaperDesk opens up to {limits.pages:,}."
        )
    return source


def _check_header(start: bytes) -> None:
    """Say what a file is if it is no PDF: above all, a web page in its place."""
    if b"%PDF" in start:
        return
    if not start:
        raise BadDocument("This file is empty. Download it again.")
    if start.lstrip(b"\xef\xbb\xbf \t\r\n")[:5].lower() in (b"<!doc", b"<html"):
        raise BadDocument("This is a web page, not a PDF. Look at the paper's page on the web.")
    raise BadDocument("This file is not a PDF. Download it again.")


def _open_as_pdf(content: memoryview) -> Any:
    try:
        return pymupdf.open(stream=content, filetype="pdf")
    except FAULTS as error:
        raise BadDocument(
            "This PDF cannot be opened: it is damaged or incomplete. Download it again."
        ) from error


def _unlock(source: Any, password: str) -> None:
    if not source.needs_pass:
        return
    if not password:
        raise Locked("This PDF is locked. Type its password to open it.")
    if not source.authenticate(password):
        raise Locked("That is not the password of this PDF. Try another one.")
