"""Marks follow a PDF that somebody else writes, in the real window with real workers."""

from pathlib import Path

import pymupdf
import pytest

from paperdesk.domain.note import Colour, Fate
from paperdesk.domain.pages import Document
from paperdesk.domain.paper import PaperId
from paperdesk.reader.selection import Caret, Span
from paperdesk.ui.reader import ReaderPane
from tests.app.conftest import Desktop

LINES = ("Attention is weighed here", "and nothing else is needed", "for any translation")


SECOND = Span(Caret(4, 0), Caret(8, 6))


def second_line(view: ReaderPane) -> str:
    """What stands where the second of the lines does."""
    text = view.parts.content.text(0)
    return text.text(SECOND) if text is not None and text.ending() >= SECOND.end else ""


def write(path: object, *lines: str) -> None:
    """Write a PDF in place of the one that is there, as a typesetter does."""
    with pymupdf.open() as source:
        page = source.new_page()
        for row, line in enumerate(lines):
            page.insert_text((70, 100 + 20 * row), line)
        source.save(f"{path}.new")
    with open(f"{path}.new", "rb") as new, open(str(path), "wb") as old:
        old.write(new.read())


def test_a_pdf_that_is_written_anew_is_shown_anew_and_its_marks_follow(desktop: Desktop) -> None:
    paper = desktop.with_pdf()
    path = desktop.rooms.intake.here(paper.id)
    write(path, *LINES)
    desktop.read(paper.id)
    view = desktop.parts.spread.here()
    desktop.wait(lambda: second_line(view) == LINES[1])
    desktop.wait(lambda: edition(desktop, paper.id) == "settled")
    text = view.parts.content.text(0)
    assert text is not None
    made = desktop.rooms.notes.mark(paper.id, text.anchor(SECOND), Colour.BLUE)
    write(path, "A line that is new", *LINES)
    desktop.wait(lambda: desktop.rooms.notes.highlight(made.id).fate is Fate.MOVED)
    found = desktop.rooms.notes.highlight(made.id)
    assert found.anchor.quads[0][1] > made.anchor.quads[0][1] + 15
    desktop.wait(lambda: "1 moved" in desktop.parts.window.toast.sentence())


def edition(desktop: Desktop, paper: PaperId) -> str:
    """Whether the library knows the file as it is now."""
    return "" if desktop.rooms.intake.revisit(paper) else "settled"


def test_a_newer_version_takes_the_place_of_the_open_one_and_the_marks_follow(
    desktop: Desktop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = desktop.with_pdf()
    old = desktop.rooms.intake.here(paper.id)
    assert old is not None
    write(old, *LINES)
    desktop.read(paper.id)
    view = desktop.parts.spread.here()
    desktop.wait(lambda: edition(desktop, paper.id) == "settled")
    desktop.wait(lambda: second_line(view) == LINES[1])
    text = view.parts.content.text(0)
    assert text is not None
    made = desktop.rooms.notes.mark(paper.id, text.anchor(SECOND), Colour.PINK)
    write(tmp_path / "newer.pdf", "A line that is new", *LINES)
    intake = desktop.rooms.intake
    monkeypatch.setattr(
        intake, "newest", lambda paper, _job: intake.bring(paper, tmp_path / "newer.pdf")
    )
    desktop.run("paper.newest")
    desktop.wait(lambda: desktop.rooms.notes.highlight(made.id).fate is Fate.MOVED)
    newer = intake.here(paper.id)
    assert newer is not None
    assert newer != old
    assert old.is_file()
    desktop.wait(lambda: view.parts.opening.document == Document(newer))
