"""Markdown in the editor, lightly coloured."""

import pytest
from PySide6.QtGui import QColor, QPalette, QTextCharFormat, QTextDocument
from pytestqt.qtbot import QtBot

from paperdesk.ui.notes.colours import Colours
from paperdesk.ui.theme import DARK, LIGHT, Tone, palette


def document(text: str, dress: QPalette) -> QTextDocument:
    made = QTextDocument()
    made.setPlainText(text)
    Colours(made, dress).setParent(made)
    return made


def formats(made: QTextDocument, line: int = 0) -> dict[str, QTextCharFormat]:
    """What each formatted stretch of a line looks like."""
    block = made.findBlockByNumber(line)
    raw = block.text().encode("utf-16-le")
    return {
        raw[each.start * 2 : (each.start + each.length) * 2].decode("utf-16-le"): QTextCharFormat(
            each.format
        )
        for each in block.layout().formats()
    }


@pytest.fixture
def light(qtbot: QtBot) -> QPalette:
    return palette(LIGHT)


@pytest.mark.parametrize("line", ["a **bold** word", "🙂🙂 **bold** 🙂", "__bold__ it is"])
def test_bold_words_are_bold(light: QPalette, line: str) -> None:
    assert formats(document(line, light))["bold"].fontWeight() > 500


def test_marks_step_back(light: QPalette) -> None:
    shown = formats(document("so *it* is", light))
    assert shown["it"].fontItalic()
    assert shown["*"].foreground().color() == light.color(Tone.MUTED)


def test_a_heading_is_bold_and_a_number_sign_in_text_is_none(light: QPalette) -> None:
    assert formats(document("## Title", light))["Title"].fontWeight() > 500
    assert formats(document("see #4 and C#", light)) == {}


def test_underscores_in_names_are_no_emphasis(light: QPalette) -> None:
    assert formats(document("my_long_name and 2 * 3 * 4", light)) == {}


def test_a_bold_word_in_a_quote_stays_a_quote(light: QPalette) -> None:
    bold = formats(document("> so **it** is", light))["it"]
    assert bold.fontWeight() > 500
    assert bold.foreground().color() == light.color(Tone.MUTED)


def test_code_goes_on_to_its_closing_fence(light: QPalette) -> None:
    made = document("```\n*no*\n```\n*yes*", light)
    assert list(formats(made, 1)) == ["*no*"]
    assert formats(made, 3)["yes"].fontItalic()


def test_the_words_of_a_link_stand_out(light: QPalette) -> None:
    shown = formats(document("[p. 4](paperdesk://paper/1)", light))
    assert shown["p. 4"].foreground().color() == light.color(Tone.ACCENT)


def test_colours_follow_the_theme(light: QPalette) -> None:
    made = document("- item", light)
    colours = made.findChild(Colours)
    assert colours is not None
    colours.dress(palette(DARK))
    assert formats(made)["- "].foreground().color() == QColor(DARK.accent)
