"""The pane beside the pages: panels such as the contents, one shown at a time."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from paperdesk.ui.icons import IconButton
from paperdesk.ui.reader.early import Early
from paperdesk.ui.theme import GRID, Scale, font

LEAST = 200
"""Pixels that the pane is wide at least."""

_WIDE = 260
"""Pixels that it is wide until someone moves the divider."""

_PAGES = 640
"""Pixels of the pages beside it, before either is shown."""

_MOVES = {
    1: QAbstractItemView.CursorAction.MoveDown,
    -1: QAbstractItemView.CursorAction.MoveUp,
}
_BACK = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down)
"""From the field to the rows; Esc gives up what was typed."""


def never() -> bool:
    """Say no; for lists that are there as soon as they are shown."""
    return False


@dataclass(frozen=True, slots=True)
class Panel:
    """A list beside the pages; `widget` is what is shown, with `view` in it.

    `view` emits `activated` for the row that is chosen; `narrow` leaves the rows
    that have a text, all for an empty one. While rows are `awaited`, keys wait.
    """

    title: str
    widget: QWidget
    view: QAbstractItemView
    narrow: Callable[[str], None]
    awaited: Callable[[], bool] = never


class SidePane(QWidget):
    """Panels by name (an icon's), a row of buttons above them, and a field to narrow the list.

    Signals: `turned` (the name of the panel that is shown now, "" for none),
    `left` (the keys go back to the pages).
    """

    turned = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit(placeholderText="Filter", clearButtonEnabled=True)
        self.field.setAccessibleName("Filter this list")
        self.field.textChanged.connect(self._narrow)
        self.field.installEventFilter(self)
        self.field.hide()
        self._panels: dict[str, Panel] = {}
        self._early = Early(
            lambda: bool(self.panel()) and self._panels[self.panel()].awaited(), self
        )
        self._buttons = QButtonGroup(self)
        self._row = QHBoxLayout()
        self._row.setSpacing(0)
        self._title = QLabel()
        self._title.setFont(font(Scale.CAPTION, bold=True))
        self._row.addWidget(self._title, 1)
        self._stack = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID // 2, GRID // 2, GRID // 2, 0)
        column.setSpacing(GRID // 2)
        column.addLayout(self._row)
        column.addWidget(self.field)
        column.addWidget(self._stack, 1)
        self.setMinimumWidth(LEAST)
        self.setAccessibleName("Beside the pages")
        self.hide()

    def add(self, name: str, panel: Panel) -> None:
        """Give a panel its place; it is shown when it is asked for."""
        button = IconButton(name, panel.title)
        button.setCheckable(True)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda: self.show_panel(name))
        self._buttons.addButton(button, len(self._panels))
        self._row.addWidget(button)
        self._panels[name] = panel
        self._stack.addWidget(panel.widget)

    def panel(self) -> str:
        """The name of the panel that is shown, "" if none is."""
        if self.isHidden():
            return ""
        return list(self._panels)[self._stack.currentIndex()]

    def names(self) -> tuple[str, ...]:
        """The panels that there are."""
        return tuple(self._panels)

    def show_panel(self, name: str, *, keys: bool = True) -> None:
        """Show a panel and give it the keys."""
        index = list(self._panels).index(name)
        if name != self.panel():
            self._early.forget()
            self.field.clear()
            self.field.hide()
            self._stack.setCurrentIndex(index)
            self._buttons.button(index).setChecked(True)
            self._title.setText(self._panels[name].title)
            self.show()
            self.turned.emit(name)
        if keys:
            self._panels[name].view.setFocus()

    def toggle(self, name: str) -> None:
        """Show a panel with the keys; the one that has them is put away."""
        if self.panel() == name and self.has_keys():
            self.put_away()
        else:
            self.show_panel(name)

    def put_away(self) -> None:
        """Show no panel; the keys go back to the pages."""
        self._early.forget()
        self.hide()
        self.turned.emit("")
        self.left.emit()

    def has_keys(self) -> bool:
        """Whether the keys go to a panel."""
        focus = self.window().focusWidget()
        return focus is not None and not self.isHidden() and self.isAncestorOf(focus)

    def step(self, steps: int) -> None:
        """Move the cursor of the list by rows."""
        move = partial(_move, _MOVES[1 if steps > 0 else -1])
        for _ in range(abs(steps)):
            self._once(move)

    def go(self, row: int) -> None:
        """Move the cursor to the first row (0) or the last (-1)."""
        actions = QAbstractItemView.CursorAction
        if row:
            self._once(partial(_move, actions.MoveEnd), whole=True)
        else:
            self._once(partial(_move, actions.MoveHome))

    def choose(self) -> None:
        """Go to what the row under the cursor stands for."""
        self._once(_choose)

    def arrived(self) -> None:
        """Do what was asked of rows before they were here, now that none is to come."""
        self._early.arrived()

    def narrow(self) -> None:
        """Let a text be typed that the rows must have."""
        if self.panel():
            self.field.show()
            self.field.setFocus()
            self.field.selectAll()

    def leave(self) -> None:
        """Give the keys back to the pages; the panel stays."""
        self._early.forget()
        self.left.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the field: Esc gives it up, Enter and Down go to the rows."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            view = self._view()
            if event.key() in _BACK and view is not None:
                view.setFocus()
                if event.key() == Qt.Key.Key_Escape:
                    self.field.clear()
                    self.field.hide()
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc gives the keys back to the pages."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return
        super().keyPressEvent(event)

    def _once(self, act: Callable[[QAbstractItemView], None], *, whole: bool = False) -> None:
        """Do something with the rows, as soon as any are here, or the `whole` list."""
        view = self._view()
        if view is not None:
            self._early.once(partial(act, view), lacking=whole or not view.model().rowCount())

    def _narrow(self, text: str) -> None:
        if self.panel():
            self._panels[self.panel()].narrow(text)

    def _view(self) -> QAbstractItemView | None:
        return self._panels[self.panel()].view if self.panel() else None


def _choose(view: QAbstractItemView) -> None:
    if view.currentIndex().isValid():
        view.activated.emit(view.currentIndex())


def _move(action: QAbstractItemView.CursorAction, view: QAbstractItemView) -> None:
    view.setCurrentIndex(view.moveCursor(action, Qt.KeyboardModifier.NoModifier))


class Beside(QSplitter):
    """The pane, and the pages beside it.

    Signals: `widened` (someone moved the divider).
    """

    widened = Signal()

    def __init__(self, side: SidePane, pages: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.wide = _WIDE
        """Pixels of the pane, as somebody wants it."""
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self.addWidget(side)
        self.addWidget(pages)
        self.setStretchFactor(1, 1)
        self.setSizes((_WIDE, _PAGES))
        self.splitterMoved.connect(self._moved)

    def widen(self, wide: int) -> None:
        """Make the pane so wide."""
        self.wide = wide
        self.setSizes((wide, max(_PAGES, self.width() - wide)))

    def _moved(self, wide: int) -> None:
        self.wide = wide
        self.widened.emit()
