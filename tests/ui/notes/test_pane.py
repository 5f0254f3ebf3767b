"""The notes pane."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from paperdesk.domain.paper import PaperId
from paperdesk.ui.notes import NotesPane
from paperdesk.ui.notes import pane as pane_module
from paperdesk.ui.notes.header import Header
from tests.clock import own_time, within

ONE, TWO = PaperId(1), PaperId(2)


class Keeper:
    """Saves what the pane asks for, at once or when told, and remembers it."""

    def __init__(self, pane: NotesPane) -> None:
        self.pane = pane
        self.kept: list[tuple[int, str, str]] = []
        self.answers = True
        pane.edited.connect(self.keep)

    def keep(self, paper: int, text: str, base: str) -> None:
        self.kept.append((paper, text, base))
        if self.answers:
            self.pane.saved(PaperId(paper), text, text)


@pytest.fixture
def pane(qtbot: QtBot) -> NotesPane:
    pane = NotesPane()
    qtbot.addWidget(pane)
    pane.resize(320, 480)
    pane.show()
    return pane


@pytest.fixture
def keeper(pane: NotesPane) -> Keeper:
    return Keeper(pane)


def header(pane: NotesPane) -> Header:
    found = pane.findChild(Header)
    assert found is not None
    return found


def test_without_a_paper_it_says_what_to_do(pane: NotesPane) -> None:
    label = next(each for each in pane.findChildren(QLabel) if "No paper" in each.text())
    assert label.isVisible()
    assert not pane.editor.isVisible()


def test_a_note_is_shown_with_the_caret_at_its_end(pane: NotesPane, qtbot: QtBot) -> None:
    pane.show_note(ONE, "so", "vaswani2017")
    QTest.keyClicks(pane.editor, " be it")
    assert pane.editor.text() == "so be it"


def test_showing_a_note_saves_nothing(pane: NotesPane, keeper: Keeper, qtbot: QtBot) -> None:
    pane.show_note(ONE, "a\r\nb\u2028c\u00a0d")
    pane.show_note(TWO, "")
    pane.flush()
    qtbot.wait(500)
    assert keeper.kept == []


def test_typing_that_goes_on_is_saved_within_a_second(
    pane: NotesPane, keeper: Keeper, qtbot: QtBot
) -> None:
    pane.show_note(ONE, "")
    begun, oldest = own_time(), 0.0
    typed = [(0, begun)]
    while own_time() - begun < 2.0:
        QTest.keyClicks(pane.editor, "x")
        typed.append((len(pane.editor.text()), own_time()))
        qtbot.wait(30)
        saved = len(keeper.kept[-1][1]) if keeper.kept else 0
        waiting = [moment for size, moment in typed if size > saved]
        oldest = max(oldest, own_time() - waiting[0] if waiting else 0.0)
    assert len(keeper.kept) >= 2
    assert oldest < 1.0


def test_each_save_tells_what_it_was_made_from(
    pane: NotesPane, keeper: Keeper, qtbot: QtBot
) -> None:
    pane.show_note(ONE, "a")
    QTest.keyClicks(pane.editor, "b")
    pane.flush()
    QTest.keyClicks(pane.editor, "c")
    pane.flush()
    assert keeper.kept == [(1, "ab", "a"), (1, "abc", "ab")]


def test_going_to_another_paper_saves_first(pane: NotesPane, keeper: Keeper, qtbot: QtBot) -> None:
    pane.show_note(ONE, "")
    QTest.keyClicks(pane.editor, "mine")
    pane.show_note(TWO, "other")
    assert keeper.kept == [(1, "mine", "")]
    assert pane.editor.text() == "other"


def test_what_was_typed_for_one_paper_cannot_be_undone_into_another(
    pane: NotesPane, qtbot: QtBot
) -> None:
    pane.show_note(ONE, "")
    QTest.keyClicks(pane.editor, "mine")
    pane.show_note(TWO, "other")
    pane.editor.undo()
    assert pane.editor.text() == "other"


def test_hiding_saves(pane: NotesPane, keeper: Keeper, qtbot: QtBot) -> None:
    pane.show_note(ONE, "")
    QTest.keyClicks(pane.editor, "mine")
    pane.hide()
    assert keeper.kept == [(1, "mine", "")]


def test_it_says_whether_all_is_saved(pane: NotesPane, keeper: Keeper, qtbot: QtBot) -> None:
    keeper.answers = False
    pane.show_note(ONE, "")
    assert header(pane).standing() == ""
    QTest.keyClicks(pane.editor, "a")
    assert header(pane).standing() == "Saving…"
    pane.flush()
    assert header(pane).standing() == "Saving…"
    pane.saved(ONE, "a", "a")
    assert header(pane).standing() == "Saved"


def test_what_could_not_be_saved_is_tried_again(
    pane: NotesPane, keeper: Keeper, qtbot: QtBot
) -> None:
    keeper.answers = False
    pane.show_note(ONE, "")
    QTest.keyClicks(pane.editor, "a")
    pane.flush()
    pane.not_saved(ONE, "a")
    assert header(pane).standing() == "Not saved"
    pane.flush()
    assert keeper.kept == [(1, "a", ""), (1, "a", "")]


def test_words_that_could_not_be_saved_are_shown_again_and_sent_as_made_from_what_is_kept(
    pane: NotesPane, keeper: Keeper, qtbot: QtBot
) -> None:
    pane.show_note(ONE, "a and more", base="a")
    assert pane.editor.text() == "a and more"
    assert header(pane).standing() == "Not saved"
    with within(1.0):
        qtbot.waitUntil(lambda: bool(keeper.kept))
    assert keeper.kept == [(1, "a and more", "a")]


def test_what_could_not_be_saved_is_tried_again_without_a_key(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pane_module, "RETRY_AFTER", 20)
    pane = NotesPane()
    qtbot.addWidget(pane)
    keeper = Keeper(pane)
    keeper.answers = False
    pane.show_note(ONE, "a")
    pane.insert_quote("> said")
    pane.flush()
    pane.not_saved(ONE, keeper.kept[0][1])
    with within(1.0):
        qtbot.waitUntil(lambda: len(keeper.kept) == 2)
    assert keeper.kept[0] == keeper.kept[1]


def test_an_answer_for_another_paper_changes_nothing(pane: NotesPane) -> None:
    pane.show_note(TWO, "other")
    pane.saved(ONE, "mine", "mine")
    pane.not_saved(ONE, "mine")
    assert (pane.editor.text(), header(pane).standing()) == ("other", "")


def test_a_change_from_elsewhere_is_taken_where_nothing_is_typed(
    pane: NotesPane, keeper: Keeper, qtbot: QtBot
) -> None:
    pane.show_note(ONE, "a b")
    pane.show_note(ONE, "a b\n\nfrom the command line")
    assert pane.editor.text() == "a b\n\nfrom the command line"
    assert header(pane).notice() == ""
    QTest.keyClicks(pane.editor, "!")
    assert pane.editor.text() == "a b!\n\nfrom the command line"


def test_a_change_from_elsewhere_and_unsaved_words_are_both_kept_and_it_says_so(
    pane: NotesPane, keeper: Keeper, qtbot: QtBot
) -> None:
    pane.show_note(ONE, "a")
    QTest.keyClicks(pane.editor, " b")
    pane.show_note(ONE, "a\n\nfrom the command line")
    assert pane.editor.text() == "a b\n\nfrom the command line"
    assert "both texts are here" in header(pane).notice()
    with within(1.0):
        qtbot.waitUntil(lambda: bool(keeper.kept))
    whole = "a b\n\nfrom the command line"
    assert keeper.kept == [(1, whole, "a\n\nfrom the command line")]


def test_our_own_words_coming_home_do_not_move_the_caret(
    pane: NotesPane, keeper: Keeper, qtbot: QtBot
) -> None:
    keeper.answers = False
    pane.show_note(ONE, "")
    QTest.keyClicks(pane.editor, "one")
    pane.flush()
    QTest.keyClicks(pane.editor, " two")
    pane.show_note(ONE, "one")
    pane.saved(ONE, "one", "one")
    QTest.keyClicks(pane.editor, " three")
    assert pane.editor.text() == "one two three"


def test_a_quote_is_put_in_and_saved(pane: NotesPane, keeper: Keeper, qtbot: QtBot) -> None:
    pane.show_note(ONE, "a")
    pane.write("> said")
    pane.flush()
    assert keeper.kept == [(1, "a\n\n> said\n\n", "a")]
    assert pane.focusWidget() is pane.editor


def test_writing_leaves_the_preview(pane: NotesPane) -> None:
    pane.show_note(ONE, "a")
    pane.toggle_preview()
    assert pane.preview.isVisible()
    pane.write()
    assert pane.editor.isVisible()


def test_the_preview_shows_what_is_typed_and_what_comes_in(pane: NotesPane, qtbot: QtBot) -> None:
    pane.show_note(ONE, "")
    QTest.keyClicks(pane.editor, "so *it* is")
    pane.toggle_preview()
    assert pane.preview.toPlainText() == "so it is"
    pane.flush()
    pane.saved(ONE, "so *it* is", "so *it* is\n\nmore")
    assert pane.preview.toPlainText().split() == ["so", "it", "is", "more"]
    pane.show_note(TWO, "other")
    assert pane.preview.toPlainText() == "other"
    pane.toggle_preview()
    assert pane.editor.isVisible()


def test_tab_leaves_the_editor(pane: NotesPane, qtbot: QtBot) -> None:
    pane.show_note(ONE, "a")
    pane.write()
    QTest.keyClick(pane.editor, Qt.Key.Key_Tab)
    assert pane.editor.text() == "a"
    assert pane.focusWidget() is not pane.editor


def test_links_are_handed_on(pane: NotesPane, qtbot: QtBot) -> None:
    for part in (pane.editor, pane.preview):
        with within(1.0), qtbot.waitSignal(pane.link_clicked) as heard:
            part.link_clicked.emit("paperdesk://paper/1")
        assert heard.args == ["paperdesk://paper/1"]


def test_marks_reach_the_editor_only(pane: NotesPane) -> None:
    pane.mark_up("**")
    pane.show_note(ONE, "word")
    pane.mark_up("**")
    assert pane.editor.text() == "**word**"


def test_without_a_paper_nothing_can_be_written(pane: NotesPane, keeper: Keeper) -> None:
    pane.write("> said")
    pane.insert_quote("> said")
    pane.toggle_preview()
    pane.flush()
    assert keeper.kept == []
    assert not pane.editor.isVisible()


def test_composing_characters_is_not_saved_before_it_is_done(
    pane: NotesPane, keeper: Keeper, qtbot: QtBot
) -> None:
    pane.show_note(ONE, "a")
    composing = QInputMethodEvent("に", [])
    QApplication.sendEvent(pane.editor, composing)
    pane.flush()
    assert keeper.kept == []
    done = QInputMethodEvent("", [])
    done.setCommitString("日")
    QApplication.sendEvent(pane.editor, done)
    pane.flush()
    assert keeper.kept == [(1, "a日", "a")]
