from paperdesk.reader.running import Running
from tests.reader.test_asides import HEIGHT, block, page

NOTE = block(5, (60, 600), ["1Here we make an assumption"], 8.0)
WORDS = page(*NOTE)
COLUMN = 48
"""Words of each column."""


def test_the_running_text_is_without_what_stands_beside_it() -> None:
    running = Running(WORDS, HEIGHT)
    assert running.beside(COLUMN)
    assert not running.beside(COLUMN - 1)
    assert len(running.text) == 2 * COLUMN


def test_a_stretch_steps_over_what_stands_beside_the_text() -> None:
    running = Running(WORDS, HEIGHT)
    last = len(WORDS) - 1
    assert running.stretch(3, frozenset({1})) == (2, last)
    assert running.stretch(last, running.paragraphs) == (0, last)


def test_an_aside_is_a_stretch_of_its_own() -> None:
    running = Running(WORDS, HEIGHT)
    assert running.stretch(COLUMN + 1, running.sentences) == (COLUMN, COLUMN + len(NOTE) - 1)


def test_where_nothing_is_certain_all_is_text() -> None:
    running = Running(NOTE, HEIGHT)
    assert running.text == list(range(len(NOTE)))
