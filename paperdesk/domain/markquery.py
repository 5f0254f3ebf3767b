"""What is asked of a list of marks: `colour:red tag:method has:comment -kind:area words`.

A word must stand in the passage, the comment, a tag or who made it, whatever its
case and accents. Of colours and kinds any may be right, of all else each must be; a
minus in front means: not so.
"""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from paperdesk.domain.colours import Meanings
from paperdesk.domain.note import Colour, Fate, Highlight, Kind

_TERM = re.compile(r'(-?)(?:([a-z]+):)?(?:"([^"]*)"?|(\S+))', re.IGNORECASE)
_FIELDS = {
    "colour": "colour",
    "color": "colour",
    "tag": "tag",
    "kind": "kind",
    "has": "has",
    "is": "is",
}
_ANY = ("colour", "kind")
"""Fields whose terms are alternatives: no mark has two colours."""


@dataclass(frozen=True, slots=True)
class Term:
    """One condition; `field` is "" for a word."""

    field: str
    value: str
    negative: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """What a mark is judged by: `words` are folded, `colours` are all its names."""

    words: str
    colours: tuple[str, ...]
    kind: str
    tags: tuple[str, ...]
    has: frozenset[str]


@dataclass(frozen=True, slots=True)
class MarkQuery:
    """The conditions that a mark must meet; without any, every mark does."""

    terms: tuple[Term, ...] = ()

    def matches(self, facts: Facts) -> bool:
        """Whether a mark is one of those that are asked for."""
        for term in self.terms:
            if term.negative and _meets(term, facts):
                return False
        wanted = [term for term in self.terms if not term.negative]
        for field in _ANY:
            these = [term for term in wanted if term.field == field]
            if these and not any(_meets(term, facts) for term in these):
                return False
        return all(_meets(term, facts) for term in wanted if term.field not in _ANY)


def parse(text: str) -> MarkQuery:
    """Read what was typed; anything can be, what is no field is a word."""
    terms = []
    for sign, field, phrase, word in _TERM.findall(text):
        known = _FIELDS.get(field.casefold(), "")
        value = phrase or word
        if field and not known:
            value = f"{field}:{value}"
        if value:
            terms.append(Term(known, folded(value), bool(sign)))
    return MarkQuery(tuple(terms))


def facts(mark: Highlight, meanings: Meanings) -> Facts:
    """What a mark is judged by."""
    has = [name for name, held in _HAS.items() if held(mark)]
    return Facts(
        folded("\n".join((mark.text, mark.comment, mark.author, *mark.tags))),
        colour_names(mark.colour, meanings),
        mark.kind.value,
        tuple(map(folded, mark.tags)),
        frozenset(has),
    )


def colour_names(colour: Colour, meanings: Meanings) -> tuple[str, ...]:
    """What a colour may be called in a query: its own name, and what it stands for."""
    meaning = folded(meanings.get(colour, ""))
    return (colour.value, meaning) if meaning else (colour.value,)


def fault(query: MarkQuery, meanings: Meanings) -> str:
    """What cannot be in a query, as a sentence; "" where all of it can."""
    colours = [*Colour, *(folded(meaning) for meaning in meanings.values() if meaning)]
    known: dict[str, Sequence[str]] = {
        "colour": colours,
        "kind": list(Kind),
        "has": ["comment", "tag"],
        "is": ["lost"],
    }
    for term in query.terms:
        names = known.get(term.field)
        if names is not None and not any(name.startswith(term.value) for name in names):
            return f"No {term.field} is called “{term.value}”: there is {', '.join(names)}."
    return ""


def toggled(text: str, term: str) -> str:
    """A query with a term put in, or taken out where it stands already."""
    words = [found[0] for found in _TERM.finditer(text)]
    kept = [word for word in words if word.casefold() != term.casefold()]
    return " ".join(kept if len(kept) < len(words) else [*words, term])


def quoted(field: str, value: str) -> str:
    """A term as it is typed: with quotes where the value needs them."""
    return f'{field}:"{value}"' if " " in value else f"{field}:{value}"


def folded(text: str) -> str:
    """A text without case and accents."""
    if text.isascii():
        return text.casefold()
    plain = unicodedata.normalize("NFKD", text)
    return "".join(char for char in plain if not unicodedata.combining(char)).casefold()


_HAS: dict[str, Callable[[Highlight], bool]] = {
    "comment": lambda mark: bool(mark.comment.strip()),
    "tag": lambda mark: bool(mark.tags),
    "lost": lambda mark: mark.fate is Fate.LOST,
}


def _meets(term: Term, facts: Facts) -> bool:
    match term.field:
        case "colour":
            return any(name.startswith(term.value) for name in facts.colours)
        case "kind":
            return facts.kind.startswith(term.value)
        case "tag":
            return any(tag.startswith(term.value) for tag in facts.tags)
        case "has" | "is":
            return any(name.startswith(term.value) for name in facts.has)
        case _:
            return term.value in facts.words
