"""HTML of notes and titles."""

import pytest

from paperdesk.intake.bibliography.markup import markdown, paragraphs, plain


def test_tags_in_a_title_go() -> None:
    assert plain("The <i>E. coli</i>  &amp; CO<sub>2</sub> for a < b") == (
        "The E. coli & CO2 for a < b"
    )


def test_an_abstract_keeps_its_paragraphs() -> None:
    assert paragraphs("<jats:p>One\n two.</jats:p><jats:p>Three.</jats:p>") == "One two.\n\nThree."


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("plain\n\ntext", "plain\n\ntext"),
        ("<p>One <b>two</b> <em>three</em></p><p>Four</p>", "One **two** *three*\n\nFour"),
        ("<h2>Head</h2><ul><li>a</li><li>b</li></ul>", "## Head\n\n- a\n- b"),
        ("<ol><li>a</li><li>b</li></ol>", "1. a\n2. b"),
        ('<a href="https://a.b">x</a>', "[x](https://a.b)"),
        ("<blockquote><p>Said</p></blockquote>", "> Said"),
        ("<script>alert(1)</script><p>&lt;x&gt; &amp;</p>", "<x> &"),
        ("<p>unclosed <b>bold", "unclosed **bold"),
        ("</ul></ol></a></p>", ""),
    ],
)
def test_a_note_becomes_markdown(html: str, text: str) -> None:
    assert markdown(html) == text
