"""Which papers may be one and the same: found by what they say of themselves.

Never by their files: two papers may hold the same bytes by mistake, and one
paper holds many.

*How a hundred thousand are compared:* only those that share a name, a title, or
one of a title's rarest words are held against each other.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations
from typing import Any

from paperdesk.domain.identifier import arxiv_from_doi, arxiv_id, doi

_SHARED = 0.7
"""The part of its words that a title shares with its like, one word aside."""

BLOCK = 30
"""Papers that share a word: with more, it is no rare one."""

_RARE = 3
"""Words of a title by which its like is looked for."""

_LIKE = 0.82
"""How alike two words are that may be one, misspelt or in another form."""

_YEARS = 3
"""Years between a preprint and what it became."""

_PREPRINTS = (
    "10.48550/", "10.1101/", "10.21203/", "10.31219/", "10.31234/", "10.2139/ssrn", "10.20944/",
    "10.36227/", "10.26434/", "10.5281/", "10.22541/", "10.35542/",
)  # fmt: skip
"""How the DOIs of preprints begin: beside such a one, a publisher's is of the same paper."""

_ANSWERS = re.compile(
    r"\b(erratum|errata|corrigend\w+|correction|reply|response|comments?|rejoinder|addendum|"
    r"retraction|retracted|discussion|supplement\w*|appendix|editorial|preface|review)\b"
)
"""Words by which one paper says that it is about another."""

_SERIES = re.compile(r"\b(part|volume|vol|chapter|paper|no|episode|day|lecture) (\w+)")
_ROMAN = re.compile(r"\b(i{1,3}|iv|v|vi{1,3}|ix|x)$")
_NUMBER = re.compile(r"\d+")
_SMALL = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "for",
        "in",
        "on",
        "to",
        "and",
        "with",
        "via",
        "by",
        "from",
        "at",
        "using",
        "is",
        "are",
        "towards",
    ]
)
_TURNS = ("un", "non", "in", "im", "anti", "de", "dis", "multi", "semi", "self", "pre", "post")
_LEAST_WORDS = 3
_LEAST_LETTERS = 14


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is needed of a paper to tell whether another is the same.

    `title` and `authors` (family names) are folded; `names` are its further ones,
    such as ("arxiv", "1706.03762").
    """

    id: int
    title: str
    authors: tuple[str, ...] = ()
    year: int | None = None
    arxiv: str | None = None
    doi: str | None = None
    url: str | None = None
    names: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Twins:
    """Papers that may be one, and why."""

    papers: tuple[int, ...]
    reason: str


Pair = tuple[int, int]
Told = Callable[[int, int], None]
"""How many of how many are done; it may raise, to stop."""


def find(
    sketches: Sequence[Sketch], apart: Collection[Pair] = (), told: Told = lambda _, __: None
) -> list[Twins]:
    """The groups of papers that may be one, those in which names agree first."""
    by_id = {sketch.id: sketch for sketch in sketches}
    pairs: dict[Pair, str] = {}
    for one, other, reason in _named(sketches):
        pairs.setdefault(_pair(one, other), reason)
    for one, other in _candidates(sketches, told):
        pair = _pair(one, other)
        if pair not in pairs and (reason := same_title(by_id[one], by_id[other])):
            pairs[pair] = reason
    return _groups({pair: why for pair, why in pairs.items() if pair not in apart})


def names(sketch: Sketch) -> frozenset[tuple[str, str]]:
    """The arXiv ids and DOIs by which a paper is known, wherever they stand."""
    found = set(sketch.names)
    named = sketch.arxiv and arxiv_id(sketch.arxiv)
    if named:
        found.add(("arxiv", named.base))
    for text in (sketch.doi, sketch.url):
        found |= _said(text or "")
    return frozenset(found)


def _said(text: str) -> set[tuple[str, str]]:
    """The ids that a DOI or an address holds."""
    named = doi(text) if "10." in text else None
    paper = arxiv_from_doi(named) if named else arxiv_id(text) if "arxiv.org" in text else None
    if paper:
        return {("arxiv", paper.base)}
    return {("doi", named)} if named else set()


def same_title(one: Sketch, other: Sketch) -> str:
    """Why two papers may be one by title, authors and year; empty if they are not."""
    if not _same_words(one.title, other.title) or _told_apart(one, other):
        return ""
    exact = _joined(one.title) == _joined(other.title)
    if not one.authors or not other.authors:
        sure = len(one.title.split()) > _LEAST_WORDS and _years(one, other) <= 1
        return "same title" if exact and sure else ""
    if not _share_authors(one, other) or _years(one, other) > _YEARS * (2 if exact else 1):
        return ""
    return "same title and authors" if exact else "like titles, same authors"


def _told_apart(one: Sketch, other: Sketch) -> bool:
    """Whether their names say that these are two: two arXiv ids, or two publishers' DOIs."""
    mine, theirs = names(one), names(other)
    for kind in ("arxiv", "doi"):
        ours, others = (
            {value for what, value in each if what == kind and not value.startswith(_PREPRINTS)}
            for each in (mine, theirs)
        )
        if ours and others and not ours & others:
            return True
    return False


