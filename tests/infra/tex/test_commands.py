"""What single commands do."""

import pytest

from paperdesk.infra.tex import Span, Style, spans

SYMBOLS = {"le": "≤", "times": "×", "log": "log", "o": "ø", "alpha": "α", "mathbb{R}": "ℝ"}


def _read(text: str) -> str:
    return str(spans(text, SYMBOLS.get))


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (r"\'e \'{e} {\'e}", "é é é"),
        (r"\v{S}koda and \v Skoda", "Škoda and Škoda"),
        (r"\'\i", "í"),
        (r"say \"quit\"", 'say "quit"'),
    ],
)
def test_accents_meet_their_letters(latex: str, text: str) -> None:
    assert _read(latex.replace(r"\i", "ı")) == text


def test_styles_nest() -> None:
    assert spans(r"\textbf{a \emph{b}}", SYMBOLS.get).parts == (
        Span(Style.BOLD, ("a ", Span(Style.ITALIC, ("b",)))),
    )


def test_an_old_switch_lasts_to_the_end_of_its_group() -> None:
    assert spans(r"{\bf a b} c", SYMBOLS.get).parts[0] == Span(
        Style.PLAIN, (Span(Style.BOLD, ("a b",)),)
    )


def test_code_is_taken_as_it_is() -> None:
    assert _read(r"\texttt{a\_b--c}") == "a_b--c"


def test_relations_have_air_and_products_have_what_was_written() -> None:
    assert _read(r"$a\le b$, $\le 3$") == "a ≤ b, ≤3"
    assert _read(r"$3\times 3$, $3 \times 3$") == "3×3, 3 × 3"


def test_function_names_stand_apart() -> None:
    assert _read(r"$n\log n$ of $\log(n)$") == "n log n of log(n)"


def test_a_letter_command_swallows_the_space_a_symbol_does_not() -> None:
    assert _read(r"S\o ren, 10\times faster") == "Søren, 10× faster"


def test_a_fraction_is_closed_where_it_must_be() -> None:
    assert _read(r"$\frac{a}{b} \frac{a+1}{b}$") == "a/b (a+1)/b"


def test_an_alphabet_gives_single_letters_their_own_character() -> None:
    assert _read(r"$\mathbb{R}$ and $\mathbb{ab}$") == "ℝ and ab"


def test_a_link_shows_its_words_or_its_address() -> None:
    assert _read(r"\href{https://a}{b} \href{https://a}{}") == "b https://a"


def test_footnotes_stand_in_brackets_and_references_go() -> None:
    assert _read(r"a\footnote{Note.}\cite{x} b") == "a (Note.) b"


def test_a_command_that_nobody_knows_leaves_its_name() -> None:
    assert _read(r"our \method, \ours") == "our method, ours"


def test_displayed_formulas_are_formulas() -> None:
    assert _read(r"\[a\le b\] and \(c\)") == "a ≤ b and c"
    assert _read(r"\(open") == r"\(open"
