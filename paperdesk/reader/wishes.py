"""What pixels the window wants next, the most urgent first; pure decisions.

A page is drawn in one piece up to four million pixels, and in tiles beyond
(design.md, section 2: tiles cost less than a millisecond, a whole page at 8×
half a second). A page that has no pixels yet is asked for as a small preview
first.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import ceil

from paperdesk.domain.note import Quad
from paperdesk.domain.pages import PageSize
from paperdesk.reader.layout import Layout, side_by_side
from paperdesk.reader.leaves import leaf

TILE = 512
WHOLE = 4_000_000
"""Pixels up to which a page is drawn in one piece."""

PREVIEW = 300
"""Pixels of the longer side of a preview."""

AHEAD, BEHIND = 3, 1
"""Pages fetched beyond the visible ones, in the direction of travel and against it."""

AROUND = 8
"""Rows on either side of which there is a preview at least, to zoom out over."""

_FIRST, _PREVIEW, _SHARP, _SOON, _NEXT, _NEAR, _FAR = 400, 300, 200, 180, 170, 100, 30
"""How much is wanted the page that the eyes are on, sharp; a preview of each page
that shows; the others sharp; and the neighbours. *Why the first page before its
preview:* the worker that has the file open takes the first wish, the other one the
second: a light page is sharp at once, a heavy one has its preview as soon as before.
"""


@dataclass(frozen=True, slots=True)
class Piece:
    """A page at a scale (screen dots a point), or one tile of it.

    It is turned by `turns` quarters; the tiles are those of the turned page.
    `former`: it was drawn in the colours of before, and only stands in.
    """

    page: int
    scale: float
    column: int = -1
    row: int = -1
    turns: int = 0
    former: bool = False

    @property
    def whole(self) -> bool:
        """Whether this is the whole page."""
        return self.column < 0

    def clip(self, size: PageSize) -> Quad | None:
        """The part of the page as it is that this is, in points."""
        if self.whole:
            return None
        turned = leaf(size, self.turns)
        step = TILE / self.scale
        left, top = self.column * step, self.row * step
        right, bottom = min(left + step, turned.width), min(top + step, turned.height)
        return turned.untouched_box((left, top, right, bottom))


@dataclass(frozen=True, slots=True)
class Wish:
    """A piece that is wanted, and how much."""

    piece: Piece
    urgency: int


@dataclass(frozen=True, slots=True)
class Window:
    """The part of the column that shows, in pixels at 1×; `ratio` is dots a pixel."""

    left: int
    top: int
    width: int
    height: int
    ratio: float = 1.0
    forward: bool = True


def tiled(size: PageSize, scale: float) -> bool:
    """Whether a page is drawn in tiles at this scale."""
    return size.width * size.height * scale * scale > WHOLE


def preview(page: int, size: PageSize, turns: int = 0) -> Piece:
    """The small picture of a page that is drawn first."""
    return Piece(page, PREVIEW / max(size.width, size.height, 1.0), turns=turns)


def wishes(layout: Layout, window: Window, has_pixels: Callable[[int], bool]) -> tuple[Wish, ...]:
    """All that is wanted now; what is not among it may be forgotten."""
    scale, turns = layout.zoom * window.ratio, layout.arrangement.rotation
    visible = layout.visible(window.top, window.top + window.height)
    wanted: list[Wish] = []
    for order, page in enumerate(_by_share(layout, window)):
        size = layout.pages[page]
        small = preview(page, size, turns)
        if small.scale < scale and not has_pixels(page):
            wanted.append(Wish(small, _PREVIEW - order))
        urgency = _SHARP - order if order else _FIRST
        wanted.extend(Wish(piece, urgency) for piece in sharp(layout, window, page))
    wanted.extend(
        Wish(tile, _NEXT - order) for order, tile in enumerate(_tiles_ahead(layout, window))
    )
    for order, page in enumerate(_neighbours(visible, layout, forward=window.forward)):
        size = layout.pages[page]
        if tiled(size, scale):
            wanted.append(Wish(preview(page, size, turns), _SOON - order))
        else:
            wanted.append(Wish(Piece(page, scale, turns=turns), _NEAR - order))
    return tuple(wanted)


def first_of_all(wanted: Sequence[Wish]) -> tuple[Wish, ...]:
    """Of what is wanted: the page that the eyes are on, sharp.

    A paper is opened for it alone at first: another worker that opens the file at
    the same time takes 10 ms from the one that draws.
    """
    return tuple(wish for wish in wanted if wish.urgency >= _FIRST)


def in_sight(layout: Layout, window: Window) -> tuple[Wish, ...]:
    """What is wanted right after a jump: the pages that show, sharp.

    A preview costs nearly what a light page costs: first it is seen whether they are.
    """
    return tuple(
        Wish(piece, _FIRST - order)
        for order, page in enumerate(_by_share(layout, window))
        for piece in sharp(layout, window, page)
    )


def stopgaps(layout: Layout, window: Window, has_pixels: Callable[[int], bool]) -> tuple[Wish, ...]:
    """What is wanted while the zoom still changes: something of every page in sight."""
    visible = layout.visible(window.top, window.top + window.height)
    return _previews(layout, visible, has_pixels, _PREVIEW)


def distant(layout: Layout, window: Window, has_pixels: Callable[[int], bool]) -> tuple[Wish, ...]:
    """What is wanted once the eyes rest: a little of the pages around, to zoom out over."""
    visible = layout.visible(window.top, window.top + window.height)
    return _previews(layout, _beyond(visible, layout), has_pixels, _FAR)


def _by_share(layout: Layout, window: Window) -> list[int]:
    """The pages that show, first the one that most of is seen: the eyes are on that."""
    top, bottom = window.top, window.top + window.height

    def hidden(page: int) -> int:
        box = layout.box(page)
        return max(box.top, top) - min(box.bottom, bottom)

    return sorted(layout.visible(top, bottom), key=hidden)


def _previews(
    layout: Layout, pages: Sequence[int], has_pixels: Callable[[int], bool], urgency: int
) -> tuple[Wish, ...]:
    turns = layout.arrangement.rotation
    bare = [page for page in pages if not has_pixels(page)]
    return tuple(
        Wish(preview(page, layout.pages[page], turns), urgency - order)
        for order, page in enumerate(bare)
    )


def sharp(layout: Layout, window: Window, page: int) -> tuple[Piece, ...]:
    """The pieces that make the visible part of a page sharp."""
    scale, turns = layout.zoom * window.ratio, layout.arrangement.rotation
    if not tiled(layout.pages[page], scale):
        return (Piece(page, scale, turns=turns),)
    whole, box, turned = layout.whole(page), layout.box(page), layout.leaves[page]
    across = _shared((box.left, box.right), (window.left, window.left + window.width), whole.left)
    down = _shared((box.top, box.bottom), (window.top, window.top + window.height), whole.top)
    columns = _tiles(across, turned.width * scale, window.ratio)
    rows = _tiles(down, turned.height * scale, window.ratio)
    return tuple(Piece(page, scale, column, row, turns) for row in rows for column in columns)


def _shared(page: tuple[int, int], window: tuple[int, int], origin: int) -> tuple[int, int]:
    """What a window shows of a side of a page, from `origin` on."""
    return max(page[0], window[0]) - origin, min(page[1], window[1]) - origin


def _tiles(shown: tuple[int, int], dots: float, ratio: float) -> range:
    """Which tiles of a side of `dots` the pixels that show lie on."""
    count = ceil(dots / TILE)
    first = int(max(shown[0], 0) * ratio // TILE)
    last = ceil(shown[1] * ratio / TILE) if shown[1] > shown[0] else 0
    return range(min(first, count), max(min(last, count), 0))


def _tiles_ahead(layout: Layout, window: Window) -> list[Piece]:
    """The tiles of the next screen: of a page in tiles, those in sight are not enough."""
    scale, forward = layout.zoom * window.ratio, window.forward
    ahead = replace(window, top=window.top + (window.height if forward else -window.height))
    pages = layout.visible(ahead.top, ahead.top + ahead.height)
    tiles = [
        tile
        for page in pages
        if tiled(layout.pages[page], scale)
        for tile in sharp(layout, ahead, page)
    ]
    return tiles if forward else tiles[::-1]


def _beyond(visible: range, layout: Layout) -> list[int]:
    """The pages around those that are fetched, from the nearest to the farthest."""
    if not visible:
        return []
    columns = side_by_side(layout.arrangement, len(layout))
    near, far = (BEHIND + 1) * columns, AROUND * columns
    both = ((visible.stop - 1 + step, visible.start - step) for step in range(near, far + 1))
    return [page for pair in both for page in pair if page in range(len(layout))]


def _neighbours(visible: range, layout: Layout, *, forward: bool) -> list[int]:
    """The pages around the visible ones, the likeliest first."""
    if not visible:
        return []
    columns = side_by_side(layout.arrangement, len(layout))
    after, before = (AHEAD, BEHIND) if forward else (BEHIND, AHEAD)
    later = range(visible.stop, min(visible.stop + after * columns, len(layout)))
    earlier = range(visible.start - 1, max(visible.start - 1 - before * columns, -1), -1)
    return [*later, *earlier] if forward else [*earlier, *later]
