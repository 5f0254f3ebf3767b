"""JSON feeds, as recorded and as they might come."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperdesk.domain.errors import BadDocument
from paperdesk.domain.paper import Found
from paperdesk.feeds.sources import jsonfeed

TODAY = date(2026, 5, 30)
VERSION = "https://jsonfeed.org/version/1.1"
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=9,
)
FIELDS = {"id", "url", "external_url", "title", "summary", "content_html", "content_text"} | {
    "date_published",
    "date_modified",
    "author",
    "authors",
    "tags",
}


def read(*items: Any, **feed: Any) -> list[tuple[date, str, Found]]:
    body = json.dumps({"version": VERSION, "items": items, **feed}).encode()
    return jsonfeed.read(body, today=TODAY, name="example.org")[1]


def test_an_item_becomes_a_paper() -> None:
    ((day, key, found),) = read(
        {
            "id": "https://arxiv.org/abs/2605.00001v2",
            "title": "On <b>bold</b> claims",
            "content_html": "<p>One.</p><p>Two.</p><script>x()</script>",
            "date_published": "2026-05-28T10:00:00Z",
            "authors": [{"name": "Ada Li"}, {"url": "https://x.org"}],
            "tags": ["cs.LG", 7],
        }
    )
    assert (day, key) == (date(2026, 5, 28), "https://arxiv.org/abs/2605.00001v2")
    assert (found.title, found.abstract) == ("On bold claims", "One.\n\nTwo.")
    assert (found.arxiv, found.version, found.authors) == ("2605.00001", 2, ("Ada Li",))
    assert found.extra == {"categories": ["cs.LG"]}


def test_a_feed_of_one_author_says_so_once() -> None:
    ((_, _, found),) = read({"id": 5, "title": "T"}, author={"name": "Ada Li"})
    assert found.authors == ("Ada Li",)


def test_a_post_without_a_title_is_called_by_its_words() -> None:
    ((day, key, found),) = read({"id": 5, "content_text": "Short and sweet"})
    assert (day, key, found.title) == (TODAY, "5", "Short and sweet")


@pytest.mark.parametrize("said", ["1066-01-01", "9999-01-01", "soon", 7, None])
def test_a_day_that_cannot_be_is_today(said: Any) -> None:
    assert read({"id": "a", "title": "T", "date_published": said})[0][0] == TODAY


@pytest.mark.parametrize("link", ["javascript:alert(1)", "file:///etc/passwd", "ftp://x.org"])
def test_a_link_out_of_the_web_is_not_taken(link: str) -> None:
    assert read({"id": "a", "title": "T", "url": link})[0][2].url is None


@pytest.mark.parametrize("body", [b"{", b'{"a": 1}', b"[" * 100_000, b'{"items": 5}', b"\xff{"])
def test_what_is_no_feed_is_a_sentence(body: bytes) -> None:
    with pytest.raises(BadDocument, match=r"example\.org sent is no JSON Feed"):
        jsonfeed.read(body, today=TODAY, name="example.org")


@given(st.lists(st.dictionaries(st.sampled_from(sorted(FIELDS)), VALUES), max_size=4), VALUES)
def test_no_odd_field_costs_the_others(items: list[dict[str, Any]], author: Any) -> None:
    found = read({"id": "sound", "title": "Sound"}, *items, author=author)
    assert found[0][2].title == "Sound"
    for day, key, paper in found:
        assert day <= TODAY
        assert key
        assert paper.title
        json.dumps(paper.extra)


def test_recorded_feeds_are_read(shared_data: Path) -> None:
    feeds = (shared_data / "feeds").glob("**/*.json")
    for path in (path for path in feeds if b"jsonfeed.org/version" in path.read_bytes()):
        title, entries = jsonfeed.read(path.read_bytes(), today=TODAY, name=path.name)
        assert title == title.strip()
        assert all(found.title for _, _, found in entries)
