"""The PDF of a paper as a file."""

from pathlib import Path

import pytest

from paperdesk.domain.errors import NotFound, Refused
from paperdesk.ui import dialogs
from tests.app.conftest import Desktop


def test_the_open_paper_s_file_is_the_one_that_is_read(desktop: Desktop) -> None:
    paper = desktop.with_pdf()
    desktop.read(paper.id)
    document = desktop.desk.file.document(paper.id)
    assert document is desktop.parts.reader.parts.opening.document


def test_the_file_of_a_paper_that_is_not_open_is_found(desktop: Desktop) -> None:
    paper = desktop.with_pdf()
    assert desktop.desk.file.document(paper.id).path == desktop.rooms.intake.here(paper.id)


def test_a_paper_without_a_file_says_so(desktop: Desktop) -> None:
    paper = next(paper for paper in desktop.papers() if not paper.file)
    with pytest.raises(NotFound, match="not here"):
        desktop.desk.file.document(paper.id)


def test_a_copy_is_offered_at_home_and_not_taken_among_our_own_papers(
    desktop: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Path] = []
    target = Path("/tmp/mine.pdf")

    def answer(_parent: object, _question: str, start: Path, _ending: str) -> Path:
        asked.append(start)
        return target

    monkeypatch.setattr(dialogs.Target, "ask", answer)
    assert desktop.desk.file.ask_copy("a.pdf") == target
    assert asked == [Path.home() / "a.pdf"]
    target = desktop.rooms.home.papers / "9" / "a.pdf"
    with pytest.raises(Refused, match="Choose another folder"):
        desktop.desk.file.ask_copy("a.pdf")
