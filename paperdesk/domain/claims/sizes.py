"""How large and how exact a model is: parameters, bits, and the tokens it can take in."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from paperdesk.domain.claims.numerals import (
    GAP,
    NUMBER,
    SCALES,
    WORDS,
    after,
    before,
    led_by,
    value,
)

Amount = tuple[float, int, int]
"""A value, and where its words stand."""

_WORDS = "|".join(WORDS)
_JOINS = re.compile(r"[, ]{0,3}(?:and|or|to|-|--|/|~|,)? {0,2}")
"""All that stands between two members of one enumeration."""

_THINGS = (
    r"(?:tokens?|words?|samples?|images?|pairs?|examples?|videos?|clips?|frames?|hours?|points?|"
    r"users?|documents?|pages?|rows?|edges?|nodes?|questions?|tasks?|steps?|trajector(?:y|ies)|"
    r"instances?|sentences?|entities|prompts?|snippets?|annotations?|conversations?|items?|"
    r"characters?|pixels?|people|sequences?|dollars?|USD|years?|dataset|corpus|subset|resolution)"
)
_OTHER_THINGS = re.compile(rf"[- ]?(?:[A-Za-z-]{{1,20}} {{1,3}}){{0,2}}?{_THINGS}\b")
_OF_PARAMETERS = re.compile(r"[- ]{0,3}(?:[A-Za-z-]{1,16} {1,3}){0,3}?param(?:eter)?s?\b")
_OF_A_MODEL = re.compile(
    r"[)-]? {0,2}(?:[A-Za-z-]{1,16} )?(?:models?|S?LLMs?|LMs?|VLMs?|encoders?|decoders?|backbones?|"
    r"variants?|networks?|transformers?|active|activated|total|architectures?)\b"
)
_PARAMETERS_ARE = re.compile(
    r"\bparam(?:eter)?s?\b[^.;,0-9]{0,30}(?:[0-9.]{1,6}[KMB]?[ ,a-z]{1,8})?\Z"
)
_NAMED = re.compile(r"[A-Z][\w.]{1,20} \(\Z|[A-Za-z][\w.]{0,20}-A?\Z")
_DATA = re.compile(
    r"(?:LAION|DataComp|SA|YFCC|COYO|CC|Panda|InternVid|HowTo|IG|ACAV|Objaverse)-?\Z"
)
_YEAR = re.compile("(?:19|20)[0-9]{2}")
_FEWEST_NAMED = 30
"""Millions from which a number in a name is one of parameters: "YouTube-8M" has none."""

_VERSIONED = re.compile(r"[A-Z][\w.]{0,20}[ -]\Z")
_SIZE = re.compile(
    rf"(?:(?<![A-Za-z0-9.,^])|(?<=-A))(?P<n>{NUMBER}|{_WORDS})"
    rf"(?P<gap>{GAP}|-)(?P<unit>[KMBTb]|[mbt]r?illion)(?![A-Za-z0-9])"
)
_COUNTED = re.compile(
    rf"(?<![\w.,^])(?:10\^ {{0,2}}(?P<power>[0-9]{{1,2}})|(?P<n>{NUMBER})) {{1,4}}"
    r"(?:(?:trainable|learnable|model|total|free|extra|additional) )?parameters\b"
)
_FEWEST_COUNTED = 1000

_BIT = re.compile(
    rf"(?<![\w.,^])(?P<n>{NUMBER}|(?:{_WORDS})(?=[- ]))(?: {{0,4}}|-)[bB]its?\b"
    r"(?!(?:[ /-]per[ -]|/) ?(?:pixel|channel|dimension|character|byte|sample|token|second))"
    r"(?![- ](?:hash|binary code|code|string|image|colou?r|flip|key|machine|processor))"
)
_BIT_LEADS = re.compile(
    rf"(?<![\w.,^])({NUMBER})(?:-?,? (?:and|or|to) |-?, {{0,2}}| {{0,2}}(?:-{{1,2}}|~|/) {{0,2}})\Z"
)
_FORMAT = re.compile(
    r"(?<![A-Za-z0-9])(?:(?:U?INT|u?int|FP|fp|BF|bf|NVFP|MXFP|MXINT|NF|HF|float|bfloat)-?([1-8]|16|32|64)"
    r"|f(16|32|64))(?![A-Za-z0-9.])"
)
_PACKED = re.compile(r"(?<![A-Za-z0-9])W(\d{1,2})A(\d{1,2})(?:KV(\d{1,2}))?(?![A-Za-z0-9])")
_ABOUT_PRECISION = re.compile(
    r"quanti[sz]|precision|bit-?widths?|[Ll]ow-bit|binari[sz]|weights|activations|KV cache|synap"
)
_MOST_BITS = 64.0

_TOKENS = re.compile(
    rf"(?<![\w.,^])(?P<n>{NUMBER})(?:(?P<unit>[kKM])(?![A-Za-z0-9])| (?P<word>million|thousand)\b|"
    r"(?=[- ]tokens?\b))"
)
_TAKEN_IN = re.compile(
    r"[- ]{0,2}(?:(?:tokens?|words?)[- ]{1,2})?(?:long[- ])?"
    r"(?:contexts?|sequence (?:lengths?|windows?)|"
    r"(?:input|context|token)s? (?:lengths?|windows?|sizes?)|windows?)\b|"
    r"[- ]tokens?[- ](?:sequences?|inputs?|prompts?)\b"
)
_LENGTH_OF = re.compile(
    r"\b(?:contexts?|sequences?|inputs?|windows?|prompts?|instructions?)\b"
    r"(?P<length>(?: |-)(?:lengths?|windows?|sizes?))?(?P<rest>[^.;]{0,48})\Z"
)
_NOT_TAKEN_IN = re.compile(r"output|generat|respon|train|corpus|dataset|sampl|pairs|steps|video")
_NOT_TOKENS = re.compile(
    rf"-param|[- ]?(?:[A-Za-z-]{{1,20}} {{1,3}})?(?!tokens?|words?){_THINGS}\b"
)
_TOKENS_FOLLOW = re.compile(r"[- ]{0,2}(?:tokens?|words?)\b")
_BARE = re.compile(r"\b(?:at|to|beyond|over|of|from|than) {1,2}\Z")
_LONG_CONTEXT = re.compile(r"[Cc]ontext (?:length|window|size)|[Ll]ong[- ][Cc]ontext")
_IN_A_NAME = re.compile(r"(?:[0-9][bB]|turbo|[Ii]nstruct|[Cc]hat)-\Z")
_LEAST_CONTEXT, _MOST_CONTEXT = 256.0, 1e9


@dataclass(slots=True)
class _Size:
    """A number that may be one of parameters, until its neighbours are known."""

    value: float
    start: int
    stop: int
    unit: str
    sure: bool


def parameters(text: str) -> Iterator[Amount]:
    """Counts of parameters, also in the names of models."""
    sizes = [_size(text, found) for found in _SIZE.finditer(text)]
    for size, following in zip(reversed(sizes[:-1]), reversed(sizes[1:]), strict=True):
        joined = _JOINS.fullmatch(text, size.stop, following.start)
        size.sure = size.sure or (following.sure and joined is not None and size.unit != "T")
    for size in sizes:
        if size.sure:
            scale = SCALES[size.unit.lower()]
            for lead, start, stop in led_by(text, size.start):
                if not _VERSIONED.search(before(text, start, 24)):
                    yield lead * scale, start, stop
            yield size.value, size.start, size.stop
    for found in _COUNTED.finditer(text):
        number = 10.0 ** int(found["power"]) if found["power"] else value(found["n"])
        if number >= _FEWEST_COUNTED:
            yield number, *found.span()


def _size(text: str, found: "re.Match[str]") -> _Size:
    unit = found["unit"]
    number = WORDS.get(found["n"]) or value(found["n"])
    sure = _is_of_parameters(text, found)
    return _Size(round(number * SCALES[unit.lower()], 3), *found.span(), unit, sure)


def _is_of_parameters(text: str, found: "re.Match[str]") -> bool:
    tail = after(text, found.end(), 60)
    head = before(text, found.start(), 60)
    if _OF_PARAMETERS.match(tail) or _PARAMETERS_ARE.search(head):
        return True
    if _OTHER_THINGS.match(tail) or _DATA.search(head) or found["n"] in WORDS:
        return False
    match found["unit"]:
        case "B" | "b":
            return found["gap"] != "-" and not _YEAR.fullmatch(found["n"])
        case "T":
            return head.endswith("-") and bool(_NAMED.search(head)) and not tail.startswith("-")
        case "M":
            named = bool(_NAMED.search(head)) and value(found["n"]) >= _FEWEST_NAMED
            return named or bool(_OF_A_MODEL.match(tail))
    return False


def bits(text: str) -> Iterator[Amount]:
    """Bits of weights, activations and whatever else is held in numbers."""
    if "bit" in text.lower() and _ABOUT_PRECISION.search(text):
        for found in _BIT.finditer(text):
            number = WORDS.get(found["n"]) or value(found["n"])
            for one in (*led_by(text, found.start(), _BIT_LEADS), (number, *found.span())):
                if 0 < one[0] <= _MOST_BITS:
                    yield one
    for found in _FORMAT.finditer(text):
        yield float(found[1] or found[2]), *found.span()
    for found in _PACKED.finditer(text):
        for group in filter(None, found.groups()):
            yield float(group), *found.span()


def context(text: str) -> Iterator[Amount]:
    """Tokens of a context, a sequence or an input; in an enumeration, of all of it."""
    long = _LONG_CONTEXT.search(text) is not None
    founds = list(_TOKENS.finditer(text))
    taken = [_is_taken_in(text, found, long=long) for found in founds]
    pairs = list(enumerate(itertools.pairwise(founds)))
    for at, (one, following) in reversed(pairs):
        taken[at] = taken[at] or (taken[at + 1] and _joined(text, one, following))
    for at, (one, following) in pairs:
        tokens = not _NOT_TOKENS.match(after(text, following.end(), 40))
        taken[at + 1] = taken[at + 1] or (taken[at] and tokens and _joined(text, one, following))
    for found in itertools.compress(founds, taken):
        number = value(found["n"]) * _scale(found)
        if _LEAST_CONTEXT <= number <= _MOST_CONTEXT:
            yield number, *found.span()


def _joined(text: str, one: "re.Match[str]", following: "re.Match[str]") -> bool:
    return _JOINS.fullmatch(text, one.end(), following.start()) is not None


def _scale(found: "re.Match[str]") -> float:
    if found["word"] == "thousand":
        return 1e3
    return SCALES[found["unit"].lower()] if found["unit"] else 1e6 if found["word"] else 1.0


def _is_taken_in(text: str, found: "re.Match[str]", *, long: bool) -> bool:
    tail = after(text, found.end(), 40)
    head = before(text, found.start(), 80)
    if _NOT_TOKENS.match(tail):
        return False
    if _TAKEN_IN.match(tail) or (long and _IN_A_NAME.search(head)):
        return True
    length = _LENGTH_OF.search(head)
    if length and not _NOT_TAKEN_IN.search(length["rest"]):
        return bool(length["length"] or _TOKENS_FOLLOW.match(tail))
    bare = found["unit"] is not None and not re.match(r"[- ]?[A-Za-z]{3}", tail)
    return long and bare and bool(_BARE.search(head))
