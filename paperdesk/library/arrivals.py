"""What a source reports at once, becoming papers: found again, filled in, or added.

*Why at once:* one statement for each paper and each author costs three times
what SQLite itself takes. So what may be known is looked up for all of them, and
those that are new are added together.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from paperdesk.domain.notice import told
from paperdesk.domain.paper import Found, PaperId, title_key
from paperdesk.infra.changes import Write
from paperdesk.infra.standing import keep_notice
from paperdesk.library import adding, cards, facts, store, taking
from paperdesk.library.taking import Known, Taken

_Names = frozenset[tuple[str, str]]
"""What a paper may be known by: its ids and its title."""


class Arrivals:
    """A few hundred reports, within one transaction; the `first` has that place in its list."""

    def __init__(self, write: Write, founds: Sequence[Found], now: float, first: int) -> None:
        self._write = write
        self._now = now
        self._first = first
        self._founds = [taking.normal(found) for found in founds]
        self._next = adding.next_paper(write)
        self._new: dict[PaperId, Found] = {}
        self._places: dict[PaperId, int] = {}
        self._met: set[tuple[str, str]] = set()
        self._versions: frozenset[int] = frozenset()
        self._authored: frozenset[int] = frozenset()
        self._edited: dict[int, frozenset[str]] = {}

    def take(self) -> tuple[Taken, ...]:
        """What became of each, in their order."""
        known = adding.known(self._write, self._founds)
        self._look(one.id for ones in known for one in ones)
        pairs = zip(self._founds, known, strict=True)
        taken = [
            self._take(found, ones, place) for place, (found, ones) in enumerate(pairs, self._first)
        ]
        self._add()
        return tuple(taken)

    def _take(self, found: Found, known: list[Known], place: int) -> Taken:
        names = _names(found.arxiv, found.doi, found.title)
        if not self._met.isdisjoint(names):
            # It may be one of those before it, as these have become meanwhile.
            self._add()
            (known,) = adding.known(self._write, [found])
            self._look(one.id for one in known)
        self._met |= names
        for one in known:
            by_id = found.arxiv is not None and found.arxiv == one.arxiv
            if one.merged and found.arxiv != one.arxiv:
                found = replace(found, version=0)  # it counts the versions of another id
            if by_id or one.merged or taking.same(found, one):
                self._met |= _names(one.arxiv, one.doi, one.title)
                return self._fill_in(found, one)
        if known and known[0].doi == found.doi:
            # Two papers under one DOI: it stays with the one that had it first.
            found = replace(found, doi=None)
        paper = self._next
        self._next = PaperId(paper + 1)
        self._new[paper], self._places[paper] = found, place
        return Taken(paper, new=True, changed=True)

    def _look(self, papers: Iterable[PaperId]) -> None:
        """See what known papers lack that a report may give them."""
        looked_at = tuple(papers)
        self._versions |= adding.told_by_versions(self._write, looked_at)
        self._authored |= adding.authored(self._write, looked_at)
        self._edited |= store.edited(self._write.connection, looked_at)

    def _fill_in(self, found: Found, known: Known) -> Taken:
        write, edited = self._write, self._edited.get(known.id, frozenset())
        columns = taking.changes(found, known, edited)
        if "doi" in columns and adding.holds_doi(write, columns["doi"]):
            del columns["doi"]
        if columns:
            store.update_paper(write.connection, known.id, columns)
        if "title" in columns or "abstract" in columns:
            facts.keep_again(write, known.id)
        notice = told(found)
        if notice and keep_notice(write.connection, known.id, notice):
            columns["notice"] = notice
        if found.authors and known.id not in self._authored and "authors" not in edited:
            adding.set_authors(write, {known.id: found.authors})
            store.index_again(write.connection, known.id)
            columns["authors"] = found.authors
        news = found.fresh and known.id in self._versions
        if news and store.refresh_news(write.connection, known.id):
            columns["unread"] = 1
        if cards.fill_in(write, known.id, found.card):
            columns["card"] = found.card
        return Taken(known.id, new=False, changed=bool(columns))

    def _add(self) -> None:
        """Add those that are new so far."""
        if not self._new:
            return
        adding.insert_papers(self._write, self._new, self._places, self._now)
        for paper, found in self._new.items():
            cards.fill_in(self._write, paper, found.card)
        self._new.clear()


def _names(arxiv: str | None, doi: str | None, title: str) -> _Names:
    named = (("arxiv", arxiv), ("doi", doi), ("title", title_key(title)))
    return frozenset((kind, value) for kind, value in named if value)
