"""A page set anew: headings, paragraphs, notes and pictures in the order of reading."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from paperdesk.domain.note import Quad
from paperdesk.domain.pages import Link, PageSize
from paperdesk.domain.typed import BOLD, ITALIC, RAISED, PagePrint
from paperdesk.reader.boxes import around
from paperdesk.reader.columns import Row, rows
from paperdesk.reader.equations import equations
from paperdesk.reader.manners import Manners

_CAPTION = re.compile(
    r"(figure|fig\.|table|tab\.|algorithm|listing|scheme|box)\s*[\dIVX]+", re.IGNORECASE
)
_ITEM = re.compile(r"(\[\w{1,8}\]|[•●◦▪■∙·‣–—-]|\(?\d{1,3}[.)]|\([a-z]{1,3}\))\s")
_NUMBERED = re.compile(r"((\d{1,2}(\.\d{1,2})*)\.?|[IVX]{1,4}\.|[A-Z]\.)\s+\S")
_NOTE_SIGN = re.compile(r"[*∗†‡§¶]|\d{1,2}\s?[A-Z]")
_ENDED = re.compile(r"[.:?!][”’\"')\]]*\d*$")
_HYPHEN = re.compile(r"\w[-\u2010\u00ad]$")
_WORD = re.compile(r"\w+(?:-\w+)*")
_WHOLE = 4
"""Letters from which a half of a broken word may be a word itself."""

_LONGEST_HEADING, _SHORT_HEADING = 160, 60


class Kind(Enum):
    """What a passage is."""

    TITLE = auto()
    HEADING = auto()
    TEXT = auto()
    ITEM = auto()
    CAPTION = auto()
    NOTE = auto()
    PICTURE = auto()


@dataclass(frozen=True, slots=True)
class Piece:
    """Letters of one style, and where they lead."""

    text: str
    style: int = 0
    link: Link | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """From which letter on a passage stands where on which page."""

    offset: int
    page: int
    top: float


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, a heading, a picture; `level` counts headings from 1."""

    kind: Kind
    page: int
    box: Quad
    pieces: tuple[Piece, ...] = ()
    marks: tuple[Mark, ...] = ()
    level: int = 0

    @property
    def text(self) -> str:
        """Its letters."""
        return "".join(piece.text for piece in self.pieces)


def passages(
    print_: PagePrint, number: int, size: PageSize, manners: Manners
) -> tuple[Passage, ...]:
    """A page in passages; its footnotes come last."""
    lines = [line for line in print_.lines if not manners.is_running(line, size)]
    ordered = rows(lines, (*print_.figures, *print_.tables))
    return _Setter(print_, number, size, manners).set(ordered)


def continued(before: Passage, after: Passage) -> Passage | None:
    """The two as one, if the second goes on with the first beyond a page's end."""
    if Kind.TEXT is not after.kind or before.kind not in (Kind.TEXT, Kind.ITEM):
        return None
    end = before.text.rstrip()
    if _ENDED.search(end) or not (after.text[:1].islower() or end.endswith((",", "-"))):
        return None
    return _joined(before, after, frozenset())


