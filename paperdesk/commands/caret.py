"""Verbs of the caret on the page: selecting without a mouse."""

from paperdesk.commands.desk import Desk
from paperdesk.reader.selection import Unit


def find_word(desk: Desk) -> None:
    """Go to a word: type its beginning, then the letter that stands at it."""
    desk.picker.find_word()


def anchor(desk: Desk) -> None:
    """Begin to select at the caret, or let go of what is selected."""
    desk.picker.anchor()


def keep(desk: Desk) -> None:
    """Put the caret away; what is selected stays so."""
    desk.picker.keep()


def let_go(desk: Desk) -> None:
    """Let go of what is selected; once more, put the caret away."""
    desk.picker.let_go()


def right(desk: Desk) -> None:
    """Move the caret to the next letter."""
    desk.picker.move(Unit.CHARACTER, 1)


def left(desk: Desk) -> None:
    """Move the caret to the letter before."""
    desk.picker.move(Unit.CHARACTER, -1)


def down(desk: Desk) -> None:
    """Move the caret to the next line."""
    desk.picker.move(Unit.LINE, 1)


def up(desk: Desk) -> None:
    """Move the caret to the line before."""
    desk.picker.move(Unit.LINE, -1)


def next_word(desk: Desk) -> None:
    """Move the caret to the next word."""
    desk.picker.move(Unit.WORD, 1)


def word_before(desk: Desk) -> None:
    """Move the caret to the beginning of the word, or to the word before."""
    desk.picker.move(Unit.WORD, -1)


def next_sentence(desk: Desk) -> None:
    """Move the caret to the next sentence."""
    desk.picker.move(Unit.SENTENCE, 1)


def sentence_before(desk: Desk) -> None:
    """Move the caret to the beginning of the sentence, or to the one before."""
    desk.picker.move(Unit.SENTENCE, -1)


def next_paragraph(desk: Desk) -> None:
    """Move the caret to the next paragraph."""
    desk.picker.move(Unit.PARAGRAPH, 1)


def paragraph_before(desk: Desk) -> None:
    """Move the caret to the beginning of the paragraph, or to the one before."""
    desk.picker.move(Unit.PARAGRAPH, -1)


def line_start(desk: Desk) -> None:
    """Move the caret to the beginning of its line."""
    desk.picker.edge(-1)


def line_end(desk: Desk) -> None:
    """Move the caret to the end of its line."""
    desk.picker.edge(1)


def extend_right(desk: Desk) -> None:
    """Select up to the next letter."""
    desk.picker.move(Unit.CHARACTER, 1, extend=True)


def extend_left(desk: Desk) -> None:
    """Select up to the letter before."""
    desk.picker.move(Unit.CHARACTER, -1, extend=True)


def extend_down(desk: Desk) -> None:
    """Select up to the next line."""
    desk.picker.move(Unit.LINE, 1, extend=True)


def extend_up(desk: Desk) -> None:
    """Select up to the line before."""
    desk.picker.move(Unit.LINE, -1, extend=True)


def extend_next_word(desk: Desk) -> None:
    """Select up to the next word."""
    desk.picker.move(Unit.WORD, 1, extend=True)


def extend_word_before(desk: Desk) -> None:
    """Select up to the word before."""
    desk.picker.move(Unit.WORD, -1, extend=True)


def extend_next_paragraph(desk: Desk) -> None:
    """Select up to the next paragraph."""
    desk.picker.move(Unit.PARAGRAPH, 1, extend=True)


def extend_paragraph_before(desk: Desk) -> None:
    """Select up to the paragraph before."""
    desk.picker.move(Unit.PARAGRAPH, -1, extend=True)


def extend_line_start(desk: Desk) -> None:
    """Select up to the beginning of the line."""
    desk.picker.edge(-1, extend=True)


def extend_line_end(desk: Desk) -> None:
    """Select up to the end of the line."""
    desk.picker.edge(1, extend=True)
