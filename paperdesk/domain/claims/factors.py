"""How many times faster or smaller something becomes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from paperdesk.domain.claims.numerals import GAP, NUMBER, WORDS, after, before, led_by, value

_SPEED, _SIZE, _OTHER = "speed", "size", "other"
_WORDS = "|".join(WORDS)

_FACTOR = re.compile(
    rf"(?<![\w.,^])(?:(?P<n>{NUMBER})"
    rf"(?:{GAP}(?:[xX](?![\w]|{GAP}[0-9])|×(?!{GAP}[0-9]))|(?:{GAP}|-)(?:times|[Ff]old)\b)"
    rf"|(?P<word>{_WORDS})(?:[ -]times|[ -]?fold)\b|(?P<twice>[Tt]wice)\b"
    r"|(?:(?P<orders>an?|one|two|three|four|[0-9]) (?:full )?)?"
    r"(?<!several )orders?[ -]of[ -]magnitudes?\b"
    r"|(?P<half>halv(?:ing|es|ed))\b)"
)
_PER_CENT = re.compile(
    rf"(?<![\w.,^])(?P<n>{NUMBER}) {{0,3}}%[ -]{{1,3}}(?:[a-z]{{1,12}} ){{0,1}}?"
    r"(?:faster|speed-?ups?|"
    r"(?:higher|more|greater|better|increased?(?: in)?) (?:[a-z]{1,12} ){0,1}?throughput)\b"
)

_FASTER = (
    r"faster|quicker|speed(?:-| )?ups?|speeds?|sped|accelerat\w{1,4}|throughput|latency|"
    r"run-?times?|TTFT|FPS|fps|frames per second|tokens per second|less time|shorter time|"
    r"(?:wall[- ]clock|inference|training|decoding|computation|running|generation|search|"
    r"execution|processing|sampling|optimization|rendering|planning) times?|"
    r"(?:inference|computational|computation|training|decoding|sampling|time|runtime) efficiency"
)
_SMALLER = (
    r"smaller(?! (?:[\w-]{1,20} ){0,3}?(?:errors?|variance|loss|regret|gap|bias|numbers?)\b)|"
    r"compress\w{0,6}|memory|storage|footprint|(?:model )?size|lighter|parameter reduction|"
    r"fewer (?:[a-z]{1,12} )?param(?:eter)?s|(?:fewer|less) (?:visual|image|vision) tokens"
)
_SHRUNK = (
    r"compress\w{0,6}|storage|footprint|(?:model|index|cache|file|vocabulary|embedding) size|"
    r"memory (?:usage|costs?|consumption|requirements?|overhead|size|by)"
)
_ELSE = (
    r"larger|bigger|longer|shorter(?! time)|cheaper|deeper|wider|FLOPs?|energy|power|costs?|"
    r"resolution|accuracy|super-resolution|upsampl\w{1,4}|upscal\w{1,4}|magnification|stronger|"
    r"slow\w{0,4}|variance|errors?|loss|perplexity|"
    r"(?:improvement|increase|gain)s? over"
)
_ITEMS = r"data|samples|tokens|weights|parameters|params|environments|examples|steps|images|calls"
_COMPARED = re.compile(r" {0,4}(?:more|fewer|less|higher|lower|better|greater|as)\b")
_COMPARED_WITH = re.compile(r" {0,4}(?:that|those) of\b")
_CUE = re.compile(
    rf"\b(?:(?P<speed>{_FASTER})|(?P<size>{_SHRUNK})|(?P<other>{_ELSE}))\b", re.IGNORECASE
)
_MORE = re.compile(
    r"\b(?:more|extra|larger|higher|greater|"
    r"(?:of|the|its|their) (?:[a-z]{1,12} )?(?:model )?size)\b"
)
_BEHIND = re.compile(
    rf"[ )(-]{{0,10}}"
    rf"(?:(?!and\b|while\b|but\b|with\b|than\b|or\b)[A-Za-z][\w'-]{{0,20}} {{1,4}}){{0,4}}?"
    rf"(?:(?P<speed>{_FASTER})|(?P<size>{_SMALLER})|(?P<other>{_ELSE}|{_ITEMS}))\b",
    re.IGNORECASE,
)
_HALVED = re.compile(
    r" (?:the )?(?:[A-Za-z-]{1,12} ){0,3}?(?:memory|storage|model size|footprint)\b"
)
_RATIOS = re.compile(
    rf"\bcompression (?:ratios?|rates?|factors?)"
    rf"(?: of| up to| as high as| from)? (?:up to |about |over )?"
    rf"(?P<all>{NUMBER}(?:(?:,| and|, and| to|-) {{0,2}}{NUMBER}){{0,4}})(?! {{0,3}}%|[\w.])"
)
_NUMBERS = re.compile(NUMBER)
_JOINED = re.compile(r"[, ]{0,3}(?:and|or|to|-|--|/|~|,|&)? {0,2}(?:up to |by )?")
_ALIKE = re.compile(r"[^.;]{0,60}?\b(?:and|or|to)\b[^.;]{0,24}|,[^.;]{0,24}")
_HEAD, _TAIL = 72, 64
_MOST = 1e7


@dataclass(slots=True)
class _Factor:
    """A number of times, and of what, as far as that is known."""

    value: float
    start: int
    stop: int
    of: str = ""
    behind: bool = False
    orders: bool = False


def factors(text: str) -> tuple[list[tuple[float, int, int]], list[tuple[float, int, int]]]:
    """The factors of speed, and those of size, each with its place."""
    founds = list(_factors(text))
    _look_behind(text, founds)
    _look_ahead(text, founds)
    speed = [one for found in founds if found.of == _SPEED for one in _spread(text, found)]
    size = [one for found in founds if found.of == _SIZE for one in _spread(text, found)]
    speed.extend(
        (round(1 + value(found["n"]) / 100, 6), *found.span()) for found in _PER_CENT.finditer(text)
    )
    size.extend(_ratios(text))
    return speed, size


def _factors(text: str) -> Iterator[_Factor]:
    for found in _FACTOR.finditer(text):
        number = _number(text, found)
        if number and number <= _MOST:
            half = found["half"] is not None
            yield _Factor(number, *found.span(), _SIZE if half else "", half, "order" in found[0])


def _number(text: str, found: "re.Match[str]") -> float:
    if found["n"]:
        return value(found["n"])
    if found["word"]:
        return WORDS[found["word"]]
    if found["twice"]:
        return 2.0
    if found["half"]:
        return 2.0 if _HALVED.match(text, found.end()) else 0.0
    orders = found["orders"]
    if orders is None:
        return 10.0 if found[0].startswith("order ") or found[0].startswith("order-") else 0.0
    return 10.0 ** (int(orders) if orders.isdigit() else WORDS.get(orders, 1.0))


def _look_behind(text: str, founds: list[_Factor]) -> None:
    """What follows a factor says what it is of; in an enumeration, for all before it."""
    for at in range(len(founds) - 1, -1, -1):
        found = founds[at]
        if found.of:
            continue
        tail = after(text, found.stop, _TAIL)
        limit = founds[at + 1].start - found.stop if at + 1 < len(founds) else _TAIL
        cue = _BEHIND.match(tail[:limit])
        if _COMPARED_WITH.match(tail):
            found.of, found.behind = _OTHER, True
        elif cue:
            found.of, found.behind = str(cue.lastgroup), True
            if found.of == _SIZE and _MORE.search(cue[0]):
                found.of = _OTHER
        elif at + 1 < len(founds) and _JOINED.fullmatch(
            text, found.stop, _first(text, founds[at + 1])
        ):
            found.of, found.behind = founds[at + 1].of, founds[at + 1].behind
        elif _COMPARED.match(tail):
            found.of, found.behind = _OTHER, True


def _look_ahead(text: str, founds: list[_Factor]) -> None:
    """Else what stands before it does, or what the one before it is of."""
    last: _Factor | None = None
    for found in founds:
        if not found.of:
            start = last.stop if last is not None else 0
            head = before(text, found.start, _HEAD)
            head = head[max(0, len(head) - (found.start - start)) :]
            cues = list(_CUE.finditer(head))
            if cues:
                found.of = str(cues[-1].lastgroup)
            elif (
                last is not None
                and not last.behind
                and _ALIKE.fullmatch(text, last.stop, found.start)
            ):
                found.of = last.of
        last = found


def _first(text: str, found: _Factor) -> int:
    return min((start for _, start, _ in led_by(text, found.start)), default=found.start)


def _spread(text: str, found: _Factor) -> Iterator[tuple[float, int, int]]:
    """A factor, and the other end of its range."""
    for lead, start, stop in led_by(text, found.start):
        yield (10.0**lead if found.orders else lead), start, stop
    yield found.value, found.start, found.stop


def _ratios(text: str) -> Iterator[tuple[float, int, int]]:
    for found in _RATIOS.finditer(text):
        for number in _NUMBERS.finditer(found["all"]):
            start = found.start("all")
            if value(number[0]) > 1:
                yield value(number[0]), start + number.start(), start + number.end()