class _Setter:
    """Sets one page."""

    def __init__(self, print_: PagePrint, number: int, size: PageSize, manners: Manners) -> None:
        self._links = print_.links
        self._page = number
        self._size = size
        self._body = manners.body
        self._known = _whole_words(print_)
        self._done: list[Passage] = []
        self._notes: list[Passage] = []
        self._rows: list[Row] = []
        self._kind = Kind.TEXT
        self._equations: frozenset[Row] = frozenset()

    def set(self, ordered: Sequence[Row]) -> tuple[Passage, ...]:
        """All passages of the page."""
        self._equations = equations(ordered, self._body)
        for row in ordered:
            kind = self._kind_of(row)
            if kind is not self._kind or not self._goes_on(row, kind):
                self._finish()
            self._kind = kind
            self._rows.append(row)
        self._finish()
        return (*self._mended(), *self._notes)

    def _finish(self) -> None:
        """The rows so far are a passage."""
        made, self._rows = self._rows, []
        if not made:
            return
        box = around([row.box for row in made])
        if self._kind is Kind.PICTURE:
            mark = (Mark(0, self._page, box[1]),)
            self._done.append(Passage(Kind.PICTURE, self._page, box, (), mark))
            return
        passage = self._passage(made[0], self._kind)
        for row in made[1:]:
            passage = _joined(passage, self._passage(row, self._kind), self._known)
        (self._notes if self._kind is Kind.NOTE else self._done).append(passage)

    def _passage(self, row: Row, kind: Kind) -> Passage:
        pieces = tuple(
            Piece(run.text, run.style, self._links[run.link] if run.link >= 0 else None)
            for run in row.runs
        )
        level = _level(row.text) if kind is Kind.HEADING else 0
        return Passage(kind, self._page, row.box, pieces, (Mark(0, self._page, row.box[1]),), level)

    def _kind_of(self, row: Row) -> Kind:
        text = row.text.strip()
        if row.is_picture or row in self._equations:
            return Kind.PICTURE
        if self._is_note(row, text):
            return Kind.NOTE
        if _CAPTION.match(text) or (self._kind is Kind.CAPTION and self._follows(row)):
            return Kind.CAPTION
        if self._is_heading(row, text):
            big = row.size > 1.25 * self._body and self._page == 0
            return Kind.TITLE if big else Kind.HEADING
        if _ITEM.match(text) or (self._kind is Kind.ITEM and self._hangs(row)):
            return Kind.ITEM
        return Kind.TEXT

    def _touches(self, row: Row) -> bool:
        last = self._rows[-1] if self._rows else None
        return (
            last is not None and not last.is_picture and row.box[1] - last.box[3] < 0.6 * self._body
        )

    def _is_note(self, row: Row, text: str) -> bool:
        if row.box[1] < 0.5 * self._size.height or row.size > 0.93 * self._body:
            return False
        if self._kind is Kind.NOTE and self._follows(row):
            return True
        raised = bool(row.runs[0].style & RAISED) and len(row.runs[0].text.strip()) < 4
        return raised or bool(_NOTE_SIGN.match(text))

    def _is_heading(self, row: Row, text: str) -> bool:
        if len(text) > _LONGEST_HEADING or not any(letter.isalpha() for letter in text):
            return False
        if row.size > 1.1 * self._body:
            return True
        narrow = row.box[2] - row.box[0] < 0.85 * (row.reach[1] - row.reach[0])
        if _all(row, BOLD):
            return narrow or bool(_NUMBERED.match(text))
        if not narrow or not (text.isupper() or _all(row, ITALIC)):
            return False
        if _NUMBERED.match(text) and len(text) > 4:
            return True
        return len(text) < _SHORT_HEADING and not _ENDED.search(text) and self._stands_off(row)

    def _stands_off(self, row: Row) -> bool:
        """Whether there is room above a row that begins where its column does."""
        if _indented(row):
            return False
        last = self._rows[-1] if self._rows else None
        return (
            last is None
            or last.column != row.column
            or (row.box[1] - last.box[3] > 0.45 * row.size)
        )

    def _goes_on(self, row: Row, kind: Kind) -> bool:
        """Whether a row of the same kind goes on with the passage."""
        if not self._rows:
            return True
        if kind is Kind.PICTURE:
            return not row.is_picture and self._touches(row)
        if kind in (Kind.TITLE, Kind.HEADING):
            return self._follows(row) and not _NUMBERED.match(row.text.strip())
        if kind is Kind.CAPTION:
            return not _CAPTION.match(row.text.strip()) and self._follows(row)
        if kind is Kind.NOTE:
            return not (row.runs[0].style & RAISED or _NOTE_SIGN.match(row.text))
        if kind is Kind.ITEM:
            return not _ITEM.match(row.text.strip())
        return self._is_same_paragraph(row)

    def _follows(self, row: Row) -> bool:
        """Whether a row stands right below the last one, in letters of its size."""
        if not self._rows or row.column != self._rows[-1].column:
            return False
        last = self._rows[-1]
        near = -row.size < row.box[1] - last.box[3] < 0.9 * row.size
        return near and self._alike(row, last)

    def _alike(self, one: Row, other: Row) -> bool:
        """Whether two rows are set in one size; of small capitals no size is certain."""
        capitals = one.text.isupper() or other.text.isupper()
        return abs(one.size - other.size) < (0.3 if capitals else 0.09) * self._body

    def _hangs(self, row: Row) -> bool:
        """Whether a row goes on with an item: indented, or filling what the item left."""
        first, last = self._rows[0], self._rows[-1]
        if row.column != last.column:
            return not _ENDED.search(last.text.rstrip())
        if row.box[1] - last.box[3] > 0.7 * row.size or not self._alike(row, last):
            return False
        return row.box[0] > first.box[0] - 1.0 and (
            row.box[0] > first.box[0] + 0.3 * row.size or _is_full(last)
        )

    def _is_same_paragraph(self, row: Row) -> bool:
        last = self._rows[-1]
        if not self._alike(row, last):
            return False
        ended = bool(_ENDED.search(last.text.rstrip()))
        if row.column != last.column or row.box[1] < last.box[1] - row.size:
            return not ended or not _indented(row)
        if row.box[1] - last.box[3] > 0.75 * row.size:
            return False
        if ended and not _is_full(last):
            return False
        return not self._begins_anew(row, ended=ended)

    def _begins_anew(self, row: Row, *, ended: bool) -> bool:
        """Whether the indentation of a row begins a paragraph."""
        first, step = self._rows[0].box[0], 0.6 * row.size
        if len(self._rows) == 1:
            return row.box[0] > first + step and (ended or not _is_full(self._rows[0]))
        second = self._rows[1].box[0]
        if second > first + step:
            return row.box[0] < second - step
        return row.box[0] > min(first, second) + step

    def _mended(self) -> list[Passage]:
        """Paragraphs that a picture or a note came between are one."""
        whole: list[Passage] = []
        text: int | None = None
        for passage in self._done:
            if text is not None and (made := continued(whole[text], passage)) is not None:
                whole[text] = made
                continue
            whole.append(passage)
            if passage.kind in (Kind.TEXT, Kind.ITEM):
                text = len(whole) - 1
            elif passage.kind in (Kind.HEADING, Kind.TITLE):
                text = None
        return whole


