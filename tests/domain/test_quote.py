"""A passage as Markdown."""

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperdesk.domain import quote
from paperdesk.infra.markdown import to_html

SHARP = st.sampled_from([*"\\`*_{}[]()#+-.!|<>~$&=:^1 a\n", "---", "1.", "&amp;", "[^1]", "**"])
ANY = st.text(max_size=40) | st.lists(SHARP, max_size=20).map("".join)


class Reading(HTMLParser):
    """The text of HTML, footnotes aside, and what of it stands in no quote."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.text = ""
        self.quotes = self._depth = 0
        self._noted = False
        self.outside = ""
        self.feed(source)

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        self._noted |= tag == "section"
        if tag == "blockquote":
            self.quotes += self._depth == 0
            self._depth += 1

    def handle_endtag(self, tag: str) -> None:
        self._depth -= tag == "blockquote"

    def handle_data(self, data: str) -> None:
        self.text += data
        if not self._depth and not self._noted:
            self.outside += data


@given(ANY)
def test_a_passage_reads_as_it_is(text: str) -> None:
    shown = Reading(to_html(quote.block(quote.escaped(text))))
    assert shown.text.strip() == quote.plain_line(text)


@given(ANY)
def test_a_title_reads_as_it_is(text: str) -> None:
    shown = Reading(to_html("before " + quote.escaped(text)))
    assert shown.text.strip() == f"before {quote.plain_line(text)}".strip()


@given(st.lists(ANY, min_size=1, max_size=4))
def test_whatever_is_in_a_quote_it_stays_one_block(paragraphs: list[str]) -> None:
    shown = Reading(to_html("above\n\n" + quote.block("said", *paragraphs) + "\n\nbelow"))
    assert shown.quotes == 1
    assert shown.outside.split() == ["above", "below"]


@pytest.mark.parametrize(
    "text",
    ["a snake_case name", "see [12], [13]", "x < y & z", "C# and 3.14", "5 - 3 + 1", "(a) 100% so"],
)
def test_no_more_is_escaped_than_must_be(text: str) -> None:
    assert quote.escaped(text) == text


def test_a_passage_over_several_lines_becomes_one() -> None:
    assert quote.escaped("soft\n hyphens\x00\u2028and  spaces") == "soft hyphens and spaces"


def test_a_comment_keeps_its_lines() -> None:
    assert quote.block("a", "", "- b  \r\n- c\n") == "> a\n>\n> - b  \n> - c"


@pytest.mark.parametrize(("label", "shown"), [("iv", "iv"), ("", "4"), ("A*", r"A\*")])
def test_a_source_names_the_printed_page(label: str, shown: str) -> None:
    assert quote.source(label, 3, "paperdesk://paper/1") == f"[p. {shown}](paperdesk://paper/1)"
