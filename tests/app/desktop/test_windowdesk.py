"""The window around the reader, on the library of samples."""

from array import array
from collections.abc import Mapping, Sequence

import pytest

from paperdesk.commands.faces.window import WindowFaces
from paperdesk.domain.paper import Found, State
from paperdesk.domain.query import Term
from paperdesk.domain.shelf import ALL, Shelf, state_shelf
from tests.app.conftest import Desktop, asked_of


@pytest.mark.parametrize(("face", "asked"), asked_of(WindowFaces))
def test_the_window_has_every_face(desktop: Desktop, face: str, asked: set[str]) -> None:
    assert {name for name in asked if not hasattr(getattr(desktop.desk, face), name)} == set()


def test_the_sidebar_leads_to_its_shelves(desktop: Desktop) -> None:
    desktop.parts.sidebar.shelf_chosen.emit(state_shelf(State.LATER))
    desktop.wait(lambda: desktop.parts.papers.shelf() == state_shelf(State.LATER))
    assert desktop.parts.window.panels.with_keys() == "list"


def test_an_unread_row_beyond_what_is_near_is_looked_for_in_the_library(desktop: Desktop) -> None:
    papers = desktop.papers()
    read = [paper.id for paper in papers if not paper.unread]
    unread = next(paper.id for paper in papers if paper.unread)
    found: list[int | None] = []
    seek = desktop.parts.papers.view.seeker.beyond
    assert seek is not None
    seek(array("q", [*read, unread]), 0, 1, found.append)
    desktop.wait(lambda: found)
    assert found == [len(read)]


def test_a_list_of_words_is_told_by_the_index_and_knows_the_forms_of_a_word(
    desktop: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = desktop.rooms.library.keep(Found("Quantized zebras", arxiv="2601.00001")).paper
    search, told = desktop.session._search, []

    def index(terms: Sequence[Term]) -> "Mapping[Term, array[int]] | None":
        told.append(search.papers(terms))
        return told[-1]

    monkeypatch.setattr(desktop.rooms.views, "index", index)
    assert desktop.rooms.views.kin is not None
    asked = Shelf("", "quantization title:zebras")
    desktop.session._around.rows.show(asked)
    desktop.wait(lambda: desktop.parts.papers.shelf() == asked)
    assert list(desktop.parts.papers.ids()) == [kept], "before it is indexed"
    search.start()
    desktop.wait(lambda: any((search.papers([Term("zebras")]) or {}).values()))
    told.clear()
    desktop.session._around.rows.show(ALL)
    desktop.session._around.rows.show(asked)
    desktop.wait(lambda: desktop.parts.papers.shelf() == asked)
    desktop.wait(lambda: told)
    assert list(desktop.parts.papers.ids()) == [kept]
    assert None not in told
