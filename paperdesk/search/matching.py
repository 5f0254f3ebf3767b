"""What a query matches in the index, and how well: the tree over all documents.

Words are ranked by BM25F (Robertson and Zaragoza, 2009): a word counts by the
field it stands in, less in a long text, less with each repetition, and more
where few documents have it. A word stands for all forms of its stem, itself
counting most, and while it is typed for the most frequent words it may become.
What a long word only begins is found too, after all that has the word itself.
"""

import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from paperdesk.domain.query import TEXT_FIELDS, And, Node, Not, Or, Term, goes_on
from paperdesk.domain.words import of_name, sought
from paperdesk.search import vectors
from paperdesk.search.documents import HEADS, TEXTS, Kind
from paperdesk.search.index import LINE_GAP, Segment
from paperdesk.search.snapshot import Snapshot
from paperdesk.search.stems import has_forms, kin, shared
from paperdesk.search.vectors import Mask, Spots, Vector

WEIGHTS = {"title": 5.0, "authors": 3.0, "abstract": 1.5, "text": 1.0}
BEND = 1.2
"""How soon repetition stops to count (the k1 of BM25)."""

OTHER_FORM = 0.6
COMPLETION = 0.8
ONLY_BEGUN = 0.2
"""What a paper is worth that has a word which a whole one begins."""

COMPLETIONS = 64
SHORT = 2
"""Letters up to which a word being typed is looked for in titles and names only."""

_FIELDS = {"": TEXTS, "author": ("authors",), "title": ("title",)}
_ALL_WORDS = 1 << 30
_FIRST_NAMES = 512
"""Names that the first letters after `author:` stand for, while they are typed."""


@dataclass(frozen=True, slots=True)
class Match:
    """Which documents, and what each is worth."""

    which: Mask
    scores: Vector


@dataclass(frozen=True, slots=True)
class Form:
    """A word of the index that stands for a typed one, and where it may stand."""

    word: str
    weight: float
    fields: tuple[str, ...]