def _same_words(one: str, other: str) -> bool:
    """Whether two titles are one, but for a misspelling, a hyphen or a small word."""
    if _joined(one) == _joined(other):
        return bool(one)
    if _ANSWERS.findall(one) != _ANSWERS.findall(other) or _marks(one) != _marks(other):
        return False
    if min(len(one), len(other)) < _LEAST_LETTERS:
        return False
    mine, theirs = Counter(one.split()), Counter(other.split())
    ours = [word for word in (mine - theirs).elements() if word not in _SMALL]
    others = [word for word in (theirs - mine).elements() if word not in _SMALL]
    if "".join(ours) == "".join(others):
        return _in_order(one, other)
    if len(ours) != len(others) or len(ours) > max(1, len(mine) // 4):
        return False
    return all(map(_alike, sorted(ours), sorted(others))) and _in_order(one, other)


def _in_order(one: str, other: str) -> bool:
    """Whether the words stand in one order: “A for B” is not “B for A”."""
    return SequenceMatcher(None, one, other, autojunk=False).ratio() > _LIKE


def _alike(one: str, other: str) -> bool:
    """Whether two words may be one: not where a beginning turns the sense about."""
    long, short = sorted((one, other), key=len, reverse=True)
    if any(long == start + short for start in _TURNS):
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _LIKE


def _marks(title: str) -> tuple[object, ...]:
    """What tells the parts of a series apart: numbers, “part two”, “II” at the end."""
    roman = _ROMAN.search(title)
    return (_NUMBER.findall(title), _SERIES.findall(title), roman[0] if roman else "")


def _joined(title: str) -> str:
    return title.replace(" ", "")


def _share_authors(one: Sketch, other: Sketch) -> bool:
    """Whether the first author is the same, or half of those who are named."""
    mine, theirs = set(one.authors), set(other.authors)
    shared = len(mine & theirs)
    return bool(shared) and (
        one.authors[0] == other.authors[0] or 2 * shared >= min(len(mine), len(theirs))
    )


def _years(one: Sketch, other: Sketch) -> int:
    return abs(one.year - other.year) if one.year and other.year else 0


def _named(sketches: Iterable[Sketch]) -> Iterator[tuple[int, int, str]]:
    """The pairs that share an id, with a sentence that names it."""
    first: dict[tuple[str, str], int] = {}
    for sketch in sketches:
        for kind, value in sorted(names(sketch)):
            held = first.setdefault((kind, value), sketch.id)
            if held != sketch.id:
                word = "arXiv id" if kind == "arxiv" else "DOI"
                yield held, sketch.id, f"same {word} {value}"


def _candidates(sketches: Sequence[Sketch], told: Told) -> Iterator[Pair]:
    """Pairs that are worth a closer look: each may come more than once."""
    words = {sketch.id: frozenset(sketch.title.split()) for sketch in sketches}
    counts = Counter(word for each in words.values() for word in each)
    blocks: defaultdict[str, list[int]] = defaultdict(list)
    alike: defaultdict[str, list[int]] = defaultdict(list)
    for sketch in sketches:
        rare = [word for word in words[sketch.id] if 1 < counts[word] <= BLOCK]
        for word in sorted(rare, key=lambda word: (counts[word], word))[:_RARE]:
            blocks[word].append(sketch.id)
        joined = _joined(sketch.title)
        if joined:
            alike[joined].append(sketch.id)
            blocks[f" {joined[:20]}"].append(sketch.id)
            blocks[f"  {joined[-20:]}"].append(sketch.id)
    for done, block in enumerate((*alike.values(), *blocks.values())):
        if not done % 1_000:
            told(done, len(alike) + len(blocks))
        if done < len(alike) and len(block) <= BLOCK:
            yield from combinations(block, 2)
        elif len(block) <= BLOCK:
            pairs = combinations([(one, words[one]) for one in block], 2)
            yield from ((one, two) for (one, mine), (two, its) in pairs if _near(mine, its))
    let_go(words, counts, alike, blocks)


def let_go(*large: dict[Any, Any] | list[Any]) -> None:
    """Free what is large piece by piece: as a whole, it holds all other threads up meanwhile."""
    for one in large:
        while one:
            one.popitem() if isinstance(one, dict) else one.pop()


def _near(mine: frozenset[str], its: frozenset[str]) -> bool:
    """Whether so many words are shared that the titles may be one, roughly and quickly."""
    shared = len(mine & its)
    return _SHARED * min(len(mine), len(its)) <= shared + 1


def _groups(pairs: dict[Pair, str]) -> list[Twins]:
    """Pairs that hang together, as groups: those that share ids first."""
    leader: dict[int, int] = {}

    def lead(one: int) -> int:
        while leader.setdefault(one, one) != one:
            leader[one] = leader[leader[one]]
            one = leader[one]
        return one

    for one, other in pairs:
        leader[max(lead(one), lead(other))] = min(lead(one), lead(other))
    members: defaultdict[int, set[int]] = defaultdict(set)
    reasons: defaultdict[int, list[str]] = defaultdict(list)
    for pair, reason in pairs.items():
        members[lead(pair[0])].update(pair)
        reasons[lead(pair[0])].append(reason)
    groups = [
        Twins(tuple(sorted(papers)), ", ".join(dict.fromkeys(reasons[first])))
        for first, papers in members.items()
    ]
    named = "same arXiv", "same DOI"
    return sorted(groups, key=lambda group: (not group.reason.startswith(named), group.papers))


def _pair(one: int, other: int) -> Pair:
    return (one, other) if one < other else (other, one)
