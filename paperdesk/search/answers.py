"""A question in, an answer out: tree, matches, ranking, snippets."""

import itertools
import sqlite3
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from paperdesk.domain.faults import faults
from paperdesk.domain.hit import Answer, Hit, HitKind
from paperdesk.domain.paper import FEED, PaperId
from paperdesk.domain.query import (
    EVERYTHING,
    TEXT_FIELDS,
    And,
    Node,
    Or,
    Term,
    asks_for_muted,
    asks_for_trash,
    asks_for_unheard,
    goes_on,
    parse,
    terms,
)
from paperdesk.domain.shelf import Order, order_of
from paperdesk.domain.words import GREEK, sought
from paperdesk.infra import latex, where
from paperdesk.infra.shelved import meant
from paperdesk.search import stems, vectors
from paperdesk.search.documents import Kind
from paperdesk.search.matching import Match, Matcher
from paperdesk.search.snapshot import Snapshot
from paperdesk.search.snippets import Marker, snippet, title_marks
from paperdesk.search.texts import Texts
from paperdesk.search.wire import Ids

FEW = 5
"""Hits below which words are OR-ed."""

PAGES_OF_A_PAPER = 3
CANDIDATES = 4
"""Documents looked at for each hit that is wanted: many are pages of one paper."""

_SORTED_ALONE = 2_000
"""Papers up to which SQLite is told which ones to put in order; else all are."""

_FORMS_NAMED = 8
_FORMS_MARKED = 24
_KINDS = {Kind.NOTE: HitKind.NOTE, Kind.HIGHLIGHT: HitKind.HIGHLIGHT, Kind.PAGE: HitKind.PAGE}


@dataclass(frozen=True, slots=True)
class Place:
    """A document that matched."""

    document: int
    score: float
    paper: int
    kind: Kind
    page: int


class Answers:
    """Answers questions from the index, the library and the kept texts."""

    def __init__(self, library: sqlite3.Connection, texts: Texts) -> None:
        """`library` is a reading connection; it is given the functions of queries."""
        self._library = where.prepare(library, stems.kin)
        self._texts = texts

    def answer(self, snapshot: Snapshot, text: str, limit: int, *, typing: bool) -> Answer:
        """The best hits of a question; nothing asked, nothing found."""
        tree = parse(text, typing=typing)
        if fault := next(faults(tree), ""):
            return Answer((), fault=fault)
        if tree == EVERYTHING or not snapshot.count:
            return Answer(())
        matcher = Matcher(snapshot, self._papers_where)
        kept = self._shown(snapshot, tree)
        found, relaxed = _matched(matcher, tree, kept)
        worded = any(_words_of(tree))
        places = (
            self._ranked(snapshot, found, limit)
            if worded
            else self._listed(snapshot, found, order_of(tree), limit)
        )
        marker = _marker(matcher, tree)
        hits = tuple(self._hits(snapshot, places, marker))
        return Answer(hits, _named(matcher, tree), relaxed=relaxed)

    def papers(self, snapshot: Snapshot, terms: Iterable[Term]) -> list[Ids]:
        """The papers that meet each condition about words, whatever else is written in them."""
        matcher = Matcher(snapshot, self._papers_where)
        own = snapshot.kinds == Kind.PAPER
        found = (matcher.match(term).which & own for term in terms)
        return [array("q", vectors.of_those(snapshot.papers, which).tolist()) for which in found]

    def _papers_where(self, node: Node) -> list[int]:
        sql, values = where.condition(meant(self._library, node))
        return self._ids(f"SELECT id FROM paper WHERE {sql}", values)

    def _shown(self, snapshot: Snapshot, tree: Node) -> vectors.Mask:
        """What may be shown: nothing thrown away or muted unless asked, no stray pages.

        Where no words are asked for, papers are, and not each of their pages.
        """
        shown = vectors.mask(snapshot.count, filled=True)
        if not asks_for_trash(tree):
            trashed = self._ids("SELECT id FROM paper WHERE state = 'trash'", [])
            shown &= ~vectors.among(snapshot.papers, trashed)
        if not asks_for_muted(tree):
            muted = self._ids(f"SELECT id FROM paper WHERE {where.MUTED}", [])
            shown &= ~vectors.among(snapshot.papers, muted)
        if not asks_for_unheard(tree):
            unheard = self._ids(f"SELECT id FROM paper WHERE {where.MUFFLED}", [])
            shown &= ~vectors.among(snapshot.papers, unheard)
        if not any(not term.field for term in terms(tree)):
            shown &= snapshot.kinds == Kind.PAPER
        return shown

    def _ids(self, sql: str, values: list[object]) -> list[int]:
        cursor = self._library.cursor()
        cursor.row_factory = None
        return [number for (number,) in cursor.execute(sql, values)]

    def _ranked(self, snapshot: Snapshot, found: Match, limit: int) -> list[Place]:
        """The best places: few pages of each paper, the library first among equals."""
        for most in (limit * CANDIDATES, snapshot.count):
            best = vectors.best(found.scores, found.which, most)
            places = [_place(snapshot, document, score) for document, score in best]
            feed = self._only_came_by({place.paper for place in places})
            places.sort(key=lambda one: (-round(one.score, 3), one.paper in feed, one.document))
            chosen = list(_few_of_each(places))[:limit]
            if len(chosen) == limit or len(best) < most:
                break
        return chosen

    def _listed(self, snapshot: Snapshot, found: Match, order: Order, limit: int) -> list[Place]:
        """Papers that no word ranks, as a list of them would stand."""
        best = vectors.best(found.scores, found.which, snapshot.count)
        papers = snapshot.papers.tolist()
        places = {papers[document]: (document, score) for document, score in best}
        few = order is Order.RANK or len(places) < _SORTED_ALONE
        among = f"WHERE id IN ({', '.join(map(str, places))})" if few else ""
        ids = self._ids(f"SELECT id FROM paper {among} ORDER BY {where.ORDER[order]}", [])
        first = itertools.islice((places[paper] for paper in ids if paper in places), limit)
        return [_place(snapshot, document, score) for document, score in first]

    def _only_came_by(self, papers: Iterable[int]) -> set[int]:
        rows = _chosen(self._library, "SELECT id, state FROM paper", papers)
        return {row["id"] for row in rows if row["state"] in FEED}

    def _hits(self, snapshot: Snapshot, places: list[Place], marker: Marker) -> Iterator[Hit]:
        sql = "SELECT id, title, abstract, state FROM paper"
        wanted = {place.paper for place in places}
        papers = {row["id"]: row for row in _chosen(self._library, sql, wanted)}
        for place in places:
            paper = papers.get(place.paper)
            if paper is not None:
                ref = snapshot.reference(place.document)
                yield self._hit(place, ref, paper, marker)

    def _hit(self, place: Place, ref: str, paper: sqlite3.Row, marker: Marker) -> Hit:
        kind = _KINDS.get(place.kind)
        if kind is None:
            kind = HitKind.FEED if paper["state"] in FEED else HitKind.PAPER
        piece, marks = snippet(self._text(place, ref, paper), marker)
        title = latex.plain(paper["title"])
        return Hit(
            kind=kind,
            paper=PaperId(place.paper),
            title=title,
            snippet=piece,
            score=round(place.score, 3),
            page=place.page - 1 if place.page else None,
            ref=ref if place.kind is Kind.HIGHLIGHT else "",
            marks=marks,
            title_marks=title_marks(title, marker),
        )

    def _text(self, place: Place, ref: str, paper: sqlite3.Row) -> str:
        """The text of a place, as the library has it now."""
        if place.kind is Kind.PAPER:
            return latex.plain(paper["abstract"])
        if place.kind is Kind.PAGE:
            return "".join(self._texts.pages(int(ref), place.page - 1, 1))
        sql = "SELECT text FROM note WHERE paper = ?" if place.kind is Kind.NOTE else _MARKED
        row = self._library.execute(sql, (ref,)).fetchone()
        return str(row[0]) if row else ""


