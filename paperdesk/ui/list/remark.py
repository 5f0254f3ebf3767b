"""The line in which a remark is written, on the row of its paper."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from paperdesk.domain.paper import LONGEST_REMARK, PaperId
from paperdesk.infra.latex import plain
from paperdesk.ui.list.cells import CellDelegate
from paperdesk.ui.list.delegate import CardDelegate
from paperdesk.ui.list.model import PAPER, PaperModel
from paperdesk.ui.list.titled import CARD
from paperdesk.ui.list.view import CardView

_HINT = "Remark: one line. Enter keeps it, Esc leaves"
_STILL = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})
"""Keys that mean nothing in a line, and are not to move the cursor of the list below it."""

_ELSEWHERE = frozenset({Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason})
"""Why the keys are gone for a moment: another window, a menu."""

Taken = Callable[[str], None]


class RemarkLine(QLineEdit):
    """Lies over a row of the list, wherever that goes; all but Esc keeps what is typed.

    It is no editor of Qt's item views: those go, with what is typed in them, when the
    model is filled anew.
    """

    def __init__(self, view: CardView, model: PaperModel) -> None:
        super().__init__(view.viewport())
        self._view = view
        self._model = model
        self._paper: PaperId | None = None
        self._taken: Taken = print
        self.setMaxLength(LONGEST_REMARK)
        self.setPlaceholderText(_HINT)
        self.setAccessibleDescription(_HINT)
        for bar in (view.verticalScrollBar(), view.horizontalScrollBar()):
            bar.valueChanged.connect(lambda _: self._place())
        for changed in (model.modelReset, model.rowsInserted, model.dataChanged):
            changed.connect(lambda *_: self._place())
        view.viewport().installEventFilter(self)
        for heads in (view.horizontalHeader(), view.verticalHeader()):
            heads.sectionResized.connect(lambda *_: self._place())
        self.hide()

    def write(self, paper: PaperId, text: str, taken: Taken) -> bool:
        """Let the remark on a paper be written on its row; False if the list has not the keys.

        `taken` is called with what was typed, unless one turned away.
        """
        row = self._model.row_of(paper, self._view.row())
        if row < 0 or not (self._view.hasFocus() or self.hasFocus()):
            return False
        self._keep()
        self._view.seek(paper)
        self._view.scrollTo(self._view.currentIndex())
        known = self._model.paper(row)
        self._paper, self._taken = paper, taken
        self.setText(text)
        self.setAccessibleName(f"Remark on {plain(known.title)}" if known else "Remark")
        self._place()
        self.show()
        self.setFocus()
        self.selectAll()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps, Esc leaves; no key reaches the list below."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self._paper = None
            self._go()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._keep()
        elif key not in _STILL:
            super().keyPressEvent(event)
        event.accept()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Who goes on elsewhere has written it."""
        super().focusOutEvent(event)
        if event.reason() not in _ELSEWHERE:
            self._keep()

    def hideEvent(self, event: QHideEvent) -> None:
        """What is hidden with the list was written too."""
        super().hideEvent(event)
        self._keep()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Be as wide as the list becomes."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _keep(self) -> None:
        """Hand over what was typed, once, and be gone."""
        paper, self._paper = self._paper, None
        if paper is not None:
            self._taken(self.text())
            self._go()

    def _go(self) -> None:
        had_keys = self.hasFocus()
        self.hide()
        if had_keys:
            self._view.setFocus()

    def _place(self) -> None:
        """Lie where the remark stands; another list has no such row, then it is written."""
        if self._paper is None:
            return
        row = self._model.row_of(self._paper, self._view.row())
        if row < 0:
            self._keep()
            return
        self.setGeometry(self._box(row))

    def _box(self, row: int) -> QRect:
        column = CARD + 1 if self._view.isColumnHidden(CARD) else CARD
        index = self._model.index(row, column)
        rect = self._view.visualRect(index)
        if self._view.steady_edge():
            rect.moveLeft(0)
        if column == CARD:  # the column itself follows the list a little later
            rect.setWidth(self._view.viewport().width())
        delegate, paper = self._view.itemDelegateForIndex(index), index.data(PAPER)
        if paper is None or not isinstance(delegate, CardDelegate | CellDelegate):
            return rect
        box = delegate.remark_box(rect, paper)
        line = QRect(box.left(), 0, box.width(), self.sizeHint().height())
        line.moveTop(min(box.top(), rect.bottom() - line.height()))
        return line
