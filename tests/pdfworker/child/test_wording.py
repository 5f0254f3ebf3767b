"""Words as a person would write them."""

import pytest

from paperdesk.pdfworker.child.wording import clean, clean_line, dissolve_hyphens


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("Gy¨ongyi", "Gyöngyi"),
        ("Zolt´an", "Zoltán"),
        ("na¨ıve", "naïve"),
        ("e\u0301t\u00e9", "été"),
        ("a\x00b\x07c\ud800", "abc"),
        ("x ˆ 2", "x ˆ 2"),
        ("``a quote", "``a quote"),
        ("plain", "plain"),
    ],
)
def test_text_is_cleaned(raw: str, cleaned: str) -> None:
    assert clean(raw) == cleaned


def test_a_title_is_one_line() -> None:
    assert clean_line(" A title\r\n of  two lines\x00 ") == "A title of two lines"


@pytest.mark.parametrize(
    ("raw", "dissolved"),
    [
        ("an exam-\nple of it", "an example of it"),
        ("an exam\u00ad\nple", "an example"),
        ("a well-known self-\nmade well-\nknown", "a well-known selfmade well-known"),
        ("Garcia-\nMolina", "Garcia-Molina"),
        ("pages 3-\n4", "pages 3-4"),
        ("soft\u00adly", "softly"),
        ("the state-of-the-\nart", "the state-of-the-art"),
        ("state-of-the-art is state-of-the-\nart", "state-of-the-art is state-of-the-art"),
        ("training: pre-train-\ning", "training: pre-training"),
        ("a low rank, low-\nrank", "a low rank, low-rank"),
        ("a low rank, low-\n\nrank, lowrank", "a low rank, lowrank, lowrank"),
        ("as formed, was trans-\nformed", "as formed, was transformed"),
        ("in a formation of in-\nformation", "in a formation of information"),
        ("well trans\u00ad\nformed", "well transformed"),
        ("not - \n broken", "not - \n broken"),
    ],
)
def test_words_that_were_broken_are_put_together(raw: str, dissolved: str) -> None:
    assert dissolve_hyphens(raw) == dissolved


def test_an_endless_row_of_hyphens_takes_no_time() -> None:
    text = "a-" * 100_000 + " b"
    assert dissolve_hyphens(text) == text
