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
The grave accent is not among them: it is a quotation mark far more often, save
between two letters."""

_SET_APART = re.compile(f"([{''.join(ACCENTS)}]) ?([A-Za-zı])")
_GRAVE = re.compile("(?<=[^\\W\\d_])`([AEIOUaeiou])")


def clean(text: str) -> str:
    """Text without what no reader sees: control characters, half characters."""
    if text.isascii() and text.isprintable() and "`" not in text:
        return text
    return unicodedata.normalize("NFC", _compose(_CONTROL.sub("", text)))


def clean_line(text: str) -> str:
    """The same, on one line."""
    return " ".join(clean(text.replace("\r", " ")).split())


def _compose(text: str) -> str:
    return _GRAVE.sub("\\1\u0300", _SET_APART.sub(_compose_one, text))


def _compose_one(match: re.Match[str]) -> str:
    accent, letter = match.groups()
    letter = "i" if letter == "ı" else letter
    composed = unicodedata.normalize("NFC", letter + ACCENTS[accent])
    return composed if len(composed) == 1 else match.group()
