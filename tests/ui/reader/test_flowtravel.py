from types import SimpleNamespace
from typing import Any, cast

from PySide6.QtWidgets import QTextBrowser

from paperdesk.domain.note import Place
from paperdesk.domain.pages import Link
from paperdesk.reader.trail import Trail
from paperdesk.ui.reader.flowtravel import LAST, Leafing


def leafing(qapp: Any) -> tuple[Leafing, Any]:
    view = QTextBrowser()
    view.setPlainText("line\n" * 300)
    view.resize(300, 200)
    view.show()
    text = SimpleNamespace(view=view, at=Place(3, 40.0), went=[], sized=[])
    text.place = lambda: text.at
    text.go = text.went.append
    text.resize = text.sized.append
    travel = SimpleNamespace(trail=Trail[Place]())
    return Leafing(text, cast(Any, travel)), text


def test_screens_and_lines_scroll(qapp: Any) -> None:
    leaf, text = leafing(qapp)
    bar = text.view.verticalScrollBar()
    leaf.scroll(1)
    assert 0 < bar.value() < bar.pageStep()
    leaf.lines(2)
    leaf.scroll(-2)
    assert bar.value() == 0


def test_pages_are_turned_by_where_they_begin(qapp: Any) -> None:
    leaf, text = leafing(qapp)
    leaf.turn(1)
    leaf.turn(-9)
    assert [(place.page, place.top) for place in text.went] == [(4, 0.0), (0, 0.0)]


def test_jumps_lead_back(qapp: Any) -> None:
    leaf, text = leafing(qapp)
    leaf.go(-1)
    leaf.follow(Link((0, 0, 1, 1), 7, 30.0))
    leaf.jump_to(2, ((10.0, 20.0, 30.0, 40.0),))
    leaf.back(1)
    assert [place.page for place in text.went] == [LAST, 7, 2, 3]


def test_zoom_is_the_size_of_the_letters(qapp: Any) -> None:
    leaf, text = leafing(qapp)
    leaf.zoom(1)
    leaf.zoom(0)
    assert text.sized == [1, 0]


def test_another_document_begins_a_trail(qapp: Any) -> None:
    leaf, text = leafing(qapp)
    leaf.go(5)
    leaf.start()
    leaf.back(1)
    assert len(text.went) == 1


def test_a_jump_can_be_swapped_with_where_it_began(qapp: Any) -> None:
    leaf, text = leafing(qapp)
    leaf.visit(6, 12.0)
    leaf.swap()
    assert [place.page for place in text.went] == [6, 3]
