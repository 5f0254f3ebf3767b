"""The reader's room in the window: the views of papers, and the one with the keys."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from paperdesk.ui.reader.pane import ReaderPane
from paperdesk.ui.reader.tabrow import TabRow


class Spread(QWidget):
    """Holds the views of papers; `here` is the one that commands are about."""

    def __init__(self, make: Callable[[], ReaderPane], parent: QWidget | None = None) -> None:
        """`make` makes a view."""
        super().__init__(parent)
        self.first = make()
        self._views = [self.first]
        self.row = TabRow()
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self.first)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.row)
        column.addWidget(self._splitter, 1)
        self.setFocusProxy(self.first)
        self.setAccessibleName("Papers")

    def here(self) -> ReaderPane:
        """The view that has the keys, or had them last."""
        return self.first

    def views(self) -> tuple[ReaderPane, ...]:
        """The views, from left to right."""
        return tuple(self._views)

    def each(self, join: Callable[[ReaderPane], object]) -> None:
        """Do something with every view: connect it, give it a panel."""
        for view in self._views:
            join(view)
