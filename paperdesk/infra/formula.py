r"""Formulas that one line of text cannot show, set as pictures; ziamath's only door.

Why limits of its own: each level of fractions and brackets doubles ziamath's time, so that
a short formula could take it for ever. What is refused or broken is shown as text instead.
Works beside the window's thread: a formula takes 16 ms, one in a hundred a second.
"""

import re

from latex2mathml import exceptions
from ziamath import zmath
from ziamath.config import config

from paperdesk.domain.drawn import SIZE, Drawn

MAX_LENGTH = 400
MAX_DEPTH = 6
"""Levels of braces and brackets; of 1,351 such formulas in real abstracts, all but a few fit."""

# Qt's SVG knows no symbols: each letter is a path of its own.
config.svg2 = False

_LEVEL = re.compile(r"\\(?:left|right|begin|end)(?![A-Za-z])|\\.|[{}]", re.DOTALL)
_DOWN = frozenset({"{", "\\left", "\\begin"})
_UP = frozenset({"}", "\\right", "\\end"})


_BROKEN: tuple[type[Exception], ...] = (
    *(ArithmeticError, AssertionError, AttributeError, LookupError, RuntimeError),
    *(TypeError, ValueError),
    *(one for one in vars(exceptions).values() if isinstance(one, type)),
)
"""What ziamath and its parser raise on what they cannot read: they have no error of their own."""


def drawn(source: str) -> Drawn | None:
    """A formula as a picture; None if it is too large, or cannot be read."""
    if len(source) > MAX_LENGTH or _depth(source) > MAX_DEPTH:
        return None
    try:
        made = zmath.Latex(source, size=SIZE, inline=True)
        width, height = made.getsize()
        return Drawn(made.svg().encode(), width, height)
    except _BROKEN:
        return None


def _depth(source: str) -> int:
    """How deep a formula is nested, at its deepest."""
    depth = deepest = 0
    for found in _LEVEL.finditer(source):
        depth += (found[0] in _DOWN) - (found[0] in _UP)
        deepest = max(deepest, depth)
    return deepest
