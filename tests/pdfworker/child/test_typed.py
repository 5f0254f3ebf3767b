"""A page with its type: sizes, styles, links; no line is lost."""

from pathlib import Path

import pymupdf
import pytest

from paperdesk.domain.pages import Document
from paperdesk.domain.typed import BOLD, ITALIC, MONO, RAISED, PagePrint, Print
from paperdesk.pdfworker.child.desk import Desk
from paperdesk.pdfworker.limits import Limits


@pytest.fixture
def printed(tmp_path: Path) -> PagePrint:
    source = pymupdf.open()
    source.new_page(width=400, height=600)
    source.new_page()
    page = source[0]
    page.insert_text((50, 60), "A heading", fontname="hebo", fontsize=16)
    page.insert_text((50, 100), "plain and ", fontname="tiro", fontsize=10)
    page.insert_text((97, 100), "slanted", fontname="tiit", fontsize=10)
    page.insert_text((130, 96), "7", fontname="tiro", fontsize=6)
    page.insert_text((50, 120), "code", fontname="cour", fontsize=10)
    page.insert_text((300, 300), "upwards", fontname="tiro", fontsize=10, rotate=90)
    area = pymupdf.Rect(50, 92, 72, 103)
    goal = {"kind": pymupdf.LINK_GOTO, "page": 1, "to": pymupdf.Point(0, 0)}
    page.insert_link({**goal, "from": area})
    source.save(tmp_path / "typed.pdf")
    answer, _ = Desk(Limits()).answer(Print(Document(tmp_path / "typed.pdf"), 0))
    assert isinstance(answer, PagePrint)
    return answer


def style(printed: PagePrint, text: str) -> int:
    return next(run.style for line in printed.lines for run in line.runs if text in run.text)


def test_styles_are_told_apart(printed: PagePrint) -> None:
    assert style(printed, "A heading") == BOLD
    assert style(printed, "and") == 0
    assert style(printed, "slanted") == ITALIC
    assert style(printed, "code") == MONO
    assert style(printed, "7") == RAISED


def test_lines_have_the_size_of_most_of_their_letters(printed: PagePrint) -> None:
    sizes = {line.text.strip(): line.size for line in printed.lines}
    assert sizes["A heading"] == 16
    assert sizes["code"] == 10


def test_letters_know_where_they_lead(printed: PagePrint) -> None:
    linked = [run for line in printed.lines for run in line.runs if run.link >= 0]
    assert [run.text.strip() for run in linked] == ["plain"]
    assert printed.links[linked[0].link].page == 1


def test_what_is_written_up_the_margin_is_left_out(printed: PagePrint) -> None:
    assert not any("upwards" in line.text for line in printed.lines)


def test_a_gap_that_is_a_space_becomes_one(tmp_path: Path) -> None:
    source = pymupdf.open()
    page = source.new_page(width=400, height=600)
    page.insert_text((50, 60), "etc.", fontsize=10)
    page.insert_text((68.5, 60), "Further", fontsize=10)
    source.save(tmp_path / "gap.pdf")
    answer, _ = Desk(Limits()).answer(Print(Document(tmp_path / "gap.pdf"), 0))
    assert isinstance(answer, PagePrint)
    assert [line.text.strip() for line in answer.lines] == ["etc. Further"]
