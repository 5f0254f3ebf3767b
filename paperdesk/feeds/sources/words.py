"""The HTML of an entry as its words, paragraph by paragraph."""

from paperdesk.infra.markup import pieces

_BLOCKS = ("p", "div", "br", "hr", "li", "ul", "ol", "dl", "dt", "dd", "tr", "table", "pre")
_APART = frozenset({*_BLOCKS, *(f"h{level}" for level in range(1, 7)), "blockquote", "section"})
_SIDE_BY_SIDE = frozenset({"td", "th"})


def words(markup: str) -> str:
    """What a reader would read of a piece of HTML."""
    parts: list[str] = []
    for piece in pieces(markup):
        if isinstance(piece, str):
            parts.append(piece)
        elif piece.name in _APART:
            parts.append("\n\n")
        elif piece.name in _SIDE_BY_SIDE:
            parts.append(" ")
    return "".join(parts).strip()