class Matcher:
    """Evaluates trees over one snapshot.

    `papers_where` answers a condition that is not about words with the papers
    that meet it.
    """

    def __init__(self, snapshot: Snapshot, papers_where: Callable[[Node], Iterable[int]]) -> None:
        self._snapshot = snapshot
        self._papers_where = papers_where
        self._forms: dict[Term, tuple[Form, ...]] = {}

    def match(self, node: Node) -> Match:
        """The documents of a tree; those that have left the index are not among them."""
        found = self._match(node)
        return Match(found.which & self._snapshot.alive, found.scores)

    def forms(self, term: Term) -> tuple[Form, ...]:
        """The words that a term's last word (its only one, mostly) stands for."""
        row = sought(term.value)
        if not row:
            return ()
        found = self._forms.get(term)
        if found is None:
            found = self._forms[term] = tuple(self._forms_of_last(row, term))
        return found

    def _match(self, node: Node) -> Match:
        match node:
            case Term() if node.field in TEXT_FIELDS:
                return self._words(node)
            case Term():
                which = vectors.among(self._snapshot.papers, self._papers_where(node))
                return Match(which, self._nothing())
            case Not():
                return Match(
                    ~self._with_their_papers(self._match(node.node).which), self._nothing()
                )
            case And():
                return self._together(node.nodes, every=True)
            case Or():
                return self._together(node.nodes, every=False)

    def _together(self, nodes: tuple[Node, ...], *, every: bool) -> Match:
        which = vectors.mask(self._snapshot.count, filled=every)
        scores = self._nothing()
        for node in nodes:
            found = self._match(node)
            which = which & found.which if every else which | found.which
            scores += found.scores
        return Match(which, scores)

    def _words(self, term: Term) -> Match:
        """A word or phrase; one of a title or a name speaks for the whole paper."""
        row = sought(term.value)
        if len(row) == 1:
            found = self._valued(self._sums(self.forms(term)))
            begun = self._only_begun(row[0], term)
            if begun is not None:
                which = found.which | begun.which
                found = Match(which, found.scores + begun.scores * ONLY_BEGUN)
        else:
            found = self._valued(self._phrase(row, term))
        which = self._with_their_papers(found.which) if term.field else found.which
        return Match(which, found.scores)

    def _valued(self, sums: Vector) -> Match:
        which = sums > 0
        return Match(which, vectors.saturated(sums, BEND) * self._rarity(which))

    def _only_begun(self, word: str, term: Term) -> Match | None:
        """What a word begins that is whole: every word, not only frequent ones.

        While a word is typed, and in titles and names, these are among its forms.
        """
        if term.prefix or term.field or not goes_on(term):
            return None
        known = {form.word for form in self.forms(term)}
        words = (other for other in self._snapshot.words(word, _ALL_WORDS) if other not in known)
        return self._valued(self._sums(Form(other, 1.0, TEXTS) for other in words))

    def _with_their_papers(self, which: Mask) -> Mask:
        """Documents, and with a paper all that belongs to it."""
        papers = self._snapshot.papers
        whole = vectors.of_those(papers, which & (self._snapshot.kinds == Kind.PAPER))
        return which | vectors.among(papers, whole.tolist())

    def _rarity(self, which: Mask) -> float:
        have = vectors.count(which & self._snapshot.alive)
        every = vectors.count(self._snapshot.alive)
        return math.log(1.0 + (every - have + 0.5) / (have + 0.5))

    def _sums(self, forms: Iterable[Form]) -> Vector:
        """How much of a word each document has, over its fields and forms."""
        by_field: dict[str, Vector] = {}
        for form in forms:
            for base, segment in self._snapshot.parts():
                for name in _present(segment, form):
                    found = self._snapshot.counts(base, segment, name, form.word)
                    if found is not None:
                        sums = by_field.setdefault(name, self._nothing())
                        vectors.add(sums, *found, form.weight * WEIGHTS[name])
        return self._weighed(by_field)

    def _phrase(self, row: tuple[str, ...], term: Term) -> Vector:
        """How often words follow each other, in each document."""
        by_field: dict[str, Vector] = {}
        most = COMPLETIONS if term.prefix else _ALL_WORDS
        named, begun = term.field == "author", goes_on(term)
        last = len(row) - 1
        parts = [(word, begun and at == last) for at, word in enumerate(row)]
        if named:
            parts = of_name(row, beginning=begun)
        for base, segment in self._snapshot.parts():
            choices = [
                [entry.word for entry in segment.lexicon.beginning(word, most)] if open_ else [word]
                for word, open_ in parts
            ]
            for name in _FIELDS[term.field]:
                starts = self._rows(segment, name, choices, named=named)
                if starts is not None and len(starts):
                    sums = by_field.setdefault(name, self._nothing())
                    vectors.add(sums, *vectors.tally(starts, base), WEIGHTS[name] * len(row))
        return self._weighed(by_field)

    def _rows(
        self, segment: Segment, name: str, choices: list[list[str]], *, named: bool
    ) -> Spots | None:
        """Where, in one field, some word of each choice follow each other.

        Those of a name stand on one line, in any order.
        """
        bit = 1 << TEXTS.index(name)
        words = [[word for word in row if segment.lexicon.fields_of(word) & bit] for row in choices]
        if not all(words):
            return None
        starts: Spots | None = None
        for distance, row in enumerate(words):
            found = [self._snapshot.spots(segment, name, word) for word in row]
            here = vectors.merged(one for one in found if one is not None)
            if named:
                here, distance = vectors.lines(here, LINE_GAP), 0
            starts = here if starts is None else vectors.followed(starts, here, distance)
        return starts

    def _weighed(self, by_field: dict[str, Vector]) -> Vector:
        total = self._nothing()
        for name, sums in by_field.items():
            total += sums / self._snapshot.evened[name]
        return total

    def _forms_of_last(self, row: tuple[str, ...], term: Term) -> Iterator[Form]:
        """A typed word itself, its other forms, and what it may become."""
        word, fields = row[-1], _FIELDS[term.field]
        short = term.prefix and len(word) <= SHORT and word.isascii()
        yield Form(word, 1.0, fields)
        if term.field and not term.phrase:
            yield from self._begun(word, fields, _FIRST_NAMES if short else _ALL_WORDS)
        elif term.prefix:
            heads = tuple(name for name in fields if name in HEADS)
            yield from self._begun(word, heads if short else fields, COMPLETIONS)
        elif not term.phrase:
            yield from self._other_forms(word, fields)

    def _begun(self, word: str, fields: tuple[str, ...], most: int) -> Iterator[Form]:
        heads = all(name in HEADS for name in fields)
        for other in self._snapshot.words(word, most, heads=heads):
            if other != word:
                yield Form(other, COMPLETION, fields)

    def _other_forms(self, word: str, fields: tuple[str, ...]) -> Iterator[Form]:
        if not has_forms(word):
            return
        for other in self._snapshot.words(shared(word), _ALL_WORDS):
            if kin(word, other):
                yield Form(other, OTHER_FORM, fields)

    def _nothing(self) -> Vector:
        return vectors.zeros(self._snapshot.count)


def _present(segment: Segment, form: Form) -> list[str]:
    """The fields of a segment that have a word, without asking Whoosh."""
    bits = segment.lexicon.fields_of(form.word)
    return [name for name in form.fields if bits >> TEXTS.index(name) & 1]
