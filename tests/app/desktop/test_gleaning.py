"""Papers are read beside the window, and lists that are about it follow."""

import pytest

from paperdesk.app.desktop import gleaning
from paperdesk.domain.errors import Held
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


def test_nothing_is_read_while_papers_still_arrive(
    desktop: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gleaning, "GATHER", 10_000)
    kept = desktop.rooms.library.keep(Found("A 7B model of gleaning", arxiv="2601.00003"))
    glean = desktop.session._around.gleaning
    desktop.wait(lambda: 0 < glean._soon.remainingTime() < 9_000)
    desktop.rooms.library.keep(Found("Another 7B model", arxiv="2601.00004"))
    desktop.wait(lambda: glean._soon.remainingTime() > 9_200)  # Qt's timers are coarse.
    assert not desktop.rooms.library.paper(kept.paper).facts
    monkeypatch.setattr(gleaning, "LONGEST", 0.001)
    monkeypatch.setattr(gleaning, "GATHER", 50)
    glean._soon.start(50)
    desktop.rooms.library.keep(Found("A third 7B model", arxiv="2601.00005"))
    desktop.wait(lambda: desktop.rooms.library.paper(kept.paper).facts)


def test_what_could_not_be_written_is_read_again_later(
    desktop: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    def held(*_: object) -> bool:
        monkeypatch.undo()
        raise Held("Another program is holding the library.")

    monkeypatch.setattr(gleaning, "LATER", 20)
    monkeypatch.setattr(type(desktop.rooms.facts), "read_some", held)
    kept = desktop.rooms.library.keep(Found("A 7B model of gleaning", arxiv="2601.00006"))
    desktop.wait(lambda: desktop.rooms.library.paper(kept.paper).facts)
