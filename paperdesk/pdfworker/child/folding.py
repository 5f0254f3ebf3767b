"""Text as one searches for it: no case, accents, ligatures, or broken words."""

import itertools
import re
import unicodedata
from collections.abc import Iterable

from paperdesk.domain.errors import Refused
from paperdesk.pdfworker.child.wording import ACCENTS

_HYPHENS = "-\u2010\u2011"
_SOFT_HYPHEN = "\u00ad"
_IGNORED = frozenset(ACCENTS) | {_SOFT_HYPHEN}
_LONGEST = 1000
"""Characters of a regular expression."""

_FIRST_IDEOGRAPH = "\u2e80"

_BROKEN = re.compile(f"(?<=[^\\W_])[{_HYPHENS}{_SOFT_HYPHEN}]\n")
_BREAKS = re.compile(f"[^\\W_][{_HYPHENS}{_SOFT_HYPHEN}]$")


class Folded:
    """Folded text that grows character by character and knows their origins.

    Slower than `fold`, which gives the same text: it is for pages with a hit.
    """

    def __init__(self, *, case: bool = False) -> None:
        """With `case`, small and capital letters stay what they are."""
        self._case = case
        self._characters: list[str] = []
        self._origins: list[int] = []
        self._line = ""

    @property
    def text(self) -> str:
        """All of it so far."""
        return "".join(self._characters).rstrip()

    def origin(self, position: int) -> int:
        """Which of the characters that were added gave the one at `position`."""
        return self._origins[position]

    def add(self, character: str, origin: int) -> None:
        """Add a character as it stands on the page."""
        if not self._line and character.isspace():
            return
        self._line += character
        for folded in _fold(character, case=self._case):
            self._append(folded, origin)

    def end_line(self) -> None:
        """A line ends here: a word that is broken by a hyphen goes on."""
        line, self._line = self._line.rstrip(), ""
        if not _BREAKS.search(line):
            self._append(" ", len(self._origins) and self._origins[-1])
            return
        while self._characters[-1] == " ":
            self._pop()
        if line[-1] != _SOFT_HYPHEN:
            self._pop()

    def _append(self, folded: str, origin: int) -> None:
        if folded.isspace():
            if not self._characters or self._characters[-1] == " ":
                return
            folded = " "
        self._characters.append(folded)
        self._origins.append(origin)

    def _pop(self) -> None:
        self._characters.pop()
        self._origins.pop()


def fold(lines: Iterable[str], *, case: bool = False) -> str:
    """Lines of text, folded; what `Folded` gives, in one go and much faster.

    The lines stay lines, but for a word that is broken by a hyphen: `flat` makes
    one of them, of the same length.
    """
    text = "\n".join(line.strip() for line in lines)
    folded = _fold(_BROKEN.sub("", text), case=case).split("\n")
    return "\n".join(line for line in (" ".join(part.split()) for part in folded) if line)


def flat(lines: str) -> str:
    """Folded lines as one, to look for what may go over the end of a line."""
    return lines.replace("\n", " ")


def pattern(
    needle: str, *, case: bool = False, words: bool = False, regex: bool = False
) -> re.Pattern[str] | None:
    """What to look for in folded text; None if there is nothing to look for."""
    sought = _expression(needle) if regex else _literal(needle, case=case)
    if not sought.strip():
        return None
    whole = rf"(?<!\w)(?:{sought})(?!\w)" if words else sought
    try:
        return re.compile(whole, re.NOFLAG if case or not regex else re.IGNORECASE)
    except re.error as error:
        raise Refused(f"This is no regular expression: {error.msg}.") from error
    except (OverflowError, RecursionError) as error:
        raise Refused("This regular expression is too large: make it simpler.") from error


def _expression(needle: str) -> str:
    """A regular expression for folded text: its letters without accents, in their case."""
    if len(needle) > _LONGEST:
        raise Refused("This regular expression is too long: make it simpler.")
    return "".join(char if char.isascii() else re.escape(_fold(char, case=True)) for char in needle)


def _literal(needle: str, *, case: bool) -> str:
    """The expression for a text as it stands.

    A hyphen may be missing, for it may have been dissolved at a line's end;
    between ideographs there may be a space, for a line may have ended there.
    """
    folded = " ".join(_fold(needle, case=case).split())
    if not folded:
        return ""
    parts = [re.escape(folded[0])]
    for before, character in itertools.pairwise(folded):
        if before >= _FIRST_IDEOGRAPH and character >= _FIRST_IDEOGRAPH:
            parts.append(" ?")
        parts.append("-?" if character == "-" else re.escape(character))
    return "".join(parts)


def _fold(text: str, *, case: bool) -> str:
    if text.isascii():
        return text if case else text.lower()
    for hyphen in _HYPHENS:
        text = text.replace(hyphen, "-")
    kept = (character for character in text if character not in _IGNORED)
    decomposed = unicodedata.normalize("NFKD", "".join(kept))
    bare = "".join(mark for mark in decomposed if not unicodedata.combining(mark))
    return bare if case else unicodedata.normalize("NFKD", bare.casefold())
