"""TeX as text."""

import pytest

from paperdesk.intake.bibliography.tex import paragraphs, plain


@pytest.mark.parametrize(
    ("tex", "text"),
    [
        ("{LoRA}: Low-Rank", "LoRA: Low-Rank"),
        (r"Zs\'ofia {\L}ukasz G{\"o}del", "Zsófia Łukasz Gödel"),
        (r"On $x^{2}$ and R\&D", "On $x^{2}$ and R&D"),
        ("A~tie\n  over lines", "A tie over lines"),
        ("Über 100 %", "Über 100 %"),
    ],
)
def test_accents_and_braces_go_and_formulas_stay(tex: str, text: str) -> None:
    assert plain(tex) == text


def test_paragraphs_stay_apart() -> None:
    assert paragraphs("One\ntwo.\n\n  Three.") == "One two.\n\nThree."
