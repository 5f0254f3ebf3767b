"""A comment is saved while it is typed."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from paperdesk.ui.marks.comment import SAVE_AFTER, CommentEditor
from tests.clock import within
from tests.ui.marks.examples import mark

Said = list[tuple[str, str]]


@pytest.fixture
def editor(qtbot: QtBot) -> CommentEditor:
    editor = CommentEditor()
    qtbot.addWidget(editor)
    editor.show()
    with qtbot.waitActive(editor):
        editor.activateWindow()
    editor.write(mark("a", comment="Old."))
    return editor


def heard(editor: CommentEditor) -> Said:
    told: Said = []
    editor.edited.connect(lambda *words: told.append(words))
    return told


def test_what_is_typed_is_saved_in_less_than_a_second(editor: CommentEditor, qtbot: QtBot) -> None:
    told = heard(editor)
    qtbot.keyClicks(editor.field, " New")
    assert told == []
    with within(1.0):
        qtbot.waitUntil(lambda: told == [("a", "Old. New")])
    assert SAVE_AFTER < 1000


@pytest.mark.parametrize(
    ("key", "held"),
    [
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier),
    ],
)
def test_leaving_saves_at_once(
    editor: CommentEditor, qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    told = heard(editor)
    qtbot.keyClicks(editor.field, "!")
    with qtbot.waitSignal(editor.left):
        qtbot.keyClick(editor.field, key, held)
    assert (told, editor.mark(), editor.isHidden()) == ([("a", "Old.!")], None, True)


def test_another_mark_is_commented_on_after_the_first_is_saved(
    editor: CommentEditor, qtbot: QtBot
) -> None:
    told = heard(editor)
    qtbot.keyClicks(editor.field, "!")
    editor.write(mark("b", comment="Other."))
    assert told == [("a", "Old.!")]
    assert editor.field.toPlainText() == "Other."


def test_what_others_wrote_is_shown_unless_one_is_typing(
    editor: CommentEditor, qtbot: QtBot
) -> None:
    editor.hear(mark("a", comment="Theirs."))
    assert editor.field.toPlainText() == "Theirs."
    qtbot.keyClicks(editor.field, " Mine.")
    editor.hear(mark("a", comment="Theirs again."))
    assert editor.field.toPlainText().endswith("Mine.")


def test_a_mark_that_is_gone_takes_its_editor_with_it(editor: CommentEditor) -> None:
    editor.hear(None)
    assert (editor.mark(), editor.isHidden()) == (None, True)


def test_nothing_is_saved_where_nothing_was_typed(editor: CommentEditor) -> None:
    told = heard(editor)
    editor.close_mark()
    assert told == []
