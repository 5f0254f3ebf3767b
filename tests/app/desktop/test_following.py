"""Marks follow a PDF that somebody else writes, in the real window with real workers."""

import pymupdf

from paperdesk.domain.note import Colour, Fate
from paperdesk.domain.paper import PaperId
from paperdesk.reader.selection import Caret, Span
from tests.app.conftest import Desktop

LINES = ("Attention is weighed here", "and nothing else is needed", "for any translation")


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
    desktop.wait(lambda: view.parts.content.text(0))
    desktop.wait(lambda: edition(desktop, paper.id) == "settled")
    text = view.parts.content.text(0)
    assert text is not None
    made = desktop.rooms.notes.mark(
        paper.id, text.anchor(Span(Caret(4, 0), Caret(8, 6))), Colour.BLUE
    )
    assert made.anchor.text == LINES[1]
    write(path, "A line that is new", *LINES)
    desktop.wait(lambda: desktop.rooms.notes.highlight(made.id).fate is Fate.MOVED)
    found = desktop.rooms.notes.highlight(made.id)
    assert found.anchor.quads[0][1] > made.anchor.quads[0][1] + 15
    desktop.wait(lambda: "1 moved" in desktop.parts.window.toast.sentence())


def edition(desktop: Desktop, paper: PaperId) -> str:
    """Whether the library knows the file as it is now."""
    return "" if desktop.rooms.intake.revisit(paper) else "settled"
