"""Pages as they lie before the reader: turned by quarters, their margins cut off.

What is kept of a page (highlights, links, places) is measured on the page as it
is; `Leaf` turns that into the page as it is looked at, and back.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from paperdesk.domain.arrangement import Arrangement
from paperdesk.domain.note import Quad
from paperdesk.domain.pages import PageSize

_QUARTERS = 4


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page as it is looked at: `turns` quarters clockwise, `shown` of it.

    `width` and `height` are those of the whole page, turned; `shown` and `text`,
    the part within the margins, are boxes of the turned page.
    """

    width: float
    height: float
    turns: int
    shown: Quad
    text: Quad

    def turned(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the page is once the page is turned."""
        match self.turns:
            case 0:
                return x, y
            case 1:
                return self.width - y, x
            case 2:
                return self.width - x, self.height - y
        return y, self.height - x

    def untouched(self, x: float, y: float) -> tuple[float, float]:
        """Which point of the page is at a point of the turned one."""
        match self.turns:
            case 0:
                return x, y
            case 1:
                return y, self.width - x
            case 2:
                return self.width - x, self.height - y
        return self.height - y, x

    def turned_box(self, box: Quad) -> Quad:
        """Where a box of the page is once the page is turned."""
        return _ordered(self.turned(box[0], box[1]), self.turned(box[2], box[3]))

    def untouched_box(self, box: Quad) -> Quad:
        """Which box of the page is at a box of the turned one."""
        return _ordered(self.untouched(box[0], box[1]), self.untouched(box[2], box[3]))


def leaf(size: PageSize, turns: int = 0) -> Leaf:
    """A whole page, turned."""
    turns %= _QUARTERS
    upright = turns % 2 == 0
    width, height = (size.width, size.height) if upright else (size.height, size.width)
    whole = (0.0, 0.0, width, height)
    return Leaf(width, height, turns, whole, whole)


def leaves(
    sizes: Sequence[PageSize], arrangement: Arrangement, texts: Sequence[Quad] = ()
) -> tuple[Leaf, ...]:
    """All pages; `texts` are the boxes of what is printed on each, where known."""
    made = []
    for number, size in enumerate(sizes):
        one = leaf(size, arrangement.rotation)
        if number < len(texts):
            text = one.turned_box(texts[number])
            shown = text if arrangement.trim else one.shown
            one = Leaf(one.width, one.height, one.turns, shown, text)
        made.append(one)
    return tuple(made)


def _ordered(one: tuple[float, float], other: tuple[float, float]) -> Quad:
    return (
        min(one[0], other[0]),
        min(one[1], other[1]),
        max(one[0], other[0]),
        max(one[1], other[1]),
    )
