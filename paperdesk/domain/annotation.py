"""Marks that stand in a PDF itself: what other programs have left there."""

from dataclasses import dataclass

from paperdesk.domain.note import HighlightId, Kind, Quad, Stroke
from paperdesk.domain.pages import Request
from paperdesk.domain.tints import Rgb

_FOREIGN = "file:"

OURS = "PaperDesk"
"""Who has made a mark of ours, to other programs."""


@dataclass(frozen=True, slots=True)
class FileMark:
    """An annotation of a file, as the mark of ours that is most like it.

    `name` tells it from all others of its file, also after the file was saved
    again; `text` is what stands under its quads, `when` an ISO moment or empty,
    `tags` those that PaperDesk wrote.
    """

    page: int
    name: str
    kind: Kind
    quads: tuple[Quad, ...]
    strokes: tuple[Stroke, ...]
    colour: Rgb
    text: str
    comment: str
    author: str
    when: str
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Annotations(Request[tuple[FileMark, ...]]):
    """The annotations on pages `first` to `last`, these included."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Appendix:
    """Bytes, in base64, that stand behind the first `start` bytes of a file."""

    start: int
    data: str


@dataclass(frozen=True, slots=True)
class Annotate(Request[Appendix]):
    """What a copy of the file needs at its end to have these marks; the file itself stays."""

    marks: tuple[FileMark, ...]


def foreign(name: str) -> HighlightId:
    """What a mark of the file is called in a list among ours."""
    return HighlightId(_FOREIGN + name)


def foreign_name(mark: HighlightId | None) -> str:
    """The name of the annotation that is meant; empty for a mark of ours."""
    return mark.removeprefix(_FOREIGN) if mark and mark.startswith(_FOREIGN) else ""
