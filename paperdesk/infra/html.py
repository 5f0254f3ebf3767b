"""HTML from feeds and pages, made safe to show or read as text; nh3's only door.

Feeds are hostile until shown otherwise. What is shown has no scripts, styles,
forms or pictures, loads nothing, and its links lead to web pages only.
"""

import html
import re

import nh3

from paperdesk.infra.markup import Tag, pieces

MAX_LENGTH = 200_000
"""Characters that are looked at; the rest of a longer text is left out."""

MAX_DEPTH = 60
"""What is nested deeper is shown as text: parsers take squares of the depth."""

# fmt: off
_BLOCKS = frozenset({
    "address", "article", "aside", "caption", "dd", "div", "dt", "figure", "figcaption", "footer",
    "header", "hr", "main", "nav", "section", "tr",
})
_PARAGRAPHS = frozenset({
    "p", "blockquote", "pre", "ul", "ol", "dl", "table", "h1", "h2", "h3", "h4", "h5", "h6",
})
_FLAT = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr",
    "p", "li", "dd", "dt", "tr", "td", "th", "option",
})
"""What holds nothing, or is closed by its next kind: it does not nest."""

_SHOWN = frozenset({
    "a", "abbr", "b", "blockquote", "br", "cite", "code", "dd", "del", "dl", "dt", "em", "h1", "h2",
    "h3", "h4", "h5", "h6", "hr", "i", "ins", "kbd", "li", "ol", "p", "pre", "q", "s", "samp",
    "small", "strong", "sub", "sup", "table", "tbody", "td", "th", "thead", "tr", "tt", "u", "ul",
    "var",
})
_UNSEEN = frozenset({
    "head", "iframe", "math", "noscript", "object", "script", "select", "style", "svg", "template",
    "textarea", "title",
})
"""Elements of which nothing is left, not even their text."""
# fmt: on

_WEB = re.compile(r"https?://[^\s<>\"']+", re.IGNORECASE)
_SPACES = re.compile(r"[^\S\n]+")
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Also what turns the direction of text about: with it, a link can lie."""


def safe(markup: str) -> str:
    """HTML that can be shown: known tags, links to web pages, nothing that loads."""
    markup = _CONTROLS.sub("", markup[:MAX_LENGTH])
    if _depth(markup) > MAX_DEPTH:
        return html.escape(text(markup)).replace("\n", "<br>")
    return nh3.clean(
        markup,
        tags=set(_SHOWN),
        clean_content_tags=set(_UNSEEN),
        attributes={"a": {"href"}},
        attribute_filter=_only_web_pages,
        url_schemes={"http", "https"},
        link_rel=None,
    )


def text(markup: str) -> str:
    """The text of HTML: a line for each block, a blank line between paragraphs."""
    out: list[str] = []
    unseen = 0
    for piece in pieces(_CONTROLS.sub("", markup[:MAX_LENGTH])):
        if isinstance(piece, str):
            out.append("" if unseen else _CONTROLS.sub("", piece.replace("\n", " ")))
        elif piece.name in _UNSEEN:
            unseen = max(0, unseen + (-1 if piece.closes else 1))
        elif not unseen:
            out.append(_break(piece))
    lines = [_SPACES.sub(" ", line).strip() for line in "".join(out).split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _break(tag: Tag) -> str:
    """What a tag does to the flow of a text."""
    if tag.name == "li":
        return "" if tag.closes else "\n• "
    if tag.name in _PARAGRAPHS:
        return "\n\n"
    if tag.name in ("td", "th"):
        return " "
    return "\n" if tag.name in _BLOCKS or tag.name == "br" else ""


def _depth(markup: str) -> int:
    """How deep elements are nested, those that are never closed counted too."""
    deepest = depth = 0
    for piece in pieces(markup):
        if isinstance(piece, Tag) and piece.name not in _FLAT:
            depth = max(0, depth - 1) if piece.closes else depth + 1
            deepest = max(deepest, depth)
    return deepest


def _only_web_pages(_element: str, attribute: str, value: str) -> str | None:
    """A link's address if it is a web page's; relative ones lead nowhere from here."""
    return value if attribute == "href" and _WEB.fullmatch(value.strip()) else None
