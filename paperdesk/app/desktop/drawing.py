"""Rectangles and lines over the pages, as the commands see them."""

from collections.abc import Callable, Sequence

from paperdesk.domain import ink
from paperdesk.domain.note import Anchor, Colour, Highlight, Quad, Stroke
from paperdesk.ui.reader import ReaderPane, Spread
from paperdesk.ui.reader.penlayer import HELP as PEN_HELP
from paperdesk.ui.reader.rubber import HELP, Rectangle


class Drawing:
    """Lets rectangles and lines be drawn: the `Drawing` of the commands."""

    def __init__(self, spread: Spread) -> None:
        self._spread = spread

    def pick_area(self, taken: Callable[[Anchor], None]) -> bool:
        """Let a rectangle be drawn over a page; False where there is no page."""
        view = self._spread.here()
        begun = view.parts.rubber.pick(lambda page, quad: taken(_anchor(view, page, quad)))
        return _told(view, HELP, begun=begun)

    def draw(self, colour: Colour, taken: Callable[[Anchor, Sequence[Stroke]], None]) -> bool:
        """Let lines be drawn on a page by hand; False where there is no page."""
        view = self._spread.here()

        def take(page: int, strokes: Sequence[Stroke]) -> None:
            taken(_anchor(view, page, ink.box(strokes)), strokes)

        return _told(view, PEN_HELP, begun=view.parts.pen.draw(colour, take))

    def reshape(self, mark: Highlight, taken: Callable[[Quad], None]) -> bool:
        """Let the box of a mark be moved and stretched; False where it is not shown."""
        view = self._spread.here()
        if view.parts.marks.standing.find(mark.id) is None or not mark.anchor.quads:
            return False
        left, top, right, bottom = mark.anchor.quads[0]
        page = mark.anchor.page
        view.jump_to(page, mark.anchor.quads)
        begun = view.parts.rubber.pick(
            lambda at, quad: taken(quad) if at == page else None,
            Rectangle(page, (left, top), (right, bottom)),
        )
        return _told(view, HELP, begun=begun)


def _anchor(view: ReaderPane, page: int, quad: Quad) -> Anchor:
    label = view.parts.view.scroller.column.pages[page].label
    return Anchor(page, (quad,), "", label=label)


def _told(view: ReaderPane, sentence: str, *, begun: bool) -> bool:
    """Say what the keys do now, if something was begun."""
    if begun:
        view.parts.status.say(sentence)
    return begun
