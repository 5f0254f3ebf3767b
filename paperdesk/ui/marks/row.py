"""A mark as a row shows it, and what is said of it."""

from dataclasses import dataclass

from PySide6.QtGui import QImage

from paperdesk.domain.note import Fate, Highlight, Kind

KINDS = {
    Kind.HIGHLIGHT: "",
    Kind.UNDERLINE: "underline",
    Kind.AREA: "area",
    Kind.TEXT: "text",
    Kind.INK: "drawing",
}
"""What is said of a mark's kind; of the usual one, nothing."""

FATES = {
    Fate.MOVED: "moved in this version",
    Fate.FUZZY: "worded differently in this version",
    Fate.LOST: "not in this version of the PDF",
}
"""What became of a mark with the PDF, where that is worth a word."""

_WORDLESS = "left where it was in the version before"
"""Of a mark that quotes nothing, and beside which nothing was found that tells where it belongs."""


@dataclass(frozen=True, slots=True)
class MarkRow:
    """A mark with what the list knows of it beside.

    `colour` is its name with what it stands for, `heading` what begins with this
    row, such as a section of the paper, `cited` how many notes link to it, and
    `picture` what an area shows, once it is here.
    """

    mark: Highlight
    colour: str
    heading: str = ""
    cited: int = 0
    picture: QImage | None = None


def words(row: MarkRow) -> str:
    """The quote, or what stands for one where a mark has no words."""
    mark = row.mark
    if mark.kind is Kind.TEXT:
        return mark.comment or "Text"
    return mark.text or {Kind.AREA: "Area", Kind.INK: "Drawing"}.get(mark.kind, "Mark")


def remark(row: MarkRow) -> str:
    """The comment, on one line; the words of a text are no comment."""
    return "" if row.mark.kind is Kind.TEXT else " ".join(row.mark.comment.split())


def caption(row: MarkRow) -> str:
    """Where it stands, its colour by name, its kind and tags, who made and cites it, its fate."""
    mark = row.mark
    parts = [
        f"p. {mark.anchor.label or mark.anchor.page + 1}",
        row.colour,
        KINDS[mark.kind],
        f"by {mark.author}" if mark.author else "",
        *(f"#{tag}" for tag in mark.tags),
        cited(row.cited),
        _fate(mark),
    ]
    return " · ".join(part for part in parts if part)


def _fate(mark: Highlight) -> str:
    if mark.fate is Fate.FUZZY and not mark.text:
        return _WORDLESS
    return FATES.get(mark.fate, "")


def cited(notes: int) -> str:
    """In how many notes, in words."""
    if not notes:
        return ""
    return "in a note" if notes == 1 else f"in {notes} notes"


def said(row: MarkRow) -> str:
    """What a screen reader says of a row."""
    parts = (row.heading, words(row), remark(row), caption(row))
    return ". ".join(part for part in parts if part)
