"""Light LaTeX, as it stands in titles and abstracts, read into styled spans.

What the reader is not sure of it leaves as it was: a lone dollar sign is money,
an unmatched brace is a brace. One pass and a bounded depth: any input ends soon.
"""

from paperdesk.infra.tex.commands import on_bare, on_command
from paperdesk.infra.tex.cursor import Cursor, Span, Style, Symbols
from paperdesk.infra.tex.marks import MARKS

__all__ = ["Span", "Style", "Symbols", "spans"]


def spans(text: str, symbols: Symbols) -> Span:
    """Read a text; `symbols` tells the character behind a command's name."""
    handlers = {**MARKS, "command": on_command, "bare": on_bare}
    return Cursor(text, symbols, handlers).group(0, len(text))
