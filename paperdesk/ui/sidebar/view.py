"""The sidebar itself."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QMenu, QWidget

from paperdesk.domain.collection import Collection, shown_collection, union_shelf
from paperdesk.domain.feed import Day, Source
from paperdesk.domain.paper import State
from paperdesk.domain.rule import Rule
from paperdesk.domain.shelf import ALL, Shelf
from paperdesk.ui.sidebar.delegate import PlaceDelegate
from paperdesk.ui.sidebar.landing import DropList
from paperdesk.ui.sidebar.model import LINE, SidebarModel
from paperdesk.ui.sidebar.places import (
    COLLECTIONS,
    Place,
    Section,
    Tag,
    day_section,
    rule_section,
    source_section,
    state_section,
    tag_section,
)
from paperdesk.ui.sidebar.unfolding import Unfolding
from paperdesk.ui.theme import GRID, Tone

_STEPS = {
    Qt.Key.Key_J: Qt.Key.Key_Down,
    Qt.Key.Key_K: Qt.Key.Key_Up,
}


def _now() -> datetime:
    return datetime.now(UTC)


class Sidebar(DropList):
    """Where one can go: by day, state, collection, source and tag."""

    shelf_chosen = Signal(object)
    """A `Shelf` to go to."""

    change_wanted = Signal(object)
    """The `Shelf` of a smart feed, source, collection or tag that is to be changed."""

    def __init__(
        self, parent: QWidget | None = None, *, now: Callable[[], datetime] = _now
    ) -> None:
        super().__init__(parent)
        self._now = now
        self._opened: set[str] = set()
        self._days: tuple[Day, ...] = ()
        self._tags: tuple[Tag, ...] = ()
        self._sections: dict[str, Section] = {}
        self._shelf = ALL
        self._model = SidebarModel(self)
        self.collections = Unfolding(self, self._model)
        self.collections.changed.connect(lambda: self._put(self.collections.section()))
        self._places = PlaceDelegate(self)
        self.setModel(self._model)
        self.setItemDelegate(self._places)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.viewport().setBackgroundRole(Tone.RAIL)
        self.setAccessibleName("Sidebar")
        self.clicked.connect(self._choose)
        self.set_states({}, 0)

    def set_days(self, days: Sequence[Day]) -> None:
        """Show the days of the feed, newest first."""
        self._days = tuple(days)
        today = self._now().astimezone().date()
        self._put(day_section(self._days, today, opened="Days" in self._opened))

    def set_states(self, counts: Mapping[State, int], papers: int, newer: int = 0) -> None:
        """Show how many papers each state has, how many there are, and have new versions."""
        self._put(state_section(counts, papers, newer))

    def set_sources(self, sources: Sequence[Source]) -> None:
        """Show the sources and their health."""
        self._put(source_section(sources, self._now()))

    def set_rules(self, rules: Sequence[Rule]) -> None:
        """Show the smart feeds, in the order of the rules."""
        self._put(rule_section(rules))

    def set_collections(self, every: Sequence[Collection]) -> None:
        """Show the collections, each above those within it."""
        self.collections.every = tuple(every)
        self._put(self.collections.section())

    def set_tags(self, tags: Sequence[Tag]) -> None:
        """Show the tags, in the order given."""
        self._tags = tuple(tags)
        self._put(tag_section(self._tags, opened="Tags" in self._opened))

    def set_shelf(self, shelf: Shelf) -> None:
        """Show which shelf is open."""
        self._shelf = shelf
        self.collections.reveal(shown_collection(shelf.query))
        self._places.here = self._model.rows_of(shelf)
        if len(self._places.here) < 2:
            self._step_to(self._model.row_of(shelf))
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """As wide as a day and its count."""
        return QSize(GRID * 26, GRID * 60)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to a place, F2 changes it; j and k step like the arrows.

        Shift with an arrow selects on the way: Enter then shows the union. Left and
        right close and open collections, with Alt they and the others move them.
        """
        key = Qt.Key(event.key())
        if self.collections.press(event):
            return
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentIndex())
        elif key == Qt.Key.Key_F2:
            self._change(self.currentIndex())
        elif key in _STEPS and not event.modifiers():
            super().keyPressEvent(
                QKeyEvent(event.type(), _STEPS[key], Qt.KeyboardModifier.NoModifier)
            )
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the arrow of a collection opens or closes it, and goes nowhere."""
        if not self.collections.click(event.position().toPoint()):
            super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the place under the hand, or under the cursor."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        line = index.data(LINE)
        if isinstance(line, Place) and line.changes:
            at = self.visualRect(index).bottomLeft() if by_key else event.pos()
            self.menu_of(index).popup(self.viewport().mapToGlobal(at))

    def menu_of(self, index: QModelIndex) -> QMenu:
        """What can be done with a place that can be changed."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        here = QPersistentModelIndex(index)
        go, change = menu.addAction("Go there"), menu.addAction("Change…\tF2")
        go.triggered.connect(lambda: self._choose(self._model.index(here.row(), 0)))
        change.triggered.connect(lambda: self._change(self._model.index(here.row(), 0)))
        return menu

    def _change(self, index: QModelIndex) -> None:
        line = index.data(LINE)
        if isinstance(line, Place) and line.changes:
            self.change_wanted.emit(line.shelf)

    def _put(self, section: Section) -> None:
        self._sections[section.title] = section
        line = self.currentIndex().data(LINE)
        order = ("Days", "Library", COLLECTIONS, "Smart feeds", "Sources", "Tags")
        self._model.set_sections([self._sections[name] for name in order if name in self._sections])
        self._places.here = self._model.rows_of(self._shelf)
        stood_on = line.shelf if isinstance(line, Place) else None
        self._step_to(self._model.row_of(stood_on or self._shelf))

    def _step_to(self, row: int) -> None:
        if row >= 0:
            self.setCurrentIndex(self._model.index(row, 0))

    def _chosen(self, here: Shelf) -> list[Shelf]:
        """The shelves that are selected, if the one of the cursor is among them."""
        lines = [index.data(LINE) for index in sorted(self.selectedIndexes())]
        shelves = [line.shelf for line in lines if isinstance(line, Place) and line.shelf]
        return shelves if here in shelves else [here]

    def _choose(self, index: QModelIndex) -> None:
        line = index.data(LINE)
        if not isinstance(line, Place):
            return
        if line.shelf is not None:
            self.shelf_chosen.emit(union_shelf(self._chosen(line.shelf)))
        elif line.opens:
            self._opened.add(line.opens)
            self.set_days(self._days) if line.opens == "Days" else self.set_tags(self._tags)
            self._step_to(index.row())
