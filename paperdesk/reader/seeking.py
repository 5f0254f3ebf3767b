"""Words that begin as one has typed, each with a letter that leads to it."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from paperdesk.domain.pages import Word
from paperdesk.reader.hints import LETTERS

_AROUND = "([{\"'“”‘’«»„‚*†‡§¶·•-–—"


@dataclass(frozen=True, slots=True)
class Seen:
    """A word in sight: its page, and which of the words of the page it is."""

    page: int
    index: int
    text: str


@dataclass(frozen=True, slots=True)
class Sought:
    """The words that begin as was typed, and the letters that choose among them.

    No letter is one that a word may go on with: so a letter either goes on
    with the word or chooses, never both.
    """

    typed: str = ""
    words: tuple[Seen, ...] = ()
    letters: tuple[str, ...] = ()

    def chosen(self, letter: str) -> Seen | None:
        """The word that a letter chooses."""
        return self.words[self.letters.index(letter)] if letter in self.letters else None


def seek(words: Sequence[Seen], typed: str) -> Sought:
    """The words that begin as was typed; the first of them have letters."""
    wanted = plain(typed)
    if not wanted:
        return Sought(typed)
    found = tuple(word for word in words if word.text.startswith(wanted))
    onwards = {word.text[len(wanted) : len(wanted) + 1] for word in found}
    free = tuple(letter for letter in LETTERS if letter not in onwards)
    return Sought(typed, found, free[: len(found)])


def seen(page: int, words: Sequence[Word], indices: Sequence[int]) -> list[Seen]:
    """Words of a page as they are sought."""
    return [Seen(page, index, plain(words[index].text)) for index in indices]


def plain(text: str) -> str:
    """A word as one would type it: no case, no accents, nothing around it."""
    bare = text.lstrip(_AROUND)
    if bare.isascii():
        return bare.lower()
    decomposed = unicodedata.normalize("NFKD", bare.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))
