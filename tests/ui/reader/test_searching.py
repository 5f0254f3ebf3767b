import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from paperdesk.domain.pages import Find, Match
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
    assert not found.parts.finder.hits


def test_one_step_back_leads_to_before_the_search(found: ReaderPane) -> None:
    found.find_next(1)
    found.find_next(1)
    found.back(1)
    assert found.place().page == 0


def test_after_escape_the_next_match_searches_again(found: ReaderPane, fake: FakePages) -> None:
    QTest.keyClick(found.parts.bar.field, Key.Key_Escape)
    found.go(6)
    found.find_next(1)
    assert fake.waiting(Find)[0].request.needle == "spam"
    fake.answer_all()
    assert 8 in visible(found)


def test_a_longer_text_is_sought_from_where_the_search_began(
    found: ReaderPane, fake: FakePages
) -> None:
    fake.hits = (at(1), at(5))
    QTest.keyClicks(found.parts.bar.field, "s")
    fake.answer_all()
    assert 1 in visible(found)


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
