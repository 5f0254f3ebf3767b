"""A copy of a PDF with the marks in it, for readers that know nothing of PaperDesk."""

import base64
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from paperdesk.domain.annotation import OURS, Annotate, Appendix, FileMark
from paperdesk.domain.errors import Refused
from paperdesk.domain.note import Anchor, Fate, Highlight, Kind
from paperdesk.domain.pages import Document, Pages
from paperdesk.domain.tints import tint
from paperdesk.infra import files


@dataclass(frozen=True, slots=True)
class Copied:
    """A copy that was written: how many marks are in it, and how many could not be."""

    path: Path
    marks: int
    lost: int


def write_copy(
    pages: Pages, document: Document, highlights: Sequence[Highlight], target: Path
) -> Copied:
    """Write a copy of a PDF with marks as standard annotations; off the window's thread.

    The copy is the file to the byte, with the marks behind it: whoever encrypted
    or signed it finds that as it was. It is there wholly or not at all.
    """
    if _same(target, document.path):
        raise Refused(
            "That is the paper's own PDF, which PaperDesk never changes. Choose another name."
        )
    standing = [mark for mark in highlights if mark.fate is not Fate.LOST]
    marks = tuple(each for mark in standing for each in file_marks(mark))
    appendix = pages.call(Annotate(document, marks))
    _write(document.path, appendix, target)
    return Copied(target, len(standing), len(highlights) - len(standing))


def file_marks(highlight: Highlight) -> Iterator[FileMark]:
    """A mark of ours as annotations: one for each page that it stands on."""
    name = highlight.origin or str(highlight.id)
    for part, anchor in enumerate(highlight.anchors):
        if _stands(highlight, anchor):
            yield FileMark(
                page=anchor.page,
                name=f"{name}-{part + 1}" if part else name,
                kind=highlight.kind,
                quads=anchor.quads,
                strokes=highlight.strokes,
                colour=tint(highlight.colour, highlight.kind),
                text=anchor.text,
                comment="" if part else highlight.comment,
                author=highlight.author or OURS,
                when=highlight.created.isoformat(),
                tags=() if part else highlight.tags,
            )


def _same(target: Path, original: Path) -> bool:
    """Whether two names are one file; one that is not there yet is another."""
    try:
        return target.samefile(original)
    except OSError:
        return False


def _stands(highlight: Highlight, anchor: Anchor) -> bool:
    """Whether there is anything to be seen; readers choke on a mark without extent."""
    seen = any(left < right and top < bottom for left, top, right, bottom in anchor.quads)
    return bool(highlight.strokes) if highlight.kind is Kind.INK else seen


def _write(original: Path, appendix: Appendix, target: Path) -> None:
    with files.replacing(target) as copy:
        if appendix.start:
            if original.stat().st_size != appendix.start:
                raise Refused("The PDF was replaced just now. Save the copy again.")
            with original.open("rb") as source:
                shutil.copyfileobj(source, copy, 1 << 20)
        copy.write(base64.b64decode(appendix.data))
