"""The place in a LaTeX text that is being read, and what has been made of it."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import Enum

MAX_DEPTH = 24
"""Groups nested deeper than this stay as they are written."""

MAX_FORMULA = 600
"""A formula's beginning whose end is farther away than this has none."""


class Style(Enum):
    """How a span differs from the text around it."""

    PLAIN = "plain"
    ITALIC = "italic"
    BOLD = "bold"
    CODE = "code"
    SUP = "sup"
    SUB = "sub"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text, made of strings and other spans, in one style."""

    style: Style
    parts: tuple["str | Span", ...]
    source: str = ""
    """What was written for it, if it is a whole formula."""

    def __str__(self) -> str:
        return "".join(map(str, self.parts))


Symbols = Callable[[str], str | None]
"""The character behind a command: `alpha`, or `mathbb{R}`; None if there is none."""

Handlers = Mapping[str, Callable[["Cursor", re.Match[str]], int]]
"""What to do at a token, by its kind; a handler returns where to read on."""

_TOKEN = re.compile(
    r"""(?P<url>https?://[^\s{}$\\<>"]+)
      | \\(?P<command>[A-Za-z]+\*?|.)
      | (?P<bare>\b(?:text(?:it|bf|tt|sc|sf|rm)|math(?:rm|bf|it|sf|tt|cal|bb))(?=\{))
      | (?P<dollar>\$\$?)
      | (?P<open>\{) | (?P<close>\})
      | (?P<script>[\^_])
      | (?P<tie>~)
      | (?P<dash>-{2,3})
      | (?P<quote>``|''|[`'])
    """,
    re.VERBOSE | re.DOTALL,
)
_BRACE = re.compile(r"\\.|([{}])", re.DOTALL)
_ATOM = re.compile(r"-?\d+|\w|[*+∗-]")
_SPACES = re.compile(r"\s*")
_LETTERS = re.compile(r"([A-Za-z]+)")


class Cursor:
    """A text, how far it may be read, and the parts of the group being read.

    Handlers always go on behind what they have read: nothing is read twice, so
    that nested braces cost no more than flat ones.
    """

    def __init__(self, text: str, symbols: Symbols, handlers: Handlers) -> None:
        self.text = text
        self.symbols = symbols
        self.math = False
        self.end = len(text)
        self.depth = 0
        self.parts: list[str | Span] = []
        self._handlers = handlers
        self._partners = _partners(text)

    def group(
        self, start: int, end: int, style: Style = Style.PLAIN, *, math: bool | None = None
    ) -> Span:
        """What stands from `start` to `end`, as one span."""
        outer = (self.end, self.math)
        self.end, self.math = end, self.math if math is None else math
        span = self._nested(style, lambda: self._read(start))
        self.end, self.math = outer
        return span or Span(style, (self.text[start:end],))

    def formula(self, start: int, end: int) -> Span:
        """What stands from `start` to `end` as a formula, which knows how it was written."""
        return replace(self.group(start, end, math=True), source=self.text[start:end].strip())

    def argument(self, at: int, style: Style = Style.PLAIN) -> tuple[Span, int]:
        """The group in braces that follows; without braces, one atom in a formula."""
        start = self.skip(at)
        stop = self.partner(start)
        if stop:
            return self.group(start + 1, stop, style), stop + 1
        return self.atom(start, style) if self.math else (Span(style, ()), at)

    def atom(self, at: int, style: Style = Style.PLAIN) -> tuple[Span, int]:
        """The one thing that an accent or a script applies to: may be nothing."""
        stop = self.partner(at)
        if stop:
            return self.group(at + 1, stop, style), stop + 1
        token = _TOKEN.match(self.text, at, self.end)
        if token and token.lastgroup == "command":
            after = [at]
            span = self._nested(style, lambda: after.append(self._handle(token)))
            return span or Span(style, ()), after[-1]
        atom = _ATOM.match(self.text, at, self.end)
        return (Span(style, (atom[0],)), atom.end()) if atom else (Span(style, ()), at)

    def put(self, *parts: str | Span) -> None:
        """Add to the group being read."""
        self.parts.extend(part for part in parts if part)

    def partner(self, at: int) -> int:
        """Where the brace at a place is closed; 0 if none is opened, or none closes it."""
        stop = self._partners.get(at, 0)
        return stop if stop < self.end else 0

    def find(self, mark: str, at: int) -> int:
        """Where a formula that begins at a place ends; -1 if it does not."""
        return self.text.find(mark, at, min(self.end, at + MAX_FORMULA))

    def skip(self, at: int) -> int:
        """The next place that is not white space."""
        found = _SPACES.match(self.text, at, self.end)
        return found.end() if found else at

    def tail(self) -> str:
        """The last character put into this group."""
        return str(self.parts[-1])[-1:] if self.parts else ""

    def around(self, found: re.Match[str]) -> tuple[str, str]:
        """The characters before and behind a token; a space at either end."""
        before = self.text[found.start() - 1] if found.start() else " "
        return before, self.text[found.end()] if found.end() < len(self.text) else " "

    def _nested(self, style: Style, read: Callable[[], object]) -> Span | None:
        """A span of what `read` puts out; None when that would go too deep."""
        if self.depth >= MAX_DEPTH:
            return None
        outer, self.parts, self.depth = self.parts, [], self.depth + 1
        read()
        span = Span(style, tuple(self.parts))
        self.parts, self.depth = outer, self.depth - 1
        return span

    def _read(self, at: int) -> None:
        while (token := _TOKEN.search(self.text, at, self.end)) is not None:
            self._words(self.text[at : token.start()])
            at = self._handle(token)
        self._words(self.text[at : self.end])

    def _handle(self, token: re.Match[str]) -> int:
        return self._handlers[token.lastgroup or ""](self, token)

    def _words(self, text: str) -> None:
        """Text between two tokens; in a formula its letters are variables."""
        if not self.math:
            self.put(text)
            return
        if self.tail() == " ":
            text = text.lstrip()
        for part in filter(None, _LETTERS.split(text)):
            self.put(Span(Style.ITALIC, (part,)) if part[0].isalpha() else part)


def _partners(text: str) -> dict[int, int]:
    """Which closing brace belongs to which opening one, by position."""
    if "{" not in text:
        return {}
    opened: list[int] = []
    partners: dict[int, int] = {}
    for found in _BRACE.finditer(text):
        if found[1] == "{":
            opened.append(found.start())
        elif found[1] and opened:
            partners[opened.pop()] = found.start()
    return partners
