"""Papers that are open beside each other."""

from PySide6.QtCore import Qt

from paperdesk.app.desktop import tabbing
from paperdesk.commands import reading
from paperdesk.domain.note import Anchor, Colour
from paperdesk.domain.paper import Paper, PaperId
from paperdesk.infra import memory
from tests.app.conftest import Desktop

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def two(desktop: Desktop) -> tuple[Paper, Paper]:
    """Two papers whose PDFs are here, both open, the second shown; no other tab."""
    while desktop.session._reading.tabs.papers():
        desktop.session._reading.tabs.close()
    first, second = [paper for paper in desktop.papers() if paper.file][:2]
    desktop.read(first.id)
    desktop.desk.page.close()
    desktop.read(second.id)
    return first, second


def test_the_row_is_shown_from_the_second_paper_on(desktop: Desktop) -> None:
    first, second = two(desktop)
    row = desktop.parts.spread.row
    assert row.isVisible()
    assert row.papers() == [first.id, second.id]
    desktop.hit(Qt.Key.Key_W, CTRL)
    assert desktop.desk.page.paper() == first.id
    assert row.isHidden()


def test_the_keys_go_through_the_tabs_and_the_note_follows(desktop: Desktop) -> None:
    first, second = two(desktop)
    desktop.hit(Qt.Key.Key_Tab, CTRL)
    assert desktop.desk.page.paper() == first.id
    assert desktop.parts.notes.paper() == first.id
    desktop.hit(Qt.Key.Key_Backtab, CTRL | SHIFT)
    assert desktop.desk.page.paper() == second.id
    desktop.hit(Qt.Key.Key_1, CTRL)
    assert desktop.desk.page.paper() == first.id
    assert desktop.parts.window.panels.with_keys() == "paper"


def test_a_place_is_found_again_however_fast_one_comes_back(desktop: Desktop) -> None:
    two(desktop)
    desktop.hit(Qt.Key.Key_1, CTRL)
    view = desktop.parts.reader
    desktop.wait(lambda: len(view.parts.view.scroller.column))
    desktop.press("2Gjj-")
    place = view.place()
    desktop.hit(Qt.Key.Key_2, CTRL)
    desktop.hit(Qt.Key.Key_1, CTRL)
    desktop.wait(lambda: len(view.parts.view.scroller.column))
    assert view.place() == place


def test_a_note_that_is_being_written_stays_with_its_paper(desktop: Desktop) -> None:
    first, second = two(desktop)
    desktop.press("c")
    desktop.press("About the second.")
    desktop.hit(Qt.Key.Key_1, CTRL)
    assert desktop.parts.notes.paper() == first.id

    def kept() -> bool:
        note = desktop.rooms.notes.note(second.id)
        return note is not None and "About the second." in note.text

    desktop.wait(kept)


def test_a_closed_tab_is_opened_again(desktop: Desktop) -> None:
    first, second = two(desktop)
    desktop.hit(Qt.Key.Key_W, CTRL)
    assert desktop.desk.page.paper() == first.id
    desktop.run("tab.reopen")
    assert desktop.desk.page.paper() == second.id
    desktop.hit(Qt.Key.Key_W, CTRL)
    desktop.hit(Qt.Key.Key_W, CTRL)
    assert not desktop.parts.window.reading()


def test_from_the_list_the_keys_lead_back_to_the_open_paper(desktop: Desktop) -> None:
    _first, second = two(desktop)
    desktop.press("q")
    assert not desktop.parts.window.reading()
    desktop.hit(Qt.Key.Key_Tab, CTRL)
    assert desktop.desk.page.paper() == second.id


def test_the_mouse_closes_the_tab_that_shows_and_one_that_does_not(desktop: Desktop) -> None:
    first, second = two(desktop)
    desktop.parts.spread.row.closing.emit(second.id)
    assert desktop.desk.page.paper() == first.id
    desktop.desk.page.open(second.id)
    desktop.parts.spread.row.closing.emit(first.id)
    assert desktop.desk.page.paper() == second.id
    desktop.parts.spread.row.closing.emit(second.id)
    assert not desktop.parts.window.reading()


