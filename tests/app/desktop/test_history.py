"""Back over jumps, also into the paper that one came from."""

from PySide6.QtCore import Qt

from paperdesk.app.desktop.history import History
from paperdesk.domain.note import Place
from paperdesk.domain.paper import PaperId
from paperdesk.reader.trail import Stop
from tests.app.conftest import Desktop

A, B = PaperId(1), PaperId(2)
HERE, THERE = Place(1), Place(2)
ALT = Qt.KeyboardModifier.AltModifier


class View:
    """A view that shows what it is told to."""

    def __init__(self) -> None:
        self.paper: PaperId | None = A
        self.opened: list[Stop] = []
        self.trail = History(lambda: self.paper, self.open)

    def open(self, stop: Stop) -> None:
        self.paper = stop.paper
        self.opened.append(stop)


def test_within_a_paper_the_place_is_told() -> None:
    view = View()
    view.trail.leave(HERE)
    assert view.trail.back(THERE, 1) == HERE
    assert view.trail.back(HERE, -1) == THERE
    assert view.opened == []


def test_a_place_in_another_paper_is_opened() -> None:
    view = View()
    view.trail.leave(HERE)
    view.paper = B
    view.trail.clear()
    assert view.trail.back(THERE, 1) is None
    assert view.opened == [Stop(A, HERE)]
    assert view.trail.back(HERE, -1) is None
    assert view.opened[1:] == [Stop(B, THERE)]


def test_to_and_fro_between_two_papers() -> None:
    view = View()
    view.trail.leave(HERE)
    view.paper = B
    view.trail.swap(THERE)
    view.trail.swap(HERE)
    assert view.opened == [Stop(A, HERE), Stop(B, THERE)]


def test_where_no_paper_is_shown_nothing_is_left_and_nothing_comes_back() -> None:
    view = View()
    view.paper = None
    view.trail.leave(HERE)
    assert view.trail.back(HERE, 1) is None
    assert view.trail.swap(HERE) is None


def test_backspace_leads_into_the_paper_before_and_forward_again(desktop: Desktop) -> None:
    first, second = [paper.id for paper in desktop.papers() if paper.file][:2]
    column = desktop.parts.reader.parts.view.scroller
    desktop.read(first)
    desktop.press("3Gjj")
    left = desktop.parts.reader.place()
    desktop.desk.page.open(second)
    desktop.wait(lambda: len(column.column))
    desktop.hit(Qt.Key.Key_Backspace)
    assert desktop.desk.page.paper() == first
    assert desktop.parts.notes.paper() == first
    desktop.wait(lambda: len(column.column))
    assert desktop.parts.reader.place() == left
    desktop.hit(Qt.Key.Key_Right, ALT)
    assert desktop.desk.page.paper() == second


def test_the_way_back_outlives_the_tab(desktop: Desktop) -> None:
    first, second = [paper.id for paper in desktop.papers() if paper.file][:2]
    desktop.read(first)
    desktop.desk.page.open(second)
    desktop.parts.spread.row.closing.emit(first)
    assert first not in desktop.session._reading.tabs.papers()
    desktop.hit(Qt.Key.Key_Left, ALT)
    assert desktop.desk.page.paper() == first
    assert first in desktop.session._reading.tabs.papers()
