"""Markdown as HTML that is safe to show (the one door to markdown-it-py).

A note may have been written by anybody: HTML in it is shown as text, a link
leads to the web or into the library or nowhere, and a picture is only linked,
so that showing a note asks nothing of the network.
"""

import html
import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import markdown_it
import mdit_py_plugins.dollarmath
import mdit_py_plugins.footnote

from paperdesk.infra import latex

SCHEMES = ("http://", "https://", "paperdesk://")
"""What a link may begin with."""

DEEPEST = 60
"""Lists in lists, quotes in quotes: what is deeper is not shown."""

_BOX = re.compile(r"(<li>(?:\n<p>)?)\[([ xX])\] ")
"""A task at the start of a list item; no text can look so, for its < is escaped."""


def to_html(text: str) -> str:
    """CommonMark with tables, footnotes, struck text and simple formulas."""
    shown = str(_parser().render(text)).replace("\n</code></pre>", "</code></pre>")
    return _BOX.sub(lambda found: found[1] + ("☐ " if found[2] == " " else "☑ "), shown)


@lru_cache(maxsize=1)
def _parser() -> "markdown_it.MarkdownIt":
    parser = markdown_it.MarkdownIt("commonmark", {"html": False, "maxNesting": DEEPEST})
    parser.disable(["html_block", "html_inline"])
    parser.enable(["table", "strikethrough"])
    parser.use(mdit_py_plugins.footnote.footnote_plugin)
    parser.use(
        mdit_py_plugins.dollarmath.dollarmath_plugin,
        allow_space=False,
        allow_digits=False,
        allow_labels=False,
        renderer=_formula,
    )
    parser.validateLink = _allowed  # type: ignore[method-assign]
    parser.add_render_rule("image", _picture)
    return parser


def _allowed(url: str) -> bool:
    return url.strip().lower().startswith(SCHEMES)


def _formula(tex: str, _options: dict[str, Any]) -> str:
    """A formula in ordinary characters."""
    return latex.rich(f"${tex.strip()}$")


def _picture(
    _renderer: object, tokens: Sequence[Any], index: int, _options: object, _env: object
) -> str:
    """A link in the place of a picture, which would be fetched to be shown."""
    token = tokens[index]
    address = str(token.attrGet("src") or "")
    return f'<a href="{html.escape(address)}">{html.escape(token.content or address)}</a>'
