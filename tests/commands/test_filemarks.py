"""Adopting what other programs have marked in a PDF."""

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pymupdf
import pytest

from paperdesk.commands import filemarks
from paperdesk.commands.desk import Desk
from paperdesk.domain.annotation import foreign
from paperdesk.domain.errors import NotFound
from paperdesk.domain.note import Anchor, Colour
from paperdesk.domain.pages import Document
from paperdesk.domain.paper import PaperId
from tests.commands.conftest import Screen, with_rooms
from tests.export.test_annotated import Here as Worker
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


def test_the_row_of_a_mark_in_the_pdf_is_the_one_that_is_adopted(
    marked: Desk, screen: Screen, papers: tuple[PaperId, ...]
) -> None:
    def list_of(name: str) -> Any:
        return SimpleNamespace(listed=lambda: True, current=lambda: foreign(name))

    filemarks.adopt_all(replace(marked, marking=list_of("another")))
    assert marked.notes.highlights(papers[0]) == ()
    filemarks.adopt_all(replace(marked, marking=list_of("a")))
    assert len(marked.notes.highlights(papers[0])) == 1


def test_a_mark_in_the_pdf_cannot_be_changed_before_it_is_adopted(marked: Desk) -> None:
    with pytest.raises(NotFound, match="Adopt"):
        marked.notes.highlight(foreign("a"))


def test_a_pdf_without_marks_says_so(marked: Desk, screen: Screen) -> None:
    workers: Any = Workers(0)
    filemarks.adopt_all(replace(marked, pages=workers))
    assert screen.said == ["No other program has left marks in this PDF."]


def test_a_paper_without_a_pdf_says_so(marked: Desk) -> None:
    nowhere: Any = Here(None)
    with pytest.raises(NotFound):
        filemarks.adopt_all(replace(marked, file=nowhere))


class Chosen(Here):
    """A PDF that is here, and a place for its copy."""

    def __init__(self, path: Path, target: Path | None) -> None:
        super().__init__(path)
        self.target = target
        self.offered: list[str] = []

    def ask_copy(self, name: str) -> Path | None:
        self.offered.append(name)
        return self.target


def with_file(desk: Desk, folder: Path, target: Path | None) -> tuple[Desk, Chosen]:
    with pymupdf.open() as source:
        source.new_page().insert_text((70, 130), "alpha")
        source.save(folder / "1706.03762v7.pdf")
    here: Any = Chosen(folder / "1706.03762v7.pdf", target)
    return with_rooms(desk, pages=Worker(), file=here), here


def test_a_copy_with_the_marks_is_saved_where_the_user_says(
    desk: Desk, screen: Screen, papers: tuple[PaperId, ...], tmp_path: Path
) -> None:
    screen.chosen = papers[:1]
    ready, here = with_file(desk, tmp_path, tmp_path / "mine.pdf")
    desk.notes.mark(papers[0], Anchor(0, ((70.0, 120.0, 110.0, 134.0),), "alpha"), Colour.PINK)
    filemarks.save_copy(ready)
    assert here.offered == ["1706.03762v7 annotated.pdf"]
    assert screen.said == ["mine.pdf saved with 1 mark"]
    assert (tmp_path / "mine.pdf").read_bytes().startswith(b"%PDF")


def test_who_turns_away_saves_nothing(
    desk: Desk, screen: Screen, papers: tuple[PaperId, ...], tmp_path: Path
) -> None:
    screen.chosen = papers[:1]
    ready, _ = with_file(desk, tmp_path, None)
    desk.notes.mark(papers[0], Anchor(0, ((70.0, 120.0, 110.0, 134.0),), "alpha"), Colour.PINK)
    filemarks.save_copy(ready)
    assert screen.said == []
    assert len(list(tmp_path.glob("*.pdf"))) == 1


def test_a_copy_that_cannot_be_written_says_why(
    desk: Desk, screen: Screen, papers: tuple[PaperId, ...], tmp_path: Path
) -> None:
    screen.chosen = papers[:1]
    ready, _ = with_file(desk, tmp_path, Path("/proc/mine.pdf"))
    desk.notes.mark(papers[0], Anchor(0, ((70.0, 120.0, 110.0, 134.0),), "alpha"), Colour.PINK)
    filemarks.save_copy(ready)
    assert "cannot be written" in screen.problems[0]


def test_a_paper_without_marks_needs_no_copy(
    desk: Desk, screen: Screen, papers: tuple[PaperId, ...], tmp_path: Path
) -> None:
    screen.chosen = papers[:1]
    ready, here = with_file(desk, tmp_path, tmp_path / "mine.pdf")
    filemarks.save_copy(ready)
    assert here.offered == []
    assert screen.said[0].startswith("There are no marks")
