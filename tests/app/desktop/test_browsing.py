"""All marks of the library in the real window's parts."""

from PySide6.QtCore import Qt

from paperdesk.commands.table import Where
from paperdesk.domain.note import Anchor, Colour, HighlightId
from paperdesk.domain.paper import PaperId
from tests.app.conftest import Desktop


def marked(desktop: Desktop) -> tuple[PaperId, HighlightId]:
    """A paper with one mark that is unlike all others, and the list of all marks open."""
    paper = desktop.with_pdf().id
    anchor = Anchor(1, ((72.0, 300.0, 300.0, 312.0),), "zebra crossing")
    made = desktop.rooms.notes.mark(paper, anchor, Colour.BLUE).id
    desktop.parts.browser.field.clear()
    desktop.press("gH")
    desktop.wait(lambda: desktop.parts.browser.current() is not None)
    desktop.press("/zebra")
    desktop.wait(lambda: desktop.parts.browser.current() == made)
    desktop.hit(Qt.Key.Key_Return)
    return paper, made


def test_enter_opens_the_paper_at_the_mark(desktop: Desktop) -> None:
    paper, made = marked(desktop)
    assert desktop.parts.window.where() is Where.SIDE
    assert desktop.desk.marking.current() == made
    assert desktop.desk.view.selected() == (paper,)
    desktop.hit(Qt.Key.Key_Return)
    desktop.wait(lambda: desktop.parts.reader.parts.marks.current == made)
    desktop.wait(lambda: desktop.parts.reader.place().page == 1)
    desktop.rooms.notes.drop(made)


def test_the_verbs_of_marks_act_on_the_row(desktop: Desktop) -> None:
    paper, made = marked(desktop)
    notes = desktop.rooms.notes
    desktop.press("7")
    desktop.wait(lambda: notes.highlight(made).colour is Colour.RED)
    desktop.press("c")
    desktop.press("So?")
    desktop.wait(lambda: notes.highlight(made).comment == "So?")
    desktop.hit(Qt.Key.Key_Escape)
    desktop.hit(Qt.Key.Key_Delete)
    desktop.wait(lambda: made not in [mark.id for mark in notes.highlights(paper)])
    desktop.wait(lambda: desktop.parts.browser.current() != made)
    assert desktop.rooms.library.paper(paper).state.value != "trash"


def test_esc_and_another_shelf_lead_back_to_the_papers(desktop: Desktop) -> None:
    marked(desktop)
    panels = desktop.parts.window.panels
    desktop.hit(Qt.Key.Key_Escape)
    assert panels.top("list") is desktop.parts.papers
    desktop.press("gH")
    assert panels.top("list") is desktop.parts.browser
    desktop.press("gi")
    desktop.wait(lambda: panels.top("list") is desktop.parts.papers)
