"""What the words that have no mate say of the paragraphs: changed, added, removed, moved."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from paperdesk.domain.comparison import Change, Comparison, Kind, Part, Spot, Stretch
from paperdesk.domain.revision import Revision
from paperdesk.reader.comparing.aligning import aligned, moved, settle
from paperdesk.reader.comparing.paragraphs import Paragraph

_MOST = 0.7
"""The share of a paragraph's words that decides what became of it."""

_AKIN = 0.35
"""The share of words that a paragraph has in common with the one it replaced."""

_HYPHENS = re.compile("[-\u2010\u2011\u00ad]")
_DIGIT = re.compile(r"\d")
_RENUMBERED = re.compile(r"[\[(]?(?:[\d,;\u2013.-]+|[A-Z]?\d+[a-z]?)[\])]?[.,;:)]*")


@dataclass(frozen=True, slots=True)
class _Side:
    """One version as a row of words: whose paragraph each is, and where each begins."""

    paragraphs: Sequence[Paragraph]
    words: Sequence[str]
    owner: Sequence[int]
    starts: Sequence[int]

    def span(self, paragraph: int) -> range:
        """Where the words of a paragraph stand in the row."""
        start = self.starts[paragraph]
        return range(start, start + len(self.paragraphs[paragraph].words))


def compared(old: Sequence[Paragraph], new: Sequence[Paragraph]) -> Comparison:
    """What changed: the text with the text, what stands beside it with its like."""
    changes: list[Change] = []
    same = 0
    for beside in (False, True):
        sides = [[one for one in all_ if (one.part is Part.ASIDE) is beside] for all_ in (old, new)]
        teller = _Teller(*map(_side, sides))
        changes += teller.changes()
        same += teller.same
    return Comparison(tuple(changes), same)


def data_changes(old: Revision, new: Revision) -> Comparison:
    """What changed in what is said of a paper: title, authors, abstract, comment."""
    pairs = (
        ("Title", old.title, new.title),
        ("Authors", " · ".join(old.authors), " · ".join(new.authors)),
        ("Abstract", old.abstract, new.abstract),
        ("Comment", old.comment, new.comment),
    )
    changes = [_data(*pair) for pair in pairs if _words(pair[1]) != _words(pair[2])]
    return Comparison(tuple(changes), len(pairs) - len(changes))


def _data(name: str, old: str, new: str) -> Change:
    sides = [_side([Paragraph(Part.DATA, _words(text), 0, _NOWHERE)]) for text in (old, new)]
    mates = aligned(*_numbered(*sides))
    kept = frozenset(mates)
    kind = Kind.CHANGED if old and new else Kind.ADDED if new else Kind.REMOVED
    before = _stretches(sides[0].words, [at in kept for at in range(len(sides[0].words))])
    after = _stretches(sides[1].words, [mate >= 0 for mate in mates])
    return Change(kind, Part.DATA, name, before, after)


_NOWHERE = (0.0, 0.0, 0.0, 0.0)


class _Teller:
    """Tells the changes between two rows of words."""

    def __init__(self, old: _Side, new: _Side) -> None:
        self._old, self._new = old, new
        rows = _numbered(old, new)
        self._mates = aligned(*rows)
        settle(*rows, self._mates, (frozenset(old.starts), frozenset(new.starts)))
        self._in_order = list(self._mates)
        self._moved = moved(*rows, self._mates)
        self._met = frozenset(mate for mate in self._mates if mate >= 0)
        self._gone = [self._is_gone(number) for number in range(len(old.paragraphs))]
        self.same = 0

    def changes(self) -> list[Change]:
        """All changes; what was removed stands where it would be missed."""
        found: list[Change] = []
        pending = iter(self._removals())
        waiting = next(pending, None)
        reached = -1
        for number in range(len(self._new.paragraphs)):
            ours = [self._in_order[at] for at in self._new.span(number)]
            reached = max(reached, max(ours, default=-1))
            change = self._of(number)
            while waiting is not None and waiting[0] <= reached:
                found.append(waiting[1])
                waiting = next(pending, None)
            if change is not None:
                found.append(change)
            else:
                self.same += 1
        if waiting is not None:
            found.append(waiting[1])
        found += [change for _, change in pending]
        return list(_paired(found))

    def _of(self, number: int) -> Change | None:
        """What became of a paragraph of the new version; None if nothing."""
        span = self._new.span(number)
        new = [self._mates[at] < 0 for at in span]
        old_span = self._old_span(span)
        lost = [at not in self._met for at in old_span]
        if not any(new) and not any(lost) and not self._has_moved(span):
            return None
        kind = self._kind(span, new)
        if kind is Kind.ADDED:
            return self._made(kind, number, (), _stretches(self._texts(span), [False] * len(new)))
        before = _stretches([self._old.words[at] for at in old_span], [not one for one in lost])
        after = _stretches(self._texts(span), [not one for one in new])
        return self._made(kind, number, before, after, old_span)

    def _kind(self, span: range, new: Sequence[bool]) -> Kind:
        if sum(new) >= len(new) * _MOST:
            return Kind.ADDED
        return Kind.MOVED if self._has_moved(span) else Kind.CHANGED

    def _has_moved(self, span: range) -> bool:
        return sum(at in self._moved for at in span) > len(span) * (1 - _MOST)

    def _old_span(self, span: range) -> range:
        """The words of the old version that a paragraph stands for, lost ones at its ends too."""
        here = [self._mates[at] for at in span if self._mates[at] >= 0]
        if not here:
            return range(0)
        first, last = self._run(here)
        while first > 0 and self._belongs(first - 1, first):
            first -= 1
        while last + 1 < len(self._old.words) and self._belongs(last + 1, last):
            last += 1
        return range(first, last + 1)

    def _run(self, here: Sequence[int]) -> tuple[int, int]:
        """The first and the last of these, those left out that stand far from most."""
        most = Counter(self._old.owner[at] for at in here).most_common(1)[0][0]
        near = [at for at in here if abs(self._old.owner[at] - most) <= 1]
        return min(near), max(near)

    def _belongs(self, at: int, beside: int) -> bool:
        """Whether a lost word goes with the one beside it, in one paragraph that is not gone."""
        owner = self._old.owner[at]
        return at not in self._met and owner == self._old.owner[beside] and not self._gone[owner]

    def _is_gone(self, number: int) -> bool:
        span = self._old.span(number)
        return sum(at not in self._met for at in span) >= len(span) * _MOST

    def _removals(self) -> Iterator[tuple[int, Change]]:
        for number, gone in enumerate(self._gone):
            if gone:
                span = self._old.span(number)
                one = self._old.paragraphs[number]
                words = _stretches([self._old.words[at] for at in span], [True] * len(span))
                at = Spot(one.page, one.box[1])
                yield (
                    span.start,
                    Change(Kind.REMOVED, one.part, one.section, words, (), at, None, one.label),
                )

    def _made(
        self,
        kind: Kind,
        number: int,
        old: tuple[Stretch, ...],
        new: tuple[Stretch, ...],
        old_span: range = range(0),
    ) -> Change:
        one = self._new.paragraphs[number]
        before = self._old.paragraphs[self._old.owner[old_span.start]] if old_span else None
        return Change(
            kind,
            one.part,
            one.section,
            old,
            new,
            Spot(before.page, before.box[1]) if before else None,
            Spot(one.page, one.box[1]),
            one.label,
            slight=kind is Kind.CHANGED and _is_slight(old, new),
        )

    def _texts(self, span: range) -> Sequence[str]:
        return self._new.words[span.start : span.stop]


