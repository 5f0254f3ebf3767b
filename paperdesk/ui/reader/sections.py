"""The sections of the open paper: where one is, the next one, and the list beside the pages."""

from collections.abc import Set

from PySide6.QtCore import QModelIndex, QObject

from paperdesk.domain.note import Place
from paperdesk.reader.contents import Contents, Spot
from paperdesk.ui.empty import Emptiness
from paperdesk.ui.reader.contentsview import ContentsView
from paperdesk.ui.reader.parts import Parts
from paperdesk.ui.reader.scroller import LINE
from paperdesk.ui.reader.side import Panel, SidePane

_OPENED = 500
"""Sections that a filter leaves, up to which all are opened: more take too long."""

_PART = 4
"""A quarter of what shows of a page is read first, not in the margin beside it."""

NAME = "contents"
"""The panel's, for `SidePane.toggle`."""

_SOUGHT = Emptiness("Looking for headings…")
_NONE = Emptiness("This paper has no contents, and no headings.")


class Sections(QObject):
    """Follows the reader through the contents, and leads through them.

    The section is told by what is a line below the window's top; after a jump to
    one it is that one, wherever the paper's end stopped the jump.
    """

    def __init__(self, parts: Parts, side: SidePane) -> None:
        super().__init__(parts.stack)
        self._parts = parts
        self._side = side
        self._view = ContentsView()
        self._opened: Set[int] = set()
        self._chosen: tuple[int, Place] = (-1, Place())
        self._text = ""
        panel = Panel("Contents", self._view, self._view, self.narrow, self._awaited)
        side.add(NAME, panel)
        self._view.activated.connect(self._choose)
        self._view.clicked.connect(self._choose)
        parts.outline.changed.connect(self._show)
        parts.view.scroller.moved.connect(self._follow)
        parts.view.scroller.zoomed.connect(self._follow)
        side.turned.connect(self._turned)
        self._show()

    def current(self) -> int:
        """The section that one is in, -1 before the first."""
        chosen, place = self._chosen
        if place == self._parts.view.scroller.place:
            return chosen
        return section_in_sight(self._parts)

    def step(self, direction: int) -> None:
        """Go to the next section (1), or to the beginning of this one or the one before (-1)."""
        here = self.current()
        item = self._contents.items[here] if here >= 0 else None
        place = self._parts.view.scroller.place
        inside = self._chosen != (here, place) and item is not None
        if direction < 0 and inside:
            self.jump(here)
        else:
            self.jump(self._contents.next_to(here, direction))

    def jump(self, section: int) -> None:
        """Go to the beginning of a section; -1 goes nowhere."""
        if section not in range(len(self._contents)):
            return
        item = self._contents.items[section]
        there = self._chosen == (section, self._parts.view.scroller.place)
        if item.page >= 0 and not there:
            self._parts.travel.visit(item.page, item.top)
            self._chosen = section, self._parts.view.scroller.place
            self._follow()

    def narrow(self, text: str) -> None:
        """Leave the sections that have a text; all of them for an empty one."""
        if not self._text:
            self._opened = self._expanded()
        self._text = text.strip()
        self._fill()

    @property
    def _contents(self) -> Contents:
        return self._parts.outline.contents

    def _show(self) -> None:
        """Show other contents, or more of them."""
        self._opened = self._contents.opened()
        self._chosen = -1, Place()
        self._fill()
        self._side.arrived()

    def _fill(self) -> None:
        outline, rows = self._parts.outline, self._view.rows
        kept = self._contents.having(self._text) if self._text else None
        cursor = rows.section(self._view.currentIndex())
        rows.show(self._contents, outline.pages, kept)
        empty = None if rows.rowCount() else _silence(self._text, busy=outline.busy)
        self._view.empty.say(empty)
        rows.current = -1
        if kept is None:
            for section in self._opened:
                self._view.expand(rows.at(section))
        elif kept:
            if len(kept) <= _OPENED:
                self._view.expandAll()
            self._view.setCurrentIndex(rows.at(min(kept)))
        self._follow()
        if kept is None and self._view.hasFocus():
            self._stand(cursor)

    def _awaited(self) -> bool:
        """Whether the paper is still opened, or headings are still looked for."""
        outline, opening = self._parts.outline, self._parts.opening
        return outline.busy or (opening.document is not None and not outline.pages)

    def _expanded(self) -> Set[int]:
        """The sections that stand open."""
        rows = self._view.rows
        return {
            section
            for section, below in enumerate(self._contents.children)
            if below and self._view.isExpanded(rows.at(section))
        }

    def _follow(self) -> None:
        """Say which section one is in now, if that is another."""
        section = self.current()
        if section == self._view.rows.current:
            return
        self._view.rows.mark(section)
        self._parts.status.show_section(self._contents.items[section].title if section >= 0 else "")
        if self._view.isVisible() and not self._view.hasFocus():
            self._stand()

    def _stand(self, section: int = -1) -> None:
        """Put the cursor on a section, or on the one that one is in.

        *Why only in sight:* a hidden list of a book lays out all its rows for that.
        """
        index = self._view.rows.at(max(self._view.rows.current if section < 0 else section, 0))
        if index.isValid() and not self._text:
            self._view.setCurrentIndex(index)
            self._view.scrollTo(index)

    def _turned(self, name: str) -> None:
        if name == NAME:
            self._stand()

    def _choose(self, index: QModelIndex) -> None:
        self.jump(self._view.rows.section(index))


def section_in_sight(parts: Parts) -> int:
    """The section of what is a line below the window's top, -1 before the first.

    Of two columns it is the left one, while a good part of it shows.
    """
    column, window = parts.view.scroller.column, parts.view.scroller.window()
    if not len(column):
        return -1
    height = window.top + LINE
    box = column.box(column.point(window.left, height).page)
    left, right = max(box.left, window.left), min(box.right, window.left + window.width)
    point = column.point(left + (right - left) / _PART, height)
    return parts.outline.section(Spot(point.page, point.y, point.x))


def _silence(text: str, *, busy: bool) -> Emptiness:
    """What is said in place of an empty list."""
    if text:
        return Emptiness(f"No section has “{text}” in its title.")
    return _SOUGHT if busy else _NONE
