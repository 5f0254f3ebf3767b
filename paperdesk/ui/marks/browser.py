"""The marks of the whole library in one list, in place of the papers."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from paperdesk.domain import markquery
from paperdesk.domain.colours import Meanings
from paperdesk.domain.gathered import Gather, Gathered, Placed
from paperdesk.domain.note import Highlight, HighlightId
from paperdesk.ui.empty import Emptiness
from paperdesk.ui.labels import label
from paperdesk.ui.marks.comment import CommentEditor
from paperdesk.ui.marks.delegate import MarkDelegate
from paperdesk.ui.marks.filters import FilterButton
from paperdesk.ui.marks.gathermodel import GatherModel, Load
from paperdesk.ui.marks.panel import NONE_SUCH, MarkView
from paperdesk.ui.theme import GRID, Scale, Tone
from paperdesk.ui.words import how_many

NONE_AT_ALL = Emptiness("No marks yet.", "Open a paper, select text, and press h.")

_TITLES = {Gather.PAPER: "By paper", Gather.TAG: "By tag"}
_BACK = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down)


class Browser(QWidget):
    """A list of marks with a field of what is asked for; `Steering` gives it keys.

    Signals: `asked` (what is asked for, and what by), `chosen` and `shown` (a
    `Placed` to open, or under the cursor), `left`, `turned` (a panel of the
    reader is wanted).
    """

    asked = Signal(str, str)
    chosen = Signal(object)
    shown = Signal(object)
    left = Signal()
    turned = Signal(str)

    def __init__(self, load: Load) -> None:
        super().__init__()
        self.field = _Field()
        self.comment = CommentEditor()
        self._by = Gather.PAPER
        self._gathered = Gathered()
        self._model = GatherModel(load, self)
        self.view = MarkView(self._model)
        self._filters = FilterButton()
        self._grouping = QToolButton()
        self._summary = label(Scale.CAPTION, tone=Tone.MUTED, wrap=True)
        self._dress()
        self._lay_out()
        self._wire()

    def query(self) -> tuple[str, Gather]:
        """What is asked for, and what marks are put together by."""
        return self.field.text(), self._by

    def show_gathered(self, gathered: Gathered, meanings: Meanings) -> None:
        """Show what was found; the cursor stays on its mark, or near."""
        here, at = self.current(), max(self.view.currentIndex().row(), 0)
        self._gathered = gathered
        self._model.show(gathered, meanings)
        shown, whole = len(set(gathered.ids)), gathered.all_of_them
        counted = how_many(whole, "mark") if shown == whole else f"{shown:,} of {whole:,} marks"
        self._summary.setText(gathered.fault or counted)
        self.view.empty.say(None if gathered.ids else NONE_SUCH if whole else NONE_AT_ALL)
        if gathered.ids:
            found = self._model.number(here)
            self.go_to(found if found >= 0 else min(at, len(gathered.ids) - 1))
        self._filters.offer(meanings, gathered.tags, self.field.text())

    def current(self) -> HighlightId | None:
        """The mark under the cursor."""
        placed = self.placed()
        return placed.mark.id if placed is not None else None

    def placed(self) -> Placed | None:
        """The mark under the cursor, with its paper."""
        return self._model.placed(self.view.currentIndex().row())

    def has_keys(self) -> bool:
        """Whether the keys go here."""
        focus = self.window().focusWidget()
        return focus is not None and self.isVisible() and self.isAncestorOf(focus)

    def write(self, mark: Highlight) -> None:
        """Comment on a mark."""
        self.comment.write(mark)

    def go_to(self, row: int) -> None:
        """Move the cursor to a row, or to the nearest that there is."""
        last = self._model.rowCount() - 1
        if last < 0:
            return
        index = self._model.index(min(max(row, 0), last))
        self.view.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.NoUpdate
        )
        self.view.scrollTo(index)

    def choose(self) -> None:
        """Open the paper at the mark under the cursor."""
        placed = self.placed()
        if placed is not None:
            self.chosen.emit(placed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the list of papers."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def _turn(self) -> None:
        """Put marks together by the other thing."""
        self._by = Gather.TAG if self._by is Gather.PAPER else Gather.PAPER
        self._grouping.setText(_TITLES[self._by])
        self._ask()

    def _ask(self) -> None:
        self.asked.emit(*self.query())

    def _moved(self, current: QModelIndex) -> None:
        self.shown.emit(self._model.placed(current.row()))

    def _dress(self) -> None:
        self.setAutoFillBackground(True)
        self.setBackgroundRole(Tone.PAPER)
        self.setAccessibleName("Marks of the library")
        self.setFocusProxy(self.view)
        self.field.setPlaceholderText("Filter marks: words, colour:red, tag:x, has:comment")
        self.field.setAccessibleName("Filter marks")
        self.field.setClearButtonEnabled(True)
        self.view.setAccessibleName("Marks of the library")
        self.view.setItemDelegate(MarkDelegate(self.view, starts=self._model.starts))
        self.view.setUniformItemSizes(True)
        self._grouping.setText(_TITLES[self._by])
        self._grouping.setAccessibleName("Put marks together by paper or by tag")
        self._grouping.setToolTip("Put marks together by paper or by tag")
        self._grouping.setAutoRaise(True)

    def _lay_out(self) -> None:
        below = QHBoxLayout()
        below.addWidget(self._summary, 1)
        below.addWidget(self._grouping)
        below.addWidget(self._filters)
        top = QVBoxLayout()
        top.setContentsMargins(GRID, GRID, GRID, GRID // 2)
        top.setSpacing(GRID // 2)
        top.addWidget(self.field)
        top.addLayout(below)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.view, 1)
        column.addWidget(self.comment)

    def _wire(self) -> None:
        self.field.textChanged.connect(lambda _: self._ask())
        self.field.entered.connect(self.view.setFocus)
        self.field.left.connect(self._clear)
        self.view.activated.connect(lambda _: self.choose())
        self.view.selectionModel().currentChanged.connect(self._moved)
        self._filters.picked.connect(
            lambda term: self.field.setText(markquery.toggled(self.field.text(), term))
        )
        self._grouping.clicked.connect(self._turn)
        self.comment.left.connect(self.view.setFocus)

    def _clear(self) -> None:
        self.field.clear()
        self.view.setFocus()


class _Field(QLineEdit):
    """What is asked for; Enter and Down go to the rows, Esc gives it up.

    Signals: `entered`, `left`.
    """

    entered = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """From the field to the rows."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in _BACK:
            self.entered.emit()
        else:
            super().keyPressEvent(event)
