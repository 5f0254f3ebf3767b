"""The YAML at the head of an exported file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperdesk.export import frontmatter

TRICKY = [
    "A: B",
    "---",
    "# no comment",
    "'single' and \"double\"",
    "no",
    "1706.03762",
    "12:30",
    "null",
    "- item",
    "{a} [b] & *c !d %e @f `g",
    "back\\slash\\n",
    "emoji 🙂, مرحبا, שלום, 汉字",
    "two\nlines\n---\nthree",
    " spaces around ",
    "",
    "~",
]


@pytest.mark.parametrize("text", TRICKY)
def test_any_text_is_read_back(text: str) -> None:
    values = {"title": text, "authors": [text, "B"], "year": 2017, "doi": None}
    assert frontmatter.split(frontmatter.dump(values) + "# Body\n") == (values, "# Body\n")


@given(st.text(), st.lists(st.text(), max_size=3), st.none() | st.integers(0, 3000))
def test_whatever_is_written_is_read_back(title: str, tags: list[str], year: int | None) -> None:
    values = {"title": title, "tags": tags, "year": year}
    assert frontmatter.split(frontmatter.dump(values) + "body") == (values, "body")


def test_keys_stay_in_their_order_and_texts_in_quotes() -> None:
    written = frontmatter.dump({"id": 7, "title": "Long " * 60, "tags": ["b", "a"], "doi": None})
    assert written == (f'---\nid: 7\ntitle: "{"Long " * 60}"\ntags:\n  - "b"\n  - "a"\ndoi:\n---\n')


@pytest.mark.parametrize("text", ["", "# Title\n", "---\nnever closed", "---\n- a\n---\nbody"])
def test_a_file_without_front_matter_has_none(text: str) -> None:
    values, body = frontmatter.split(text)
    assert values == {}
    assert text.endswith(body)
