"""Adopting what other programs have marked in a PDF."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from paperdesk.commands import filemarks
from paperdesk.commands.desk import Desk
from paperdesk.domain.errors import NotFound
from paperdesk.domain.note import Colour
from paperdesk.domain.pages import Document
from paperdesk.domain.paper import PaperId
from tests.commands.conftest import Screen, with_rooms
from tests.reader.test_infile import Workers


class Here:
    def __init__(self, path: Path | None) -> None:
        self.path = path

    def document(self, paper: PaperId) -> Document:
        if self.path is None:
            raise NotFound("It is not here.")
        return Document(self.path)


@pytest.fixture
def marked(desk: Desk, screen: Screen, papers: tuple[PaperId, ...]) -> Desk:
    """A paper whose PDF has one mark."""
    screen.chosen = papers[:1]
    here: Any = Here(Path("a.pdf"))
    return with_rooms(desk, pages=Workers(3), file=here)


def test_the_marks_in_the_pdf_become_ours(
    marked: Desk, screen: Screen, papers: tuple[PaperId, ...]
) -> None:
    filemarks.adopt_all(marked)
    (made,) = marked.notes.highlights(papers[0])
    assert (made.anchor.text, made.colour, made.origin) == ("you", Colour.YELLOW, "a")
    assert screen.said == ["1 mark adopted from the PDF"]


def test_a_second_time_there_is_nothing_to_adopt(marked: Desk, screen: Screen) -> None:
    filemarks.adopt_all(marked)
    filemarks.adopt_all(marked)
    assert screen.said[-1] == "1 mark in this PDF: adopted before."


def test_only_the_chosen_mark_is_adopted(
    marked: Desk, screen: Screen, papers: tuple[PaperId, ...]
) -> None:
    filemarks.adopt(marked, papers[0], frozenset({"another"}))
    assert marked.notes.highlights(papers[0]) == ()
    filemarks.adopt(marked, papers[0], frozenset({"a"}))
    assert len(marked.notes.highlights(papers[0])) == 1


def test_a_pdf_without_marks_says_so(marked: Desk, screen: Screen) -> None:
    workers: Any = Workers(0)
    filemarks.adopt_all(replace(marked, pages=workers))
    assert screen.said == ["No other program has left marks in this PDF."]


def test_a_paper_without_a_pdf_says_so(marked: Desk) -> None:
    nowhere: Any = Here(None)
    with pytest.raises(NotFound):
        filemarks.adopt_all(replace(marked, file=nowhere))
