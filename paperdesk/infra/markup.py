"""The tags and texts of an HTML page, in one pass over it.

Why not `html.parser`: on "<a <a <a …" its time grows with the cube of the
length (100 kB: minutes), and pages come from anywhere. Here every character is
looked at once, and what is broken at the end of a page is left out.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_NAME = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9:-]*)")
_ATTRIBUTE = re.compile(r"[\s/]*([^\s=>/]+)(?:\s*=\s*([\"']|[^\s>]*))?|[\s/]*>")
_RAW = frozenset({"script", "style", "noscript", "template", "iframe", "svg", "math", "textarea"})
"""Elements whose inside is nothing to read."""


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag: its name in lower case, whether it closes, and its attributes."""

    name: str
    closes: bool = False
    attributes: dict[str, str] = field(default_factory=dict)


def pieces(page: str) -> Iterator[Tag | str]:
    """The tags and the texts between them, in order; entities are resolved."""
    at = 0
    while at >= 0:
        opening = page.find("<", at)
        text = page[at : opening if opening >= 0 else None]
        if text:
            yield html.unescape(text)
        if opening < 0:
            return
        name = _NAME.match(page, opening)
        if name is None:
            at = _past_oddity(page, opening)
            if at == opening + 1:
                yield "<"
            continue
        attributes, at = _attributes(page, name.end())
        if at >= 0:
            tag = Tag(name[2].lower(), bool(name[1]), attributes)
            yield tag
            at = at if tag.closes or tag.name not in _RAW else _past_raw(page, tag.name, at)


def _past_oddity(page: str, at: int) -> int:
    """Behind a comment, a declaration, or a "<" that begins nothing; -1 at a broken one."""
    for begins, ends in (("<!--", "-->"), ("<!", ">"), ("<?", ">"), ("</", ">")):
        if page.startswith(begins, at):
            end = page.find(ends, at + len(begins))
            return end + len(ends) if end >= 0 else -1
    return at + 1


def _attributes(page: str, at: int) -> tuple[dict[str, str], int]:
    """The attributes of a tag and the place behind it; -1 if the tag never ends."""
    attributes: dict[str, str] = {}
    while found := _ATTRIBUTE.match(page, at):
        at, name, value = found.end(), found[1], found[2] or ""
        if name is None:
            return attributes, at
        if value in ('"', "'"):
            end = page.find(value, at)
            if end < 0:
                return attributes, -1
            value, at = page[at:end], end + 1
        attributes.setdefault(name.lower(), html.unescape(value))
    return attributes, -1


def _past_raw(page: str, name: str, at: int) -> int:
    """The closing tag of an element that is not to be read; -1 if there is none."""
    found = re.compile(f"</{name}(?![A-Za-z0-9])", re.IGNORECASE).search(page, at)
    return found.start() if found else -1
