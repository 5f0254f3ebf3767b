"""Papers are read beside the window, and lists that are about it follow."""

from paperdesk.domain.paper import Found
from paperdesk.domain.shelf import Shelf
from tests.app.conftest import Desktop


def test_a_paper_that_arrives_is_read_without_being_asked(desktop: Desktop) -> None:
    kept = desktop.rooms.library.keep(Found("A 7B model of gleaning", arxiv="2601.00001"))
    desktop.wait(lambda: [fact.text for fact in desktop.rooms.library.paper(kept.paper).facts])
    assert desktop.rooms.library.paper(kept.paper).facts[0].value == 7e9


def test_a_list_of_what_papers_say_is_asked_for_again(desktop: Desktop) -> None:
    desktop.session._around.rows.show(Shelf("Large", "params:123B"))
    desktop.wait(lambda: desktop.parts.papers.shelf().title == "Large")
    kept = desktop.rooms.library.keep(Found("A 123B model of gleaning", arxiv="2601.00002"))
    desktop.wait(lambda: list(desktop.parts.papers.ids()) == [kept.paper])
