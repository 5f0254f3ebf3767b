import pytest

from paperdesk.domain.claims.numerals import after, before, led_by, plain, value


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (r"a $2\times$ gain", "a  2     ×  gain"),
        (r"7\,B and 40\%", "7  B and 40 %"),
        (r"\textbf{4} bits", "        4  bits"),
        ("2–4\u00a0bits\nof", "2-4 bits of"),
    ],
)
def test_formulas_are_read_in_a_text_of_the_same_length(text: str, read: str) -> None:
    assert plain(text) == read
    assert len(read) == len(text)


def test_thousands_may_be_set_apart() -> None:
    assert value("32,000") == 32_000


def test_a_number_without_unit_may_lead_up_to_one_with() -> None:
    assert list(led_by("from 2-4x", 7)) == [(2.0, 5, 6)]
    assert list(led_by("of 1.5 to 4x", 10)) == [(1.5, 3, 6)]
    assert list(led_by("v2-4x", 3)) == []


def test_a_sentence_ends_what_belongs_together() -> None:
    text = "It is small. It is fast. It ends."
    assert before(text, text.index("fast"), 80) == " It is "
    assert after(text, text.index("fast"), 80) == "fast"
