"""Text from elsewhere, made fit to keep."""

import pytest

from paperdesk.domain.lines import headline, one_line, paragraphs, written


def test_a_headline_is_the_beginning_of_a_text() -> None:
    assert headline("A post\nof two lines") == "A post of two lines"
    assert len(headline("word " * 100)) <= 120


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("A title\n  that wraps", "A title that wraps"),
        ("a\x00b", "ab"),
        ("half \ud83d of it", "half ? of it"),
        (None, ""),
        (7, ""),
    ],
)
def test_a_line_is_one_line(text: object, line: str) -> None:
    assert one_line(text) == line


def test_paragraphs_stay_apart() -> None:
    assert paragraphs("One\nand\r\nmore.\n \nTwo.\n\n\n") == "One and more.\n\nTwo."


def test_a_written_text_keeps_its_lines_and_their_blanks() -> None:
    assert written("\ufeffa  b\r\n c\rd\u2029e\ufdd0\n\n") == "a  b\n c\nd\ne\n\n\n"
    assert written("a\0b \ud83d \udcff 🙂") == "ab ? ? 🙂"


def test_the_users_own_words_keep_their_signs_of_direction() -> None:
    assert (
        written("\u2067שלום\u2069 \u202bمرحبا\u202c\x1b")
        == "\u2067שלום\u2069 \u202bمرحبا\u202c\x1b"
    )


@pytest.mark.parametrize("unseen", ["\x00", "\x1b", "\x9b", "\u202e", "\u2069"])
def test_what_steers_a_terminal_or_turns_text_about_is_left_out(unseen: str) -> None:
    assert one_line(f"a{unseen}b") == "ab"
    assert paragraphs(f"a{unseen}\n\nb\tc") == "a\n\nb c"