def test_hidden_tabs_hold_no_pixels_and_no_words(desktop: Desktop) -> None:
    two(desktop)
    view = desktop.parts.reader
    desktop.wait(lambda: len(view.parts.supply.pixels))
    desktop.hit(Qt.Key.Key_1, CTRL)
    assert not len(view.parts.supply.pixels)
    assert not view.parts.content.texts()


def test_the_next_session_begins_with_the_same_tabs_and_loads_none(desktop: Desktop) -> None:
    first, second = two(desktop)
    tabs = desktop.session._reading.tabs
    kept = tabs.kept()
    tabs.close()
    tabs.close()
    desktop.press("q")
    desktop.wait(lambda: memory.recall(desktop.rooms.database, "tabs")["papers"] == [])
    tabbing.keep(desktop.rooms.changes, kept)
    before = desktop.parts.reader.parts.opening.document
    assert tabs.recall() == second.id
    assert tabs.papers() == (first.id, second.id)
    assert desktop.parts.reader.parts.opening.document == before


def test_the_tabs_are_kept_as_they_are_opened_and_closed(desktop: Desktop) -> None:
    """The program may be ended without a word."""
    first, second = two(desktop)

    def kept() -> tuple[list[PaperId], bool]:
        found = memory.recall(desktop.rooms.database, "tabs") or {"papers": [], "reading": False}
        return found["papers"], found["reading"]

    desktop.wait(lambda: kept() == ([first.id, second.id], True))
    desktop.hit(Qt.Key.Key_W, CTRL)
    desktop.wait(lambda: kept() == ([first.id], True))


def test_a_session_without_a_paper_is_recalled_as_one(desktop: Desktop) -> None:
    two(desktop)
    desktop.press("q")
    tabs = desktop.session._reading.tabs
    tabbing.keep(desktop.rooms.changes, {**tabs.kept(), "papers": [999_999]})
    assert tabs.recall() is None
    assert tabs.papers() == ()


def passed(desktop: Desktop) -> tuple[PaperId, PaperId, PaperId]:
    """Three papers: the first was opened, the second is passed with J, the third comes next."""
    while desktop.session._reading.tabs.papers():
        desktop.session._reading.tabs.close()
    one, two, three = [paper.id for paper in desktop.papers() if paper.file][:3]
    desktop.desk.page.close()
    desktop.read(one)
    reading.open_at(desktop.desk, two, passing=True)
    desktop.wait(lambda: desktop.parts.reader.parts.status.page.text())
    return one, two, three


def test_papers_that_one_passes_share_a_tab(desktop: Desktop) -> None:
    one, two, three = passed(desktop)
    assert desktop.session._reading.tabs.papers() == (one, two)
    reading.open_at(desktop.desk, three, passing=True)
    assert desktop.session._reading.tabs.papers() == (one, three)
    reading.open_at(desktop.desk, two)
    assert desktop.session._reading.tabs.papers() == (one, three, two)


def test_who_reads_on_keeps_the_tab(desktop: Desktop) -> None:
    one, two, three = passed(desktop)
    desktop.press("2G")
    desktop.wait(lambda: desktop.session._reading.tabs.kept()["passing"] is None)
    reading.open_at(desktop.desk, three, passing=True)
    assert desktop.session._reading.tabs.papers() == (one, two, three)


def test_a_mark_keeps_the_tab(desktop: Desktop) -> None:
    _one, two, _three = passed(desktop)
    made = desktop.rooms.notes.mark(two, Anchor(0, ((0.0, 0.0, 9.0, 9.0),), "words"), Colour.BLUE)
    desktop.wait(lambda: desktop.session._reading.tabs.kept()["passing"] is None)
    desktop.rooms.notes.drop(made.id)


def test_a_passed_paper_that_the_other_view_shows_keeps_its_tab(desktop: Desktop) -> None:
    one, two, three = passed(desktop)
    desktop.run("split.beside")
    reading.open_at(desktop.desk, three, passing=True)
    assert desktop.session._reading.tabs.papers() == (one, two, three)
    desktop.run("split.close")


def test_a_click_on_its_tab_keeps_a_passed_paper(desktop: Desktop) -> None:
    _one, two, _three = passed(desktop)
    desktop.parts.spread.row.wanted.emit(two)
    assert desktop.session._reading.tabs.kept()["passing"] is None
