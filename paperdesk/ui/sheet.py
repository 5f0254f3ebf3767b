"""A searchable sheet over the window: the palette and the key help are two."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from paperdesk.ui import fuzzy
from paperdesk.ui.lines import wrap
from paperdesk.ui.ontop import ON_TOP, give_back, keys_of
from paperdesk.ui.theme import GRID, Scale, Tone, font

ENTRY = Qt.ItemDataRole.UserRole
_ROW = 32
_KEYS = 22
"""Steps of the grid for the keys at the end of a line."""

_AROUND = 11
"""… and around the words of a line, with the scroll bar."""

_MEASURED = 40
"""Lines that are measured to see how wide a sheet should be."""

_STEPS = {Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp}
_NOWHERE = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Entry:
    """A line: what it is called, its keys, where it belongs, what it runs.

    It also answers to the words in `also`, which are not shown.
    """

    title: str
    keys: str = ""
    place: str = ""
    command: str = ""
    also: str = ""


def ranked(entries: Sequence[Entry], wanted: str) -> tuple[Entry, ...]:
    """The entries that answer to some letters, best first; all in order for none."""
    if not wanted.strip():
        return tuple(entries)
    scored = [(max(fuzzy.score(wanted, e.title), _by_key(wanted, e)), e) for e in entries]
    found = [pair for pair in scored if pair[0] > 0]
    return tuple(entry for _, entry in sorted(found, key=lambda pair: -pair[0]))


def _by_key(wanted: str, entry: Entry) -> float:
    """A key that is typed as it is finds its line first."""
    return 10.0 if wanted.strip() in entry.keys.split() else 0.0


Rank = Callable[[Sequence[Entry], str], tuple[Entry, ...]]


class Sheet(QFrame):
    """A field and the lines that answer to it; Enter takes one, Esc closes."""

    chosen = Signal(str)
    """The command of the line that was taken."""

    typed = Signal(str)
    """What is in the field, after each key."""

    def __init__(self, title: str, parent: QWidget, rank: Rank = ranked) -> None:
        """`rank` is told of below."""
        super().__init__(parent)
        self.rank = rank
        """Chooses and orders the lines that answer to what is typed."""
        self._entries: tuple[Entry, ...] = ()
        self._early: list[QKeyEvent] | None = None
        self._over = parent
        self._came_from: QWidget | None = None
        self._hurried = False
        self._field = QLineEdit()
        self._field.setPlaceholderText(title)
        self._field.setAccessibleName(title)
        self._model = _Entries(self)
        self._list = _Lines()
        self._list.setModel(self._model)
        self._line = _Line(self._list)
        self._list.setItemDelegate(self._line)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setUniformItemSizes(True)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setAccessibleName(title)
        self._list.clicked.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.addWidget(self._field)
        column.addWidget(self._list)
        self.setObjectName(ON_TOP)
        self.setAccessibleName(title)
        self.setFocusProxy(self._field)
        self._field.textChanged.connect(self._sift)
        self._field.installEventFilter(self)
        self.hide()

    def expect(self) -> None:
        """Take the keys before there are lines: but for Esc, they wait for those."""
        self.open([Entry("Reading…")])
        self._early = []

    def open(self, entries: Sequence[Entry]) -> None:
        """Show these lines over the window, and take the keys; those that came too early too."""
        early, self._early = self._early or [], None
        if self.isHidden():
            self._came_from = keys_of(self._over)
        self._entries = tuple(entries)
        self._line.keyed = any(entry.keys for entry in entries)
        room = self._over.rect()
        wanted = self._line.width_of(self._entries)
        width = min(max(GRID * 76, wanted), room.width() - GRID * 4)
        self._line.lines = 1 if wanted <= width else 2
        self._field.clear()
        self._sift("")
        height = min(GRID * 56, room.height() - GRID * 10)
        self.setGeometry((room.width() - width) // 2, GRID * 5, width, height)
        self.show()
        self.raise_()
        self._field.setFocus()
        for key in early:
            # The first may have closed it: then the others are for who has the keys now.
            QApplication.sendEvent(QApplication.focusWidget() or self._field, key)

    def line_height(self) -> int:
        """Pixels that a line takes: more where one does not fit into the window's width."""
        return self._line.height()

    def fit(self, lines: int) -> None:
        """Be no higher than so many lines."""
        box = self.contentsMargins()
        column = self.layout()
        if column is not None:
            inner = column.contentsMargins()
            around = box.top() + box.bottom() + inner.top() + inner.bottom() + column.spacing()
            around += self._field.sizeHint().height() + self._list.frameWidth() * 2
            wanted = around + lines * self.line_height()
            self.resize(self.width(), min(self.height(), wanted))

    def add(self, entries: Sequence[Entry]) -> None:
        """Have more lines to choose from; the cursor stays on its own.

        If Enter was pressed while there was none, the first one is taken.
        """
        known = {entry.command for entry in self._entries}
        self._entries += tuple(entry for entry in entries if entry.command not in known)
        here = self._list.currentIndex().row()
        self._model.put(self.rank(self._entries, self._field.text()))
        self._list.setCurrentIndex(self._model.index(max(here, 0), 0))
        if self._hurried:
            self._take(self._list.currentIndex())

    def dismiss(self) -> None:
        """Close, and give the keys back to where they were.

        What lay over the pages is put away as it loses the keys: they have them then.
        """
        self._early = None
        self.hide()
        give_back(self._came_from)

    def shown(self) -> tuple[Entry, ...]:
        """The lines that answer to what is typed."""
        return self._model.entries

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the field: arrows move through the lines, Enter takes, Esc closes."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if self._early is not None and key != Qt.Key.Key_Escape:
                self._early.append(QKeyEvent(event.type(), key, event.modifiers(), event.text()))
                return True
            if key in _STEPS:
                if not self._go_round(key):
                    QApplication.sendEvent(self._list, event)
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take(self._list.currentIndex())
                return True
            if key == Qt.Key.Key_Escape:
                self.dismiss()
                return True
        elif isinstance(event, QFocusEvent) and event.lostFocus():
            self._leave(event)
        return super().eventFilter(watched, event)

    def _go_round(self, key: Qt.Key) -> bool:
        """From the first line up to the last, from the last down to the first; else False."""
        here, last = self._list.currentIndex().row(), self._model.rowCount() - 1
        ends = {(Qt.Key.Key_Up, 0): last, (Qt.Key.Key_Down, last): 0}
        if (key, here) not in ends:
            return False
        self._list.setCurrentIndex(self._model.index(ends[key, here], 0))
        return True

    def _leave(self, event: QFocusEvent) -> None:
        """A click elsewhere closes; another window coming forward does not."""
        if event.reason() == Qt.FocusReason.MouseFocusReason:
            self._early = None
            self.hide()

    def _sift(self, wanted: str) -> None:
        self._hurried = False
        self._model.put(self.rank(self._entries, wanted))
        self._list.setCurrentIndex(self._model.index(0, 0))
        self._list.say(f"Nothing here has “{wanted.strip()}”." if wanted.strip() else "")
        self.typed.emit(wanted)

    def _take(self, index: QModelIndex) -> None:
        entry = index.data(ENTRY)
        self._hurried = entry is None
        if isinstance(entry, Entry) and entry.command:
            self.dismiss()
            self.chosen.emit(entry.command)


