"""Two views of papers, each with a place of its own."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from paperdesk.domain.note import Colour
from paperdesk.reader.selection import Span
from paperdesk.ui.reader import ReaderPane
from tests.app.conftest import Desktop

CTRL = Qt.KeyboardModifier.ControlModifier


def split(desktop: Desktop) -> tuple[ReaderPane, ReaderPane]:
    """A paper in two views, the keys in the second."""
    end(desktop)
    desktop.read(desktop.with_pdf().id)
    desktop.parts.window.panels.reveal("notes", on=False)
    desktop.press("gg")
    desktop.hit(Qt.Key.Key_Backslash, CTRL)
    first, second = desktop.parts.spread.views()
    desktop.wait(lambda: len(second.parts.view.scroller.column))
    return first, second


def end(desktop: Desktop) -> None:
    if desktop.parts.spread.other() is not None:
        desktop.run("split.close")


def test_the_second_view_has_the_keys_and_a_place_of_its_own(desktop: Desktop) -> None:
    first, second = split(desktop)
    assert desktop.parts.spread.here() is second
    before = first.place()
    desktop.press("3G")
    assert second.place().page == 2
    assert first.place() == before
    desktop.hit(Qt.Key.Key_F6, CTRL)
    desktop.press("2G")
    assert first.place().page == 1
    assert second.place().page == 2
    end(desktop)


def test_another_paper_opens_in_the_view_with_the_keys_and_the_note_follows(
    desktop: Desktop,
) -> None:
    first, second = split(desktop)
    one = desktop.with_pdf().id
    other = [paper.id for paper in desktop.papers() if paper.file][1]
    desktop.desk.page.open(other)
    assert desktop.session._reading.page.shown() == {first: one, second: other}
    assert desktop.parts.notes.paper() == other
    desktop.hit(Qt.Key.Key_F6, CTRL)
    assert desktop.desk.page.paper() == one
    assert desktop.parts.notes.paper() == one
    assert desktop.parts.spread.row.papers()[desktop.parts.spread.row.currentIndex()] == one
    end(desktop)


def test_the_view_with_the_keys_stays_and_looks_the_same(desktop: Desktop) -> None:
    first, second = split(desktop)
    other = [paper.id for paper in desktop.papers() if paper.file][1]
    desktop.desk.page.open(other)
    desktop.wait(lambda: len(second.parts.view.scroller.column))
    desktop.press("2Gj")
    left = second.place()
    desktop.hit(Qt.Key.Key_Backslash, CTRL)
    assert desktop.parts.spread.views() == (first,)
    assert desktop.desk.page.paper() == other
    assert desktop.parts.window.panels.with_keys() == "paper"
    desktop.wait(lambda: len(first.parts.view.scroller.column))
    assert first.place() == left
    assert not len(second.parts.view.scroller.column)
    assert not len(second.parts.supply.pixels)


def test_a_mark_is_seen_in_both_views(desktop: Desktop) -> None:
    first, second = split(desktop)
    paper = desktop.with_pdf().id
    desktop.wait(lambda: second.parts.content.text(0))
    text = second.parts.content.text(0)
    assert text is not None
    anchor = text.anchor(Span(text.beginning(), text.beginning()))
    made = desktop.rooms.notes.mark(paper, anchor, Colour.BLUE)
    for view in (first, second):
        desktop.wait(lambda view=view: view.parts.marks.standing.find(made.id))  # type: ignore[misc]
    end(desktop)


def test_the_views_lie_side_by_side_or_one_above_the_other(desktop: Desktop) -> None:
    split(desktop)
    assert not desktop.parts.spread.stacked()
    desktop.run("split.below")
    assert desktop.parts.spread.stacked()
    desktop.run("split.below")
    assert desktop.parts.spread.other() is None


def test_when_a_tab_is_closed_its_view_goes_too(desktop: Desktop) -> None:
    split(desktop)
    one = desktop.with_pdf().id
    other = [paper.id for paper in desktop.papers() if paper.file][1]
    desktop.desk.page.open(other)
    desktop.hit(Qt.Key.Key_F6, CTRL)
    desktop.hit(Qt.Key.Key_W, CTRL)
    assert desktop.desk.page.paper() not in (None, one)
    end(desktop)


def test_the_list_makes_room_for_two_views_and_comes_back(desktop: Desktop) -> None:
    panels = desktop.parts.window.panels
    split(desktop)
    assert not panels.shown("list")
    end(desktop)
    assert panels.shown("list")
    assert panels.shown("sidebar")


def test_the_last_tab_takes_both_views_with_it(desktop: Desktop) -> None:
    split(desktop)
    while desktop.desk.page.paper() is not None:
        desktop.run("tab.close")
    assert desktop.parts.spread.other() is None
    assert desktop.parts.window.panels.shown("sidebar")
    assert desktop.parts.window.panels.with_keys() == "list"


def test_without_a_paper_nothing_is_split(desktop: Desktop) -> None:
    desktop.run("split.beside")
    assert desktop.parts.spread.other() is None
    desktop.run("split.other")
    assert "one view only" in desktop.parts.window.toast.sentence()


def test_the_find_bar_leaves_the_divider_where_it_is(desktop: Desktop) -> None:
    first, second = split(desktop)
    window = desktop.parts.window.window()
    before = window.size()
    window.resize(900, 600)
    desktop.wait(lambda: window.width() == 900)
    QTest.qWait(50)
    widths = first.width(), second.width()
    desktop.press("/spam")
    assert not second.parts.bar.isHidden()
    QTest.qWait(50)
    assert (first.width(), second.width()) == widths
    desktop.hit(Qt.Key.Key_Escape)
    window.resize(before)
    end(desktop)
