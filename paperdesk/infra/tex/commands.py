"""What the commands of LaTeX do to a title or an abstract."""

import re
import unicodedata
from collections.abc import Callable

from paperdesk.infra.tex.cursor import Cursor, Span, Style

_STYLE_COMMANDS = {
    Style.ITALIC: "textit emph textsl mathit",
    Style.BOLD: "textbf mathbf boldsymbol bm pmb",
    Style.CODE: "texttt mathtt code",
    Style.SUP: "textsuperscript",
    Style.SUB: "textsubscript",
    Style.PLAIN: "text textrm textsc textsf textup textnormal mathrm mathsf mathnormal mbox hbox "
    "mathop operatorname underline uline overline underbrace overbrace ensuremath url",
}
_SWITCH_COMMANDS = {
    Style.ITALIC: "it em sl itshape",
    Style.BOLD: "bf bfseries",
    Style.CODE: "tt ttfamily",
    Style.PLAIN: "rm sc sf scshape normalfont",
}
_STYLES = {name: style for style, names in _STYLE_COMMANDS.items() for name in names.split()}
_SWITCHES = {name: style for style, names in _SWITCH_COMMANDS.items() for name in names.split()}
_TEXT_STYLES = frozenset({"text", "mbox", "hbox", "textrm", "textnormal"})
# fmt: off
_TEXT_ACCENTS = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", '"': "\u0308", "~": "\u0303", "=": "\u0304",
    ".": "\u0307", "c": "\u0327", "v": "\u030c", "u": "\u0306", "H": "\u030b", "k": "\u0328",
    "r": "\u030a", "d": "\u0323", "b": "\u0331",
}
_MATH_ACCENTS = {
    "hat": "\u0302", "widehat": "\u0302", "tilde": "\u0303", "widetilde": "\u0303",
    "bar": "\u0304", "vec": "\u20d7", "dot": "\u0307", "ddot": "\u0308", "check": "\u030c",
}
# fmt: on
_PADDED = frozenset("≤≥≠≈≡≃≅∝≪≫≲≳⩽⩾∈∉∋⊂⊃⊆⊇→←↔⇒⇐⇔↦⟶~∧∨∪∩")
_ESCAPED = re.compile(r"\\([^A-Za-z])")
_LATIN = frozenset("ßøØåÅæÆœŒłŁıȷđĐ")
_SPACES = (",", ";", ":", " ", "\n", "\t", "\\", "quad", "qquad", "newline", "par", "item")
_SIZES = "left right big Big bigg Bigg bigl bigr Bigl Bigr small large Large displaystyle textstyle"
_LAYOUT = "limits nolimits xspace protect noindent centering ! / - @"
_FIXED = dict.fromkeys(_SPACES, " ") | dict.fromkeys(f"{_SIZES} {_LAYOUT}".split(" "), "")
_SILENT = ("cite", "citep", "citet", "citealp", "ref", "eqref", "cref", "label", "begin", "end")


def on_command(cursor: Cursor, token: re.Match[str]) -> int:
    """A command: an accent, a style, one of those with arguments, or a character."""
    name, at = token["command"].rstrip("*") or "*", token.end()
    if name in _FIXED:
        cursor.put(_FIXED[name])
        return at
    if name in _VERBS:
        return _VERBS[name](cursor, name, at)
    if name in _STYLES:
        return _styled(cursor, name, at)
    if name in _TEXT_ACCENTS or (cursor.math and name in _MATH_ACCENTS):
        return _accent(cursor, name, at)
    if name in _SWITCHES:
        cursor.put(cursor.group(cursor.skip(at), cursor.end, _SWITCHES[name]))
        return cursor.end
    return _character(cursor, name, at)


def on_bare(cursor: Cursor, token: re.Match[str]) -> int:
    """A command whose backslash a page has eaten, as in `textit{O}bstacles`."""
    if token["bare"] in _ALPHABETS:
        return _letter(cursor, token["bare"], token.end())
    return _styled(cursor, token["bare"], token.end())


def _styled(cursor: Cursor, name: str, at: int) -> int:
    stop = cursor.partner(cursor.skip(at))
    if _STYLES[name] is Style.CODE and stop:
        code = cursor.text[cursor.skip(at) + 1 : stop]
        cursor.put(Span(Style.CODE, (_ESCAPED.sub(r"\1", code),)))
        return stop + 1
    math = cursor.math
    cursor.math = math and name not in _TEXT_STYLES
    inside, after = cursor.argument(at, _STYLES[name])
    cursor.math = math
    if _is_upright(name):
        inside = Span(inside.style, (str(inside),))
    cursor.put(inside if inside.parts else "")
    return after


