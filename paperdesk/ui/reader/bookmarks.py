"""The bookmarks of a paper as a list beside its pages."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QPainter,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from paperdesk.domain.waymark import Bookmark
from paperdesk.ui.empty import Emptiness, EmptyOver
from paperdesk.ui.theme import GRID, Scale, Tone, font

BOOKMARK = Qt.ItemDataRole.UserRole
NONE_YET = Emptiness("No bookmarks yet.", "b in the pages gives a place a name.")
NONE_SUCH = Emptiness("No bookmark is called so.", "Esc in the field shows all of them.")
_HEIGHT = 32
Index = QModelIndex | QPersistentModelIndex


class BookmarksView(QListView):
    """Bookmarks in reading order, each with its page.

    Signals: `chosen` (a `Bookmark` to go to).
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known: tuple[Bookmark, ...] = ()
        self._asked = ""
        self._rows = QStandardItemModel(self)
        self.setModel(self._rows)
        self.setItemDelegate(_Line(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Bookmarks")
        self._empty = EmptyOver(self)
        self.activated.connect(self._choose)
        self.clicked.connect(self._choose)

    def show_bookmarks(self, bookmarks: Sequence[Bookmark]) -> None:
        """Show these; the cursor stays in its row."""
        self._known = tuple(bookmarks)
        self._fill()

    def narrow(self, text: str) -> None:
        """Leave those that have a text."""
        self._asked = text.strip().casefold()
        self._fill()

    def current(self) -> Bookmark | None:
        """The bookmark under the cursor."""
        found = self.currentIndex().data(BOOKMARK)
        return found if isinstance(found, Bookmark) else None

    def keyboardSearch(self, search: str) -> None:
        """Find nothing: letters are commands."""

    def _fill(self) -> None:
        row = max(self.currentIndex().row(), 0)
        self._rows.clear()
        for bookmark in self._known:
            if self._asked in bookmark.text.casefold():
                item = QStandardItem(bookmark.text)
                item.setData(bookmark, BOOKMARK)
                item.setToolTip(bookmark.text)
                item.setAccessibleText(f"{bookmark.text}, page {bookmark.page + 1}")
                self._rows.appendRow(item)
        self.setCurrentIndex(self._rows.index(min(row, self._rows.rowCount() - 1), 0))
        nothing = NONE_SUCH if self._known else NONE_YET
        self._empty.say(None if self._rows.rowCount() else nothing)

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(index.data(BOOKMARK))


class _Line(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        return QSize(100, max(_HEIGHT, QFontMetrics(font()).height() + GRID))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        bookmark: Bookmark = index.data(BOOKMARK)
        palette, box = option.palette, option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            keys = option.state & QStyle.StateFlag.State_HasFocus
            painter.fillRect(box, palette.color(Tone.TINT if keys else Tone.HOVER))
            bar = box.adjusted(0, 0, 3 - box.width(), 0)
            painter.fillRect(bar, palette.color(Tone.ACCENT if keys else Tone.MUTED))
        inner, middle = box.adjusted(GRID + 4, 0, -GRID, 0), Qt.AlignmentFlag.AlignVCenter
        page = str(bookmark.page + 1)
        painter.setFont(font(Scale.CAPTION))
        painter.setPen(palette.color(Tone.MUTED))
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignRight, page)
        taken = painter.fontMetrics().horizontalAdvance(page) + GRID
        painter.setFont(font())
        painter.setPen(palette.color(Tone.INK))
        room = inner.adjusted(0, 0, -taken, 0)
        words = painter.fontMetrics().elidedText(
            bookmark.text, Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, middle, words)
        painter.restore()
