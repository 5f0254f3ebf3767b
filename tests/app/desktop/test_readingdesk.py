"""The reader of the window, on the library of samples."""

import pytest

from paperdesk.commands.faces.reader import ReaderFaces
from tests.app.conftest import Desktop, asked_of


@pytest.mark.parametrize(("face", "asked"), asked_of(ReaderFaces))
def test_the_reader_has_every_face(desktop: Desktop, face: str, asked: set[str]) -> None:
    assert {name for name in asked if not hasattr(getattr(desktop.desk, face), name)} == set()


def test_a_problem_on_a_page_is_said(desktop: Desktop) -> None:
    desktop.parts.reader.problem.emit("That page is torn.")
    assert desktop.parts.window.toast.sentence() == "That page is torn."


def test_the_caret_is_put_over_pages_not_over_flowing_text(desktop: Desktop) -> None:
    desktop.read(desktop.with_pdf().id)
    desktop.run("page.reading-mode")
    view = desktop.parts.reader
    assert view.reflow.on
    desktop.desk.picker.let_go()
    assert not view.reflow.on
