"""File names: given once, unique on every system, kept for good."""

import unicodedata
from collections.abc import Iterator, Mapping
from itertools import count

from paperdesk.domain.paper import PaperId
from paperdesk.infra.files import safe_name

ENDING = ".md"

_UNLINKABLE = str.maketrans("#^[]", "    ")
"""Allowed in file names, but not in the wiki links that note programs make of them."""

_LONGEST_KEY = 40
"""Bytes of a citation key in a name: the title keeps the better part."""


def folded(name: str) -> str:
    """What two names share that a Mac or Windows takes for the same file."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", name).casefold())


class Names:
    """The names of one folder: those given before, and those given now."""

    def __init__(self, given: Mapping[PaperId, str]) -> None:
        self._given = dict(given)
        self._taken = {folded(name) for name in given.values()}

    def give(self, paper: PaperId, wishes: Iterator[str]) -> str:
        """The paper's name: the one it has, else the first wish that is free."""
        if paper not in self._given:
            name = next(wish for wish in wishes if folded(wish) not in self._taken)
            self._given[paper] = name
            self._taken.add(folded(name))
        return self._given[paper]


def wishes(title: str, citekey: str) -> Iterator[str]:
    """The title as a file name; then with the citation key; then with a number too."""
    plain = title.translate(_UNLINKABLE)
    short = safe_name(citekey).encode("utf-8")[:_LONGEST_KEY].decode("utf-8", errors="ignore")
    yield safe_name(plain, ending=ENDING)
    yield safe_name(plain, ending=f" ({short}){ENDING}")
    for number in count(2):
        yield safe_name(plain, ending=f" ({short} {number}){ENDING}")
