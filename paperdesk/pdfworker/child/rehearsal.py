"""Everything once before the doors close: Python imports much only when it is used.

What a worker needs of the disk it must have read before it is shut in
(`children.cage`). So it meets one request of each kind on a PDF of its own.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from paperdesk.domain.annotation import Annotate, Annotations, FileMark
from paperdesk.domain.extent import Extents
from paperdesk.domain.imprint import AskImprint
from paperdesk.domain.note import Kind
from paperdesk.domain.pages import (
    Document,
    Find,
    Headlines,
    Inspect,
    Links,
    Render,
    Request,
    Text,
    Word,
    Words,
)
from paperdesk.domain.scan import Pictured, ReadOff, Underlay
from paperdesk.domain.typed import Print
from paperdesk.domain.wordcount import Count
from paperdesk.pdfworker.child.desk import Desk
from paperdesk.pdfworker.limits import Limits

_CONTENT = b"""BT /F 14 Tf 72 700 Td (1 A heading) Tj /F 10 Tf 0 -30 Td (The ca\\351sar of hy-) Tj
0 -12 Td (phens, and another line.) Tj ET 0.2 0.4 0.8 rg 72 500 200 90 re f"""

_MARK = b"""<< /Type /Annot /Subtype /Highlight /Rect [72 665 200 680] /C [1 0.9 0.5] /NM (a)
/QuadPoints [72 680 200 680 72 665 200 665] /Contents (\\376\\377\\000a) /T (b)
/M (D:20260101120000Z) >>"""

_OBJECTS = (
    b"<< /Type /Catalog /Pages 2 0 R /Outlines 7 0 R /PageLabels << /Nums [0 << /S /r >>] >> >>",
    b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Annots [6 0 R 8 0 R]"
    b" /Resources << /Font << /F 5 0 R >> >> >>",
    b"<< /Length %d >>\nstream\n%s\nendstream" % (len(_CONTENT), _CONTENT),
    b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>",
    _MARK,
    b"<< /Type /Outlines /First 9 0 R /Last 9 0 R /Count 1 >>",
    b"<< /Type /Annot /Subtype /Link /Rect [72 640 90 650] /A << /S /URI /URI (https://a.b) >> >>",
    b"<< /Title (A heading) /Parent 7 0 R /Dest [3 0 R /XYZ 72 700 0] >>",
)


def rehearse(limits: Limits) -> None:
    """Meet one request of each kind."""
    sheet = os.memfd_create("paperdesk-rehearsal", os.MFD_CLOEXEC)
    os.write(sheet, pdf())
    desk = Desk(limits, lambda _: os.dup(sheet))
    document = Document(Path(f"/proc/self/fd/{sheet}"))
    for request in requests(document):
        _, memory = desk.answer(request)
        if memory is not None:
            os.close(memory)
    desk.forget(document)
    os.close(sheet)


def requests(document: Document) -> Iterator[Request[Any]]:
    """One of each kind."""
    quads = ((72.0, 85.0, 200.0, 100.0),)
    yield Inspect(document)
    yield Words(document, 0)
    yield Text(document, 0)
    yield Links(document, 0)
    yield Find(document, "hyphens", 0, 0)
    yield Headlines(document, 0, 0)
    yield Extents(document, 0)
    yield Render(document, 0, 1.0)
    yield Annotations(document, 0, 0)
    yield Pictured(document, 0)
    yield Print(document, 0)
    yield Count(document, 0, 0)
    yield AskImprint(document)
    yield Underlay(document, (ReadOff(0, (Word(quads[0], "word é", 0, 0),)),))
    yield Annotate(
        document,
        tuple(
            FileMark(
                0, kind.value, kind, quads, (((80.0, 90.0), (90.0, 95.0)),), (1.0, 0.9, 0.5),
                "text", "comment é", "me", "2026-01-01T12:00:00+00:00", ("tag",),
            )
            for kind in Kind
        ),
    )  # fmt: skip


def pdf() -> bytes:
    """A page with text, a mark, a link, a heading in the outline."""
    written = b"%PDF-1.7\n"
    places = []
    for number, content in enumerate(_OBJECTS, 1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    table = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(_OBJECTS) + 1, rows)
    trailer = b"trailer\n<< /Root 1 0 R /Size %d >>\nstartxref\n%d\n%%%%EOF\n"
    return written + table + trailer % (len(_OBJECTS) + 1, len(written))
