"""Numbers in running text: how they are written, and a text in which they are easy to find."""

import re
from collections.abc import Iterator

NUMBER = r"[0-9]{1,9}(?:,[0-9]{3}){0,4}(?:\.[0-9]{1,6})?"
"""1, 1.58, 32,000."""

GAP = " {0,6}"
"""What may stand between a number and its unit, once formulas are plain."""

TO = r"(?: {0,2}(?:-{1,2}|~|/) {0,2}| to )"
"""What joins the two ends of a range, the first of which has no unit of its own."""

WORDS = {
    "one": 1.0, "two": 2.0, "three": 3.0, "four": 4.0, "five": 5.0, "six": 6.0, "seven": 7.0,
    "eight": 8.0, "nine": 9.0, "ten": 10.0, "sixteen": 16.0, "twenty": 20.0, "hundred": 100.0,
}  # fmt: skip

SCALES = {"k": 1e3, "m": 1e6, "b": 1e9, "t": 1e12, "million": 1e6, "billion": 1e9, "trillion": 1e12}

_PLAIN = str.maketrans(
    {
        **dict.fromkeys("${}~\u00a0\u2009\u202f\u200b\u2002\u2003\t\n\r\u2248\u223c", " "),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"),
        "\u2019": "'",
    }
)
_LEAD = 24
_RANGE = re.compile(rf"(?<![\w.,^])({NUMBER}){TO}\Z")
_COMMAND = re.compile(r"\\(times\b|sim\b|approx\b|text[a-z]{0,4}\b|mathbf\b|mathrm\b|[,;:! %~])")
_SENTENCE = re.compile(r"[.;!?](?= )|\n\n")


def plain(text: str) -> str:
    r"""A text of the same length in which formulas are read: "$2\times$" is " 2     × "."""
    if "\\" in text:
        text = _COMMAND.sub(_read, text)
    return text.translate(_PLAIN)


def _read(command: "re.Match[str]") -> str:
    sign = {"times": "×", "%": "%"}.get(command[1], " ")
    return " " * (len(command[0]) - 1) + sign


def value(digits: str) -> float:
    """What a number is, its thousands set apart or not."""
    return float(digits.replace(",", ""))


def before(text: str, start: int, most: int) -> str:
    """What stands in the same sentence before a place."""
    window = text[max(0, start - most) : start]
    ends = [found.end() for found in _SENTENCE.finditer(window)]
    return window[ends[-1] :] if ends else window


def after(text: str, stop: int, most: int) -> str:
    """What stands in the same sentence behind a place."""
    window = text[stop : stop + most]
    end = _SENTENCE.search(window)
    return window[: end.start()] if end else window


def led_by(
    text: str, start: int, joint: "re.Pattern[str]" = _RANGE
) -> Iterator[tuple[float, int, int]]:
    """The numbers without a unit that lead up to one with: of "2-4x", the 2."""
    while found := joint.search(text, max(0, start - _LEAD), start):
        start = found.start(1)
        yield value(found[1]), *found.span(1)
