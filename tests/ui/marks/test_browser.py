"""The list of all marks: asked, walked through, left."""

from collections.abc import Mapping, Sequence

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from paperdesk.domain.gathered import Gather, Gathered, Placed
from paperdesk.domain.note import HighlightId
from paperdesk.ui.empty import spoken
from paperdesk.ui.marks.browser import NONE_AT_ALL, Browser
from paperdesk.ui.marks.panel import NONE_SUCH
from paperdesk.ui.marks.steering import Steering
from tests.ui.marks.examples import mark

IDS = tuple(HighlightId(name) for name in "abc")
ALL = Gathered(IDS, frozenset({0}), all_of_them=3, tags=("method",))


def load(wanted: Sequence[HighlightId]) -> Mapping[HighlightId, Placed]:
    return {one: Placed(mark(one), "Title") for one in wanted}


@pytest.fixture
def browser(qtbot: QtBot) -> Browser:
    browser = Browser(load)
    qtbot.addWidget(browser)
    browser.resize(400, 500)
    browser.show()
    with qtbot.waitActive(browser):
        browser.activateWindow()
    browser.show_gathered(ALL, {})
    browser.view.setFocus()
    return browser


def test_the_cursor_moves_and_tells_what_it_is_on(browser: Browser) -> None:
    told: list[Placed | None] = []
    browser.shown.connect(told.append)
    Steering(browser).step(1)
    Steering(browser).go(-1)
    Steering(browser).step(5)
    assert browser.current() == "c"
    Steering(browser).go(0)
    assert [placed.mark.id for placed in told if placed] == ["b", "c", "a"]


def test_enter_opens_the_mark_under_the_cursor(browser: Browser, qtbot: QtBot) -> None:
    Steering(browser).go(-1)
    with qtbot.waitSignal(browser.chosen) as chosen:
        browser.choose()
    assert chosen.args is not None
    assert chosen.args[0].mark.id == "c"


def test_what_is_typed_is_asked_and_enter_goes_to_the_rows(browser: Browser, qtbot: QtBot) -> None:
    asked: list[tuple[str, str]] = []
    browser.asked.connect(lambda *words: asked.append(words))
    Steering(browser).narrow()
    qtbot.keyClicks(browser.field, "ab")
    qtbot.keyClick(browser.field, Qt.Key.Key_Return)
    assert (asked, browser.view.hasFocus()) == ([("a", "paper"), ("ab", "paper")], True)
    Steering(browser).narrow()
    qtbot.keyClick(browser.field, Qt.Key.Key_Escape)
    assert (browser.field.text(), browser.view.hasFocus()) == ("", True)


def test_marks_are_put_together_by_the_other_thing(browser: Browser, qtbot: QtBot) -> None:
    with qtbot.waitSignal(browser.asked) as asked:
        browser._grouping.click()
    assert asked.args == ["", Gather.TAG]
    assert browser.query() == ("", Gather.TAG)


def test_a_filter_of_the_menu_stands_in_the_field(browser: Browser) -> None:
    browser._filters.picked.emit("colour:red")
    assert browser.field.text() == "colour:red"


def test_it_says_how_many_there_are_or_why_there_are_none(browser: Browser) -> None:
    assert browser._summary.text() == "3 marks"
    browser.show_gathered(Gathered((IDS[1],), all_of_them=3), {})
    assert (browser._summary.text(), browser.current()) == ("1 of 3 marks", "b")
    browser.show_gathered(Gathered(all_of_them=3, fault="No colour is called “x”."), {})
    assert browser._summary.text() == "No colour is called “x”."
    assert browser.view.accessibleDescription() == spoken(NONE_SUCH)
    browser.show_gathered(Gathered(), {})
    assert browser.view.accessibleDescription() == spoken(NONE_AT_ALL)
    Steering(browser).step(1)
    Steering(browser).go(0)
    browser.choose()


def test_the_cursor_stays_on_its_mark(browser: Browser) -> None:
    Steering(browser).go(-1)
    browser.show_gathered(Gathered((*IDS[1:], IDS[0]), all_of_them=3), {})
    assert browser.current() == "c"


def test_esc_leaves_and_a_comment_is_written_below(browser: Browser, qtbot: QtBot) -> None:
    browser.write(mark("b"))
    assert browser.comment.field.hasFocus()
    qtbot.keyClick(browser.comment.field, Qt.Key.Key_Escape)
    assert browser.view.hasFocus()
    with qtbot.waitSignal(browser.left):
        qtbot.keyClick(browser.view, Qt.Key.Key_Escape)
    for leave in (Steering(browser).leave, Steering(browser).put_away):
        with qtbot.waitSignal(browser.left):
            leave()
    with qtbot.waitSignal(browser.turned) as turned:
        Steering(browser).toggle("marks")
    assert turned.args == ["marks"]


def test_thousands_of_rows_are_laid_out_without_being_read(qtbot: QtBot) -> None:
    read: list[int] = []

    def counted(wanted: Sequence[HighlightId]) -> Mapping[HighlightId, Placed]:
        read.append(len(wanted))
        return load(wanted)

    browser = Browser(counted)
    qtbot.addWidget(browser)
    browser.show()
    ids = tuple(HighlightId(f"h{number}") for number in range(10_000))
    browser.show_gathered(Gathered(ids, frozenset({0}), all_of_them=10_000), {})
    browser.grab()
    assert sum(read) <= 256
