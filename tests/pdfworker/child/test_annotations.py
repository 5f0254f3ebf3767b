"""Marks that other programs have left in real files, and some made to measure."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pymupdf
import pytest

from paperdesk.domain.annotation import Annotations, FileMark
from paperdesk.domain.note import Kind
from paperdesk.domain.pages import Document, Request
from paperdesk.domain.tints import nearest

Answer = Callable[[Request[Any]], Any]
FindPdf = Callable[[str], Path]
MakePdf = Callable[..., Document]


@pytest.fixture
def marks(answer: Answer) -> Callable[[Path], list[FileMark]]:
    return lambda path: list(answer(Annotations(Document(path), 0, 99)))


Marks = Callable[[Path], list[FileMark]]


def test_highlights_of_acrobat_have_their_words_comment_author_and_moment(
    marks: Marks, pdf: FindPdf
) -> None:
    found = marks(pdf("pdfannots__pr24"))
    short = found[0]
    assert (short.kind, short.text, short.comment) == (
        Kind.HIGHLIGHT,
        "not working",
        "short highlight",
    )
    assert (short.author, short.when) == ("joel", "2020-01-30T13:35:45+00:00")
    assert short.name.startswith("989cc17e-")
    assert [mark.kind for mark in found[3:]] == [Kind.AREA] * 3
    assert found[4].comment == "dual\n\npara note"


def test_every_way_of_lining_text_is_an_underline(marks: Marks, pdf: FindPdf) -> None:
    kinds = [mark.kind for mark in marks(pdf("pdf.js__bug1538111"))]
    assert kinds == [Kind.HIGHLIGHT, Kind.UNDERLINE, Kind.UNDERLINE, Kind.UNDERLINE]


def test_words_come_from_under_the_quads_over_two_columns(marks: Marks, pdf: FindPdf) -> None:
    found = {mark.text: mark for mark in marks(pdf("pdfannots__word2column"))}
    assert {"nostrud exercitation", "Duis", "In a free hour,", "duty"} <= set(found)
    assert found["equal"].comment == "blah blah"


def test_hand_drawn_lines_keep_their_points(marks: Marks, pdf: FindPdf) -> None:
    inks = [mark for mark in marks(pdf("pdf.js__issue13447")) if mark.kind is Kind.INK]
    assert max(len(mark.strokes[0]) for mark in inks) == 47
    assert all(len(mark.strokes[0]) > 1 for mark in inks)


def test_a_comment_that_is_only_there_as_rich_text_is_read(marks: Marks, pdf: FindPdf) -> None:
    (mark,) = marks(pdf("pdf.js__rc_annotation"))
    assert mark.comment == "Hello World!"


def test_colours_are_those_of_the_file(marks: Marks, pdf: FindPdf) -> None:
    names = [nearest(mark.colour).value for mark in marks(pdf("pdfium__annots"))]
    assert names == ["yellow", "blue", "green", "red"]


def test_a_file_without_marks_has_none(marks: Marks, make_pdf: MakePdf) -> None:
    assert marks(make_pdf("alpha", "beta").path) == []


def test_marks_without_a_name_are_told_apart_and_known_again(
    marks: Marks, make_pdf: MakePdf, tmp_path: Path
) -> None:
    with pymupdf.open(make_pdf("alpha beta").path) as source:
        page = source[0]
        for left in (60, 100):
            page.add_highlight_annot(pymupdf.Rect(left, 80, left + 30, 110))
        for annot in page.annots():
            source.xref_set_key(annot.xref, "NM", "null")
        source.save(tmp_path / "one.pdf")
        source.save(tmp_path / "two.pdf", garbage=4, deflate=True)
    names = [mark.name for mark in marks(tmp_path / "one.pdf")]
    assert len(set(names)) == 2
    assert [mark.name for mark in marks(tmp_path / "two.pdf")] == names


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_a_mark_lies_where_it_is_shown_on_a_turned_page(
    marks: Marks, make_pdf: MakePdf, tmp_path: Path, rotation: int
) -> None:
    with pymupdf.open(make_pdf("alpha beta").path) as source:
        page = source[0]
        page.add_highlight_annot(page.search_for("alpha")[0])
        page.set_rotation(rotation)
        source.save(tmp_path / "turned.pdf")
    (mark,) = marks(tmp_path / "turned.pdf")
    assert mark.text == "alpha"


def test_what_is_hidden_and_what_says_nothing_is_left_out(
    marks: Marks, make_pdf: MakePdf, tmp_path: Path
) -> None:
    with pymupdf.open(make_pdf("alpha beta").path) as source:
        page = source[0]
        page.add_freetext_annot(pymupdf.Rect(60, 60, 120, 80), "")
        hidden = page.add_rect_annot(pymupdf.Rect(60, 60, 120, 80))
        hidden.set_flags(pymupdf.PDF_ANNOT_IS_HIDDEN)
        hidden.update()
        source.save(tmp_path / "hidden.pdf")
    assert marks(tmp_path / "hidden.pdf") == []


def test_an_answer_is_part_of_the_comment(marks: Marks, make_pdf: MakePdf, tmp_path: Path) -> None:
    with pymupdf.open(make_pdf("alpha beta").path) as source:
        page = source[0]
        first = page.add_highlight_annot(page.search_for("alpha")[0])
        first.set_info(content="Really?")
        answer = page.add_text_annot((100, 100), "Yes.")
        answer.set_info(title="Ada")
        answer.set_irt_xref(first.xref)
        source.save(tmp_path / "answered.pdf")
    (mark,) = marks(tmp_path / "answered.pdf")
    assert mark.comment == "Really?\n\nAda: Yes."