def _paired(changes: Sequence[Change]) -> Iterator[Change]:
    """A paragraph that was removed where one was added that has many of its words is changed."""
    waiting: Change | None = None
    for change in changes:
        if waiting is not None:
            pair = {waiting.kind: waiting, change.kind: change}
            if set(pair) == {Kind.REMOVED, Kind.ADDED} and _akin(*_texts(pair)):
                yield _rewritten(pair[Kind.REMOVED], pair[Kind.ADDED])
                waiting = None
                continue
            yield waiting
        waiting = change
    if waiting is not None:
        yield waiting


def _texts(pair: dict[Kind, Change]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return _plain(pair[Kind.REMOVED].old), _plain(pair[Kind.ADDED].new)


def _plain(stretches: Sequence[Stretch]) -> tuple[str, ...]:
    return _words("".join(one.text for one in stretches))


def _akin(old: Sequence[str], new: Sequence[str]) -> bool:
    common = Counter(map(_folded, old)) & Counter(map(_folded, new))
    return common.total() >= _AKIN * max(len(old), len(new), 1)


def _rewritten(old: Change, new: Change) -> Change:
    texts = ["".join(part.text for part in side) for side in (old.old, new.new)]
    words = _data(new.section, *texts)
    slight = _is_slight(words.old, words.new)
    return Change(
        Kind.CHANGED, new.part, new.section, words.old, words.new, old.old_at, new.new_at,
        new.label, slight=slight,
    )  # fmt: skip


def _side(paragraphs: Sequence[Paragraph]) -> _Side:
    words: list[str] = []
    owner: list[int] = []
    starts: list[int] = []
    for number, one in enumerate(paragraphs):
        starts.append(len(words))
        words += one.words
        owner += [number] * len(one.words)
    return _Side(paragraphs, words, owner, starts)


def _numbered(old: _Side, new: _Side) -> tuple[list[int], list[int]]:
    """Words as numbers: equal ones have one."""
    numbers: dict[str, int] = {}
    rows = [
        [numbers.setdefault(_folded(word), len(numbers)) for word in side.words]
        for side in (old, new)
    ]
    return rows[0], rows[1]


def _folded(word: str) -> str:
    """A word without what a new line break may change in it."""
    return _HYPHENS.sub("", unicodedata.normalize("NFKC", word)).casefold() or word


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def _stretches(words: Sequence[str], same: Sequence[bool]) -> tuple[Stretch, ...]:
    """Words as text, in stretches that are the same on both sides or not."""
    found: list[Stretch] = []
    pairs = zip(words, same, strict=True)
    runs = [(kept, [word for word, _ in run]) for kept, run in groupby(pairs, lambda pair: pair[1])]
    for index, (kept, run) in enumerate(runs):
        text = " ".join(run) + (" " if index + 1 < len(runs) else "")
        number = not kept and any(map(_DIGIT.search, run))
        found.append(Stretch(text, changed=not kept, number=number))
    return tuple(found)


def _is_slight(old: Sequence[Stretch], new: Sequence[Stretch]) -> bool:
    """Whether only numbers of references and the like moved on, as many as there were.

    *Why not every number:* 0.3 that was 0.2 is what one looks for; it has a point in it.
    """
    changed = [[one.text for one in side if one.changed] for side in (old, new)]
    texts = [word for side in changed for text in side for word in text.split()]
    return len(changed[0]) == len(changed[1]) and all(map(_is_reference, texts))


def _is_reference(word: str) -> bool:
    inner = word.strip("[](),;:.")
    return bool(_RENUMBERED.fullmatch(word)) and "." not in inner and word[:1] in "[("
