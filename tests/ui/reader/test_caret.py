import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from paperdesk.commands.table import Where
from paperdesk.domain.pages import Inspect, Word
from paperdesk.reader.selection import Caret, Spot, Unit
from paperdesk.ui.reader import ReaderPane
from paperdesk.ui.reader.caret import KeyCaret
from tests.ui.reader.conftest import FakePages, line
from tests.ui.reader.test_pointer import drag, read_words, spot

CHARACTER, WORD, LINE = Unit.CHARACTER, Unit.WORD, Unit.LINE


@pytest.fixture
def reader(qtbot: QtBot, opened: ReaderPane, fake: FakePages) -> ReaderPane:
    """Two lines on the first page, one on the second; their words are here."""
    fake.words[0] = line(0, "alpha beta gamma") + line(0, "zeta eta", 120.0)
    read_words(qtbot, opened, fake)
    return opened


def stand(reader: ReaderPane, typed: str) -> KeyCaret:
    """Choose a word with v: its beginning, then its letter."""
    reader.picking.find_word()
    QTest.keyClicks(reader.parts.jump, typed)
    return reader.picking.caret


def selected(reader: ReaderPane) -> str:
    return reader.parts.selecting.text()


def test_a_word_is_chosen_and_the_caret_stands_before_it(reader: ReaderPane) -> None:
    caret = stand(reader, "ba")
    assert caret.spot == Spot(0, Caret(1, 0))
    assert selected(reader) == ""
    assert reader.parts.status.hint.text()


def test_once_anchored_every_move_selects(reader: ReaderPane) -> None:
    caret = stand(reader, "ba")
    caret.anchor()
    caret.move(WORD, 1)
    caret.move(WORD, 1)
    assert selected(reader) == "beta gamma"
    caret.move(CHARACTER, -1)
    caret.move(WORD, -1)
    assert selected(reader) == "beta"


def test_the_end_may_be_chosen_by_its_word_too(reader: ReaderPane) -> None:
    caret = stand(reader, "al")
    QTest.keyClicks(reader.parts.jump, "a")
    caret.anchor()
    stand(reader, "gs")
    assert selected(reader) == "alpha beta gamma"


def test_shift_selects_without_an_anchor_and_a_plain_move_lets_go(reader: ReaderPane) -> None:
    caret = stand(reader, "ba")
    caret.move(CHARACTER, 1, extend=True)
    caret.move(CHARACTER, 1, extend=True)
    assert selected(reader) == "be"
    caret.edge(1, extend=True)
    assert selected(reader) == "beta gamma"
    caret.move(CHARACTER, -1)
    assert selected(reader) == ""


def test_a_passage_that_was_dragged_goes_on_by_the_keys(reader: ReaderPane) -> None:
    drag(reader, spot(reader, 60, 105), spot(reader, 100, 105))
    caret = reader.picking.caret
    caret.move(WORD, 1, extend=True)
    caret.move(WORD, 1, extend=True)
    assert selected(reader) == "alpha beta gamma"
    assert caret.spot is None


def test_the_caret_goes_on_to_the_next_page_and_back(reader: ReaderPane) -> None:
    caret = stand(reader, "ea")
    caret.move(LINE, 1)
    assert caret.spot is not None
    assert caret.spot.page == 1
    caret.move(WORD, -1)
    caret.move(WORD, -1)
    assert caret.spot.page == 0


def test_letting_go_first_drops_the_passage_then_the_caret(reader: ReaderPane) -> None:
    caret = stand(reader, "ba")
    caret.anchor()
    caret.move(WORD, 1)
    caret.let_go()
    assert selected(reader) == ""
    assert reader.picking.where() is Where.CARET
    caret.let_go()
    assert reader.picking.where() is Where.READER
    assert not reader.parts.status.hint.text()


def test_the_passage_stays_when_the_caret_is_put_away(reader: ReaderPane) -> None:
    caret = stand(reader, "ba")
    caret.anchor()
    caret.edge(1)
    caret.leave()
    assert selected(reader) == "beta gamma"


