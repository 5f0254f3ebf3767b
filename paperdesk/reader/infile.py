"""The marks that stand in a PDF itself, gathered and made into passages to keep."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from paperdesk.domain.annotation import Annotations, FileMark, foreign
from paperdesk.domain.note import Anchor, Highlight, Kind, Quad
from paperdesk.domain.pages import Document, Inspect, Pages, PageSize, Word, Words
from paperdesk.domain.paper import PaperId
from paperdesk.domain.tints import nearest
from paperdesk.reader.boxes import tidied
from paperdesk.reader.selection import Caret, PageText, Span

A_TIME = 20
"""Pages that are asked about at once."""

_LONG_AGO = datetime.fromtimestamp(0, UTC)
_ON_TEXT = (Kind.HIGHLIGHT, Kind.UNDERLINE)


@dataclass(frozen=True, slots=True)
class Passage:
    """A mark of the file, and where it stands as we keep it."""

    mark: FileMark
    anchor: Anchor


def gathered(
    pages: Pages, document: Document, moved: Callable[[int, int], None]
) -> tuple[Passage, ...]:
    """All marks of a file; off the window's thread. `moved` hears of pages done and all."""
    sizes = pages.call(Inspect(document)).pages
    marks: list[FileMark] = []
    for first in range(0, len(sizes), A_TIME):
        moved(first, len(sizes))
        marks += pages.call(Annotations(document, first, first + A_TIME - 1))
    return tuple(_passages(pages, document, sizes, told_apart(marks)))


def told_apart(marks: Sequence[FileMark]) -> tuple[FileMark, ...]:
    """Marks of several pages with a name each: a page that was copied has them twice."""
    taken: set[str] = set()
    apart = []
    for mark in marks:
        name = f"{mark.name}@{mark.page + 1}" if mark.name in taken else mark.name
        taken.add(name)
        apart.append(replace(mark, name=name))
    return tuple(apart)


def listed(
    marks: Sequence[FileMark], ours: Sequence[Highlight], sizes: Sequence[PageSize]
) -> tuple[Highlight, ...]:
    """The marks of a file that are not ours yet, as a list among ours shows them."""
    labels = {page: size.label for page, size in enumerate(sizes)}
    known = {name for mark in ours for name in (mark.origin, mark.id)}
    return tuple(
        Highlight(
            id=foreign(mark.name),
            paper=ours[0].paper if ours else PaperId(0),
            anchor=Anchor(mark.page, mark.quads, mark.text, label=labels.get(mark.page, "")),
            colour=nearest(mark.colour),
            created=datetime.fromisoformat(mark.when) if mark.when else _LONG_AGO,
            comment=mark.comment,
            kind=mark.kind,
            strokes=mark.strokes,
            tags=mark.tags,
            origin=mark.name,
            author=mark.author,
        )
        for mark in marks
        if mark.name not in known
    )


def anchor(mark: FileMark, words: Sequence[Word], label: str = "") -> Anchor:
    """Where a mark of the file stands, with the words around it."""
    under = [at for at, word in enumerate(words) if any(_covers(quad, word) for quad in mark.quads)]
    if mark.kind not in _ON_TEXT or not under:
        return Anchor(mark.page, mark.quads, mark.text, label=label)
    text = PageText(mark.page, words, label)
    span = Span(Caret(under[0], 0), Caret(under[-1], len(words[under[-1]].text)))
    whole = text.anchor(span)
    if len(under) == under[-1] - under[0] + 1:
        return replace(whole, quads=tidied(mark.quads))
    # Not one run of words, such as a column of a table: the file's own boxes tell which.
    return replace(whole, quads=tidied(mark.quads), text=mark.text)


def _passages(
    pages: Pages, document: Document, sizes: Sequence[PageSize], marks: Sequence[FileMark]
) -> Iterator[Passage]:
    words: dict[int, Sequence[Word]] = {}
    for mark in marks:
        if mark.kind in _ON_TEXT and mark.page not in words:
            words[mark.page] = pages.call(Words(document, mark.page))
        label = sizes[mark.page].label
        yield Passage(mark, anchor(mark, words.get(mark.page, ()), label))


def _covers(quad: Quad, word: Word) -> bool:
    across = (word.box[0] + word.box[2]) / 2
    down = (word.box[1] + word.box[3]) / 2
    return quad[0] <= across <= quad[2] and quad[1] <= down <= quad[3]
