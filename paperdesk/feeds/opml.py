"""OPML, in which feed readers hand each other their sources: bytes to values and back.

Files of strangers: nothing that they refer to is loaded, no entity of their own
is expanded, and depth and number have an end. Of a file that is broken
somewhere, what stands before that is taken, and the line is named.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from xml.parsers import expat

from paperdesk.domain.errors import BadDocument
from paperdesk.domain.feed import Source, SourceKind

CAP = 10_000_000
"""Bytes of a file that is read."""

MOST = 10_000
DEEPEST = 60

NAMESPACE = "urn:paperdesk:opml"
_FEEDS = ("feed", "arxiv")
"""The kinds that every feed reader can read at their address."""

_DECLARED = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.-]{1,40})", re.IGNORECASE)
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


@dataclass(frozen=True, slots=True)
class Outline:
    """A source as a line of a file names it; what is not said is None."""

    line: int
    url: str
    title: str = ""
    labels: tuple[str, ...] = ()
    period: int | None = None
    retention: int | None = None
    muted: bool = False
    notify: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """What stands in a file, and what of it could not be read: a line and a sentence."""

    outlines: tuple[Outline, ...]
    faults: tuple[tuple[int, str], ...] = ()


def read(data: bytes) -> Reading:
    """The sources of a file, in its order."""
    if len(data) > CAP:
        raise BadDocument(f"It has more than {CAP // 1_000_000} MB, which is not read.")
    walk = _Walk()
    try:
        walk.parser.Parse(_text(data).encode("utf-8", "replace"), True)  # noqa: FBT003
    except expat.ExpatError as error:
        said = expat.ErrorString(error.code)
        walk.faults.append((error.lineno, f"It is broken from here on ({said})."))
    if not walk.is_opml:
        raise BadDocument("It is no OPML: there is no list of sources in it.")
    return Reading(tuple(walk.outlines), tuple(walk.faults))


def write(sources: Iterable[Source]) -> bytes:
    """A file with these sources, each under its first label."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<opml version="2.0" xmlns:paperdesk="{NAMESPACE}">',
        "  <head><title>Sources of PaperDesk</title></head>",
        "  <body>",
    ]
    folders: dict[str, list[Source]] = {}
    for source in sources:
        if source.kind is not SourceKind.SAVED_PAGE:
            folders.setdefault(source.labels[0] if source.labels else "", []).append(source)
    for folder, inside in folders.items():
        lines += (
            [f"    {_element(source)}" for source in inside]
            if not folder
            else _folder(folder, inside)
        )
    return "\n".join([*lines, "  </body>", "</opml>", ""]).encode()


def _folder(label: str, inside: Sequence[Source]) -> list[str]:
    rows = [f"      {_element(source)}" for source in inside]
    return [f"    <outline text={_quoted(label)}>", *rows, "    </outline>"]


def _element(source: Source) -> str:
    read_by_all = source.kind.value in _FEEDS
    said: dict[str, object] = {
        "text": source.name,
        "title": source.name,
        "type": "rss" if read_by_all else "link",
        "xmlUrl" if read_by_all else "url": source.url,
        "category": ",".join(source.labels) or None,
        "paperdesk:kind": source.kind.value,
        "paperdesk:period": source.period,
        "paperdesk:retention": source.retention,
        "paperdesk:muted": "true" if source.muted else None,
        "paperdesk:notify": "true" if source.notify else None,
    }
    words = " ".join(
        f"{name}={_quoted(value)}" for name, value in said.items() if value is not None
    )
    return f"<outline {words}/>"


def _quoted(value: object) -> str:
    """An attribute's value; what XML cannot hold is left out."""
    plain = "".join(letter for letter in str(value) if letter.isprintable() or letter == " ")
    return f'"{escape(plain)}"'


def _text(data: bytes) -> str:
    """The file as text: as it says itself, else as it can be read."""
    said = _DECLARED.match(data.lstrip())
    marked = [codec for mark, codec in _MARKS if data.startswith(mark)]
    for codec in (*marked, said[1].decode("ascii") if said else "utf-8", "utf-8"):
        try:
            return data.decode(codec)
        except (LookupError, ValueError):
            continue
    return data.decode("cp1252", "replace")


@dataclass(slots=True)
class _Walk:
    """The way through a file, element by element."""

    outlines: list[Outline] = field(default_factory=list)
    faults: list[tuple[int, str]] = field(default_factory=list)
    is_opml: bool = False
    parser: expat.XMLParserType = field(default_factory=lambda: expat.ParserCreate("utf-8"))
    _open: list[str] = field(default_factory=list)
    """The label of each open element; empty for those that are none."""

    def __post_init__(self) -> None:
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.EntityDeclHandler = self._entity

    def _entity(self, *_declared: object) -> None:
        raise BadDocument("It declares entities of its own, as harmful files do: it is not read.")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if len(self._open) >= DEEPEST:
            raise BadDocument("It is nested too deeply to be a list of sources.")
        self.is_opml |= name.lower() == "opml"
        label = ""
        if self.is_opml and name.lower() == "outline":
            label = self._outline({key.lower(): value for key, value in attributes.items()})
        self._open.append(label)

    def _end(self, _name: str) -> None:
        self._open.pop()

    def _outline(self, said: Mapping[str, str]) -> str:
        """Take a source, or give the label that stands for those inside."""
        line = self.parser.CurrentLineNumber
        title = _plain(said.get("text") or said.get("title") or "")
        ours = said.get("url", "") if "paperdesk:kind" in said else ""
        url = _plain(said.get("xmlurl") or ours)
        if not url:
            if said.get("type", "").lower() in ("rss", "atom"):
                self.faults.append((line, f"“{title}” has no address."))
            return title
        if len(self.outlines) >= MOST:
            raise BadDocument(f"It lists more than {MOST:,} sources, which are not read.")
        outer = "/".join(filter(None, self._open))
        labels = (outer, *_categories(said.get("category", "")))
        self.outlines.append(
            Outline(
                line,
                url,
                title,
                tuple(dict.fromkeys(label for label in labels if label)),
                _number(said.get("paperdesk:period", "")),
                _number(said.get("paperdesk:retention", "")),
                said.get("paperdesk:muted") == "true",
                said.get("paperdesk:notify") == "true",
            )
        )
        return ""


def _categories(said: str) -> Iterator[str]:
    return (_plain(part).strip("/") for part in said.split(","))


def _plain(text: str) -> str:
    return " ".join(text.split())


def _number(said: str) -> int | None:
    return int(said) if said.isascii() and said.isdigit() and len(said) < 10 else None