def test_a_passage_that_is_let_go_elsewhere_is_anchored_no_more(reader: ReaderPane) -> None:
    caret = stand(reader, "ba")
    caret.anchor()
    caret.move(WORD, 1)
    reader.clear_selection()
    caret.move(WORD, 1)
    assert selected(reader) == ""


def test_without_words_it_is_said_why(qtbot: QtBot, reader: ReaderPane) -> None:
    reader.go(5)
    with qtbot.waitSignal(reader.problem) as said:
        reader.picking.find_word()
    assert "words" in said.args[0]


def test_without_a_passage_there_is_nothing_to_extend(qtbot: QtBot, reader: ReaderPane) -> None:
    with qtbot.waitSignal(reader.problem):
        reader.picking.caret.move(WORD, 1, extend=True)
    reader.picking.caret.edge(1, extend=True)
    reader.picking.caret.anchor()
    assert selected(reader) == ""


def test_another_document_begins_without_a_caret(reader: ReaderPane, fake: FakePages) -> None:
    caret = stand(reader, "ba")
    document = reader.parts.opening.document
    assert document is not None
    reader.open_document(document)
    fake.answer(Inspect)
    assert caret.spot is None


def test_the_caret_goes_where_the_hand_draws_a_passage(reader: ReaderPane) -> None:
    caret = stand(reader, "ba")
    drag(reader, spot(reader, 60, 125), spot(reader, 100, 125))
    assert selected(reader) == "zeta eta"
    caret.move(CHARACTER, -1, extend=True)
    assert caret.spot is not None
    assert caret.spot.caret.word == 4


def test_in_a_leftward_line_the_left_arrow_leads_on(
    qtbot: QtBot, opened: ReaderPane, fake: FakePages
) -> None:
    fake.words[0] = (Word((100, 100, 140, 110), "שלום", 0, 0),)
    read_words(qtbot, opened, fake)
    opened.picking.find_word()
    QTest.keyClick(opened.parts.jump, Qt.Key.Key_Return)
    opened.picking.move(CHARACTER, -1, extend=True)
    assert selected(opened) == "ש"


def test_after_other_moves_a_line_is_left_where_the_caret_is(reader: ReaderPane) -> None:
    caret = stand(reader, "al")
    QTest.keyClicks(reader.parts.jump, "a")
    caret.move(WORD, 1)
    caret.move(LINE, 1)
    assert caret.spot is not None
    assert caret.spot.caret.word == 4


def test_words_that_are_not_known_yet_are_waited_for(reader: ReaderPane, fake: FakePages) -> None:
    reader.parts.content.show(reader.parts.opening.document, fake.sizes)
    reader.picking.find_word()
    assert not fake.asked[-1].over
    fake.answer_all()
    QTest.keyClicks(reader.parts.jump, "ba")
    assert reader.picking.caret.spot == Spot(0, Caret(1, 0))


def test_what_is_typed_before_the_words_are_here_is_no_command_but_chooses_among_them(
    reader: ReaderPane, fake: FakePages
) -> None:
    reader.parts.content.show(reader.parts.opening.document, fake.sizes)
    caret = stand(reader, "ba")
    assert reader.parts.jump.isVisible()
    fake.answer_all()
    assert caret.spot == Spot(0, Caret(1, 0))


def test_esc_gives_up_words_that_do_not_come(reader: ReaderPane, fake: FakePages) -> None:
    reader.parts.content.show(reader.parts.opening.document, fake.sizes)
    caret = stand(reader, "ba")
    QTest.keyClick(reader.parts.jump, Qt.Key.Key_Escape)
    fake.answer_all()
    assert reader.parts.jump.isHidden()
    assert caret.spot is None


def test_a_picture_between_two_pages_is_passed(reader: ReaderPane, fake: FakePages) -> None:
    fake.words[1] = ()
    fake.words[2] = line(2, "theta")
    reader.parts.content.show(reader.parts.opening.document, fake.sizes)
    reader.parts.content.need([0, 1, 2])
    fake.answer_all()
    caret = stand(reader, "ea")
    caret.move(WORD, 1)
    caret.move(WORD, 1)
    assert caret.spot is not None
    assert caret.spot.page == 2
