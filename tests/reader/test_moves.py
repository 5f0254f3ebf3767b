import pytest

from paperdesk.domain.pages import Word
from paperdesk.reader.moves import edge, entry, from_right, moved
from paperdesk.reader.selection import Caret, PageText, Unit
from tests.reader.test_asides import HEIGHT, block
from tests.reader.test_asides import page as columns
from tests.reader.test_selection import page

TEXT = page(["One ends. Two goes", "on here. Three"], ["begins. Four."])
LAST = Caret(8, 5)


@pytest.mark.parametrize(
    ("start", "unit", "direction", "end"),
    [
        (Caret(0, 0), Unit.CHARACTER, 1, Caret(0, 1)),
        (Caret(0, 3), Unit.CHARACTER, 1, Caret(1, 0)),
        (Caret(1, 0), Unit.CHARACTER, -1, Caret(0, 3)),
        (Caret(0, 0), Unit.CHARACTER, -1, None),
        (Caret(0, 2), Unit.WORD, 1, Caret(1, 0)),
        (Caret(1, 2), Unit.WORD, -1, Caret(1, 0)),
        (Caret(1, 0), Unit.WORD, -1, Caret(0, 0)),
        (Caret(0, 0), Unit.WORD, -1, None),
        (Caret(8, 0), Unit.WORD, 1, LAST),
        (LAST, Unit.WORD, 1, None),
        (Caret(0, 0), Unit.SENTENCE, 1, Caret(2, 0)),
        (Caret(3, 1), Unit.SENTENCE, -1, Caret(2, 0)),
        (Caret(2, 0), Unit.SENTENCE, -1, Caret(0, 0)),
        (Caret(6, 0), Unit.SENTENCE, 1, Caret(8, 0)),
        (Caret(0, 0), Unit.PARAGRAPH, 1, LAST),
        (Caret(0, 0), Unit.PARAGRAPH, -1, None),
    ],
)
def test_a_caret_goes_on_by_units(
    start: Caret, unit: Unit, direction: int, end: Caret | None
) -> None:
    assert moved(TEXT, start, unit, direction, 0.0) == end


def test_a_caret_that_moves_by_lines_keeps_its_place_across() -> None:
    x = TEXT.gap(Caret(1, 2))[0]
    below = moved(TEXT, Caret(1, 2), Unit.LINE, 1, x)
    assert below is not None
    assert below.word == 5
    assert moved(TEXT, below, Unit.LINE, -1, x) == Caret(1, 2)
    assert moved(TEXT, below, Unit.LINE, 1, x) == Caret(7, 0)


def test_the_last_line_has_none_below() -> None:
    assert moved(TEXT, Caret(8, 0), Unit.LINE, 1, 0.0) is None


def test_home_and_end_are_those_of_the_line() -> None:
    assert edge(TEXT, Caret(1, 2), -1) == Caret(0, 0)
    assert edge(TEXT, Caret(1, 2), 1) == Caret(3, 4)


def test_a_caret_steps_over_a_footnote_but_goes_through_it_from_within() -> None:
    note = block(5, (60, 600), ["1Here we make an assumption"], 8.0)
    text = PageText(0, columns(*note), "", HEIGHT)
    assert moved(text, Caret(47, 0), Unit.WORD, 1, 0.0) == Caret(48 + len(note), 0)
    assert moved(text, Caret(48, 0), Unit.WORD, 1, 0.0) == Caret(49, 0)
    assert moved(text, Caret(48, 0), Unit.WORD, -1, 0.0) == Caret(47, 0)


def test_a_page_is_entered_at_its_nearer_end() -> None:
    assert entry(TEXT, Unit.WORD, 1, 0.0) == Caret(0, 0)
    assert entry(TEXT, Unit.CHARACTER, -1, 0.0) == LAST
    assert entry(TEXT, Unit.SENTENCE, -1, 0.0) == Caret(8, 0)
    assert entry(PageText(0, ()), Unit.WORD, 1, 0.0) is None


def test_the_direction_of_a_line_is_that_of_most_of_its_words() -> None:
    words = [Word((0, 0, 10, 10), text, 0, 0) for text in ("שלום", "עולם", "abc")]
    assert from_right(PageText(0, words), Caret(0, 0))
    assert not from_right(TEXT, Caret(0, 0))
