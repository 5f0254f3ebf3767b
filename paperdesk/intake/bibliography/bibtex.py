"""BibTeX as entries of plain values; bibtexparser's only door.

It finds where entries begin and end, also in broken files. What stands in their
fields is put together here: strings, months, `#`, and what an entry has from the
one that it refers to.
"""

import logging
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from bibtexparser.entrypoint import parse_string
from bibtexparser.library import Library
from bibtexparser.model import (
    Block,
    DuplicateBlockKeyBlock,
    Entry,
    ExplicitComment,
    Field,
    ParsingFailedBlock,
    String,
)

from paperdesk.intake.bibliography.dates import MONTHS

_PIECE = re.compile(r"\s*#\s*")
_DEPTH = 200
"""Braces within braces that somebody means."""

_HEIRLOOM = {"title": "booktitle", "subtitle": "booksubtitle"}
"""What the title of a volume is called in what stands in it."""

_OWN = frozenset(
    (
        "crossref", "xdata", "key", "label", "file", "keywords", "groups", "abstract", "note",
        "annote", "doi", "eprint", "url", "options", "ids",
    )
)  # fmt: skip
"""Fields that an entry does not have from another: they are about that one."""


@dataclass(frozen=True, slots=True)
class Record:
    """An entry: its type, its key, its fields; with an `error`, what could not be read."""

    kind: str
    key: str
    fields: Mapping[str, str] = field(default_factory=dict)
    line: int = 0
    error: str = ""


def records(text: str) -> tuple[list[Record], tuple[str, ...]]:
    """The entries of a file in their order, and its comments."""
    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)
    parsed = parse_string(text, parse_stack=[])
    strings = _strings(parsed)
    read = [one for block in parsed.blocks for one in _records(block, strings)]
    by_key = {one.key.casefold(): one for one in reversed(read) if not one.error}
    comments = (one.comment for one in parsed.blocks if isinstance(one, ExplicitComment))
    return [_inherited(one, by_key) for one in read], tuple(comments)


def _strings(parsed: Library) -> dict[str, str]:
    strings = {name: name for name in MONTHS}
    for one in parsed.blocks:
        block = one.ignore_error_block if isinstance(one, DuplicateBlockKeyBlock) else one
        if isinstance(block, String):
            strings[block.key.casefold()] = value(block.value, strings)
    return strings


def _records(block: Block, strings: Mapping[str, str]) -> Iterator[Record]:
    """What stands in a block: an entry, or why it is none. Two of one key are two."""
    while isinstance(block, ParsingFailedBlock) and block.ignore_error_block is not None:
        block = block.ignore_error_block
    if isinstance(block, Entry):
        fields = block.fields
        yield Record(
            block.entry_type.casefold().strip(),
            block.key.strip(),
            _values(fields, strings),
            (block.start_line or 0) + 1,
        )
    elif isinstance(block, ParsingFailedBlock):
        line = (block.start_line or 0) + 1
        head = " ".join((block.raw or "").split())[:60]
        problem = f"This entry is not closed, or broken: {head}"
        yield Record("", head, line=line, error=problem)


def _values(fields: list[Field], strings: Mapping[str, str]) -> dict[str, str]:
    """Each field once: the first of a name counts."""
    read: dict[str, str] = {}
    for one in fields:
        read.setdefault(one.key.casefold().strip(), value(str(one.value), strings))
    return read


def value(raw: str, strings: Mapping[str, str]) -> str:
    """A value as it is written, with strings put in: `jml # " (" # {2019} # ")"`."""
    return "".join(_piece(one, strings) for one in _pieces(raw.strip()))


def _pieces(raw: str) -> Iterator[str]:
    """The parts of a value between `#` that stand in no braces and no quotes."""
    start, depth, quoted = 0, 0, False
    for at, letter in enumerate(raw):
        if letter == "\\":
            continue
        if letter == "{":
            depth += 1
        elif letter == "}":
            depth -= 1
        elif letter == '"' and depth == 0:
            quoted = not quoted
        elif letter == "#" and depth == 0 and not quoted:
            yield raw[start:at].strip()
            start = at + 1
    yield raw[start:].strip()


def _piece(raw: str, strings: Mapping[str, str]) -> str:
    if len(raw) > 1 and (raw[0], raw[-1]) in (("{", "}"), ('"', '"')):
        return raw[1:-1]
    return strings.get(raw.casefold(), raw)


def _inherited(record: Record, by_key: Mapping[str, Record]) -> Record:
    """An entry with what it lacks and has from the ones that it refers to."""
    names = ",".join(record.fields.get(name, "") for name in ("crossref", "xdata"))
    parents = [by_key.get(name.strip().casefold()) for name in names.split(",") if name.strip()]
    fields = dict(record.fields)
    for parent in parents:
        if parent is None or parent is record:
            continue
        for name, said in parent.fields.items():
            if name not in _OWN:
                # What is told of the volume as a whole is so under another name.
                volume = "xdata" not in record.fields and name in _HEIRLOOM
                fields.setdefault(_HEIRLOOM[name] if volume else name, said)
    return Record(record.kind, record.key, fields, record.line, record.error)
