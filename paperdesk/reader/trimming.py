"""Which part of each page is kept when the margins are cut off.

The same part on pages of one kind, so that the text stays where it is from
page to page: left and right pages, and pages of each size, are kinds of their
own. What reaches further on one page (a wide table) widens that page alone, to
both sides alike; nothing that is printed is cut off but a stamp at the edge
that most pages do not have.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from paperdesk.domain.extent import NOTHING, Extent
from paperdesk.domain.note import Quad
from paperdesk.domain.pages import PageSize
from paperdesk.reader.boxes import around

SAMPLE = 24
"""Pages that tell how the others are, well enough to begin with."""

PADDING = 7.0
"""Points left around the print."""

_ENOUGH = 4
"""Pages of a kind below which left and right ones are taken together."""

_FEW = 0.1
"""The share of pages that may reach further than the common part."""

Kind = tuple[int, int, int]


def sample(pages: int, here: int = 0) -> tuple[int, ...]:
    """The pages to measure first: pairs from all over, and those at hand."""
    if pages <= SAMPLE:
        return tuple(range(pages))
    step = pages / (SAMPLE / 2)
    spread = {int(step * turn) + side for turn in range(SAMPLE // 2) for side in (0, 1)}
    near = {here, here + 1}
    return tuple(sorted(page for page in spread | near if page in range(pages)))


def text_boxes(sizes: Sequence[PageSize], extents: Mapping[int, Extent]) -> tuple[Quad, ...]:
    """The part of each page that is kept, from what has been measured so far."""
    kinds = _kinds(sizes, extents)
    known: defaultdict[Kind, list[Extent]] = defaultdict(list)
    for page, measured in extents.items():
        if measured.whole != NOTHING:
            known[kinds[page]].append(measured)
    stamped = {kind: _have_stamps(of_kind) for kind, of_kind in known.items()}
    common = {kind: _common(_boxes(known[kind], stamps=stamped[kind])) for kind in known}
    kept = []
    for page, size in enumerate(sizes):
        kind, extent = kinds[page], extents.get(page)
        own = _boxes([extent], stamps=stamped[kind]) if extent and kind in known else []
        kept.append(_kept(size, common.get(kind), own))
    return tuple(kept)


def _kinds(sizes: Sequence[PageSize], extents: Mapping[int, Extent]) -> list[Kind]:
    """What kind each page is of: by its size, and by its side where enough is known."""
    kinds = [(round(size.width), round(size.height), page % 2) for page, size in enumerate(sizes)]
    counted: defaultdict[Kind, int] = defaultdict(int)
    for page in extents:
        counted[kinds[page]] += 1
    return [
        (wide, high, side if min(counted[wide, high, 0], counted[wide, high, 1]) >= _ENOUGH else 0)
        for wide, high, side in kinds
    ]


def _have_stamps(extents: Sequence[Extent]) -> bool:
    """Whether most pages have something at the edge: then it is no stamp."""
    return 2 * sum(extent.core != extent.whole for extent in extents) > len(extents)


def _boxes(extents: Iterable[Extent], *, stamps: bool) -> list[Quad]:
    boxes = (extent.whole if stamps else extent.core for extent in extents)
    return [box for box in boxes if box != NOTHING]


def _common(boxes: Sequence[Quad]) -> Quad:
    """How far nearly all pages reach."""
    few = int(len(boxes) * _FEW)
    lefts, tops, rights, bottoms = (sorted(side) for side in zip(*boxes, strict=True))
    return lefts[few], tops[few], rights[-1 - few], bottoms[-1 - few]


def _kept(size: PageSize, common: Quad | None, own: Sequence[Quad]) -> Quad:
    if common is None:
        return 0.0, 0.0, size.width, size.height
    left, top, right, bottom = around([common, *own])
    wider = max(common[0] - left, right - common[2], 0.0) + PADDING
    return (
        max(common[0] - wider, 0.0),
        max(top - PADDING, 0.0),
        min(common[2] + wider, size.width),
        min(bottom + PADDING, size.height),
    )
