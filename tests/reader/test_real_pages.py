"""Real pages of every kind: a caret goes all the way through, and what is copied reads well."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from paperdesk.domain.errors import PaperDeskError
from paperdesk.domain.pages import Document
from paperdesk.pdfworker import Limits
from paperdesk.pdfworker.child import reading
from paperdesk.pdfworker.child.documents import FAULTS, OpenDocuments
from paperdesk.reader import moves
from paperdesk.reader.selection import Caret, PageText, Span, Unit

SOME = [
    "pdf_broken/pdf.js__bug1978317",
    "pdf_cjk/pdf.js__issue16538",
    "pdf_cjk/unstructured__korean-text-with-tables",
    "pdf_forms/pdfbox__MultilineFields",
    "pdf_papers/grobid-quantities__inserm-00752141",
    "pdf_papers/pdfplumber__federal-register-2020-17221",
    "pdf_papers/science-parse__bagnell11",
    "pdf_rotated/pypdf__AutoCad_Simple",
    "pdf_rtl/olmocr__ff3d6e051903fe5ca9bc172ece14964c5632_pg1",
    "pdf_rtl/pdfbox__BidiSample",
]
"""What is gone through in every run of the tests."""

PAGES = 3

_UNSEEN = re.compile("[\u00ad\ufb00-\ufb06\x00-\x08]")
"""Soft hyphens, ligatures, control characters: nobody wants to paste them."""


def pages(path: Path) -> Iterator[PageText]:
    """The first pages of a file, as far as they can be read."""
    documents = OpenDocuments(Limits())
    try:
        document = documents.get(Document(path))
    except PaperDeskError:
        return
    for number in range(min(document.pages, PAGES)):
        try:
            height = document.page(number).rect.height
            yield PageText(number, reading.words(document, number), "", height)
        except FAULTS:
            continue
    documents.clear()


def go_through(text: PageText, unit: Unit, direction: int) -> int:
    """From one end of a page to the other; how many steps it took."""
    caret: Caret | None = text.beginning() if direction > 0 else text.ending()
    steps = 0
    while caret is not None:
        following = moves.moved(text, caret, unit, direction, text.gap(caret)[0])
        assert following is None or (following > caret) is (direction > 0)
        caret = following
        steps += 1
    return steps


def check(text: PageText) -> None:
    """Whatever the page is like, it can be gone through, selected and copied."""
    if not text.words:
        return
    for unit in (Unit.WORD, Unit.LINE, Unit.SENTENCE, Unit.PARAGRAPH):
        assert go_through(text, unit, 1) <= len(text.running.text) + 1
        assert go_through(text, unit, -1) <= len(text.running.text) + 1
    whole = Span(text.beginning(), text.ending())
    copied = text.text(whole)
    assert copied
    assert not _UNSEEN.search(copied)
    assert all(left <= right and top <= bottom for left, top, right, bottom in text.quads(whole))


@pytest.mark.parametrize("part", SOME)
def test_a_caret_goes_through_a_real_page_and_its_text_reads_well(
    shared_data: Path, part: str
) -> None:
    path = shared_data / f"{part}.pdf"
    if not path.is_file():
        pytest.skip(f"{part} is not among the real PDFs")
    for text in pages(path):
        check(text)


@pytest.mark.long
@pytest.mark.timeout(1200)
def test_a_caret_goes_through_every_real_page(shared_data: Path) -> None:
    for path in sorted(shared_data.glob("pdf_*/*.pdf")):
        for text in pages(path):
            check(text)
