"""What a search found, in place of the list."""

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QVBoxLayout, QWidget

from paperdesk.domain.hit import Answer, Hit
from paperdesk.ui.labels import label
from paperdesk.ui.search.row import HIT, HitDelegate, where
from paperdesk.ui.theme import GRID, Scale, Tone
from paperdesk.ui.words import how_many

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_STEPS = {Qt.Key.Key_J: Qt.Key.Key_Down, Qt.Key.Key_K: Qt.Key.Key_Up}


class HitModel(QAbstractListModel):
    """The hits of one answer."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hits: tuple[Hit, ...] = ()

    def set_hits(self, hits: tuple[Hit, ...]) -> None:
        """Show other hits."""
        self.beginResetModel()
        self._hits = hits
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many hits there are."""
        return 0 if parent.isValid() else len(self._hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A hit, or what is said of it."""
        hit = self._hits[index.row()]
        if role == HIT:
            return hit
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{where(hit)}. {hit.title}. {hit.snippet}"
        return None


class Results(QWidget):
    """Hits below each other; Enter opens one, Esc leads back to the list."""

    hit_chosen = Signal(object)
    """A `Hit` to open."""

    hit_shown = Signal(object)
    """The `Hit` under the cursor, or None."""

    left = Signal()
    """Esc: the list as it was, please."""

    risen = Signal()
    """Up from the first hit: back into the box."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._answer = Answer(())
        self._model = HitModel(self)
        self._view = _HitView(self._model, self)
        self._summary = label(Scale.CAPTION, tone=Tone.MUTED, wrap=True)
        self._summary.setContentsMargins(GRID * 2, GRID, GRID * 2, GRID)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(Tone.PAPER)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._summary)
        column.addWidget(self._view)
        self._view.activated_row.connect(self._choose)
        self._view.moved.connect(lambda row: self.hit_shown.emit(self._hit(row)))
        self._view.left.connect(self.left)
        self._view.risen.connect(self.risen)
        self.setFocusProxy(self._view)

    def show_answer(self, answer: Answer) -> None:
        """Show what was found, the cursor on the best."""
        self._answer = answer
        self._model.set_hits(answer.hits)
        self._summary.setText(summary(answer))
        if answer.hits:
            self._view.setCurrentIndex(self._model.index(0, 0))

    def answer(self) -> Answer:
        """The answer that is shown."""
        return self._answer

    def hit(self) -> Hit | None:
        """The hit under the cursor."""
        return self._hit(self._view.currentIndex().row())

    def choose(self) -> None:
        """Open the hit under the cursor, if there is one."""
        self._choose(self._view.currentIndex().row())

    def _hit(self, row: int) -> Hit | None:
        return self._answer.hits[row] if 0 <= row < len(self._answer.hits) else None

    def _choose(self, row: int) -> None:
        hit = self._hit(row)
        if hit is not None:
            self.hit_chosen.emit(hit)


class _HitView(QListView):
    """The list of hits, and its keys."""

    activated_row = Signal(int)
    moved = Signal(int)
    left = Signal()
    risen = Signal()

    def __init__(self, model: HitModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(HitDelegate(self))
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName("Search results")
        self.doubleClicked.connect(lambda index: self.activated_row.emit(index.row()))

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which hit the cursor is on."""
        super().currentChanged(current, previous)
        self.moved.emit(current.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Esc leaves, Up from the first hit goes back to the words."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.activated_row.emit(self.currentIndex().row())
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_K) and self.currentIndex().row() <= 0:
            self.risen.emit()
        elif key in _STEPS and not event.modifiers():
            step = QKeyEvent(event.type(), _STEPS[key], Qt.KeyboardModifier.NoModifier)
            super().keyPressEvent(step)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Find nothing: letters are commands."""


def summary(answer: Answer) -> str:
    """What is to be said of an answer, above its hits."""
    if answer.fault:
        return answer.fault
    parts = [how_many(len(answer.hits), "result") if answer.hits else "Nothing found"]
    if answer.relaxed and answer.hits:
        parts.append("few places have all of the words, so any of them counts")
    if not answer.hits:
        parts.append("try fewer words, or the beginning of one")
    if answer.waiting:
        parts.append(f"{how_many(answer.waiting, 'text')} still to be indexed")
    return " · ".join(parts)
