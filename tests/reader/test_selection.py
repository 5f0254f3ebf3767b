import pytest

from paperdesk.domain.pages import Word
from paperdesk.reader.layout import Point
from paperdesk.reader.selection import CONTEXT, Caret, PageText, Span, Unit, spans

WIDTH, PITCH = 6.0, 12.0
"""Of a character, and of a line, on the pages made here."""


def page(*blocks: list[str], page: int = 0, left: float = 50.0) -> PageText:
    """A page of blocks of lines; a column of its own for each block."""
    words = []
    for block, lines in enumerate(blocks):
        for number, line in enumerate(lines):
            x, y = left + block * 300, 100 + number * PITCH
            for text in line.split():
                words.append(Word((x, y, x + len(text) * WIDTH, y + 10), text, block, number))
                x += (len(text) + 1) * WIDTH
    return PageText(page, words)


PAPER = page(["alpha beta gamma", "delta epsi-", "lon zeta"], ["right column here", "and more"])


def chosen(text: PageText, start: tuple[float, float], end: tuple[float, float]) -> str:
    one, other = text.caret(*start), text.caret(*end)
    assert one is not None
    assert other is not None
    span = text.span(one, other)
    return text.text(span) if span else ""


def test_a_drag_over_words_takes_them_whole() -> None:
    assert chosen(PAPER, (60, 105), (92, 105)) == "alpha beta"


def test_a_drag_backwards_selects_the_same() -> None:
    assert chosen(PAPER, (92, 105), (60, 105)) == chosen(PAPER, (60, 105), (92, 105))


def test_a_word_that_is_not_touched_is_not_taken() -> None:
    assert chosen(PAPER, (50, 105), (82, 105)) == "alpha"


def test_inside_one_word_characters_count() -> None:
    start, end = PAPER.caret(56, 105), PAPER.caret(72, 105)
    assert start is not None
    assert end is not None
    span = PAPER.span(start, end)
    assert span is not None
    assert PAPER.text(span) == "lph"
    (box,) = PAPER.quads(span)
    assert 50 < box[0] < box[2] < 80


def test_reading_order_goes_down_the_column_first() -> None:
    assert chosen(PAPER, (60, 117), (360, 105)) == "delta epsilon zeta right"


def test_right_of_a_short_line_is_its_end() -> None:
    assert chosen(PAPER, (50, 124), (140, 130)) == "lon zeta"


def test_between_lines_the_nearer_one_counts() -> None:
    caret = PAPER.caret(51, 111.7)
    assert caret is not None
    assert caret.word == 3


def test_a_passage_has_one_box_a_line() -> None:
    assert len(PAPER.quads(Span(Caret(0, 0), Caret(4, 5)))) == 2


def test_an_anchor_keeps_what_stands_around() -> None:
    span = PAPER.span(Caret(3, 0), Caret(3, 5))
    assert span is not None
    anchor = PAPER.anchor(span)
    assert (anchor.text, anchor.prefix) == ("delta", "alpha beta gamma")
    assert anchor.suffix == "epsilon zeta right column here and more"


def test_context_is_not_longer_than_promised() -> None:
    text = page(["word " * 60])
    anchor = text.anchor(Span(Caret(30, 0), Caret(30, 4)))
    assert len(anchor.prefix) == len(anchor.suffix) == CONTEXT


def test_an_anchor_carries_the_printed_label() -> None:
    text = PageText(3, [Word((0, 0, 5, 5), "x", 0, 0)], label="iv")
    anchor = text.anchor(Span(Caret(0, 0), Caret(0, 1)))
    assert (anchor.page, anchor.label) == (3, "iv")


@pytest.mark.parametrize(
    ("unit", "text"),
    [
        (Unit.WORD, "delta"),
        (Unit.LINE, "delta epsi-"),
        (Unit.PARAGRAPH, "alpha beta gamma delta epsilon zeta"),
    ],
)
def test_clicks_select_by_unit(unit: Unit, text: str) -> None:
    caret = Caret(3, 2)
    span = PAPER.span(caret, caret, unit)
    assert span is not None
    assert PAPER.text(span) == text


def test_a_selection_by_words_grows_by_words_both_ways() -> None:
    span = PAPER.span(Caret(3, 2), Caret(1, 1), Unit.WORD)
    assert span is not None
    assert PAPER.text(span) == "beta gamma delta"


def test_no_distance_is_no_selection() -> None:
    assert PAPER.span(Caret(1, 2), Caret(1, 2)) is None
    assert PAPER.span(Caret(0, 5), Caret(1, 0)) is None


def test_an_empty_page_has_no_caret() -> None:
    assert page([]).caret(10, 10) is None
    assert not page([]).over_text(10, 10)


def test_over_text_is_on_a_line() -> None:
    assert PAPER.over_text(60, 105)
    assert not PAPER.over_text(60, 500)


def test_a_selection_runs_over_pages() -> None:
    texts = {
        number: page([f"first{number} line", f"last{number} line"], page=number)
        for number in range(3)
    }
    found = spans(texts, Point(0, 51, 117), Point(2, 200, 105))
    assert [texts[at].text(span) for at, span in found.items()] == [
        "last0 line",
        "first1 line last1 line",
        "first2 line",
    ]


def test_a_selection_upwards_over_pages_is_the_same() -> None:
    texts = {number: page(["one two"], page=number) for number in range(2)}
    down = spans(texts, Point(0, 80, 105), Point(1, 60, 105))
    assert spans(texts, Point(1, 60, 105), Point(0, 80, 105)) == down


def test_pages_without_text_are_left_out() -> None:
    texts = {0: page(["one"]), 1: page([], page=1)}
    assert list(spans(texts, Point(0, 50, 105), Point(2, 90, 105))) == [0]


def test_a_sentence_is_selected_over_its_lines() -> None:
    text = page(["One ends. Two goes", "on here. Three"], ["begins."])
    span = text.span(Caret(3, 1), Caret(3, 1), Unit.SENTENCE)
    assert span is not None
    assert text.text(span) == "Two goes on here."


def test_a_paragraph_goes_on_in_the_next_column() -> None:
    text = page(["One ends. Two goes"], ["on here."], ["Another."])
    span = text.span(Caret(0, 0), Caret(0, 0), Unit.PARAGRAPH)
    assert span is not None
    assert text.text(span) == "One ends. Two goes on here."


def test_in_a_leftward_word_characters_count_from_the_right() -> None:
    text = PageText(0, [Word((100, 100, 140, 110), "שלום", 0, 0)])
    assert text.caret(139, 105) == Caret(0, 0)
    assert text.caret(101, 105) == Caret(0, 4)
    (quad,) = text.quads(Span(Caret(0, 0), Caret(0, 1)))
    assert quad[2] == 140


def test_the_place_beyond_a_line_is_at_its_end() -> None:
    assert PAPER.caret(200, 105) == Caret(2, 5)
    assert PAPER.line(4).first == 3
