"""The HTML of entries as words."""

import time

import pytest

from paperdesk.feeds.sources.words import words


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("a <b>bold</b> claim", "a bold claim"),
        ("<p>One.</p><p>Two.</p>", "One.\n\n\n\nTwo."),
        ("one<br/>two", "one\n\ntwo"),
        ("5 &lt; 6 &amp; caf&eacute;", "5 < 6 & café"),
        ("<td>a</td><td>b</td>", "a  b"),
        ("<script>alert(1)</script>safe", "safe"),
        ("a < b", "a < b"),
    ],
)
def test_markup_is_read_as_a_reader_would(markup: str, text: str) -> None:
    assert words(markup) == text


def test_broken_markup_takes_no_longer() -> None:
    before = time.monotonic()
    words("<a " * 50_000)
    assert time.monotonic() - before < 1
