"""What a person types to find papers: one grammar, one syntax tree.

    words             every word must be there; one of four letters or more also
                      finds the words that begin with it, any its other forms
    "a phrase"        … as it stands
    -word             … must not be
    a OR b            either; binds less than standing side by side
    (a b) OR c        groups
    author:he         also by:; the word begins a word of a name
    author:"He, K"    all words of a name, in any order; a letter is an initial
    title:attention   … of the title
    tag:read state:inbox in:library in:feed has:note|highlight|pdf|code|update
    has:remark        what one wrote under its title
    has:thumbnail|summary|project|model|dataset|space
                      what Hugging Face shows beside a paper; the last three it
                      links, and tells of the papers that it was asked about
    day:2026-05-01    a feed day, a month (2026-05), a range (a..b, >=a, <b)
    late:2026-05-01   came to that day after it was worked off (or its week, month, smart feed)
    year:2019..2021 added:>=2026-05-01 source:"Hugging Face"
    params:<3B bits:4 speedup:>=2x compression:4.. context:32k..128k
                      what a paper says of its models in title or abstract
    org:deepmind submitter:ak category:cs.LG
                      who is behind it, who brought it, its subject (also cat:, venue:)
    kind:new|cross|replace|replace-cross
                      how arXiv announced it
    rating:>=4 is:flagged
                      what one thinks of it; rating:0 is not rated
    is:withdrawn is:retracted
                      what its authors or its publisher took back
    is:unread is:read is:muted upvotes:>=50 stars:1k..5k
    collection:"Topic / Sub" directly:Topic has:collection
                      what stands in a collection, or in one within it; only in itself
    related:vaswani2017attention has:related
                      what its reader says belongs with the paper of that key or number
    is:unstarted is:reading is:finished read:>50
                      how far it was read, and how much of its pages, in percent
    rule:"Long context"
                      what a rule or smart feed hits (also follow:)
    version:>1        the newest version that arXiv is known to have
    dataset:imagenet  a data set it names; the word begins the name, a phrase is it

An arXiv id or a DOI may be a link or written "arXiv:2503.01234v2". Anything else
is text to look for. No form is wrong: a quote or a group left open ends at the
end, and a condition without a value is no condition. What is wrong with a value
(state:bogus), `domain.faults` says.
"""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from paperdesk.domain.facts import AMOUNTS, COUNTS, DATASET, RATING, READ, VERSION
from paperdesk.domain.identifier import identifier
from paperdesk.domain.words import CJK, sought


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase to look for, in a field or (`field` empty) anywhere.

    A `prefix` is still being typed: its last word may go on.
    """

    value: str
    field: str = ""
    phrase: bool = False
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Not:
    """All that a node is not."""

    node: "Node"


@dataclass(frozen=True, slots=True)
class And:
    """What all nodes have in common; of none: everything."""

    nodes: "tuple[Node, ...]"


@dataclass(frozen=True, slots=True)
class Or:
    """What any of two or more nodes has."""

    nodes: "tuple[Node, ...]"


Node = Term | Not | And | Or

EVERYTHING = And(())

FIELDS = (
    "author", "title", "tag", "state", "in", "day", "late", "source", "year", "added", "has",
    "is", "kind", "org", "submitter", "category", "rule", "collection", "directly", "related",
    RATING, VERSION, READ, *COUNTS, *AMOUNTS, DATASET,
)  # fmt: skip
"""The fields of the grammar, as they are written back."""

TEXT_FIELDS = frozenset({"", "author", "title"})
"""Fields that are about words; the others are about a paper's circumstances."""

LONG = 4
"""Letters from which a word finds the words that begin with it: "for" is no "format"."""

_OF_FACTS = frozenset({*AMOUNTS, DATASET})
ALSO = {"by": "author", "cat": "category", "venue": "category", "follow": "rule"}
"""Other names of fields."""

_NAMES = ALSO | {name: name for name in FIELDS}
_DEEPEST = 40
"""Groups inside each other; nobody means more."""

