"""Dollars, braces, scripts, ties, dashes and quotes."""

import pytest

from paperdesk.infra.tex import spans


def _read(text: str) -> str:
    return str(spans(text, lambda _name: None))


def test_two_dollar_signs_hold_a_formula() -> None:
    assert _read("for $n$ items") == "for n items"


@pytest.mark.parametrize("text", ["$5 and $10", "$5-$10", "$ 5 $", "a $ b", "$5 each or 10$"])
def test_money_is_not_a_formula(text: str) -> None:
    assert _read(text) == text


def test_formulas_stand_beside_money() -> None:
    assert _read("$5 per $n$ items at $k$") == "$5 per n items at k"


def test_braces_around_a_word_go() -> None:
    assert _read("{C}ontinual Le{a}rner of {GPT-4}") == "Continual Learner of GPT-4"


def test_braces_around_a_list_stay() -> None:
    assert _read("in {a, b} and {two words}") == "in {a, b} and {two words}"


def test_braces_around_all_of_it_go() -> None:
    assert _read("{The Whole Title}") == "The Whole Title"


@pytest.mark.parametrize("text", ["snake_case", "dev_i", "a_", "^_^", ":^)", "x^", "file_2.txt"])
def test_underscores_and_carets_of_prose_stay(text: str) -> None:
    assert _read(text) == text


def test_a_lone_letter_with_an_index_is_a_variable() -> None:
    raised_and_lowered = spans("v_i and R^2", lambda _name: None).parts

    assert [str(part) for part in raised_and_lowered] == ["v", "i", " and R", "2"]


def test_a_tie_is_a_space_between_words_only() -> None:
    assert _read("Memory~(SAM) of 60~Hz") == "Memory (SAM) of 60 Hz"
    assert _read("about ~30% (~20x)") == "about ~30% (~20x)"


def test_dashes_are_dashes_but_options_are_not() -> None:
    assert _read("pages 3--5---or so -- use --all") == "pages 3–5—or so – use --all"


def test_quotes_open_and_close() -> None:
    assert _read("``a'' and ''b'' (`c')") == "“a” and “b” (‘c’)"


def test_an_address_is_left_alone() -> None:
    assert _read("https://a.org/x--y_z~w^2") == "https://a.org/x--y_z~w^2"
