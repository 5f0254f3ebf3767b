"""The words of a page as a person would write them, not as they were set."""

import re
import unicodedata

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")

ACCENTS = {
    "´": "\u0301", "ˊ": "\u0301", "ˆ": "\u0302", "˜": "\u0303", "¯": "\u0304",
    "˘": "\u0306", "˙": "\u0307", "¨": "\u0308", "˚": "\u030a", "˝": "\u030b", "ˇ": "\u030c",
    "¸": "\u0327", "˛": "\u0328",
}  # fmt: skip
"""Accents that old TeX fonts set as a character of its own, before the letter.
The grave accent is not among them: it is a quotation mark far more often."""

_SET_APART = re.compile(f"([{''.join(ACCENTS)}]) ?([A-Za-zı])")
_BREAK = re.compile(r"(?<!\w)(?<!\w[-\u2010])(\w+(?:[-\u2010]\w+)*)([-\u2010\u00ad])\s*\n\s*(\w+)")
_HYPHENATED = re.compile(r"\w+(?:[-\u2010]\w+)+")
_WORD = re.compile(r"\w+")
_HYPHENS = "\u2010\u00ad-"
_ALONE = re.compile(
    rf"(?<![\w{_HYPHENS}])(?<![{_HYPHENS}]\n)(?<![{_HYPHENS}]\n\n)\w+(?![\w{_HYPHENS}])"
)
_LAST = re.compile("[-\u2010]")
_WHOLE = 3
"""Letters of a part of a word that may be a word itself."""


def clean(text: str) -> str:
    """Text without what no reader sees: control characters, half characters."""
    if text.isascii() and text.isprintable():
        return text
    return unicodedata.normalize("NFC", _compose(_CONTROL.sub("", text)))


def clean_line(text: str) -> str:
    """The same, on one line."""
    return " ".join(clean(text.replace("\r", " ")).split())


def dissolve_hyphens(text: str) -> str:
    """Text with the words that were broken at line ends put together.

    A hyphen that belongs to the word is kept: before a capital or a digit, where
    the page has the word so elsewhere within a line, in a compound ("state-of-
    the-art", which TeX breaks at its hyphens only), and between two words of the
    page ("low-rank"); but not where the page has the word without.
    """
    hyphenated = {word.casefold() for word in _HYPHENATED.findall(text)}
    words = {word.casefold() for word in _WORD.findall(text)}
    alone = {word.casefold() for word in _ALONE.findall(text)}

    def join(broken: re.Match[str]) -> str:
        first, hyphen, second = broken.groups()
        start, last, end = first.casefold(), _LAST.split(first.casefold())[-1], second.casefold()
        if not second[0].islower():
            return f"{first}-{second}"
        if hyphen == "\u00ad" or last + end in words:
            return first + second
        known = f"{start}-{end}" in hyphenated or f"{last}-{end}" in hyphenated
        two = min(len(last), len(end)) >= _WHOLE and {last, end} <= alone
        return f"{first}-{second}" if known or last != start or two else first + second

    return _BREAK.sub(join, text).replace("\u00ad", "")


def _compose(text: str) -> str:
    return _SET_APART.sub(_compose_one, text)


def _compose_one(match: re.Match[str]) -> str:
    accent, letter = match.groups()
    letter = "i" if letter == "ı" else letter
    composed = unicodedata.normalize("NFC", letter + ACCENTS[accent])
    return composed if len(composed) == 1 else match.group()
