"""Words and text of real pages."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pymupdf
import pytest

from paperdesk.domain.pages import Document, Request, Text, Words

Answer = Callable[[Request[Any]], Any]
MakePdf = Callable[..., Document]
FindPdf = Callable[[str], Path]


@pytest.mark.parametrize(
    ("rotation", "left", "top"), [(0, 50, 88), (90, 427, 50), (180, 282, 427), (270, 88, 282)]
)
def test_words_lie_where_they_are_shown(
    answer: Answer, make_pdf: MakePdf, rotation: int, left: float, top: float
) -> None:
    (word,) = answer(Words(make_pdf("alpha", rotation=rotation), 0))
    assert word.text == "alpha"
    assert word.box[0] == pytest.approx(left, abs=5)
    assert word.box[1] == pytest.approx(top, abs=5)


def test_words_are_in_reading_order(answer: Answer, pdf: FindPdf) -> None:
    words = [word.text for word in answer(Words(Document(pdf("pedersen04")), 0))]
    assert words[:7] == ["Combating", "Web", "Spam", "with", "TrustRank", "Zoltán", "Gyöngyi"]


def test_columns_are_read_one_after_the_other(answer: Answer, pdf: FindPdf) -> None:
    text = answer(Text(Document(pdf("pedersen04")), 0))
    assert "seed pages to be evaluated by an expert. Once\nwe manually identify" in text


def test_ligatures_and_broken_words_are_dissolved(answer: Answer, pdf: FindPdf) -> None:
    text = answer(Text(Document(pdf("pedersen04")), 0))
    assert "While human experts can identify" in text
    assert "from a significant fraction" in text
    assert "ﬁ" not in text


@pytest.mark.parametrize(
    ("part", "sentence"),
    [
        ("pdf_rtl/pypdf__hello-world", "مرحبا بالعالم"),
        ("pdf_cjk/PyMuPDF__chinese-tables", "发行人历史信用评级情况"),
        ("pdf_cjk/docling__normal_4pages", "이와 관련하여 세계보건기"),
    ],
)
def test_other_scripts_are_read(answer: Answer, pdf: FindPdf, part: str, sentence: str) -> None:
    assert sentence in answer(Text(Document(pdf(part)), 0))


def test_a_scan_has_no_words(answer: Answer, pdf: FindPdf) -> None:
    assert answer(Words(Document(pdf("OCRmyPDF__jbig2.pdf")), 0)) == ()


def test_what_an_annotation_says_is_not_the_paper_s_text(
    answer: Answer, make_pdf: MakePdf, tmp_path: Path
) -> None:
    with pymupdf.open(make_pdf("alpha").path) as source:
        source[0].add_freetext_annot(pymupdf.Rect(20, 20, 200, 60), "scribble")
        source.save(tmp_path / "annotated.pdf")
    assert answer(Text(Document(tmp_path / "annotated.pdf"), 0)) == "alpha"
