r"""LaTeX in titles and abstracts, shown as text; pylatexenc's only door.

Titles and abstracts are stored as they came and converted when they are shown.

Why not pylatexenc for all of it: it takes 6 ms an abstract, drops every command
that it does not know ("we propose \method" lost its name), and reads "costs $5
and $10" as a formula. So the reading is ours, in `infra.tex`, and pylatexenc
tells which character stands behind a command.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from functools import lru_cache

from pylatexenc import latex2text, macrospec

from paperdesk.infra.tex import Span, Style, spans

MAX_LENGTH = 20_000
"""Longer texts are no abstracts; they are shown as they are."""

_MARKS = re.compile(r"[\\$~{}^_`\n\r\t]")
_TALL = re.compile(
    r"\\(?:[dtc]?frac|binom|begin|sqrt|(?:sum|prod|int|lim|max|min|sup|inf|big(?:cup|cap))"
    r"(?:\\limits)?\s*_|under(?:brace|set|line)|over(?:brace|set|line)|stackrel|substack)"
    r"(?![A-Za-z])"
)
"""What a formula has in it that takes more than a line: one in twelve has."""

Draw = Callable[[str], str]
"""A formula's HTML, of what is written for it; "" where it is to be text."""

_RUNS_OF_SPACE = re.compile(r"\s+")
_LOOSE = re.compile(r"\s+([,;.!?)](?:\s|$))")
_PARAGRAPH = re.compile(r"\n[ \t]*\n\s*|(?<=[.!?])\n[ \t]{2,}")

# fmt: off
_OWN = {
    "%": "%", "&": "&", "$": "$", "#": "#", "_": "_", "{": "{", "}": "}", "|": "‖",
    "sim": "~", "thicksim": "~", "colon": ":", "cdots": "…", "ldots": "…", "prime": "′",
    "star": "*", "ast": "*", "phi": "φ", "epsilon": "ε", "top": "⊤", "iff": "⇔", "coloneqq": "≔",
    "lesssim": "≲", "gtrsim": "≳", "argmax": "argmax", "argmin": "argmin",
    "LaTeX": "LaTeX", "TeX": "TeX", "S": "§", "P": "¶", "degree": "°", "euro": "€", "pounds": "£",
    "copyright": "©", "checkmark": "✓", "textasciicircum": "^",
}
# fmt: on
"""What pylatexenc does not know, or shows with a character that few fonts have."""

_ALPHABETS = {
    "mathbb": "doublestruck",
    "mathds": "doublestruck",
    "mathcal": "script",
    "mathscr": "script",
    "mathfrak": "fraktur",
}
_RAISED = str.maketrans(
    "0123456789+-=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWβγδθφχ⊤*′∗",
    "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵝᵞᵟᶿᵠᵡᵀ*′*",
)
_LOWERED = str.maketrans(
    "0123456789+-=()aehijklmnoprstuvxβγρφχ",
    "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ",
)
_TAGS = {
    Style.ITALIC: "i",
    Style.BOLD: "b",
    Style.CODE: "code",
    Style.SUP: "sup",
    Style.SUB: "sub",
}


def plain(text: str) -> str:
    """A title or an abstract as one line of plain text."""
    if not _is_unusual(text):
        return text
    return _plain(text) if len(text) <= MAX_LENGTH else _RUNS_OF_SPACE.sub(" ", text).strip()


def name(text: str) -> str:
    r"""Somebody's name: accents may be spelt as in TeX (Zs\'ofia), a bare $ or _ is a letter."""
    return plain(text) if "\\" in text else " ".join(text.split())


def rich(text: str, draw: Draw | None = None) -> str:
    """The same as HTML that is safe to show: <i>, <b>, <code>, <sup>, <sub>, <br>.

    `draw` gives the HTML of a formula that one line of text cannot show, or "".
    """
    if not _is_unusual(text) or len(text) > MAX_LENGTH:
        return html.escape(text)
    return _rich(text) if draw is None or not _TALL.search(text) else _paragraphs(text, draw)


def _is_unusual(text: str) -> bool:
    """Whether there is anything to convert: asked of every row that is painted."""
    if _MARKS.search(text):
        return True
    return "--" in text or "''" in text or "  " in text


@lru_cache(maxsize=2048)
def _plain(text: str) -> str:
    return _tidy(_as_text(spans(text, _symbol)))


@lru_cache(maxsize=256)
def _rich(text: str) -> str:
    return _paragraphs(text, _undrawn)


def _paragraphs(text: str, draw: Draw) -> str:
    paragraphs = filter(None, map(str.strip, _PARAGRAPH.split(text)))
    return "<br><br>".join(_tidy(_as_html(spans(part, _symbol), draw)) for part in paragraphs)


def _undrawn(_: str) -> str:
    return ""


def _tidy(text: str) -> str:
    """A text without hard wraps, and without the holes that dropped commands leave."""
    return _LOOSE.sub(r"\1", _RUNS_OF_SPACE.sub(" ", text)).strip()


def _as_text(part: Span | str) -> str:
    if isinstance(part, str):
        return part
    inside = "".join(map(_as_text, part.parts))
    if part.style is Style.SUP:
        return _script(inside, "^", _RAISED)
    return _script(inside, "_", _LOWERED) if part.style is Style.SUB else inside


def _script(inside: str, mark: str, characters: dict[int, int]) -> str:
    """`x²` where every character has such a form, else `x^q` or `x_(a,b)`."""
    inside = inside.strip()
    if all(ord(char) in characters for char in inside):
        return inside.translate(characters)
    return mark + (inside if re.fullmatch(r"\w+|[^\w\s]|[\d.]+", inside) else f"({inside})")


def _as_html(part: Span | str, draw: Draw) -> str:
    if isinstance(part, str):
        return html.escape(part)
    if part.source and _TALL.search(part.source) and (drawn := draw(part.source)):
        return drawn
    inside = "".join(_as_html(one, draw) for one in part.parts)
    tag = _TAGS.get(part.style)
    return f"<{tag}>{inside}</{tag}>" if tag and inside else inside


@lru_cache(maxsize=1024)
def _symbol(name: str) -> str | None:
    """The character behind a command; for alphabets `name` holds its letter too."""
    if name in _OWN:
        return _OWN[name]
    command, _, letter = name.partition("{")
    if letter:
        return str(latex2text.fmt_math_text_style(letter[0], _ALPHABETS[command]))
    simple = getattr(_macros().get_macro_spec(command), "simplify_repl", None)
    return simple.strip() or None if isinstance(simple, str) and "%" not in simple else None


@lru_cache(maxsize=1)
def _macros() -> macrospec.LatexContextDb:
    """What pylatexenc knows: 14 ms to make, so only when a text asks for it."""
    return latex2text.get_default_latex_context_db()
