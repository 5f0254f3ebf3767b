"""Who answers what: each request goes to the module that can meet it."""

import ctypes
from collections.abc import Callable
from typing import Any

import pymupdf
from pymupdf import mupdf

from paperdesk.domain.annotation import Annotate, Annotations, Appendix
from paperdesk.domain.errors import BadDocument, Refused
from paperdesk.domain.extent import Extents
from paperdesk.domain.imprint import AskImprint
from paperdesk.domain.pages import (
    Document,
    Find,
    Headlines,
    Inspect,
    Links,
    Render,
    Request,
    Text,
    Words,
)
from paperdesk.domain.scan import Pictured, Underlay
from paperdesk.domain.typed import Print
from paperdesk.domain.wordcount import Count
from paperdesk.pdfworker import sentences
from paperdesk.pdfworker.child import (
    annotating,
    annotations,
    drawing,
    extents,
    finding,
    headlines,
    imprints,
    inspecting,
    reading,
    scans,
    typed,
    wordcount,
)
from paperdesk.pdfworker.child.documents import FAULTS, Fetch, OpenDocument, OpenDocuments
from paperdesk.pdfworker.handing import open_to_read
from paperdesk.pdfworker.limits import Limits

Outcome = tuple[object, int | None]
"""An answer, and the descriptor of the memory that its pixels stand in if that
was made for them."""


class Desk:
    """Answers requests; keeps documents open between them."""

    def __init__(self, limits: Limits, fetch: Fetch = open_to_read) -> None:
        pymupdf.TOOLS.mupdf_display_errors(on=False)
        pymupdf.TOOLS.mupdf_display_warnings(on=False)
        self._limits = limits
        self._documents = OpenDocuments(limits, fetch)

    @property
    def mapped(self) -> int:
        """How many bytes of address space the open files take."""
        return self._documents.mapped

    def answer(self, request: Request[Any], memory: int | None = None) -> Outcome:
        """Meet a request; PaperDeskError if the file does not allow it.

        `memory` is the descriptor of memory that pixels may be written to.
        """
        try:
            return self._with_room(request, memory)
        except (MemoryError, *FAULTS) as error:
            if not _is_shortage(error):
                raise BadDocument(sentences.damaged(request)) from error
            self._documents.clear()
            raise Refused(sentences.greedy(request)) from error

    def forget(self, document: Document) -> None:
        """Close a document."""
        self._documents.forget(document)
        _give_back(_MOST)

    def _with_room(self, request: Request[Any], memory: int | None) -> Outcome:
        """Try; if memory ran out, throw away what is only kept, and try again."""
        try:
            return self._meet(request, memory)
        except (MemoryError, mupdf.FzErrorSystem) as error:
            if not _is_shortage(error):
                raise
            self._documents.clear()
            _give_back(_ALL)
        return self._meet(request, memory)

    def _meet(self, request: Request[Any], memory: int | None) -> Outcome:
        document = self._documents.get(request.document)
        if isinstance(request, Render):
            return drawing.draw(document, request, self._limits, memory)
        if isinstance(request, Inspect):
            return inspecting.inspect(document, self._limits), None
        if isinstance(request, (Annotate, Underlay)):
            return self._changed(document, request), None
        return _ANSWERS[type(request)](document, request), None

    def _changed(self, document: OpenDocument, request: Annotate | Underlay) -> Appendix:
        """Change a document, and let go of it: what is shown is as the file is."""
        try:
            if isinstance(request, Annotate):
                return annotating.annotate(document, request)
            return scans.underlay(document, request)
        finally:
            self._documents.forget(request.document)


_ANSWERS: dict[type[Request[Any]], Callable[[OpenDocument, Any], object]] = {
    Words: lambda document, request: reading.words(document, request.page),
    Text: lambda document, request: reading.text(document, request.page),
    Links: lambda document, request: inspecting.links(document, request.page),
    Extents: lambda document, request: extents.extent(document, request.page),
    Find: finding.find,
    Annotations: annotations.annotations,
    Headlines: headlines.headlines,
    Pictured: scans.pictured,
    AskImprint: imprints.imprint,
    Print: lambda document, request: typed.typed(document, request.page),
    Count: wordcount.count,
}


_MOST, _ALL = 90, 100


def _is_shortage(error: BaseException) -> bool:
    """Whether memory ran out: MuPDF says so in words only."""
    return isinstance(error, MemoryError) or "alloc" in str(error)


def _give_back(share: int) -> None:
    """Let the machine have the memory that nothing needs any more.

    `share` is how much of MuPDF's store, the longest unused first, in percent.

    *Why by hand:* glibc keeps what was freed; 80 of 140 MB after a day of scans. *Why
    not all:* the fonts that nearly every paper uses take 20 ms to read again.
    """
    pymupdf.TOOLS.store_shrink(share)
    libc = ctypes.CDLL(None)
    if hasattr(libc, "malloc_trim"):
        libc.malloc_trim(0)
