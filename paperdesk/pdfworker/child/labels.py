"""The printed numbers of pages, from the rules that a PDF gives for them."""

from collections.abc import Mapping, Sequence
from typing import Any

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip

_LONGEST = 40
_HIGHEST_LETTERED = 5000
"""Roman and lettered numbers grow with the number; a file may claim any."""


def labels(rules: Sequence[Mapping[str, Any]], pages: int) -> list[str]:
    """The label of every page; empty ones where the document gives no rule."""
    starts = sorted(rules, key=lambda rule: int(rule["startpage"]))
    found = [""] * pages
    for index, rule in enumerate(starts):
        first = max(int(rule["startpage"]), 0)
        after = int(starts[index + 1]["startpage"]) if index + 1 < len(starts) else pages
        for page in range(first, min(after, pages)):
            found[page] = _label(rule, page - first)
    return found


def _label(rule: Mapping[str, Any], offset: int) -> str:
    number = int(rule.get("firstpagenum", 1)) + offset
    return (str(rule.get("prefix", "")) + _styled(str(rule.get("style", "")), number))[:_LONGEST]


def _styled(style: str, number: int) -> str:
    if not style:
        return ""
    if style == "D" or not 0 < number < _HIGHEST_LETTERED:
        return str(number)
    text = _roman(number) if style in "rR" else _letters(number)
    return text.upper() if style.isupper() else text


def _roman(number: int) -> str:
    text = ""
    for value, numeral in _ROMAN:
        text += numeral * (number // value)
        number %= value
    return text


def _letters(number: int) -> str:
    """The letters a to z, then aa to zz, and so on: what the format says."""
    repeats, letter = divmod(number - 1, 26)
    return chr(ord("a") + letter) * (repeats + 1)
