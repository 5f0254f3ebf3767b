"""Opening files: those that are PDFs, and all the others."""

import os
from collections.abc import Callable
from pathlib import Path

import pymupdf
import pytest

from paperdesk.domain.errors import BadDocument, Locked, NotFound
from paperdesk.domain.pages import Document
from paperdesk.pdfworker.child.documents import OpenDocuments
from paperdesk.pdfworker.limits import Limits

MakePdf = Callable[..., Document]


@pytest.fixture
def documents() -> OpenDocuments:
    return OpenDocuments(Limits(pages=3, documents=2))


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "This file is empty"),
        (b"\n<!DOCTYPE html><html>", "This is a web page, not a PDF"),
        (b"<HTML><body>429", "This is a web page, not a PDF"),
        (b"PK\x03\x04", "This file is not a PDF"),
        (b" " * 2000 + b"%PDF-1.4", "This file is not a PDF"),
        (b"%PDF-1.4\nnothing else", "damaged or incomplete"),
    ],
)
def test_what_cannot_be_opened_is_called_by_its_name(
    documents: OpenDocuments, tmp_path: Path, content: bytes, sentence: str
) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(content)
    with pytest.raises(BadDocument, match=sentence):
        documents.get(Document(path))


def test_a_file_that_is_not_there(documents: OpenDocuments, tmp_path: Path) -> None:
    with pytest.raises(NotFound, match=r"gone\.pdf is not there"):
        documents.get(Document(tmp_path / "gone.pdf"))


def test_a_folder_is_no_paper(documents: OpenDocuments, tmp_path: Path) -> None:
    with pytest.raises(BadDocument, match="Is a directory"):
        documents.get(Document(tmp_path))


def test_a_truncated_pdf_is_repaired(documents: OpenDocuments, make_pdf: MakePdf) -> None:
    document = make_pdf("one", "two")
    content = document.path.read_bytes()
    document.path.write_bytes(content[: len(content) - 200])
    assert documents.get(document).pages == 2


def test_more_pages_than_allowed(documents: OpenDocuments, make_pdf: MakePdf) -> None:
    with pytest.raises(BadDocument, match="claims to have 4 pages"):
        documents.get(make_pdf(*"abcd"))


def test_a_locked_pdf_asks_for_its_password(
    documents: OpenDocuments, make_pdf: MakePdf, tmp_path: Path
) -> None:
    source = pymupdf.open(make_pdf("secret").path)
    path = tmp_path / "locked.pdf"
    source.save(path, encryption=pymupdf.PDF_ENCRYPT_AES_256, user_pw="söd", owner_pw="own")
    source.close()
    with pytest.raises(Locked, match="is locked"):
        documents.get(Document(path))
    with pytest.raises(Locked, match="not the password"):
        documents.get(Document(path, "wrong"))
    assert documents.get(Document(path, "söd")).pages == 1


def test_an_open_document_is_opened_once(documents: OpenDocuments, make_pdf: MakePdf) -> None:
    document = make_pdf("one")
    assert documents.get(document) is documents.get(document)


def test_a_changed_file_is_opened_anew(documents: OpenDocuments, make_pdf: MakePdf) -> None:
    first = documents.get(make_pdf("one"))
    document = make_pdf("one", "two")
    os.utime(document.path, ns=(1, 1))
    assert documents.get(document) is not first
    assert documents.get(document).pages == 2


def test_only_the_last_few_stay_open(documents: OpenDocuments, make_pdf: MakePdf) -> None:
    papers = [make_pdf("one", name=f"{number}.pdf") for number in range(3)]
    opened = [documents.get(paper) for paper in papers]
    assert opened[0].source.is_closed
    assert not opened[1].source.is_closed


def test_forgetting_closes(documents: OpenDocuments, make_pdf: MakePdf) -> None:
    document = make_pdf("one")
    opened = documents.get(document)
    documents.forget(document)
    documents.forget(document)
    assert opened.source.is_closed


@pytest.mark.parametrize("number", [-1, 1, 10**6])
def test_there_is_no_such_page(documents: OpenDocuments, make_pdf: MakePdf, number: int) -> None:
    with pytest.raises(IndexError):
        documents.get(make_pdf("one")).page(number)


def test_marks_that_somebody_drew_are_no_figures(
    documents: OpenDocuments, make_pdf: MakePdf
) -> None:
    document = make_pdf("a line of text")
    with pymupdf.open(document.path) as source:
        source[0].add_ink_annot([[(50, 200), (90, 320), (130, 200), (170, 330), (220, 200)]])
        source.saveIncr()
    opened = documents.get(document)
    assert opened.pictures(0) == ((), ())
    assert opened.display_list(0) is not None
