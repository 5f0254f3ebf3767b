"""The marks of the open papers as the commands see them."""

from PySide6.QtCore import QPointF

from paperdesk.domain.note import HighlightId
from paperdesk.ui.reader import ReaderPane, Spread


class Marks:
    """Chooses marks on the pages: the `Marking` of the commands."""

    def __init__(self, spread: Spread) -> None:
        self._spread = spread

    def current(self) -> HighlightId | None:
        """The mark that was made or clicked last."""
        return self._view().parts.marks.current

    def listed(self) -> bool:
        """Whether the keys are in the list of marks, so that its row is meant."""
        return False

    def step(self, steps: int) -> bool:
        """Go to the next mark of the paper (1) or the one before (-1), if there is one."""
        view = self._view()
        marks, scroller = view.parts.marks, view.parts.view.scroller
        if not len(scroller.column):
            return False
        here = marks.standing.find(marks.current)
        if here is not None and here.anchor.page not in scroller.visible():
            here = None
        top = scroller.point(QPointF(0.0, 0.0))
        found = marks.standing.next(here.id if here else None, top, steps)
        if found is None:
            return False
        view.jump_to(found.anchor.page, found.anchor.quads)
        marks.choose(found.id)
        return True

    def _view(self) -> ReaderPane:
        return self._spread.here()
