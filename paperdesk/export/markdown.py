"""A paper as a Markdown file: front matter, title, highlights, note."""

from paperdesk.domain import quote
from paperdesk.domain.colours import spoken
from paperdesk.domain.deeplink import DeepLink
from paperdesk.domain.note import Highlight, Kind
from paperdesk.domain.paper import Paper
from paperdesk.export import frontmatter
from paperdesk.export.outcome import Item
from paperdesk.infra import latex

ASSETS = "assets"
"""The folder of pictures, beside the files that show them."""

_NAMES = {Kind.AREA: "Area", Kind.INK: "Drawing"}


def markdown(item: Item) -> str:
    """The whole file; equal items make equal files, at any time."""
    parts = [f"# {_heading(item.paper.title)}"]
    if item.highlights:
        parts += ["## Highlights", *(_highlight(each, item) for each in item.highlights)]
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


def _highlight(highlight: Highlight, item: Item) -> str:
    """A mark, its place and colour, and what the reader said of it, in one block."""
    anchor = highlight.anchor
    link = str(DeepLink(highlight.paper, anchor.page, highlight.id))
    facts = [
        f"— {quote.source(anchor.label, anchor.page, link)}",
        quote.escaped(spoken(highlight.colour, item.meanings)),
        "" if highlight.kind is Kind.HIGHLIGHT else highlight.kind.value,
        f"tagged {quote.escaped(', '.join(highlight.tags))}" if highlight.tags else "",
    ]
    remark = _lines(highlight.comment).strip()
    return quote.block(
        remark if highlight.kind is Kind.TEXT else _passage(highlight, item),
        " · ".join(filter(None, facts)),
        "" if highlight.kind is Kind.TEXT else _comment(remark),
    )


def _passage(highlight: Highlight, item: Item) -> str:
    """The words that were marked, or the picture of an area."""
    anchor = highlight.anchor
    what = f"on p. {anchor.label or anchor.page + 1}"
    picture = item.pictures.get(highlight.id)
    if highlight.kind is Kind.AREA and picture is not None:
        return f"![Area {quote.escaped(what)}]({ASSETS}/{picture.name})"
    if highlight.text:
        return quote.escaped(highlight.text)
    return quote.escaped(f"{_NAMES.get(highlight.kind, 'Mark')} {what}")


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
