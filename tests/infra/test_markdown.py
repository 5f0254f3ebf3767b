"""Markdown as HTML that is safe to show."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperdesk.infra.markdown import SCHEMES, to_html


class Tags(HTMLParser):
    """What a browser would make of the HTML: its tags, links and text."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.links: list[str] = []
        self.text = ""
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("# One *two*", "<h1>One <em>two</em></h1>"),
        ("> said", "<blockquote>\n<p>said</p>\n</blockquote>"),
        ("~~gone~~", "<p><s>gone</s></p>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
    ],
)
def test_the_usual_marks_are_understood(source: str, expected: str) -> None:
    assert to_html(source).strip() == expected


def test_tasks_have_boxes() -> None:
    shown = Tags(to_html("- [ ] to do\n- [x] done\n\n1. [X] both\n\n   paragraphs"))
    assert [line for line in shown.text.split("\n") if line[:1] in "☐☑" and line] == [
        "☐ to do",
        "☑ done",
        "☑ both",
    ]


def test_tables_and_footnotes_are_understood() -> None:
    shown = Tags(to_html("|a|b|\n|-|-|\n|1|2|\n\nSee[^1].\n\n[^1]: there"))
    assert {"table", "th", "td", "sup", "section"} <= shown.names
    assert "there" in shown.text


def test_a_formula_is_shown_in_ordinary_characters() -> None:
    assert "α<sup>2</sup></span> grows" in to_html(r"so $\alpha^2$ grows")


def test_prices_are_no_formula() -> None:
    assert "costs $5 and $10" in to_html("costs $5 and $10")


@pytest.mark.parametrize(
    "source",
    ["<script>alert(1)</script>", "a <b onclick='x'>b</b>", "<!-- hidden -->", "<img src=x>"],
)
def test_html_is_shown_as_text(source: str) -> None:
    shown = Tags(to_html(source))
    assert shown.names == {"p"}
    assert shown.text.strip() == source


@pytest.mark.parametrize(
    "target",
    [
        "https://arxiv.org/abs/1706.03762",
        "http://x.org",
        "paperdesk://paper/1?page=2",
        "HTTPS://x.y",
    ],
)
def test_links_lead_to_the_web_and_into_the_library(target: str) -> None:
    assert Tags(to_html(f"[go]({target})")).links == [target]


@pytest.mark.parametrize(
    "target",
    ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "notes.md", "//x.org", "x:y"],
)
def test_other_links_lead_nowhere(target: str) -> None:
    assert Tags(to_html(f"[go]({target}) ![see]({target}) <{target}>")).links == []


def test_a_picture_is_only_linked() -> None:
    shown = Tags(to_html('![a "plot"](https://x.org/p.png)'))
    assert shown.names == {"p", "a"}
    assert (shown.links, shown.text.strip()) == (["https://x.org/p.png"], 'a "plot"')


PIECES = st.sampled_from(
    [
        "<",
        ">",
        "](",
        "[",
        "javascript:",
        "http://a",
        "`",
        "\n",
        "    ",
        "*",
        "&#x6a;",
        "$",
        "![",
        "|",
    ]
)


@given(st.lists(PIECES | st.text(max_size=6), max_size=30).map("".join))
def test_no_text_gets_past_the_rules(source: str) -> None:
    shown = Tags(to_html(source))
    assert not shown.names & {"script", "img", "iframe", "style", "object", "form", "input"}
    outside = [link for link in shown.links if not re.fullmatch(r"#fn\w*(-\d+)?|#fnref.*", link)]
    assert all(link.lower().startswith(SCHEMES) for link in outside)


def test_a_deep_nest_is_no_trouble() -> None:
    assert "shallow" in to_html(">" * 2000 + " deep " + "[" * 2000 + "\n\nshallow")


def test_lists_in_lists_are_shown() -> None:
    assert "level 12" in to_html("\n".join(f"{'  ' * n}- level {n}" for n in range(13)))
