"""The tags and texts of a page, also of a hostile one."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperdesk.infra.markup import Tag, pieces


def test_tags_and_texts_come_in_order() -> None:
    assert list(pieces('a<p class="x">b &amp; c</p>')) == [
        "a",
        Tag("p", attributes={"class": "x"}),
        "b & c",
        Tag("p", closes=True),
    ]


@pytest.mark.parametrize(
    ("tag", "attributes"),
    [
        ("<a href=x>", {"href": "x"}),
        ("<a href='a > b'>", {"href": "a > b"}),
        ('<A HREF="&quot;q&quot;" checked>', {"href": '"q"', "checked": ""}),
        ('<a b="1" b="2"/>', {"b": "1"}),
        ("<a b = 'c' />", {"b": "c"}),
    ],
)
def test_attributes_are_read_in_every_form(tag: str, attributes: dict[str, str]) -> None:
    assert list(pieces(tag)) == [Tag("a", attributes=attributes)]


def test_scripts_styles_and_comments_are_passed_over() -> None:
    page = "a<script>if (a < b) {}</script><!-- <b> --><style>p > a {}</style>b"

    assert [piece for piece in pieces(page) if isinstance(piece, str)] == ["a", "b"]


def test_a_sign_that_begins_no_tag_is_text() -> None:
    assert "".join(map(str, pieces("a < b <3"))) == "a < b <3"


@pytest.mark.parametrize("broken", ["a<p class='x", "a<!-- b", "a<p", "a</"])
def test_what_is_broken_at_the_end_is_left_out(broken: str) -> None:
    assert list(pieces(broken)) == ["a"]


@pytest.mark.parametrize(
    "part",
    ["<", "<a ", "<a b='", '<a b="\'" ', "<!--", "<x y=", "&#x1", "<svg>x</svg", "<a/ ", "</a "],
)
def test_a_page_of_broken_parts_takes_no_time(part: str) -> None:
    started = time.thread_time()

    for _ in pieces(part * 50_000):
        pass

    assert time.thread_time() - started < 2.0


@given(st.text(alphabet="<>/!-a ='\"&;#", max_size=60))
def test_any_text_is_a_page(page: str) -> None:
    assert all(piece for piece in pieces(page))
