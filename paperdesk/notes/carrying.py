"""Marks carried over to another edition of their PDF; pure decisions."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from paperdesk.domain.note import Anchor, Fate, Highlight, Kind, Quad
from paperdesk.notes.anchoring import Landing, Letters, Spot, landings
from paperdesk.notes.framing import frame

STILL = 12.0
"""Points that a passage may be off and yet stand in the same place: a line."""

_ON_TEXT = (Kind.HIGHLIGHT, Kind.UNDERLINE)

Shift = tuple[int, float, float]
"""How many pages on, and how many points to the right and down."""


@dataclass(frozen=True, slots=True)
class Edition:
    """The new edition: its letters, the printed number of each page, what makes anchors."""

    letters: Letters
    labels: Sequence[str]
    place: Callable[[Spot], Anchor]


def carried(
    marks: Sequence[Highlight], new: Edition, olds: Mapping[str, Letters]
) -> tuple[Highlight, ...]:
    """Marks in reading order as they stand in the new edition, each with its fate.

    `olds` are the editions that the marks were made on, as far as they are here.
    """
    if not new.letters.text:
        return tuple(_unread(mark, new) for mark in marks)
    quoted = [mark for mark in marks if mark.kind in _ON_TEXT and mark.text.strip()]
    moved = dict(zip((mark.id for mark in quoted), _quoted(quoted, new, olds), strict=True))
    shifts = [(mark, moved[mark.id]) for mark in quoted if moved[mark.id].fate is not Fate.LOST]
    return tuple(moved.get(mark.id) or _beside(mark, shifts, new, olds) for mark in marks)


def _unread(mark: Highlight, new: Edition) -> Highlight:
    """A mark on pages that are pictures: it stays, for nothing says otherwise."""
    there = max(anchor.page for anchor in mark.anchors) < len(new.labels)
    return replace(mark, fate=Fate.FUZZY if there else Fate.LOST)


def _quoted(
    marks: Sequence[Highlight], new: Edition, olds: Mapping[str, Letters]
) -> list[Highlight]:
    """Marks on text, by what they say; all in one go, for neighbours vouch for each other."""
    found: dict[int, Landing] = {}
    parts = [anchor for mark in marks for anchor in mark.anchors]
    editions = [mark.edition for mark in marks for _ in mark.anchors]
    for edition in dict.fromkeys(editions):
        rows = [row for row, each in enumerate(editions) if each == edition]
        landed = landings([parts[row] for row in rows], new.letters, olds.get(edition))
        found.update(zip(rows, landed, strict=True))
    made, row = [], 0
    for mark in marks:
        count = len(mark.anchors)
        made.append(_landed(mark, [found[row + part] for part in range(count)], new))
        row += count
    return made


def _landed(mark: Highlight, found: Sequence[Landing], new: Edition) -> Highlight:
    """A mark where its parts were found; one that kept none of them is lost."""
    spots = _joined([spot for landing in found for spot in landing.spots])
    if not spots:
        return replace(mark, fate=Fate.LOST)
    anchors = [new.place(spot) for spot in spots]
    fates = {landing.fate for landing in found}
    if fates == {Fate.MOVED}:
        still = _still(mark.anchor, anchors[0]) and len(anchors) == len(mark.anchors)
        fate = Fate.EXACT if still else Fate.MOVED
        if len(anchors) == len(mark.anchors):
            anchors = [
                replace(after, text=before.text)
                for before, after in zip(mark.anchors, anchors, strict=True)
            ]
    else:
        fate = Fate.FUZZY
    return replace(mark, anchor=anchors[0], rest=tuple(anchors[1:]), fate=fate)


def _joined(spots: Sequence[Spot]) -> list[Spot]:
    """Spots with one for each page: parts that came together are one."""
    joined: list[Spot] = []
    for spot in sorted(spots, key=lambda each: (each.page, each.first)):
        if joined and joined[-1].page == spot.page:
            last = max(joined[-1].last, spot.last)
            joined[-1] = Spot(spot.page, joined[-1].first, last)
        else:
            joined.append(spot)
    return joined


def _still(before: Anchor, after: Anchor) -> bool:
    shift = _shift(before, after)
    return shift is not None and shift[0] == 0 and max(abs(shift[1]), abs(shift[2])) <= STILL


def _shift(before: Anchor, after: Anchor) -> Shift | None:
    if not before.quads or not after.quads:
        return None
    one, other = before.quads[0], after.quads[0]
    return after.page - before.page, other[0] - one[0], other[1] - one[1]


def _beside(
    mark: Highlight,
    landed: Sequence[tuple[Highlight, Highlight]],
    new: Edition,
    olds: Mapping[str, Letters],
) -> Highlight:
    """A mark without words, moved as what stands beside it has moved.

    Where nothing tells, it stays where it is, and is to be looked at.
    """
    found = _framed(mark, new, olds.get(mark.edition)) or _nearest(mark, landed)
    shift = found or (0, 0.0, 0.0)
    page = mark.anchor.page + shift[0]
    if not 0 <= page < len(new.labels):
        return replace(mark, fate=Fate.LOST)
    still = shift[0] == 0 and max(abs(shift[1]), abs(shift[2])) <= STILL
    fate = Fate.FUZZY if found is None else Fate.EXACT if still else Fate.MOVED
    across, down = (0.0, 0.0) if still else shift[1:]
    quads = tuple(_moved(quad, across, down) for quad in mark.anchor.quads)
    strokes = tuple(tuple((x + across, y + down) for x, y in stroke) for stroke in mark.strokes)
    anchor = replace(mark.anchor, page=page, quads=quads, label=new.labels[page])
    return replace(mark, anchor=anchor, strokes=strokes, fate=fate)


def _framed(mark: Highlight, new: Edition, old: Letters | None) -> Shift | None:
    """How the words right beside a mark have moved, its caption above all."""
    if old is None or not mark.anchor.quads:
        return None
    page = mark.anchor.page
    if not old.words(page) and old.pages == len(new.labels):
        return 0, 0.0, 0.0  # a picture of a page, whose words have been recognised since
    framing = frame(page, mark.anchor.quads[0], old.words(page))
    if framing is None:
        return None
    (landing,) = landings([framing], new.letters, old)
    return _shift(framing, new.place(landing.spots[0])) if landing.spots else None


def _nearest(mark: Highlight, landed: Sequence[tuple[Highlight, Highlight]]) -> Shift | None:
    """How the nearest passage of its page has moved that is marked as well."""
    near = [
        (abs(before.anchor.quads[0][1] - _top(mark)), moved)
        for before, after in landed
        if before.anchor.page == mark.anchor.page
        and (moved := _shift(before.anchor, after.anchor)) is not None
    ]
    return min(near)[1] if near else None


def _top(mark: Highlight) -> float:
    return mark.anchor.quads[0][1] if mark.anchor.quads else 0.0


def _moved(quad: Quad, across: float, down: float) -> Quad:
    return quad[0] + across, quad[1] + down, quad[2] + across, quad[3] + down
