"""Labels on everything in the window that can be pressed: type one to press it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QWidget

from paperdesk.reader.hints import Typing
from paperdesk.ui import strokes
from paperdesk.ui.reader.hints import paint_labels
from paperdesk.ui.toast import announce

_MOST_ROWS = 60
"""Rows of one list; more never fit on a screen."""


@dataclass(frozen=True, slots=True)
class Pressable:
    """A button or a row: where it is in the window, its name, what pressing it does."""

    area: QRectF
    name: str
    press: Callable[[], None]


class WindowHints(QWidget):
    """Lies over the window until a label was typed, or Esc was pressed."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._over = window
        self._pressables: list[Pressable] = []
        self._typing = Typing(0)
        self._came_from: QWidget | None = None
        self.setAccessibleName("Labels to type")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # What is typed is no command meanwhile: to the dispatcher this is a field.
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.setInputMethodHints(Qt.InputMethodHint.ImhLatinOnly)
        self.hide()

    def offer(self) -> None:
        """Show a label at everything in sight that can be pressed."""
        self._pressables = sorted(
            (*buttons(self._over), *rows(self._over)),
            key=lambda each: (round(each.area.left() / 40), each.area.top()),
        )
        self._typing = Typing(len(self._pressables))
        self._came_from = self._over.focusWidget()
        self.setGeometry(self._over.rect())
        self.show()
        self.raise_()
        self.setFocus()
        self._tell()

    def shown(self) -> list[Pressable]:
        """What can still be meant."""
        return [self._pressables[number] for number in self._typing.shown()]

    def label(self, pressable: Pressable) -> str:
        """The label of something that is shown."""
        return self._typing.labels[self._pressables.index(pressable)]

    def leave(self) -> None:
        """Be gone; the keys go back to where they were."""
        if self.isHidden():
            return
        had_keys = self.hasFocus()
        self.hide()
        if had_keys and self._came_from is not None:
            self._came_from.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter narrows the labels; Backspace takes one back, Esc leaves."""
        chosen = None
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() == Qt.Key.Key_Backspace:
            self._typing.back()
        else:
            chosen = self._typing.add(strokes.strokes(event))
        self.update()
        if chosen is not None:
            self.leave()
            self._pressables[chosen].press()

    def mousePressEvent(self, event: object) -> None:  # noqa: ARG002
        """A click says that the mouse is wanted after all."""
        self.leave()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Who turns to something else has left."""
        super().focusOutEvent(event)
        self.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Labels would be elsewhere in a window of another size."""
        super().resizeEvent(event)
        if event.oldSize().isValid() and self.hasFocus():
            self.leave()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the labels that can still be meant."""
        areas = [each.area.adjusted(8, 0, 0, 0) for each in self._pressables]
        paint_labels(QPainter(self), areas, self._typing)

    def _tell(self) -> None:
        """Let a screen reader say which label stands for what."""
        announce(self, ", ".join(f"{self.label(each)}: {each.name}" for each in self.shown()))


def buttons(window: QWidget) -> Iterator[Pressable]:
    """The buttons in sight."""
    for button in window.findChildren(QAbstractButton):
        if button.isEnabled() and _in_sight(button, window):
            name = button.accessibleName() or button.text()
            yield Pressable(_area(button, button.rect(), window), name, button.click)


def rows(window: QWidget) -> Iterator[Pressable]:
    """The rows in sight of every list."""
    for view in window.findChildren(QAbstractItemView):
        if view.isEnabled() and _in_sight(view.viewport(), window):
            for index in _visible(view):
                name = str(index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data() or "row")
                area = view.visualRect(index)
                top = QRect(area.topLeft(), area.size().boundedTo(view.viewport().size()))
                press = partial(_press, view, index)
                yield Pressable(_area(view.viewport(), top, window), name, press)


def _visible(view: QAbstractItemView) -> Iterator[QModelIndex]:
    """The rows of a list that can be chosen, from the top of what shows."""
    room, y, seen = view.viewport().rect(), 1, 0
    while y < room.height() and seen < _MOST_ROWS:
        index = view.indexAt(QPoint(room.width() // 2, y))
        box = view.visualRect(index)
        y = max(y + 8, box.bottom() + 2) if index.isValid() else y + 8
        if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsSelectable and box.top() >= 0:
            seen += 1
            yield index


def _press(view: QAbstractItemView, index: QModelIndex) -> None:
    """Go to a row, as a click does."""
    view.setFocus()
    view.setCurrentIndex(index)
    view.clicked.emit(index)


def _area(widget: QWidget, inside: QRect, window: QWidget) -> QRectF:
    return QRectF(QRect(widget.mapTo(window, inside.topLeft()), inside.size()))


def _in_sight(widget: QWidget, window: QWidget) -> bool:
    """Whether a widget shows, and is no part of a sheet that is closed."""
    return widget.isVisibleTo(window) and not widget.visibleRegion().isEmpty()