_MARKED = """
SELECT text || coalesce((SELECT group_concat(' ' || json_extract(value, '$.text'), '')
                         FROM json_each(rest)), '') || char(10) || comment
FROM highlight WHERE id = ?
"""
"""The words of a mark over all its pages, and what was remarked."""


def _matched(matcher: Matcher, tree: Node, kept: vectors.Mask) -> tuple[Match, bool]:
    """What a tree finds, with its words OR-ed after all that has every word."""
    found = matcher.match(tree)
    found = Match(found.which & kept, found.scores)
    looser = _loosened(tree)
    if looser is None or vectors.count(found.which) >= FEW:
        return found, False
    wider = matcher.match(looser)
    which = wider.which & kept
    return Match(which, vectors.first(wider.scores, which, found.which)), True


def _loosened(tree: Node) -> Node | None:
    """A tree that is content with any of the words; None where that is the same."""
    if not isinstance(tree, And):
        return None
    words = tuple(node for node in tree.nodes if isinstance(node, Term) and not node.field)
    if len(words) < 2:
        return None
    return And((*(node for node in tree.nodes if node not in words), Or(words)))


def _place(snapshot: Snapshot, document: int, score: float) -> Place:
    return Place(
        document,
        score,
        int(snapshot.papers[document]),
        Kind(int(snapshot.kinds[document])),
        int(snapshot.pages[document]),
    )


def _few_of_each(places: Iterable[Place]) -> Iterator[Place]:
    seen: dict[int, int] = {}
    for place in places:
        if place.kind is Kind.PAGE:
            seen[place.paper] = seen.get(place.paper, 0) + 1
            if seen[place.paper] > PAGES_OF_A_PAPER:
                continue
        yield place


def _marker(matcher: Matcher, tree: Node) -> Marker:
    """What to mark: every wanted word, its frequent forms, and what was begun."""
    typed: set[str] = set()
    forms: set[str] = set()
    beginnings: list[str] = []
    for term in _words_of(tree):
        row = sought(term.value)
        if goes_on(term):
            beginnings.append(row[-1])
            typed.update(row[:-1])
        else:
            typed.update(row)
        if not term.prefix and not term.field:
            forms.update(form.word for form in matcher.forms(term)[1:_FORMS_MARKED])
    return Marker(typed, forms, beginnings)


def _named(matcher: Matcher, tree: Node) -> tuple[str, ...]:
    """The words to mark on a page: phrases as typed, words with their forms."""
    named: dict[str, None] = {}
    for term in _words_of(tree):
        named[term.value] = None
        named.update((spelling, None) for spelling in _greek(sought(term.value)))
        if not term.phrase and not term.prefix and not term.field:
            named.update((form.word, None) for form in matcher.forms(term)[1:_FORMS_NAMED])
    return tuple(named)


def _greek(row: tuple[str, ...]) -> Iterator[str]:
    """Both spellings of a Greek letter, if it is one that is looked for."""
    return (one for pair in GREEK.items() if row == (pair[1],) for one in pair)


def _words_of(tree: Node) -> Iterator[Term]:
    return (term for term in terms(tree) if term.field in TEXT_FIELDS)


def _chosen(library: sqlite3.Connection, select: str, papers: Iterable[int]) -> list[sqlite3.Row]:
    """The rows of some papers, whatever their number."""
    wanted = ", ".join(str(int(paper)) for paper in papers)
    return library.execute(f"{select} WHERE id IN ({wanted})").fetchall()
