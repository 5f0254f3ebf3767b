"""What a paper says of itself in numbers and names: how big, how exact, how fast, on what.

Every fact keeps the words that it was read from, so that nobody has to believe it.
Amounts are in one unit each: parameters and tokens are counted (a thousand is
1,000), bits are bits, speed-up and compression are factors.
"""

import re
from dataclasses import dataclass

PARAMS = "params"
BITS = "bits"
SPEEDUP = "speedup"
COMPRESSION = "compression"
CONTEXT = "context"
DATASET = "dataset"
CODE = "code"

VERSION = "version"
"""No fact of an abstract, but asked for as an amount is."""

READ = "read"
"""How much was read of a paper, in percent: asked for as an amount is."""

AMOUNTS = (PARAMS, BITS, SPEEDUP, COMPRESSION, CONTEXT)
"""The facts that are numbers; the others are names."""

RATING = "rating"
"""What its reader thinks of a paper, asked for as an amount is."""

COUNTS = ("upvotes", "stars")
"""What a community counts of a paper: asked for as the amounts are."""

NAMES = (*AMOUNTS, DATASET, CODE)

TITLE, ABSTRACT = "title", "abstract"
"""Where a fact stands."""

_SCALES = {"": 1.0, "k": 1e3, "m": 1e6, "b": 1e9, "t": 1e12}
_UNITS = dict.fromkeys(COUNTS, "k?") | {
    PARAMS: "[kmbt]?",
    CONTEXT: "[km]?",
    BITS: "(?:bits?)?",
    SPEEDUP: "x?",
    COMPRESSION: "x?",
    VERSION: "",
    RATING: "",
    READ: "%?",
}
_NUMBER = r"([0-9]{1,15}(?:\.[0-9]{1,6})?)"
_OPERANDS = {name: re.compile(f"{_NUMBER}-?({unit})") for name, unit in _UNITS.items()}
_AROUND = 110
"""Characters on either side of a fact that say enough of it."""

_SENTENCE = re.compile(r"[.!?](?=\s)")
_LONGEST_NAME = 40
_JOINTS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that a title or an abstract says.

    `text` is the name of a data set, an address of code, or an amount's source
    words, which stand from `start` to `stop` in the title or abstract (`place`).
    """

    name: str
    value: float | None
    text: str
    place: str
    start: int
    stop: int


def amount(name: str, text: str) -> float | None:
    """A number as a person types it for a fact: "3B" parameters, "128k" tokens, "2x"."""
    found = _OPERANDS[name].fullmatch(text.lower().replace("×", "x"))
    if found is None:
        return None
    return float(found[1]) * _SCALES.get(found[2], 1.0)


def bounds(name: str, text: str) -> tuple[tuple[str, float], ...] | None:
    """The bounds that an amount keeps to, as operators and numbers; None if it is none.

    What a range says of its end, it says of its beginning: "1..7B" begins at 1B.

    >>> bounds("params", "<3B"), bounds("bits", "2..4"), bounds("bits", "few")
    ((('<', 3000000000.0),), (('>=', 2.0), ('<=', 4.0)), None)
    """
    first, dots, last = text.partition("..")
    if dots:
        unit = last[-1:] if last[-1:].isalpha() else ""
        first += unit if first[-1:].isdigit() else ""
        parts = [(sign, part) for sign, part in ((">=", first), ("<=", last)) if part]
    else:
        sign = next((sign for sign in (">=", "<=", ">", "<") if text.startswith(sign)), "")
        parts = [(sign or "=", text[len(sign) :])] if text[len(sign) :] else []
    numbers = [(sign, amount(name, part)) for sign, part in parts]
    known = tuple((sign, number) for sign, number in numbers if number is not None)
    return known if len(known) == len(numbers) else None


def written(name: str, value: float) -> str:
    """A number as one reads it: 7B, 128k, 4, 2.5×.

    >>> written("params", 7e9), written("context", 128000), written("speedup", 2.5)
    ('7B', '128k', '2.5×')
    """
    if name in (SPEEDUP, COMPRESSION):
        return f"{value:,.4g}×" if value < 1e4 else f"{value:.0e}×"
    if name == BITS:
        return f"{value:g}"
    for scale, unit in ((1e12, "T"), (1e9, "B"), (1e6, "M"), (1e3, "k")):
        if value >= scale:
            return f"{value / scale:.4g}{unit}" if value < 1e16 else f"{value:.0e}"
    return f"{value:g}"


def source(text: str, fact: Fact) -> tuple[str, str, str]:
    """The words of a fact, and what stands around them in their sentence."""
    before = _cut(text[max(0, fact.start - _AROUND) : fact.start], more=fact.start > _AROUND)
    after = text[fact.stop : fact.stop + _AROUND]
    end = _SENTENCE.search(after)
    if end:
        after = after[: end.start() + 1]
    elif len(text) > fact.stop + _AROUND:
        after = f"{after.rsplit(' ', 1)[0]}…"
    return before, text[fact.start : fact.stop], after


def _cut(before: str, *, more: bool) -> str:
    """What leads up to a fact: its sentence, or as much of it as there is room for."""
    ends = [end.end() for end in _SENTENCE.finditer(before)]
    if ends:
        return before[ends[-1] :].lstrip()
    return f"…{before.partition(' ')[2]}" if more else before


def name_key(text: str) -> str:
    """The name of a data set as it is compared: "CIFAR-10" is "cifar10" is "CIFAR 10"."""
    return _JOINTS.sub("", text).casefold()[:_LONGEST_NAME]