class _Lines(QListView):
    """The lines, or in their place a sentence that says that there are none."""

    _sentence = ""

    def say(self, sentence: str) -> None:
        """Say this while no line answers."""
        self._sentence = sentence
        self.setAccessibleDescription("" if self.model().rowCount() else sentence)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines, or the sentence."""
        super().paintEvent(event)
        if self._sentence and not self.model().rowCount():
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().color(Tone.MUTED))
            painter.setFont(font())
            box = self.viewport().rect().adjusted(GRID * 2, GRID, -GRID * 2, 0)
            painter.drawText(box, Qt.TextFlag.TextWordWrap, self._sentence)
            painter.end()


class _Entries(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.entries: tuple[Entry, ...] = ()

    def put(self, entries: tuple[Entry, ...]) -> None:
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self.entries[index.row()]
        if role == ENTRY:
            return entry
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{entry.title}, {entry.keys}" if entry.keys else entry.title
        return None


class _Line(QStyledItemDelegate):
    keyed = False
    """Whether there is room for keys at the end of a line."""

    lines = 1
    """In how many lines a title may be broken."""

    def height(self) -> int:
        """Pixels of every line."""
        return max(_ROW, self.lines * QFontMetrics(font()).height() + GRID)

    def width_of(self, entries: Sequence[Entry]) -> int:
        """Pixels of a sheet in which no title is cut: those of the longest ones."""
        face, small = QFontMetrics(font()), QFontMetrics(font(Scale.CAPTION))
        longest = sorted(entries, key=lambda one: len(one.title) + len(one.place))[-_MEASURED:]
        words = max(
            (face.horizontalAdvance(one.title) + small.horizontalAdvance(one.place))
            for one in (*longest, Entry(""))
        )
        return words + GRID * (_AROUND + _KEYS * self.keyed)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        return QSize(120, self.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: Entry = index.data(ENTRY)
        palette, box = option.palette, option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, palette.color(Tone.TINT))
            bar = QRect(box.left(), box.top(), 3, box.height())
            painter.fillRect(bar, palette.color(Tone.ACCENT))
        inner = box.adjusted(GRID, 0, -GRID, 0)
        middle, right = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignRight
        painter.setFont(font(Scale.CAPTION))
        painter.setPen(palette.color(Tone.MUTED))
        place = inner.adjusted(0, 0, -GRID * _KEYS if self.keyed else 0, 0)
        painter.drawText(place, middle | right, entry.place)
        taken = place.right() - painter.fontMetrics().horizontalAdvance(entry.place)
        painter.setFont(font(bold=True))
        painter.setPen(palette.color(Tone.INK))
        painter.drawText(inner, middle | right, "   ".join(entry.keys.split()))
        painter.setFont(font())
        title = inner.adjusted(GRID, 0, taken - inner.right() - GRID * 2, 0)
        painter.drawText(
            title, middle, "\n".join(wrap(entry.title, font(), title.width(), self.lines))
        )
        painter.restore()
