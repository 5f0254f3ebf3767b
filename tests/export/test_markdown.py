"""A paper as a Markdown file."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperdesk.domain.note import Anchor, Colour, Highlight, HighlightId, Kind
from paperdesk.domain.paper import Paper, PaperId, State
from paperdesk.export import Item, frontmatter
from paperdesk.export.markdown import markdown

PAPER = Paper(
    PaperId(12),
    "Attention Is All You Need",
    ("Ashish Vaswani", "Noam Shazeer"),
    published=date(2017, 6, 12),
    arxiv="1706.03762",
    url="https://arxiv.org/abs/1706.03762",
    state=State.SHORTLIST,
    tags=("transformers", "nlp"),
    citekey="vaswani2017attention",
)


def highlight(text: str = "attention is all you need", comment: str = "") -> Highlight:
    return Highlight(
        HighlightId("habc"),
        PAPER.id,
        Anchor(3, (), text, label="4"),
        Colour.GREEN,
        datetime(2026, 3, 12, tzinfo=UTC),
        comment,
    )


def body(item: Item) -> str:
    return frontmatter.split(markdown(item))[1]


def test_a_file_reads_well_without_paperdesk() -> None:
    item = Item(PAPER, "My *note*.\n\n", (highlight(comment="Is it?"),))
    assert markdown(item) == (
        "---\n"
        "id: 12\n"
        'citekey: "vaswani2017attention"\n'
        'title: "Attention Is All You Need"\n'
        "authors:\n"
        '  - "Ashish Vaswani"\n'
        '  - "Noam Shazeer"\n'
        "year: 2017\n"
        'arxiv: "1706.03762"\n'
        "doi:\n"
        'url: "https://arxiv.org/abs/1706.03762"\n'
        "tags:\n"
        '  - "transformers"\n'
        '  - "nlp"\n'
        'state: "shortlist"\n'
        "---\n"
        "\n"
        "# Attention Is All You Need\n"
        "\n"
        "## Highlights\n"
        "\n"
        "> attention is all you need\n"
        ">\n"
        "> — [p. 4](paperdesk://paper/12?page=4&highlight=habc) · green\n"
        ">\n"
        "> **Comment:** Is it?\n"
        "\n"
        "## Note\n"
        "\n"
        "My *note*.\n"
    )


def test_a_paper_without_notes_is_its_title() -> None:
    assert body(Item(PAPER, " \n")) == "\n# Attention Is All You Need\n"


def test_latex_in_a_title_reads_as_text() -> None:
    item = Item(replace(PAPER, title=r"A 5\% gain in $\alpha$-\textit{tuning}"))
    assert "\n# A 5% gain in α-tuning\n" in markdown(item)
    assert frontmatter.split(markdown(item))[0]["title"] == "A 5% gain in α-tuning"


@pytest.mark.parametrize(
    ("title", "heading"),
    [
        ("A: B --- #1", "# A: B — #1"),
        ("Learning C#", "# Learning C\\#"),
        ("# Not *bold*", "# \\# Not \\*bold\\*"),
        ("---\nid: 13", "# — id: 13"),
        ("مرحبا 🙂", "# مرحبا 🙂"),
    ],
)
def test_a_title_cannot_break_its_heading(title: str, heading: str) -> None:
    assert body(Item(replace(PAPER, title=title))) == f"\n{heading}\n"


@pytest.mark.parametrize(
    "comment", ["- a\n- b", "```\nopen", "<!-- -->", "1. a", "> deeper", "two\n\nparagraphs"]
)
def test_a_comment_with_blocks_keeps_its_lines_within_the_quote(comment: str) -> None:
    said = body(Item(PAPER, "after", (highlight(comment=comment),)))
    quoted = "\n".join(f"> {line}".rstrip() for line in comment.split("\n"))
    assert f"> **Comment:**\n>\n{quoted}\n\n## Note\n\nafter\n" in said


TEXTS = st.text(max_size=60)


@given(TEXTS, st.lists(TEXTS, max_size=3), TEXTS, TEXTS)
def test_no_text_breaks_the_frame(title: str, authors: list[str], quote: str, comment: str) -> None:
    paper = replace(PAPER, title=f"x{title}", authors=tuple(authors))
    values, rest = frontmatter.split(markdown(Item(paper, "end", (highlight(quote, comment),))))
    head, _, below = rest.partition("\n\n## Highlights\n\n")
    block, _, note = below.partition("\n\n## Note\n\n")
    assert (values["id"], len(values["authors"])) == (12, len(authors))
    assert head.strip("\n").count("\n") == 0
    assert all(line.startswith(">") for line in block.split("\n"))
    assert note == "end\n"


def test_line_ends_of_windows_become_ours() -> None:
    item = Item(PAPER, "a\r\nb\rc", (highlight(comment="d\r\ne"),))
    assert "\r" not in markdown(item)


def marked(kind: Kind, comment: str = "", text: str = "") -> Highlight:
    return replace(highlight(text, comment), kind=kind, tags=("claim", "open question"))


def test_a_mark_says_its_colour_s_meaning_its_kind_and_its_tags() -> None:
    item = Item(PAPER, "", (marked(Kind.UNDERLINE, text="words"),), {Colour.GREEN: "method"})
    source = "[p. 4](paperdesk://paper/12?page=4&highlight=habc)"
    assert f"> — {source} · green (method) · underline · tagged claim, open question\n" in body(
        item
    )


def test_an_area_is_a_picture_beside_the_file() -> None:
    pictures = {HighlightId("habc"): Path("somewhere") / "habc.png"}
    area = (marked(Kind.AREA, "The *main* figure."),)
    assert "> ![Area on p. 4](assets/habc.png)\n" in body(Item(PAPER, "", area, {}, pictures))
    assert "> Area on p. 4\n" in body(Item(PAPER, "", area))


def test_words_on_a_page_and_drawings_are_told_as_what_they_are() -> None:
    text = body(Item(PAPER, "", (marked(Kind.TEXT, "Ask *them*."),)))
    assert "> Ask *them*.\n>\n> — [p. 4]" in text
    assert "Comment" not in text
    assert "> Drawing on p. 4\n" in body(Item(PAPER, "", (marked(Kind.INK),)))


def test_a_passage_over_pages_is_one_quote() -> None:
    mark = replace(highlight("an exam-"), rest=(Anchor(4, (), "ple"),))
    assert body(Item(PAPER, "", (mark,))).count("> — ") == 1
    assert "> an example\n" in body(Item(PAPER, "", (mark,)))
