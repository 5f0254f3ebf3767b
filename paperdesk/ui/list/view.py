"""The table of cards: a cursor that stays on its paper, and marks beside it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QWidget

from paperdesk.domain.paper import PaperId
from paperdesk.ui.album import Album
from paperdesk.ui.list import sifting
from paperdesk.ui.list.cells import CellDelegate
from paperdesk.ui.list.delegate import CardDelegate
from paperdesk.ui.list.heads import Heads
from paperdesk.ui.list.marks import Marks
from paperdesk.ui.list.model import PaperModel
from paperdesk.ui.list.seeker import Seeker
from paperdesk.ui.list.steady import SteadyTable
from paperdesk.ui.list.titled import CARD
from paperdesk.ui.theme import Tone

_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CTRL = Qt.KeyboardModifier.ControlModifier


class CardView(SteadyTable):
    """Cards below each other; the cursor is one thing, the selection another."""

    cursor_moved = Signal(object)
    """The `PaperId` under the cursor, or None."""

    opened = Signal(object)
    """A `PaperId` that was double-clicked."""

    def __init__(
        self, model: PaperModel, album: Album | None = None, parent: QWidget | None = None
    ) -> None:
        """`album` has the pictures of the papers, if they are to be shown."""
        super().__init__(CARD + 1, parent)
        self._model = model
        self.marks = Marks(model)
        self._cards = CardDelegate(self, album)
        self._cells = CellDelegate(self)
        self._column = CARD
        if album is not None:
            album.arrived.connect(lambda _: self.viewport().update())
        self.seeker = Seeker(model, self)
        self.seeker.found.connect(self.go)
        self.setModel(model)
        self.setItemDelegate(self._cards)
        for column in range(CARD + 1, model.columnCount()):
            self.setItemDelegateForColumn(column, self._cells)
        self._look()
        self.setAccessibleName("Papers")
        self.doubleClicked.connect(self._open)

    def _look(self) -> None:
        self.heads = Heads(CARD + 1, self)
        self.setHorizontalHeader(self.heads)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        corner = QWidget()
        corner.setAutoFillBackground(True)
        corner.setBackgroundRole(Tone.PAPER)
        self.setCornerWidget(corner)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.show_table(on=False)

    def show_table(self, *, on: bool) -> None:
        """Show a line of cells for each paper, or a card."""
        self._column = CARD + 1 if on else CARD
        for column in range(self._model.columnCount()):
            self.setColumnHidden(column, (column == CARD) is on)
        header = self.horizontalHeader()
        header.setVisible(on)
        header.setSectionResizeMode(CARD, QHeaderView.ResizeMode.Stretch)
        policy = Qt.ScrollBarPolicy
        self.setHorizontalScrollBarPolicy(
            policy.ScrollBarAsNeeded if on else policy.ScrollBarAlwaysOff
        )
        self.fit_rows()
        self.updateGeometries()  # Else there is no farther to scroll than before.
        if self.row() >= 0:
            self.go(self.row())

    def fit_rows(self) -> None:
        """Make every row as high as its card, or its line."""
        cards = self._column == CARD
        self._line = height = self._cards.cards.faces.height if cards else self._cells.height
        rows = self.verticalHeader()
        # A lowest height above that of the rows is given to one after the other, each for
        # the price of all: four minutes for a million. So all get theirs first.
        rows.setMinimumSectionSize(min(height, rows.minimumSectionSize()))
        rows.setDefaultSectionSize(height)
        rows.setMinimumSectionSize(height)
        self.verticalScrollBar().setSingleStep(height // 3)
        self.fit_headings()

    # The cursor.

    def row(self) -> int:
        """The row of the cursor, -1 without one."""
        return self.currentIndex().row()

    def paper(self) -> PaperId | None:
        """The paper under the cursor."""
        row = self.row()
        return PaperId(self._model.ids()[row]) if row >= 0 else None

    def go(self, row: int) -> None:
        """Move the cursor to a row, the nearest if there is no such; -1 is the last."""
        rows = self._model.rowCount()
        if rows:
            at = rows - 1 if row == -1 else min(max(row, 0), rows - 1)
            here = self.currentIndex().column()
            column = here if here > CARD and self._column > CARD else self._column
            self.setCurrentIndex(self._model.index(at, column))

    def seek(self, paper: PaperId) -> None:
        """Move the cursor to a paper, if it is listed."""
        if paper != self.paper() and (row := self._model.row_of(paper, self.row())) >= 0:
            self.go(row)

    def step(self, steps: int) -> None:
        """Move the cursor by rows; at the ends it stays."""
        self.go(max(0, self.row() + steps))

    def next_unread(self, direction: int) -> None:
        """Move to the next unread row in a direction; without one, stay."""
        self.seeker.seek(self.row(), direction)

    # What is shown.

    def begin(self) -> None:
        """Another list is shown now: nothing is selected or sought in it, every row is as high."""
        self.seeker.stop()
        self.marks.clear()
        self.fit_rows()

    def fit_headings(self) -> None:
        """Give the rows with which groups begin room for what is said above them."""
        faces = self._cards.cards.faces
        for row in self._model.headings.starts():
            self.verticalHeader().resizeSection(row, self._line + faces.heading)
        self.viewport().update()

    def below(self, papers: Sequence[PaperId]) -> None:
        """Go to the row below the last of some papers, and select nothing."""
        alone = tuple(papers) == (self.paper(),)
        last = self.row() if alone else sifting.last(set(papers), self._model.ids())
        self.marks.clear()
        if last >= 0:
            self.go(min(last + 1, self._model.rowCount() - 1))

    # What Qt asks.

    def currentChanged(
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Tell whose turn it is."""
        super().currentChanged(current, previous)
        self.marks.follow(current.row())
        if self._column != CARD:
            self.viewport().update()  # Qt paints the two cells anew, and not their rows.
        self.cursor_moved.emit(self.paper())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Shift with an arrow selects on the way; letters belong to the keymap."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if steps and event.modifiers() & _SHIFT:
            row = min(max(self.row() + steps, 0), self._model.rowCount() - 1)
            if row >= 0:
                self.marks.stretch(self.row(), row)
                self.go(row)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Find nothing: a letter is a command or nothing at all."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click moves the cursor; Ctrl marks a row, Shift a range."""
        row = self.rowAt(round(event.position().y()))
        if row >= 0 and event.modifiers() & _SHIFT:
            self.marks.stretch(self.row(), row)
        super().mousePressEvent(event)
        if row >= 0 and event.modifiers() & _CTRL:
            self.marks.toggle(row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What comes below the list hides no cursor that was in sight."""
        super().resizeEvent(event)
        if 0 <= self.rowViewportPosition(self.row()) < event.oldSize().height():
            self.scrollTo(self.currentIndex())

    def changeEvent(self, event: QEvent) -> None:
        """Another font makes other rows."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._cards.cards.renew()
            self._cells.renew()
            self.fit_rows()

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(PaperId(self._model.ids()[index.row()]))
