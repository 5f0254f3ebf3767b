import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from paperdesk.domain.pages import Document, Find, Match, OutlineItem
from paperdesk.reader.layout import Point
from paperdesk.reader.selection import Unit
from paperdesk.ui.reader import ReaderPane
from tests.ui.reader.conftest import FakePages

Key = Qt.Key


def at(page: int, top: float = 300.0) -> Match:
    return Match(page, ((50.0, top, 80.0, top + 10),))


@pytest.fixture
def found(opened: ReaderPane, fake: FakePages) -> ReaderPane:
    """A reader in which "spam" was typed and found on three pages."""
    fake.hits = (at(2), at(5), at(8))
    opened.open_find()
    QTest.keyClicks(opened.parts.bar.field, "spam")
    fake.answer_all()
    return opened


def visible(pane: ReaderPane) -> range:
    return pane.parts.view.scroller.visible()


def test_typing_leads_to_the_first_hit(found: ReaderPane) -> None:
    assert 2 in visible(found)
    assert found.parts.bar.count.text() == "1 of 3"


def test_enter_goes_on_and_shift_enter_back(found: ReaderPane) -> None:
    QTest.keyClick(found.parts.bar.field, Key.Key_Return)
    assert 5 in visible(found)
    QTest.keyClick(found.parts.bar.field, Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert 2 in visible(found)


def test_escape_closes_and_keeps_the_place(found: ReaderPane) -> None:
    place = found.place()
    QTest.keyClick(found.parts.bar.field, Key.Key_Escape)
    assert found.parts.bar.isHidden()
    assert found.place() == place
    assert not found.parts.finder.shown


def test_one_step_back_leads_to_before_the_search(found: ReaderPane) -> None:
    found.find_next(1)
    found.find_next(1)
    found.back(1)
    assert found.place().page == 0


def test_after_escape_the_next_match_is_the_one_after_the_current(
    found: ReaderPane, fake: FakePages
) -> None:
    QTest.keyClick(found.parts.bar.field, Key.Key_Escape)
    found.lines(2)
    found.find_next(1)
    assert fake.waiting(Find) == []
    assert 5 in visible(found)
    assert len(found.parts.finder.shown) == 3


def test_after_escape_before_the_first_hit_the_next_match_searches_on(
    opened: ReaderPane, fake: FakePages
) -> None:
    fake.hits = (at(5),)
    opened.open_find()
    QTest.keyClicks(opened.parts.bar.field, "spam")
    QTest.keyClick(opened.parts.bar.field, Key.Key_Escape)
    opened.find_next(1)
    fake.answer_all()
    assert 5 in visible(opened)


def test_a_next_match_of_what_is_nowhere_says_so(
    opened: ReaderPane, fake: FakePages, qtbot: QtBot
) -> None:
    opened.open_find()
    QTest.keyClicks(opened.parts.bar.field, "spam")
    fake.answer_all()
    QTest.keyClick(opened.parts.bar.field, Key.Key_Escape)
    with qtbot.waitSignal(opened.problem) as said:
        opened.find_next(1)
    assert said.args == ["Not found: “spam”."]


def test_a_bar_that_is_opened_again_goes_on(found: ReaderPane, fake: FakePages) -> None:
    found.find_next(1)
    QTest.keyClick(found.parts.bar.field, Key.Key_Escape)
    found.open_find()
    assert fake.waiting(Find) == []
    assert found.parts.bar.count.text() == "2 of 3"
    assert len(found.parts.finder.shown) == 3


def test_another_option_searches_again(found: ReaderPane, fake: FakePages) -> None:
    QTest.keyClick(found.parts.bar.field, Key.Key_C, Qt.KeyboardModifier.AltModifier)
    assert {asked.request.case for asked in fake.waiting(Find)} == {True}


def test_pages_are_named_before_the_text(found: ReaderPane, fake: FakePages) -> None:
    found.parts.bar.field.setText("<5, 6> spam")
    assert [(one.request.first, one.request.last) for one in fake.waiting(Find)] == [(4, 5)]
    fake.answer_all()
    assert found.parts.bar.count.text() == "1 of 1"
    assert found.parts.bar.part.text() == "In pages 5 to 6"


def test_a_section_is_the_one_in_which_the_search_began(
    pane: ReaderPane, fake: FakePages, document: Document
) -> None:
    fake.outline = (OutlineItem(1, "A", 1, 50.0), OutlineItem(1, "B", 5, 350.0))
    fake.hits = (at(0), at(2), at(5), at(5, 500.0), at(9))
    pane.open_document(document)
    fake.answer_all()
    pane.go(3)
    pane.open_find()
    QTest.keyClicks(pane.parts.bar.field, "§ spam")
    fake.answer_all()
    assert pane.parts.bar.count.text() == "2 of 2"
    assert pane.parts.bar.part.text() == "In A"


def test_the_pages_to_search_are_put_before_the_text(found: ReaderPane) -> None:
    found.parts.bar.ranged.emit()
    assert found.parts.bar.field.text() == "<1, 10> spam"
    assert found.parts.bar.field.selectedText() == "1, 10"
    found.parts.bar.begin("§ ")
    assert found.parts.bar.field.text() == "§ spam"
    found.parts.bar.begin("")
    assert found.parts.bar.field.text() == "spam"


def test_a_longer_text_is_sought_from_where_the_search_began(
    found: ReaderPane, fake: FakePages
) -> None:
    found.find_next(1)
    assert 5 in visible(found)
    QTest.keyClicks(found.parts.bar.field, "s")
    fake.answer_all()
    assert 2 in visible(found)


def test_the_selection_is_what_is_sought(opened: ReaderPane, fake: FakePages) -> None:
    opened.parts.selecting.begin(Point(0, 90, 105), Unit.WORD)
    fake.answer_all()
    opened.open_find()
    assert opened.parts.bar.field.text() == "beta"
    assert opened.parts.finder.needle == "beta"


def test_the_words_of_a_hit_are_marked_on_its_page(opened: ReaderPane, fake: FakePages) -> None:
    opened.mark_words(1, ["epsi"])
    fake.answer_all()
    assert [hit.page for hit in (opened.parts.finder.hits[0],)] == [1]
    assert opened.place().page == 1
    opened.clear_selection()
    assert not opened.parts.finder.hits


def test_without_a_text_there_is_no_next_match(opened: ReaderPane, fake: FakePages) -> None:
    opened.find_next(1)
    assert fake.waiting(Find) == []