_TOKEN = re.compile(
    r"""\s*(?:
        (?P<open>\() | (?P<close>\)) | (?P<not>-(?=\S)) | (?P<or>\|)
        | (?:(?P<field>[A-Za-z]+):)?(?:"(?P<quoted>[^"]*)(?P<end>"?)|(?P<bare>[^\s()"|]+))
    )""",
    re.VERBOSE,
)
_QUOTES = str.maketrans("“”„«»", '"""""')


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    term: Term | None = None
    end: int = 0
    closed: bool = False


def parse(text: str, *, typing: bool = False) -> Node:
    """The tree of a query; `typing` marks the word at its end as a prefix."""
    tokens = list(_tokens(_readable(text).translate(_QUOTES)))
    if typing and tokens:
        tokens[-1] = _unfinished(tokens[-1], len(text))
    return _Parser(tokens).tree()


def terms(node: Node, *, wanted: bool = True) -> Iterator[Term]:
    """The terms that are asked for or, with `wanted` false, ruled out."""
    match node:
        case Term() if wanted:
            yield node
        case Not():
            yield from terms(node.node, wanted=not wanted)
        case And() | Or():
            for child in node.nodes:
                yield from terms(child, wanted=wanted)


def goes_on(term: Term) -> bool:
    """Whether a term's last word may be the beginning of one."""
    if term.prefix or term.phrase or term.field:
        return term.prefix or not term.phrase
    last = sought(term.value)[-1]
    return len(last) >= LONG or bool(CJK.match(last))


def asks_for_trash(node: Node) -> bool:
    """Whether a query names the trash; else nothing of it is shown."""
    return any(term.field == "state" and term.value.lower() == "trash" for term in terms(node))


def asks_for_muted(node: Node) -> bool:
    """Whether a query finds what rules hide: one for words, for a rule, or for just these."""
    return any(
        term.field in TEXT_FIELDS
        or term.field == "rule"
        or (term.field, term.value.lower()) == ("is", "muted")
        for term in terms(node)
    )


def asks_for_unheard(node: Node) -> bool:
    """Whether a query finds what muted sources alone list: one for words, for a source, for it."""
    return any(
        term.field in TEXT_FIELDS
        or term.field == "source"
        or (term.field, term.value.lower()) == ("is", "muted")
        for term in terms(node)
    )


def asks_for_facts(node: Node) -> bool:
    """Whether a query is about what papers say of themselves, as far as they were read."""
    every = itertools.chain(terms(node), terms(node, wanted=False))
    return any(
        term.field in _OF_FACTS or (term.field == "has" and term.value.lower() == "code")
        for term in every
    )


def spelt(node: Node) -> str:
    """A tree as a person would type it; `parse` reads it back."""
    match node:
        case Term():
            value = f'"{node.value}"' if node.phrase else node.value
            return f"{node.field}:{value}" if node.field else value
        case Not():
            return f"-{_grouped(node.node)}"
        case Or():
            return " OR ".join(map(_grouped, node.nodes))
        case And():
            return " ".join(map(_grouped, node.nodes))


def comparisons(value: str) -> tuple[tuple[str, str], ...]:
    """The bounds that a day or a year keeps to, as operators and operands.

    Operands compare as text; one that stands for a whole month or year because
    the rest is not written ends in "~", which follows every digit.

    >>> comparisons("2026-05..2026-06")
    (('>=', '2026-05'), ('<=', '2026-06~'))
    """
    first, dots, last = value.partition("..")
    if dots:
        bounds = ((">=", first), ("<=", last and f"{last}~"))
        return tuple(bound for bound in bounds if bound[1])
    sign = next((sign for sign in (">=", "<=", ">", "<") if value.startswith(sign)), "")
    operand = value[len(sign) :]
    if not sign:
        return ((">=", operand), ("<=", f"{operand}~"))
    return ((sign, operand + ("~" if sign in (">", "<=") else "")),) if operand else ()