def _is_upright(name: str) -> bool:
    """Whether letters in this command are words, not variables."""
    return name in ("mathrm", "mathsf", "operatorname", "mathtt", "mathbf")


def _accent(cursor: Cursor, name: str, at: int) -> int:
    """A letter with its accent; what makes no letter of the world is a quote or a slip."""
    mark = _TEXT_ACCENTS.get(name) or _MATH_ACCENTS[name]
    base, after = cursor.atom(cursor.skip(at) if name.isalpha() else at)
    word = str(base).replace("ı", "i").replace("ȷ", "j")
    letter = unicodedata.normalize("NFC", word[:1] + mark)
    if word[:1].isalpha() and (len(letter) == 1 or cursor.math):
        word = letter + word[1:]
    elif not name.isalpha():
        word = name + word
    is_variable = cursor.math and 0 < len(word) <= 2
    cursor.put(Span(Style.ITALIC, (word,)) if is_variable else word)
    return after


def _formula(cursor: Cursor, name: str, at: int) -> int:
    r"""A formula between `\(` and `\)`, or `\[` and `\]`."""
    stop = cursor.find("\\)" if name == "(" else "\\]", at)
    if stop < 0 or cursor.math:
        cursor.put(f"\\{name}")
        return at
    cursor.put(cursor.formula(cursor.skip(at), stop))
    return stop + 2


def _link(cursor: Cursor, _name: str, at: int) -> int:
    address, at = cursor.argument(at)
    shown, at = cursor.argument(at)
    cursor.put(shown if str(shown).strip() else address)
    return at


def _aside(cursor: Cursor, _name: str, at: int) -> int:
    inside, at = cursor.argument(at)
    cursor.put(*(" (", inside, ")") if inside.parts else " ")
    return at


def _nothing(cursor: Cursor, name: str, at: int) -> int:
    """A command whose argument says nothing to a reader."""
    cursor.put(" " if name in ("begin", "end") else "")
    return cursor.argument(at)[1]


def _fraction(cursor: Cursor, _name: str, at: int) -> int:
    over, at = cursor.argument(at)
    under, at = cursor.argument(at)
    cursor.put(*_closed(over), "/", *_closed(under))
    return at


def _root(cursor: Cursor, _name: str, at: int) -> int:
    inside, at = cursor.argument(at)
    cursor.put("√", *_closed(inside))
    return at


def _letter(cursor: Cursor, name: str, at: int) -> int:
    r"""A letter of another alphabet: `\mathbb{R}` has a character of its own."""
    inside, after = cursor.argument(at)
    word = str(inside)
    char = cursor.symbols(f"{name}{{{word}}}") if len(word) == 1 else None
    cursor.put(char or word)
    return after


def _character(cursor: Cursor, name: str, at: int) -> int:
    """A symbol; of a command that nobody knows, the author's own, its name is left."""
    char = cursor.symbols(name)
    if char is None or not name[0].isalpha():
        cursor.put(char or name)
        return at
    if not cursor.math:
        cursor.put(char)
        return cursor.skip(at) if char in _LATIN else at
    after = cursor.skip(at)
    following = cursor.text[after] if after < cursor.end else ""
    _operator(cursor, char, following)
    if after > at and following and following in "=<>+-" and cursor.tail() != " ":
        cursor.put(" ")
    return after


def _operator(cursor: Cursor, char: str, after: str) -> None:
    """A symbol with the air around it that it has in a formula."""
    before = cursor.tail()
    spaced = before == " "
    if char in _PADDED and before and before not in "([":
        cursor.put("" if spaced else " ", char, " ")
    elif len(char) > 1 and char.isalpha():
        opens = before.isalnum() or before in (")", "]")
        cursor.put(" " if opens else "", char, " " if after.isalnum() or after == "\\" else "")
    elif char == ":":
        cursor.put(": ")
    else:
        cursor.put(char, " " if spaced and after and not char.isalpha() else "")


def _closed(span: Span) -> tuple[str | Span, ...]:
    """A span in parentheses, where it needs them to stay one thing."""
    is_one = re.fullmatch(r"[\w.]*|\([^()]*\)", str(span)) is not None
    return (span,) if is_one else ("(", span, ")")


_ALPHABETS = ("mathbb", "mathcal", "mathfrak", "mathscr", "mathds")
_VERBS: dict[str, Callable[[Cursor, str, int], int]] = {
    **dict.fromkeys("([", _formula),
    **dict.fromkeys(_ALPHABETS, _letter),
    **dict.fromkeys(("frac", "dfrac", "tfrac", "nicefrac"), _fraction),
    **dict.fromkeys(_SILENT, _nothing),
    "sqrt": _root,
    "href": _link,
    "footnote": _aside,
}
