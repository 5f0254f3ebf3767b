"""Words that lines have broken."""

import pytest

from paperdesk.domain.hyphens import dissolve, lexicon, mended, softened


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
    assert dissolve(raw) == dissolved


def test_an_endless_row_of_hyphens_takes_no_time() -> None:
    text = "a-" * 100_000 + " b"
    assert dissolve(text) == text


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        ("exam-", "ple,", "example,"),
        ("(exam-", "ple", "(example"),
        ("self-", "attention", "self-attention"),
        ("atten\u00ad", "tion", "attention"),
        ("GPT-", "Neo", "GPT-Neo"),
        ("state-of-the-", "art.", "state-of-the-art."),
        ("end.", "Next", None),
        ("-", "x", None),
    ],
)
def test_two_words_may_be_one(before: str, after: str, whole: str | None) -> None:
    assert mended(before, after, lexicon("a self-attention layer")) == whole


def test_what_no_reader_sees_is_gone() -> None:
    assert softened("soft\u00adly") == "softly"
