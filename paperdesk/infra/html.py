"""HTML from feeds as text.

Feeds are hostile until shown otherwise: nothing of their HTML is kept, so
nothing of it can be shown, loaded or followed.
"""

import re

from paperdesk.infra.markup import Tag, pieces

MAX_LENGTH = 200_000
"""Characters that are looked at; the rest of a longer text is left out."""

# fmt: off
_BLOCKS = frozenset({
    "address", "article", "aside", "caption", "dd", "div", "dt", "figure", "figcaption", "footer",
    "header", "hr", "main", "nav", "section", "tr",
})
_PARAGRAPHS = frozenset({
    "p", "blockquote", "pre", "ul", "ol", "dl", "table", "h1", "h2", "h3", "h4", "h5", "h6",
})
_UNSEEN = frozenset({
    "head", "iframe", "math", "noscript", "object", "script", "select", "style", "svg", "template",
    "textarea", "title",
})
"""Elements of which nothing is left, not even their text."""
# fmt: on

_SPACES = re.compile(r"[^\S\n]+")
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Also what turns the direction of text about: with it, a link can lie."""


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
