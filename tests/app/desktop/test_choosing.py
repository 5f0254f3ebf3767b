"""What a verb is about, and how one lets go of it."""

from PySide6.QtCore import Qt

from paperdesk.domain.paper import State
from tests.app.conftest import Desktop


def test_the_reader_s_verbs_are_about_the_open_paper(desktop: Desktop) -> None:
    paper = desktop.with_pdf()
    desktop.read(paper.id)
    desktop.press("s")
    desktop.wait(lambda: desktop.rooms.library.paper(paper.id).state is State.SHORTLIST)


def test_the_list_s_verbs_are_about_its_rows_while_a_paper_is_open(desktop: Desktop) -> None:
    desktop.read(desktop.with_pdf().id)
    desktop.parts.window.panels.focus("list")
    desktop.run("list.select-all")
    assert len(desktop.desk.view.selected()) > 1


def test_escape_lets_go_of_the_selection(desktop: Desktop) -> None:
    desktop.run("list.select-all")
    assert len(desktop.desk.view.selected()) > 1
    desktop.hit(Qt.Key.Key_Escape)
    assert len(desktop.desk.view.selected()) == 1


def test_escape_closes_the_reader_where_nothing_is_selected(desktop: Desktop) -> None:
    desktop.read(desktop.with_pdf().id)
    desktop.hit(Qt.Key.Key_Escape)
    assert not desktop.parts.window.reading()
