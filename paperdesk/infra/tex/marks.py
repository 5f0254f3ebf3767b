"""What the marks of LaTeX mean: dollars, braces, scripts, ties, dashes, quotes."""

import re

from paperdesk.infra.tex.cursor import Cursor, Handlers, Style

_MONEY = re.compile(r"\d[\d.,]*\s*(?:[kKMB]|million|billion)?[,;:.)]?\s+\(?[A-Za-z]{2}")
_PROSE = re.compile(r"(?<![\\A-Za-z])[A-Za-z]{2,}\s+[a-z]{2,}\s+[a-z]{2}")
_TRANSPARENT = re.compile(r"[\w.+/-]+|[,=<>*^—–“”‘’]|[\w.+/-]*\\.*", re.DOTALL)
_SIGNS = re.compile(r"\s*(?:\\[A-Za-z]+\s*|[~<>=≈×±≤≥]\s*)+")
"""Nothing but signs: no sum of money, whatever stands around it (`$\\times$1024`)."""

_TELLING = re.compile(r"\\[A-Za-z]|\w[\^_]")
"""What no sum of money has in it."""

_AMOUNT = re.compile(r"\d[A-Za-z%]?$")
_SINGLE = re.compile(r"`([^`'\s][^`'\n]{0,80})'(?!\w)")

# fmt: off
_NAMED = {
    "sim": "~", "approx": "≈", "times": "×", "pm": "±", "leq": "≤", "le": "≤", "geq": "≥",
    "ge": "≥", "rightarrow": "→", "to": "→", "cdot": "·",
}
# fmt: on
"""Commands whose backslash a page has eaten; between braces they can be told."""


def _url(cursor: Cursor, token: re.Match[str]) -> int:
    r"""An address is not LaTeX; a page that ate `\href` has it twice: `https://a{https://a}`."""
    cursor.put(token[0])
    at = token.end()
    twice = cursor.text.startswith("{http", at) and cursor.partner(at)
    return twice + 1 if twice else at


def _dollar(cursor: Cursor, token: re.Match[str]) -> int:
    mark, start = token[0], token.end()
    stop = cursor.find(mark, start)
    if cursor.math or stop < 0 or not _is_formula(cursor.text, start, stop):
        cursor.put(mark)
        return start
    cursor.put(cursor.formula(start, stop))
    return stop + len(mark)


def _is_formula(text: str, start: int, stop: int) -> bool:
    """Whether two dollar signs hold a formula between them, not a sum of money each."""
    inside = text[start:stop]
    if _SIGNS.fullmatch(inside):
        return True
    if not inside or inside[-1] == "\\":
        return False
    if (inside[0].isspace() or inside[-1].isspace()) and not _TELLING.search(inside):
        return False
    if text[stop + 1 : stop + 2].isdigit():
        return False
    return not _MONEY.match(inside) and not _PROSE.search(inside)


def _open(cursor: Cursor, token: re.Match[str]) -> int:
    at, stop = token.start(), cursor.partner(token.start())
    if not stop:
        cursor.put("{")
        return at + 1
    inside = cursor.text[at + 1 : min(stop, at + 80)]
    whole = at == 0 and stop == len(cursor.text) - 1
    if inside in _NAMED and not cursor.math:
        cursor.put(_NAMED[inside])
    elif cursor.math or whole or not inside or _TRANSPARENT.fullmatch(inside):
        cursor.put(cursor.group(at + 1, stop))
    else:
        cursor.put("{", cursor.group(at + 1, stop), "}")
    return stop + 1


def _close(cursor: Cursor, token: re.Match[str]) -> int:
    cursor.put("}")
    return token.end()


def _script(cursor: Cursor, token: re.Match[str]) -> int:
    """A raised or lowered part; outside a formula only where it can be nothing else."""
    at, style = token.end(), Style.SUP if token[0] == "^" else Style.SUB
    if cursor.text.startswith("circ", at) and token[0] == "^":
        cursor.put("°")
        return at + len("circ")
    if not cursor.math and not _is_script(cursor.text, token.start()):
        cursor.put(token[0])
        return at
    inside, after = cursor.atom(cursor.skip(at) if cursor.math else at, style)
    if str(inside) == "∘":
        cursor.put("°")
    else:
        cursor.put(inside if inside.parts else token[0])
    return after


_RAISED = re.compile(r"(?<=[\w)\]}])\^(?:\{|\\circ|\d|[A-Za-z*](?![A-Za-z*^]))")
_LOWERED = re.compile(r"(?<=[^\W_])_\{|(?<=[})])_[\w{]|(?<=[^\W\d_])_[A-Za-z0-9](?!\w)")


def _is_script(text: str, at: int) -> bool:
    """Whether `R^2`, `G_{stack}` or `v_i` stands here, rather than `snake_case`."""
    if text[at] == "^":
        return _RAISED.match(text, at) is not None
    return _LOWERED.match(text, at) is not None and (text[at + 1] == "{" or _stands_alone(text, at))


def _stands_alone(text: str, at: int) -> bool:
    """Whether the letter before an underscore is a name of its own: `v_i`, not `dev_i`."""
    return at < 2 or not (text[at - 2].isalnum() or text[at - 2] in "_/\\.-")


def _tie(cursor: Cursor, token: re.Match[str]) -> int:
    """A tie between two words is a space; before a number it says "about"."""
    before, after = cursor.around(token)
    tied = (before.isalnum() or before in ".,)]}") and not after.isspace()
    is_range = (
        after.isdigit()
        and _AMOUNT.search(cursor.text[max(0, token.start() - 2) : token.start()]) is not None
    )
    cursor.put(" " if cursor.math or (tied and not is_range) else "~")
    return token.end()


def _dash(cursor: Cursor, token: re.Match[str]) -> int:
    before, after = cursor.around(token)
    is_option = (before.isspace() or before in "\"'`([") and after.isalpha()
    cursor.put(token[0] if is_option else "—" if len(token[0]) == 3 else "–")
    return token.end()


def _quote(cursor: Cursor, token: re.Match[str]) -> int:
    mark, (before, after) = token[0], cursor.around(token)
    if cursor.math:
        cursor.put("′" * len(mark) if "'" in mark else mark)
    elif mark == "`":
        return _single(cursor, token)
    elif mark == "'":
        cursor.put("'")
    else:
        opens = mark == "``" or (before in " \n\t([—" and not after.isspace())
        cursor.put("“" if opens else "”")
    return token.end()


def _single(cursor: Cursor, token: re.Match[str]) -> int:
    """`Quoted' in LaTeX's way; a lone backquote, or Markdown's pair, stays."""
    found = _SINGLE.match(cursor.text, token.start(), cursor.end)
    if found is None:
        cursor.put("`")
        return token.end()
    cursor.put("‘", cursor.group(found.start(1), found.end(1)), "’")
    return found.end()


MARKS: Handlers = {
    "url": _url,
    "dollar": _dollar,
    "open": _open,
    "close": _close,
    "script": _script,
    "tie": _tie,
    "dash": _dash,
    "quote": _quote,
}
