"""What stands out on a page: large, bold, numbered, or in another font."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pymupdf
import pytest

from paperdesk.domain.pages import Document, Headlines, Line, Request, Setting

Answer = Callable[[Request[Any]], Any]
MakePdf = Callable[..., Document]
FindPdf = Callable[[str], Path]

BODY = "The quick brown fox jumps over the lazy dog, again and again, for so many lines."


@pytest.fixture
def paper(tmp_path: Path) -> Document:
    """A page of text with a large, a bold and a numbered heading, and a line that is none."""
    source = pymupdf.open()
    page = source.new_page()
    page.insert_text((60, 80), "Large Heading", fontsize=16)
    for line in range(20):
        page.insert_text((60, 130 + 12 * line), BODY, fontsize=10)
    page.insert_text((60, 400), "Bold Heading", fontsize=10, fontname="hebo")
    page.insert_text((60, 412), BODY, fontsize=10)
    page.insert_text((60, 450), "3.2 Numbered", fontsize=10)
    page.insert_text((60, 480), "Quite an ordinary line of text.", fontsize=10)
    page.insert_text((30, 600), "Set upwards", fontsize=16, rotate=90)
    source.new_page()
    source.save(tmp_path / "headings.pdf")
    source.close()
    return Document(tmp_path / "headings.pdf")


def lines(setting: Setting) -> dict[str, Line]:
    return {line.text: line for line in setting.lines}


def test_what_stands_out_is_told(answer: Answer, paper: Document) -> None:
    (setting,) = answer(Headlines(paper, 0, 0))
    assert set(lines(setting)) == {"Large Heading", "Bold Heading", "3.2 Numbered"}
    assert (setting.page, setting.size) == (0, 10.0)


def test_a_line_is_told_by_how_it_is_set(answer: Answer, paper: Document) -> None:
    found = lines(answer(Headlines(paper, 0, 0))[0])
    bold, large = found["Bold Heading"], found["Large Heading"]
    assert (bold.bold, bold.apart, bold.heads) == (True, True, True)
    assert (large.bold, large.size, large.heads) == (False, 16.0, False)


def test_an_empty_page_has_none(answer: Answer, paper: Document) -> None:
    assert answer(Headlines(paper, 1, 99)) == ()


def test_fonts_of_tex_are_bold_by_their_names(answer: Answer, pdf: FindPdf) -> None:
    found = lines(answer(Headlines(Document(pdf("pedersen04")), 0, 0))[0])
    assert found["Introduction"].bold
    assert "1" in found


def test_a_page_that_cannot_be_read_is_left_out(answer: Answer, pdf: FindPdf) -> None:
    assert isinstance(answer(Headlines(Document(pdf("pdf.js__Pages-tree-refs")), 0, 9)), tuple)
