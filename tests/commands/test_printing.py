from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from paperdesk.commands import printing
from paperdesk.commands.desk import Desk
from paperdesk.domain.errors import NothingSelected
from paperdesk.domain.note import Anchor, Colour
from paperdesk.domain.pages import Document
from paperdesk.domain.paper import PaperId
from tests.commands.conftest import Screen

PASSAGE = Anchor(0, ((0.0, 0.0, 1.0, 1.0),), "words")
FILE = Document(Path("paper.pdf"))


@pytest.fixture
def reading(desk: Desk, screen: Screen, papers: tuple[PaperId, ...]) -> Desk:
    """A marked paper is open."""
    screen.opened = papers[0]
    desk.notes.mark(papers[0], PASSAGE, Colour.GREEN)
    return replace(desk, file=cast(Any, SimpleNamespace(document=lambda _: FILE)))


def test_the_open_paper_is_printed_with_its_marks(reading: Desk, screen: Screen) -> None:
    printing.print_paper(reading)
    ((verb, document, title, marks),) = screen.told
    assert (verb, document) == ("print_pages", FILE)
    assert title == reading.library.paper(cast(PaperId, screen.opened)).title
    assert [mark.colour for mark in marks] == [Colour.GREEN]


def test_or_without_them(reading: Desk, screen: Screen) -> None:
    printing.print_plain(reading)
    assert screen.told[0][3] == ()


def test_without_an_open_paper_it_says_so(desk: Desk) -> None:
    with pytest.raises(NothingSelected, match="Open a paper"):
        printing.print_paper(desk)
