"""Papers as the lines of a sheet: found by any word of title, author or key."""

from collections.abc import Sequence

from paperdesk.domain.paper import Paper
from paperdesk.domain.words import fold
from paperdesk.infra.latex import plain
from paperdesk.ui import fuzzy
from paperdesk.ui.sheet import Entry

_CLOSE_ENOUGH = 1.5
"""The fuzzy score below which letters in order are a coincidence."""


def entry(paper: Paper, standing: str = "", sought: str = "") -> Entry:
    """The line of a paper; `standing` says that it is open, `sought` what has found it."""
    who = paper.authors[0].split()[-1] if paper.authors and paper.authors[0].split() else ""
    more = " et al." if len(paper.authors) > 1 else ""
    year = str(paper.published.year) if paper.published else ""
    place = " · ".join(part for part in (who + more, year, standing) if part)
    also = fold(" ".join((paper.title, *paper.authors, paper.citekey, paper.arxiv or "", sought)))
    return Entry(plain(paper.title), "", place, str(paper.id), also)


def ranked(entries: Sequence[Entry], wanted: str) -> tuple[Entry, ...]:
    """The one so titled, those with all of the words, those with the letters or as initials."""
    words = fold(wanted).split()
    if not words:
        return tuple(entries)
    scored = [(_score(one, words, wanted), one) for one in entries]
    found = [pair for pair in scored if pair[0] > _CLOSE_ENOUGH]
    return tuple(one for _, one in sorted(found, key=lambda pair: -round(pair[0])))


def _score(one: Entry, words: Sequence[str], wanted: str) -> float:
    if fold(one.title).split() == list(words):
        return 20.0
    if all(f" {word}" in f" {one.also}" for word in words):
        return 10.0
    if all(word in one.also for word in words):
        return 5.0
    return fuzzy.score(wanted, one.title)