def _readable(text: str) -> str:
    """A text of the same length that UTF-8 can hold: SQLite takes no lone surrogates.

    *Why:* a byte that is no UTF-8 reaches a command line's arguments as one.
    """
    return text.encode("utf-8", "replace").decode("utf-8")


def _grouped(node: Node) -> str:
    return spelt(node) if isinstance(node, Term | Not) else f"({spelt(node)})"


def _tokens(text: str) -> Iterator[_Token]:
    for found in _TOKEN.finditer(text):
        for kind in ("open", "close", "not", "or"):
            if found[kind]:
                yield _Token(kind)
                break
        else:
            yield from _word(found)


def _word(found: "re.Match[str]") -> Iterator[_Token]:
    """A word, a phrase or a condition; AND, OR and NOT where they stand alone."""
    name = (found["field"] or "").lower()
    phrase = found["quoted"] is not None
    value: str = found["quoted"] if phrase else found["bare"]
    if not name and not phrase and value in ("AND", "OR", "NOT"):
        if value != "AND":
            yield _Token(value.lower())
        return
    field = _NAMES.get(name, "")
    if name and not field:
        value = f"{found['field']}:{value}"
    value = value if field else identifier(value) or value
    if not phrase and not field and value[-1] == ":" and value[:-1].lower() in _NAMES:
        return
    if sought(value) if field in TEXT_FIELDS else value.strip():
        term = Term(value, field, phrase)
        yield _Token("term", term, found.end(), closed=bool(found["end"]))


def _unfinished(token: _Token, length: int) -> _Token:
    if token.term is None or token.closed or token.end < length:
        return token
    return replace(token, term=replace(token.term, prefix=True))


class _Parser:
    """Reads tokens from left to right: OR of ANDs of (negated) terms and groups."""

    def __init__(self, tokens: list[_Token]) -> None:
        self._tokens = tokens
        self._at = 0

    def tree(self) -> Node:
        """The whole of it; closing brackets that nothing opened are passed over."""
        nodes: list[Node] = []
        while self._at < len(self._tokens):
            nodes.append(self._either(0))
            self._at += 1
        return _all(nodes)

    def _either(self, depth: int) -> Node:
        choices = [self._every(depth)]
        while self._peek() == "or":
            self._at += 1
            choices.append(self._every(depth))
        return _any([choice for choice in choices if choice != EVERYTHING])

    def _every(self, depth: int) -> Node:
        nodes: list[Node] = []
        while self._peek() not in ("or", "close", ""):
            nodes.append(self._one(depth))
        return _all(nodes)

    def _one(self, depth: int) -> Node:
        negated = False
        while self._peek() == "not":
            negated = not negated
            self._at += 1
        node = self._plain(depth)
        return _without(node) if negated and node != EVERYTHING else node

    def _plain(self, depth: int) -> Node:
        kind = self._peek()
        if kind in ("or", "close", ""):
            return EVERYTHING
        token = self._tokens[self._at]
        self._at += 1
        if token.term is not None:
            return token.term
        if depth == _DEEPEST:
            return EVERYTHING
        node = self._either(depth + 1)
        if self._peek() == "close":
            self._at += 1
        return node

    def _peek(self) -> str:
        return self._tokens[self._at].kind if self._at < len(self._tokens) else ""


def _all(nodes: list[Node]) -> Node:
    """The common ground of nodes, each once and without needless brackets."""
    flat: list[Node] = []
    for node in nodes:
        flat.extend(node.nodes if isinstance(node, And) else (node,))
    flat = list(dict.fromkeys(flat))
    return flat[0] if len(flat) == 1 else And(tuple(flat))


def _any(nodes: list[Node]) -> Node:
    flat: list[Node] = []
    for node in nodes:
        flat.extend(node.nodes if isinstance(node, Or) else (node,))
    flat = list(dict.fromkeys(flat))
    if len(flat) > 1:
        return Or(tuple(flat))
    return flat[0] if flat else EVERYTHING


def _without(node: Node) -> Node:
    return node.node if isinstance(node, Not) else Not(node)