def _whole_words(print_: PagePrint) -> frozenset[str]:
    """The words of a page that no end of a line can have broken."""
    found: set[str] = set()
    for line in print_.lines:
        words = _WORD.findall(line.text)
        broken = _HYPHEN.search(line.text.rstrip()) is not None
        found.update(word.casefold() for word in words[1 : -1 if broken else None])
    return frozenset(found)


def _joined(one: Passage, other: Passage, known: frozenset[str]) -> Passage:
    """Two passages as one; a word that was broken between them is whole again."""
    pieces = _trimmed(one.pieces)
    before, after = "".join(piece.text for piece in pieces), other.text.lstrip()
    if _HYPHEN.search(before) and after[:1].islower():
        if not _keeps_hyphen(before, after, known):
            pieces = (*pieces[:-1], replace(pieces[-1], text=pieces[-1].text[:-1]))
    elif before:
        pieces = (*pieces, Piece(" "))
    length = sum(len(piece.text) for piece in pieces)
    marks = tuple(replace(mark, offset=mark.offset + length) for mark in other.marks)
    box = around((one.box, other.box)) if one.page == other.page else one.box
    return replace(one, pieces=(*pieces, *other.pieces), marks=(*one.marks, *marks), box=box)


def _keeps_hyphen(before: str, after: str, known: frozenset[str]) -> bool:
    if before[-1] == "\u00ad":
        return False
    first = re.split(r"[^\w-]", before[:-1])[-1].casefold()
    second = (_WORD.match(after) or re.match("", after))[0].casefold()  # type: ignore[index]
    if f"{first}{second}" in known:
        return False
    two = min(len(first), len(second)) >= _WHOLE and {first, second} <= known
    return two or f"{first}-{second}" in known


def _trimmed(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Pieces without spaces at their end."""
    while pieces and not pieces[-1].text.rstrip():
        pieces = pieces[:-1]
    return (*pieces[:-1], replace(pieces[-1], text=pieces[-1].text.rstrip())) if pieces else ()


def _level(text: str) -> int:
    found = _NUMBERED.match(text.strip())
    if found is None:
        return 2
    return min(1 + (found.group(2) or "").count("."), 4)


def _is_full(row: Row) -> bool:
    """Whether a row reaches to the end of its column."""
    return row.box[2] > row.reach[1] - 0.1 * (row.reach[1] - row.reach[0])


def _all(row: Row, style: int) -> bool:
    """Whether all letters of a row have a style."""
    return all(run.style & style for run in row.runs if run.text.strip())


def _indented(row: Row) -> bool:
    return row.box[0] > row.reach[0] + 0.6 * row.size
