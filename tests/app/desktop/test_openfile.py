"""The PDF of a paper as a file."""

import pytest

from paperdesk.domain.errors import NotFound
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
