"""Real PDFs, good and bad, through a real worker: pages or a sentence, always."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from paperdesk.domain.annotation import Annotate, Annotations, FileMark
from paperdesk.domain.errors import BadDocument, Locked, PaperDeskError
from paperdesk.domain.note import Kind
from paperdesk.domain.pages import Document, Find, Inspect, Links, Render, Request, Text, Words
from paperdesk.pdfworker import Pool

MakePool = Callable[..., Pool]
MakePdf = Callable[..., Document]

PAGES = 5
"""How many pages of each document are asked for."""

SELECTION = [
    "pdf_annotated/pdfannots__issue46",
    "pdf_broken/pdf.js__Pages-tree-refs",
    "pdf_broken/pdf.js__bug1978317",
    "pdf_broken/pdf.js__poppler-395-0-fuzzed",
    "pdf_broken/pdfium__bug_216",
    "pdf_broken/pikepdf__378014596",
    "pdf_encrypted/qpdf__bad-encryption-length",
    "pdf_forms/pdfbox__MultilineFields",
    "pdf_rotated/pypdf__AutoCad_Simple",
    "pdf_scanned/OCRmyPDF__jbig2_baddevicen",
]


MARK = FileMark(
    0, "h1", Kind.HIGHLIGHT, ((50.0, 50.0, 90.0, 60.0),), (), (1.0, 0.9, 0.5), "", "", "", ""
)


def read(pool: Pool, path: Path) -> list[PaperDeskError]:
    """Ask for everything that may be asked of a document; what went wrong."""
    document = Document(path)
    failures: list[PaperDeskError] = []
    info = tried(pool, Inspect(document), failures)
    for page in range(min(PAGES, len(info.pages)) if info else 0):
        picture = tried(pool, Render(document, page, 1.0), failures)
        if picture:
            picture.release()
        for request in (
            Words(document, page),
            Text(document, page),
            Links(document, page),
            Find(document, "the", page, page),
            Annotations(document, page, page),
            Annotate(document, (replace(MARK, page=page),)),
        ):
            tried(pool, request, failures)
    pool.forget(document)
    return failures


def tried(pool: Pool, request: Request[Any], failures: list[PaperDeskError]) -> Any:
    try:
        return pool.call(request, timeout=100)
    except PaperDeskError as error:
        failures.append(error)
        return None


def check(pool: Pool, path: Path, control: Document) -> None:
    """Whatever a document did, it was said in sentences, and the pool lives."""
    for failure in read(pool, path):
        assert isinstance(failure, BadDocument)
        assert str(failure).endswith(".")
    assert pool.leased == 0
    assert pool.call(Text(control, 0)) == "still here"


@pytest.mark.parametrize("part", SELECTION)
def test_a_real_pdf_yields_pages_or_a_sentence(
    pool: Pool, make_pdf: MakePdf, shared_data: Path, part: str
) -> None:
    path = shared_data / f"{part}.pdf"
    if not path.is_file():
        pytest.skip(f"{part} is not among the real PDFs")
    check(pool, path, make_pdf("still here"))


@pytest.mark.long
@pytest.mark.timeout(1200)
def test_every_real_pdf_yields_pages_or_a_sentence(
    make_pool: MakePool, real: list[str], make_pdf: MakePdf, shared_data: Path
) -> None:
    pool, control = make_pool(real, workers=2), make_pdf("still here")
    for path in sorted(shared_data.glob("pdf_*/*.pdf")):
        check(pool, path, control)


@pytest.mark.parametrize(
    ("part", "password"),
    [
        ("pdfium__encrypted_hello_world_r5", "hôtel"),
        ("pdf.js__issue6010_2", "æøå"),
        ("pdfminer.six__aes-256", "foo"),
    ],
)
def test_a_real_password_opens_a_real_lock(
    pool: Pool, shared_data: Path, part: str, password: str
) -> None:
    path = shared_data / "pdf_encrypted" / f"{part}.pdf"
    with pytest.raises(Locked):
        pool.call(Inspect(Document(path)))
    assert pool.call(Inspect(Document(path, password))).pages
