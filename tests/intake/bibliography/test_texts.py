"""Files that declare their encoding nowhere."""

import pytest

from paperdesk.intake.bibliography.texts import text

WORDS = "Ä straße – “x” ligne\nsecond"


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"],
)
def test_words_are_read_in_the_encoding_they_are_written_in(encoding: str) -> None:
    assert text(WORDS.encode(encoding)) == WORDS


def test_a_declared_encoding_counts_where_it_is_one() -> None:
    assert text("% Encoding: GBK\n中文".encode("gbk")).endswith("中文")
    assert text("% Encoding: rot13\nÄ".encode("latin-1")).endswith("Ä")


def test_lines_end_alike_and_zero_bytes_are_left_out() -> None:
    assert text(b"a\r\nb\rc\x00") == "a\nb\nc"


def test_a_letter_that_was_cut_off_costs_no_other() -> None:
    assert text("äö".encode()[:-1]) == "ä"
