"""A quiet page over the window: some lines to tick, and a word to begin with them."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QListView,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from paperdesk.ui import icons
from paperdesk.ui.buttons import make_primary
from paperdesk.ui.labels import label
from paperdesk.ui.ontop import ON_TOP, give_back, keys_of
from paperdesk.ui.theme import GRID, Scale, Tone, font

_ROW, _BOX = 32, 16
_REMARK = Qt.ItemDataRole.UserRole
_MOST_WIDTH = GRID * 84
_KEYS = {Qt.Key.Key_J: Qt.Key.Key_Down, Qt.Key.Key_K: Qt.Key.Key_Up}
_STEPS = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Tab}
_OWN = _STEPS | {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Space, Qt.Key.Key_Backtab}

Index = QModelIndex | QPersistentModelIndex
Taken = Callable[[Sequence[int]], None]


class Ticks(QFrame):
    """Lines with boxes: Space ticks, Enter begins, Esc puts the page away.

    Any other key is for what lies below, so the page gives way to it.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self._taken: Taken = lambda _: None
        self._came_from: QWidget | None = None
        self._title = label(Scale.HEADING, bold=True, wrap=True)
        self._lead = label(tone=Tone.MUTED, wrap=True)
        self._lines = QStandardItemModel(self)
        self._list = QListView()
        self._list.setModel(self._lines)
        self._list.setItemDelegate(_Line(self._list))
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setUniformItemSizes(True)
        self._list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._list.clicked.connect(self._toggle)
        self._begin = QPushButton("Begin   Enter")
        make_primary(self._begin)
        self._begin.clicked.connect(self._take)
        self._later = QPushButton("Not now   Esc")
        self._later.clicked.connect(self.dismiss)
        self._lay_out()
        self.setObjectName(ON_TOP)
        self.setFocusProxy(self._list)
        for widget in (self._list, self._begin, self._later):
            widget.installEventFilter(self)
        self.hide()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._later)
        buttons.addWidget(self._begin)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 3, GRID * 2, GRID * 3, GRID * 2)
        column.setSpacing(GRID)
        column.addWidget(self._title)
        column.addWidget(self._lead)
        column.addWidget(self._list, 1)
        column.addLayout(buttons)

    def open(self, title: str, lead: str, lines: Sequence[tuple[str, str]], taken: Taken) -> None:
        """Show these lines over the window, none ticked, and take the keys."""
        if self.isHidden():
            self._came_from = keys_of(self._over)
        self._taken = taken
        self._title.setText(title)
        self._lead.setText(lead)
        self.setAccessibleName(title)
        self._list.setAccessibleName(f"{title} {lead}")
        self._lines.clear()
        for name, remark in lines:
            self._lines.appendRow(_item(name, remark))
        self._list.setCurrentIndex(self._lines.index(0, 0))
        room = self._over.rect()
        width = min(_MOST_WIDTH, room.width() - GRID * 4)
        height = min(GRID * 20 + _ROW * len(lines), room.height() - GRID * 10)
        self.setGeometry((room.width() - width) // 2, GRID * 5, width, height)
        self.show()
        self.raise_()
        self._list.setFocus()

    def ticked(self) -> tuple[int, ...]:
        """The numbers of the lines that are ticked."""
        rows = range(self._lines.rowCount())
        checked = Qt.CheckState.Checked
        return tuple(row for row in rows if self._lines.item(row).checkState() == checked)

    def dismiss(self) -> None:
        """Close, and give the keys back to where they were."""
        self.hide()
        give_back(self._came_from)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter begins, Esc closes, j and k step; what is not the page's own closes it too."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.dismiss() if watched is self._later else self._take()
        elif key == Qt.Key.Key_Escape:
            self.dismiss()
        elif key in _KEYS and not event.modifiers():
            step = QKeyEvent(event.type(), _KEYS[key], Qt.KeyboardModifier.NoModifier)
            QApplication.sendEvent(self._list, step)
        elif key == Qt.Key.Key_Space and watched is self._list:
            self._toggle(self._list.currentIndex())
        elif key in _OWN or not event.text():
            return super().eventFilter(watched, event)
        else:
            self._give_way(event)
        return True

    def _give_way(self, event: QKeyEvent) -> None:
        """Close, and let the key do what it does without the page."""
        self.dismiss()
        below = QApplication.focusWidget()
        if below is not None:
            again = QKeyEvent(event.type(), event.key(), event.modifiers(), event.text())
            QApplication.sendEvent(below, again)

    def _toggle(self, index: QModelIndex) -> None:
        item = self._lines.itemFromIndex(index)
        if item is not None:
            on = item.checkState() == Qt.CheckState.Checked
            item.setCheckState(Qt.CheckState.Unchecked if on else Qt.CheckState.Checked)

    def _take(self) -> None:
        """Begin with what is ticked; without anything, with the line under the cursor."""
        chosen = self.ticked() or (self._list.currentIndex().row(),)
        self.dismiss()
        self._taken(chosen)


def _item(name: str, remark: str) -> QStandardItem:
    item = QStandardItem(name)
    item.setCheckable(True)
    item.setData(remark, _REMARK)
    item.setData(f"{name}: {remark}", Qt.ItemDataRole.AccessibleTextRole)
    return item


class _Line(QStyledItemDelegate):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = parent

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        return QSize(120, max(_ROW, QFontMetrics(font()).height() + GRID))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        palette, box = option.palette, option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, palette.color(Tone.TINT))
            bar = QRect(box.left(), box.top(), 3, box.height())
            painter.fillRect(bar, palette.color(Tone.ACCENT))
        square = QRect(box.left() + GRID * 2, box.center().y() - _BOX // 2, _BOX, _BOX)
        _tick(painter, option, square, on=_is_ticked(index))
        _words(painter, option, box.adjusted(GRID * 4 + _BOX, 0, -GRID, 0), index)
        painter.restore()


def _is_ticked(index: Index) -> bool:
    return Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) == Qt.CheckState.Checked


def _tick(painter: QPainter, option: QStyleOptionViewItem, square: QRect, *, on: bool) -> None:
    """A box, filled and with a sign in it if it is ticked."""
    palette = option.palette
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(palette.color(Tone.ACCENT if on else Tone.MUTED), 1.5))
    painter.setBrush(palette.color(Tone.ACCENT) if on else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(square, 3, 3)
    if on:
        ratio = painter.device().devicePixelRatio()
        sign = icons.image("check", palette.color(Tone.PAPER).name(), _BOX, ratio)
        painter.drawImage(square.topLeft(), sign)


def _words(painter: QPainter, option: QStyleOptionViewItem, room: QRect, index: Index) -> None:
    """The name, and what is in it as far as there is room."""
    name, middle = str(index.data()), Qt.AlignmentFlag.AlignVCenter
    painter.setFont(font(bold=True))
    painter.setPen(option.palette.color(Tone.INK))
    painter.drawText(room, middle, name)
    rest = room.adjusted(painter.fontMetrics().horizontalAdvance(name) + GRID * 2, 0, 0, 0)
    painter.setFont(font(Scale.CAPTION))
    painter.setPen(option.palette.color(Tone.MUTED))
    remark = painter.fontMetrics().elidedText(
        str(index.data(_REMARK)), Qt.TextElideMode.ElideRight, rest.width()
    )
    painter.drawText(rest, middle | Qt.AlignmentFlag.AlignRight, remark)
