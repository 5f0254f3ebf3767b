"""Two strikes and out, until the file changes."""

from pathlib import Path

import pytest

from paperdesk.domain.errors import BadDocument
from paperdesk.domain.pages import Document, Find, Inspect, Render, Text
from paperdesk.pdfworker.strikes import Strikes


@pytest.fixture
def paper(tmp_path: Path) -> Document:
    path = tmp_path / "paper.pdf"
    path.write_bytes(b"%PDF")
    return Document(path)


def test_one_strike_is_forgiven(paper: Document) -> None:
    strikes = Strikes()
    strikes.add(Render(paper, 0, 1.0))
    strikes.check(Render(paper, 0, 1.0))


def test_two_strikes_are_not_whatever_the_scale(paper: Document) -> None:
    strikes = Strikes()
    strikes.add(Render(paper, 0, 1.0))
    strikes.add(Render(paper, 0, 2.0))
    with pytest.raises(BadDocument, match="Page 1"):
        strikes.check(Render(paper, 0, 4.0))


def test_other_pages_and_other_questions_are_unaffected(paper: Document) -> None:
    strikes = Strikes()
    for _ in range(2):
        strikes.add(Render(paper, 0, 1.0))
    strikes.check(Render(paper, 1, 1.0))
    strikes.check(Text(paper, 0))
    strikes.check(Inspect(paper))


def test_a_document_that_cannot_be_opened_is_refused_altogether(paper: Document) -> None:
    strikes = Strikes()
    for _ in range(2):
        strikes.add(Inspect(paper))
    for request in (Inspect(paper), Render(paper, 3, 1.0), Find(paper, "x", 0, 1)):
        with pytest.raises(BadDocument):
            strikes.check(request)


def test_a_file_that_has_changed_starts_afresh(paper: Document) -> None:
    strikes = Strikes()
    for _ in range(2):
        strikes.add(Inspect(paper))
    paper.path.write_bytes(b"%PDF, downloaded again")
    strikes.check(Inspect(paper))
    strikes.add(Inspect(paper))
    strikes.check(Inspect(paper))


def test_what_is_forgiven_is_tried_twice_more(paper: Document) -> None:
    strikes = Strikes()
    for _ in range(2):
        strikes.add(Render(paper, 0, 1.0))
        strikes.add(Render(paper, 1, 1.0))
    strikes.forgive(paper, 0)
    strikes.check(Render(paper, 0, 1.0))
    with pytest.raises(BadDocument):
        strikes.check(Render(paper, 1, 1.0))
    strikes.forgive(paper, None)
    strikes.check(Render(paper, 1, 1.0))
    strikes.forgive(Document(paper.path.with_name("other.pdf")), None)


def test_a_file_that_is_gone_can_have_strikes(tmp_path: Path) -> None:
    strikes = Strikes()
    strikes.add(Inspect(Document(tmp_path / "gone.pdf")))
    strikes.check(Inspect(Document(tmp_path / "gone.pdf")))
