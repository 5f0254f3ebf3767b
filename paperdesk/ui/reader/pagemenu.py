"""The menu on the pages: what can be done with what is under the hand."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu

from paperdesk.commands.table import Command
from paperdesk.domain.note import Colour
from paperdesk.domain.pages import Link
from paperdesk.ui import strokes
from paperdesk.ui.reader.inks import INK, LINES
from paperdesk.ui.reader.pane import ReaderPane

PASSAGE = (
    "page.copy", "page.copy-quote", "note.quote", "select.web", "",
    "page.highlight", "page.underline", "page.highlight-comment", "colours",
)  # fmt: skip
"""What can be done with selected words; an empty id is a line between."""

MARK = ("mark.comment", "mark.tags", "page.copy-quote", "note.quote", "colours", "",
        "page.drop-highlight")  # fmt: skip
"""What can be done with a mark."""

PAGE = ("page.copy-region", "page.capture", "page.find", "page.back", "page.fit-width")
"""What can be done with a page."""

_SWATCH = 16


class PageMenu(QObject):
    """Shows the menu where the hand is, or, for the menu key, where the selection is."""

    def __init__(
        self, reader: ReaderPane, table: Sequence[Command], run: Callable[[str], None]
    ) -> None:
        """`run` runs a command by its id."""
        super().__init__(reader)
        self._parts = reader.parts
        self._run = run
        self._rows: Mapping[str, Command] = {row.id: row for row in table}
        view = self._parts.view
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._show)

    def menu(self, at: QPoint) -> QMenu:
        """The menu for a place in the window on the pages."""
        made = QMenu(self._parts.view)
        made.triggered.connect(lambda action: self._run(action.data()) if action.data() else None)
        point = self._parts.view.scroller.point(QPointF(at))
        mark = self._parts.marks.highlight(point)
        link = self._parts.content.link(point)
        if link is not None:
            self._add_link(made, link)
        if self._parts.selecting.anchors():
            self._add(made, PASSAGE)
        elif mark is not None:
            self._parts.pointer.picked.emit(mark)
            self._add(made, MARK)
        if not made.isEmpty():
            made.addSeparator()
        self._add(made, PAGE)
        return made

    def _show(self, at: QPoint) -> None:
        if not len(self._parts.view.scroller.column):
            return
        view = self._parts.view
        menu = self.menu(at)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(view.viewport().mapToGlobal(at))

    def _add(self, menu: QMenu, names: Sequence[str]) -> None:
        for name in names:
            if name == "colours":
                self._add_colours(menu)
            elif name in self._rows:
                self._add_row(menu, self._rows[name])
            elif not name:
                menu.addSeparator()

    def _add_row(self, menu: QMenu, row: Command) -> None:
        keys = strokes.first(row.keys)
        action = menu.addAction(f"{row.title}\t{keys}" if keys else row.title)
        action.setData(row.id)

    def _add_colours(self, menu: QMenu) -> None:
        colours = menu.addMenu("Colour")
        for colour in Colour:
            row = self._rows.get(f"page.{colour}")
            if row is not None:
                self._add_row(colours, row)
                colours.actions()[-1].setIcon(_swatch(INK[colour], LINES[colour][0]))

    def _add_link(self, menu: QMenu, link: Link) -> None:
        follow = menu.addAction("Follow the link\tf")
        follow.triggered.connect(lambda: self._parts.pointer.followed.emit(link))
        if link.uri:
            copy = menu.addAction("Copy the link's address")
            copy.triggered.connect(lambda: QGuiApplication.clipboard().setText(link.uri))
        menu.addSeparator()


def _swatch(fill: QColor, edge: QColor) -> QIcon:
    """A square of a colour; beside it stands its name."""
    pixels = QPixmap(_SWATCH, _SWATCH)
    pixels.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixels)
    painter.setPen(edge)
    painter.setBrush(fill)
    painter.drawRect(2, 2, _SWATCH - 5, _SWATCH - 5)
    painter.end()
    return QIcon(pixels)
