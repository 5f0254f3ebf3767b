"""The window: it puts panes together and knows no more."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QMainWindow, QVBoxLayout, QWidget

from paperdesk.commands.table import Command, Where
from paperdesk.ui import keyhelp, palette
from paperdesk.ui.activity import Activity
from paperdesk.ui.hint import Hint
from paperdesk.ui.panels import Panels
from paperdesk.ui.search.box import SearchBox
from paperdesk.ui.search.results import Results
from paperdesk.ui.sheet import Sheet
from paperdesk.ui.theme import Tone
from paperdesk.ui.toast import ErrorBar, Toast
from paperdesk.ui.topbar import TopBar

_SIZE = (1440, 900)
"""At the first start, where the screen has so much."""

_FOR_NOTES = 1200
"""Pixels across below which the notes wait, hidden, until they are wanted."""

_SHARE = 0.92
"""Of the screen, at most."""

_LEAST = (900, 540)


@dataclass(frozen=True, slots=True)
class Parts:
    """The widgets that the window shows; it does not know what they do."""

    sidebar: QWidget
    papers: QWidget
    browser: QWidget
    """Marks of the library, which stand in place of the list."""
    changes: QWidget
    """What changed between two versions, in place of the list too."""
    results: Results
    page: QWidget
    """The abstract page."""
    reader: QWidget
    side: Callable[[], QWidget]
    """What lies beside the pages that have the keys, within the reader."""
    notes: QWidget
    search: SearchBox
    activity: Activity


class Window(QMainWindow):
    """Sidebar, list, paper and notes; above them menus and search, below what runs."""

    closing = Signal()
    """The window is about to close: keep what is to be kept."""

    dropped = Signal(list)
    """Files were dropped here: a list of `Path`."""

    escaped = Signal()
    """Esc was pressed, and no layer of the window's own was left to close."""

    def __init__(self, parts: Parts, table: Sequence[Command], run: Callable[[str], None]) -> None:
        """`run` runs a command by its id."""
        super().__init__()
        self._parts = parts
        self._table = tuple(table)
        self.setWindowTitle("PaperDesk")
        self.resize(*_SIZE)
        self.setAcceptDrops(True)
        self.panels = Panels(
            {
                "sidebar": (parts.sidebar,),
                "list": (parts.papers, parts.results, parts.browser, parts.changes),
                "paper": (parts.page, parts.reader),
                "notes": (parts.notes,),
            },
            self,
        )
        self.page_keys: Callable[[], Where] = lambda: Where.READER
        """Whose keys count on the pages; a caret there has its own."""

        self.errors = ErrorBar()
        line = self._lay_out(run)
        self.toast = Toast(line)
        self.toast.undone.connect(lambda: run("edit.undo"))
        self.toast.said.connect(self._parts.activity.show_said)
        self.hint = Hint(self)
        self._palette = Sheet("Type a command", self)
        self._keys = Sheet("Search the keys of this pane", self)
        for sheet in (self._palette, self._keys):
            sheet.chosen.connect(run)
        self._join()

    def _lay_out(self, run: Callable[[str], None]) -> QWidget:
        """Put the panes in their places; the last line is where things are said in passing."""
        self.setMenuWidget(TopBar(self._parts.search, self._table, run))
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (_hairline(), self.errors):
            column.addWidget(widget)
        column.addWidget(self.panels, 1)
        column.addWidget(_hairline())
        line = QWidget()
        inner = QVBoxLayout(line)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self._parts.activity)
        column.addWidget(line)
        self.setCentralWidget(middle)
        return line

    def _join(self) -> None:
        search, results = self._parts.search, self._parts.results
        search.left.connect(self.leave_search)
        results.left.connect(self.leave_search)
        results.risen.connect(search.setFocus)

    # Panes.

    def where(self) -> Where:
        """Whose keys count: those of the pane that has the focus."""
        pane = self.panels.with_keys()
        if pane == "list" and self.panels.top("list") is self._parts.papers:
            return Where.LIST
        if pane == "list" and self.panels.top("list") in (self._parts.browser, self._parts.changes):
            return Where.SIDE
        if pane == "paper" and self.reading():
            return Where.SIDE if self._beside() else self.page_keys()
        return Where.NOTE if pane == "notes" else Where.DESK

    def _beside(self) -> bool:
        """Whether the keys are in the pane beside the pages."""
        focus = QApplication.focusWidget()
        return focus is not None and self._parts.side().isAncestorOf(focus)

    def reading(self) -> bool:
        """Whether the reader is shown, not the abstract."""
        return self.panels.top("paper") is self._parts.reader

    def show_reader(self, *, on: bool = True) -> None:
        """Show the reader in the paper's pane and give it the keys, or the abstract."""
        self.panels.put("paper", self._parts.reader if on else self._parts.page)
        if on:
            self.panels.focus("paper")

    # Search.

    def searching(self) -> bool:
        """Whether results stand in place of the list."""
        return self.panels.top("list") is self._parts.results

    def show_results(self) -> None:
        """Show what was found in place of the list; the keys stay where they are."""
        self.panels.reveal("list")
        self.panels.put("list", self._parts.results)

    def focus_search(self) -> None:
        """Put the caret into the search box, its words selected."""
        self._parts.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._parts.search.selectAll()

    def leave_search(self) -> None:
        """Go back to the list as it was."""
        self._parts.search.clear()
        self.panels.put("list", self._parts.papers)
        self.panels.focus("list")

    def enter_results(self) -> None:
        """Give the keys to what was found, if anything was."""
        if self.searching() and self._parts.results.hit() is not None:
            self._parts.results.setFocus()

    # Sheets.

    def show_palette(self) -> None:
        """Open the list of commands."""
        self._keys.hide()
        self._palette.open(palette.entries(self._table))

    def show_keys(self) -> None:
        """Show the keys of the pane that has them."""
        entries = keyhelp.entries(self._table, self.where())
        self._palette.hide()
        self._keys.open(entries)

    # Sizes.

    def kept_sizes(self) -> dict[str, int]:
        """The size of the window and of its panes, to be kept somewhere."""
        frame = self.window()
        size = frame.normalGeometry().size() if frame.isMaximized() else frame.size()
        own = {"width": size.width(), "height": size.height(), "maximized": frame.isMaximized()}
        return {**self.panels.widths(), **{name: int(value) for name, value in own.items()}}

    def restore_sizes(self, sizes: Mapping[str, int]) -> None:
        """Be as large as was kept; before the window is shown."""
        frame = self.window()
        room = frame.screen().availableSize() * _SHARE
        width, height = min(_SIZE[0], room.width()), min(_SIZE[1], room.height())
        frame.setMinimumSize(QSize(*_LEAST).boundedTo(room))
        kept = QSize(sizes.get("width", width), sizes.get("height", height))
        frame.resize(kept.boundedTo(frame.screen().availableSize()))
        self.panels.set_widths(sizes)
        if not sizes and width < _FOR_NOTES:
            self.panels.reveal("notes", on=False)
        if sizes.get("maximized"):
            frame.setWindowState(Qt.WindowState.WindowMaximized)

    # What Qt asks.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc, when no widget wanted it, closes one layer."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.panels.with_keys() == "notes":
            self.panels.focus("paper" if self.reading() else "list")
        elif self.errors.sentences():
            self.errors.dismiss()
        elif self.searching():
            self.leave_search()
        else:
            self.escaped.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand files on."""
        urls = event.mimeData().urls()
        self.dropped.emit([Path(url.toLocalFile()) for url in urls if url.isLocalFile()])
        event.acceptProposedAction()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say so before it is too late."""
        self.closing.emit()
        super().closeEvent(event)


def _hairline() -> QFrame:
    line = QFrame()
    line.setFixedHeight(1)
    line.setAutoFillBackground(True)
    line.setBackgroundRole(Tone.LINE)
    return line
