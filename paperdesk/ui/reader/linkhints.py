"""The links in sight, each with a label to type; typing it follows the link."""

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from paperdesk.domain.pages import Link
from paperdesk.reader.hints import grouped
from paperdesk.reader.layout import Point
from paperdesk.ui.reader.hints import Target
from paperdesk.ui.reader.parts import Parts
from paperdesk.ui.reader.pointer import describe_link

HELP = "Type the letters of a link; Esc leaves."

_PATIENCE = 1500
"""Milliseconds to wait for links that a page may have."""


class LinkHints(QObject):
    """Offers the links in sight to the keyboard.

    Signals: `told` (why there is nothing to follow).
    """

    told = Signal(str)

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts.stack)
        self._parts = parts
        self._waiting = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._waiting.timeout.connect(self._offer)
        parts.hints.left.connect(self._waiting.stop)
        parts.hints.left.connect(lambda: parts.status.say(""))
        parts.content.arrived.connect(self._arrived)

    def show(self) -> None:
        """Show a label at every link in sight, as soon as they are known."""
        visible = self._parts.view.scroller.visible()
        self._parts.content.need(visible)
        if self._parts.content.linked(visible):
            self._offer()
        else:
            self._waiting.start()
            self._parts.hints.expect()

    def _offer(self) -> None:
        targets = self.targets()
        if not targets:
            self._parts.hints.leave()
            self.told.emit("There is no link in sight.")
            return
        self._parts.hints.offer(targets)
        self._parts.status.say(HELP)

    def targets(self) -> list[Target]:
        """The links in sight, from top to bottom."""
        return [
            Target(
                page,
                tuple(link.box for link in seen),
                describe_link(seen[0]),
                partial(self._parts.pointer.followed.emit, seen[0]),
            )
            for page in self._parts.view.scroller.visible()
            for group in sorted(grouped(self._parts.content.links(page)), key=_reading)
            if (seen := [link for link in group if self._in_sight(page, link)])
        ]

    def _arrived(self, _page: int) -> None:
        """The links may be here now that were asked for before they were."""
        if self._waiting.isActive():
            self._waiting.stop()
            self.show()

    def _in_sight(self, page: int, link: Link) -> bool:
        """Whether the beginning of a link shows."""
        scroller = self._parts.view.scroller
        left, top, right, bottom = link.box
        x, y = scroller.column.spot(Point(page, (left + right) / 2, (top + bottom) / 2))
        window = scroller.window()
        across = window.left <= x < window.left + window.width
        return across and window.top <= y < window.top + window.height


def _reading(group: tuple[Link, ...]) -> tuple[float, float]:
    return group[0].box[1], group[0].box[0]
