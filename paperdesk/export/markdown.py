"""A paper as a Markdown file: front matter, title, highlights, note."""

from paperdesk.domain import quote
from paperdesk.domain.deeplink import DeepLink
from paperdesk.domain.note import Highlight
from paperdesk.domain.paper import Paper
from paperdesk.export import frontmatter
from paperdesk.export.outcome import Item
from paperdesk.infra import latex


def markdown(item: Item) -> str:
    """The whole file; equal items make equal files, at any time."""
    parts = [f"# {_heading(item.paper.title)}"]
    if item.highlights:
        parts += ["## Highlights", *map(_highlight, item.highlights)]
    if item.note.strip():
        parts += ["## Note", _lines(item.note).strip("\n")]
    return frontmatter.dump(_head(item.paper)) + "\n" + "\n\n".join(parts) + "\n"


def _head(paper: Paper) -> dict[str, object]:
    return {
        "id": int(paper.id),
        "citekey": paper.citekey,
        "title": _plain(paper.title),
        "authors": [_plain(author) for author in paper.authors],
        "year": paper.year,
        "arxiv": paper.arxiv,
        "doi": paper.doi,
        "url": paper.url,
        "tags": list(paper.tags),
        "state": paper.state.value,
    }


def _highlight(highlight: Highlight) -> str:
    """A passage, its place and colour, and what the reader said of it, in one block."""
    anchor = highlight.anchor
    link = str(DeepLink(highlight.paper, anchor.page, highlight.id))
    where = quote.source(anchor.label, anchor.page, link)
    return quote.block(
        quote.escaped(highlight.text),
        f"— {where} · {highlight.colour.value}",
        _comment(_lines(highlight.comment).strip()),
    )


def _comment(text: str) -> str:
    """The reader's words, told from the author's; lists and code keep their lines."""
    if not text:
        return ""
    on_one_line = text[0].isalpha() and "\n" not in text
    return f"**Comment:**{' ' if on_one_line else chr(10) * 2}{text}"


def _heading(title: str) -> str:
    """A title as a heading, which would lose number signs at its end."""
    text = quote.escaped(_plain(title))
    return text[:-1] + "\\#" if text.endswith("#") else text


def _plain(text: str) -> str:
    return quote.plain_line(latex.plain(text))


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
