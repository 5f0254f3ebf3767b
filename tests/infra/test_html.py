"""HTML from anywhere, read as text."""

import time
from pathlib import Path

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperdesk.infra.html import MAX_LENGTH, text


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("a <b>bold</b> claim", "a bold claim"),
        ("5 &lt; 6 &amp; caf&eacute;", "5 < 6 & café"),
        ("a < b", "a < b"),
        ("<p>One.</p><p>Two.</p>", "One.\n\nTwo."),
        ("<td>a</td><td>b</td>", "a b"),
        ("<p>a\n  <b>b</b>\u00a0 c</p><script>x()</script>", "a b c"),
        (
            "<h1>Title</h1><p>One &amp; two<br>three</p><ul><li>a</li><li>b</li></ul><div>c</div>",
            "Title\n\nOne & two\nthree\n\n• a\n• b\n\nc",
        ),
    ],
)
def test_markup_is_read_as_a_reader_would(markup: str, expected: str) -> None:
    assert text(markup) == expected


def test_text_has_no_characters_that_lie() -> None:
    assert text("a\u202eb&#x202e;c\x00d&#0;") == "abcd\ufffd"


def test_a_long_text_is_cut() -> None:
    assert len(text("a" * (MAX_LENGTH + 10))) == MAX_LENGTH


@pytest.mark.parametrize(
    "part", ["<div>", "<b>", "<a href='", "<", "<a ", "<!--", "<svg>", "&#", "<table>"]
)
def test_hostile_html_ends_soon(part: str) -> None:
    started = time.thread_time()
    text(part * 100_000)
    assert time.thread_time() - started < 2.0


@given(st.text(alphabet="<>/abipsrctyle!-=\"' &;#\n", max_size=80))
def test_whatever_comes_is_read(markup: str) -> None:
    assert "\n\n\n" not in text(markup)


def test_recorded_feeds_are_read(shared_data: Path) -> None:
    entries = [entry for path in _feeds(shared_data) for entry in _entries(path)]
    assert len(entries) > 500
    assert not [markup for markup in entries if "<script" in text(markup).lower()]


def _feeds(shared_data: Path) -> list[Path]:
    return sorted(path for path in (shared_data / "feeds").rglob("*") if path.is_file())


def _entries(path: Path) -> list[str]:
    """The HTML in a feed as it was sent: feedparser's own cleaning is off."""
    feed = feedparser.parse(path.read_bytes(), sanitize_html=False)
    found = []
    for entry in feed.entries:
        found.append(entry.get("summary", ""))
        found += [content.get("value", "") for content in entry.get("content", [])]
    return [markup for markup in found if markup]
