"""TeX in a bibliography as text: accents and braces go, formulas stay."""

import re

from paperdesk.infra import latex

_FORMULA = re.compile(r"((?<!\\)\$[^$]+(?<!\\)\$)")
_MARKS = re.compile(r"[\\{}~$]|--|``|''|[\n\t]|  ")
_SPACE = re.compile(r"\s+")
_TIE = re.compile(r"(?<!\\)~")


def plain(text: str) -> str:
    """A title, a journal: as it reads; formulas keep their TeX, which lists show."""
    if not _MARKS.search(text):
        return text.strip()
    parts = _FORMULA.split(text)
    read = [part if at % 2 else _untexed(part) for at, part in enumerate(parts)]
    return _SPACE.sub(" ", "".join(read)).strip()


def paragraphs(text: str) -> str:
    """A longer text, its paragraphs kept."""
    return "\n\n".join(filter(None, map(plain, re.split(r"\n\s*\n", text))))


def _untexed(text: str) -> str:
    if not _MARKS.search(text):
        return text
    before = " " if text[:1].isspace() or text[:1] == "~" else ""
    after = " " if text[-1:].isspace() or text[-1:] == "~" else ""
    return before + latex.plain(_TIE.sub(" ", text)) + after
