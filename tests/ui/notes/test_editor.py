"""The editor of a note."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from paperdesk.domain.lines import written
from paperdesk.ui.notes.editor import NoteEditor
from tests.clock import within


@pytest.fixture
def editor(qtbot: QtBot) -> NoteEditor:
    editor = NoteEditor()
    qtbot.addWidget(editor)
    return editor


def choose(editor: NoteEditor, start: int, end: int) -> None:
    cursor = editor.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)


@pytest.mark.parametrize("text", ["", "a\nb\n", "no\u00a0break 🙂", "line\u2028separator", "\ttab"])
def test_a_text_comes_out_as_it_went_in(editor: NoteEditor, text: str) -> None:
    editor.begin(text)
    assert editor.text() == text


def test_half_a_character_does_not_stop_the_rest_from_being_kept(editor: NoteEditor) -> None:
    editor.begin("a\ud83d b")
    assert editor.text().encode("utf-8").endswith(b" b")


def test_enter_goes_on_with_a_list_and_ends_it(editor: NoteEditor, qtbot: QtBot) -> None:
    QTest.keyClicks(editor, "- one")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClicks(editor, "two")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClicks(editor, "after")
    assert editor.text() == "- one\n- two\nafter"


def test_shift_and_enter_is_a_line_and_no_item(editor: NoteEditor, qtbot: QtBot) -> None:
    QTest.keyClicks(editor, "- one")
    QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert "- one" in editor.text()
    assert editor.text().count("-") == 1


def test_enter_within_an_item_is_just_enter(editor: NoteEditor, qtbot: QtBot) -> None:
    editor.begin("- one two")
    choose(editor, 5, 5)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert editor.text() == "- one\n two"


@pytest.mark.parametrize("mark", ["**", "*"])
def test_a_mark_is_put_around_words_and_taken_away(editor: NoteEditor, mark: str) -> None:
    editor.begin("🙂 one two")
    choose(editor, 3, 6)
    editor.mark_up(mark)
    assert editor.text() == f"🙂 {mark}one{mark} two"
    assert editor.textCursor().selectedText() == "one"
    editor.mark_up(mark)
    assert editor.text() == "🙂 one two"


def test_without_a_choice_the_word_with_the_caret_is_meant(editor: NoteEditor) -> None:
    editor.begin("one two")
    editor.mark_up("**")
    assert editor.text() == "one **two**"


def test_without_a_word_the_caret_stands_between_the_marks(
    editor: NoteEditor, qtbot: QtBot
) -> None:
    editor.mark_up("*")
    QTest.keyClicks(editor, "so")
    assert editor.text() == "*so*"


def test_a_quote_stands_by_itself_and_typing_goes_on_below(
    editor: NoteEditor, qtbot: QtBot
) -> None:
    editor.begin("before")
    editor.insert_quote("> said\n>\n> — [p. 1](x)")
    QTest.keyClicks(editor, "mine")
    assert editor.text() == "before\n\n> said\n>\n> — [p. 1](x)\n\nmine"


def test_a_quote_does_not_cut_a_paragraph(editor: NoteEditor, qtbot: QtBot) -> None:
    editor.begin("one\ntwo\n\nthree")
    choose(editor, 1, 1)
    editor.insert_quote("> said")
    assert editor.text() == "one\ntwo\n\n> said\n\nthree"


def test_a_quote_is_one_step_back(editor: NoteEditor) -> None:
    editor.begin("before")
    editor.insert_quote("> said")
    editor.undo()
    assert editor.text() == "before"


def test_a_text_from_elsewhere_leaves_the_caret_in_its_words(
    editor: NoteEditor, qtbot: QtBot
) -> None:
    editor.begin("one two")
    choose(editor, 3, 3)
    editor.change_to("zero one two")
    QTest.keyClicks(editor, "!")
    editor.change_to("zero one! two three")
    QTest.keyClicks(editor, "?")
    assert editor.text() == "zero one!? two three"


def test_texts_from_elsewhere_around_the_caret_leave_it_in_its_words(
    editor: NoteEditor, qtbot: QtBot
) -> None:
    editor.begin("top\n\nhere\n\nend")
    choose(editor, 5, 5)
    editor.change_to("new\n\ntop\n\nhere\n\nend\n\nmore")
    QTest.keyClicks(editor, "> ")
    assert editor.text() == "new\n\ntop\n\n> here\n\nend\n\nmore"


def test_a_text_that_comes_into_an_empty_note_is_gone_on_with(
    editor: NoteEditor, qtbot: QtBot
) -> None:
    editor.begin("")
    editor.change_to("theirs.")
    QTest.keyClicks(editor, " Mine.")
    assert editor.text() == "theirs. Mine."


def test_a_selection_outlives_a_text_from_elsewhere(editor: NoteEditor) -> None:
    editor.begin("one two")
    choose(editor, 4, 7)
    editor.change_to("zero\none two\nthree")
    assert editor.textCursor().selectedText() == "two"


def test_a_text_from_elsewhere_does_not_scroll_what_is_read(
    editor: NoteEditor, qtbot: QtBot
) -> None:
    editor.resize(300, 200)
    editor.show()
    lines = [f"line {n}" for n in range(200)]
    editor.begin("\n".join(lines))
    editor.verticalScrollBar().setValue(80)
    assert editor.firstVisibleBlock().text() == "line 80"
    editor.change_to("\n".join(["above"] * 7 + lines[:40] + lines[45:] + ["below"]))
    assert editor.firstVisibleBlock().text() == "line 80"


def undo(editor: NoteEditor) -> None:
    QTest.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def test_undo_takes_back_what_was_typed_and_not_what_came_from_elsewhere(
    editor: NoteEditor, qtbot: QtBot
) -> None:
    editor.begin("mine")
    QTest.keyClicks(editor, " typed")
    editor.change_to("first\n\nmine typed")
    QTest.keyClicks(editor, " more")
    editor.change_to("first\n\nmine typed more\n\nlast")
    undo(editor)
    assert editor.text() == "first\n\nmine typed\n\nlast"
    undo(editor)
    assert editor.text() == "first\n\nmine\n\nlast"
    undo(editor)
    assert editor.text() == "first\n\nmine\n\nlast"


def test_undo_in_the_menu_is_the_same(editor: NoteEditor, qtbot: QtBot) -> None:
    editor.begin("mine")
    QTest.keyClicks(editor, " typed")
    editor.change_to("first\n\nmine typed")
    middle = editor.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, middle, editor.mapToGlobal(middle))
    QApplication.sendEvent(editor.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.actions()[0].trigger()
    menu.close()
    assert editor.text() == "first\n\nmine"


def test_where_only_others_have_written_undo_does_nothing(editor: NoteEditor, qtbot: QtBot) -> None:
    editor.begin("mine")
    editor.change_to("mine\n\ntheirs")
    undo(editor)
    assert editor.text() == "mine\n\ntheirs"
    QTest.keyClicks(editor, "!")
    undo(editor)
    assert editor.text() == "mine\n\ntheirs"


def test_words_deleted_before_a_text_came_from_elsewhere_come_back(
    editor: NoteEditor, qtbot: QtBot
) -> None:
    editor.begin("one\n\ntwo")
    editor.selectAll()
    QTest.keyClick(editor, Qt.Key.Key_Delete)
    editor.change_to("theirs")
    undo(editor)
    assert {"one", "two", "theirs"} <= set(editor.text().split("\n"))


def test_a_link_is_followed_with_ctrl(editor: NoteEditor, qtbot: QtBot) -> None:
    editor.begin("[p. 4](paperdesk://paper/1?page=4)")
    editor.resize(600, 200)
    box = editor.cursorRect()
    spot = QPoint(box.left() - 30, box.center().y())
    with within(1.0), qtbot.waitSignal(editor.link_clicked) as heard:
        QTest.mouseClick(
            editor.viewport(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.ControlModifier,
            spot,
        )
    assert heard.args == ["paperdesk://paper/1?page=4"]


def test_the_editor_says_what_it_is(editor: NoteEditor) -> None:
    assert editor.accessibleName() == "Note"
    assert "Alt+Enter" in editor.placeholderText()


@given(st.text("\u2029\ufdd0\ufdd1\ufeff\ufffe\x00\r\n a🙂", max_size=8))
def test_the_editor_gives_back_what_is_kept(text: str) -> None:
    kept, editor = written(text), NoteEditor()
    editor.begin(kept)
    assert editor.text() == kept
    editor.change_to(f"b\n{kept}")
    assert editor.text() == f"b\n{kept}"
    editor.deleteLater()


def test_marked_lines_have_a_bar_and_come_into_sight(editor: NoteEditor) -> None:
    editor.resize(300, 200)
    editor.begin("\n".join(f"Line {number}" for number in range(80)))
    editor.clearFocus()
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    plain = editor.grab().toImage()
    editor.mark_lines(range(1, 3))
    marked = editor.grab().toImage()
    assert marked != plain
    editor.mark_lines(range(60, 62))
    assert editor.verticalScrollBar().value() > 40
    editor.mark_lines(range(0))
    editor.mark_lines(range(900, 901))
    editor.grab()
