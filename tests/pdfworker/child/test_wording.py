"""Words as a person would write them."""

import pytest

from paperdesk.pdfworker.child.wording import clean, clean_line


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
        ("Ph´enom`enes", "Phénomènes"),
        ("voil`a, D´EJ`A", "voilà, DÉJÀ"),
        ("a`b and `a quote", "a`b and `a quote"),
        ("plain", "plain"),
    ],
)
def test_text_is_cleaned(raw: str, cleaned: str) -> None:
    assert clean(raw) == cleaned


def test_a_title_is_one_line() -> None:
    assert clean_line(" A title\r\n of  two lines\x00 ") == "A title of two lines"
