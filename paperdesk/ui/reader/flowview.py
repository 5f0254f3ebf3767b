"""Passages as one text that flows: what is painted in reading mode."""

from collections.abc import Callable, Collection, Iterator, Sequence

from PySide6.QtCore import QPoint, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextImageFormat,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit

from paperdesk.domain.note import Place
from paperdesk.reader.passages import Kind, Mark, Passage
from paperdesk.ui.reader.flowstyle import KEY, address, block_format, letters, text_font
from paperdesk.ui.reader.shades import ON_WHITE, Shades

_WIDEST = 36
"""Letters' heights that a line is wide at most: about 75 letters."""

_EDGE = 24
_TOP = 6
"""Pixels from the top within which a line counts as the first one."""

_NEAR = 3.0
"""Points by which a line may begin before the place that is looked for."""

_PRINTED = 10.0
"""Points that letters usually have in print: pictures grow as the letters do."""

_FOUND = QColor("#ffd9a0")
_MOST_FOUND = 500

Paint = Callable[[Passage, QSize], QImage | None]
"""Gives the pixels of a picture for a size on the screen, when they are here."""


class FlowView(QTextBrowser):
    """Shows passages below each other, and knows which one is where.

    Signals: `leafed` (it was scrolled), `followed` (a `Link` was clicked).
    """

    leafed = Signal()
    followed = Signal(object)

    def __init__(self, paint: Paint) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setAccessibleName("Reading mode")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.shown: dict[int, Passage] = {}
        self._next = 0
        self._paint = paint
        self._shades = ON_WHITE
        self._size = 12.0
        self.verticalScrollBar().valueChanged.connect(lambda _: self.leafed.emit())
        self.anchorClicked.connect(self._click)

    def begin(self, shades: Shades, size: float) -> None:
        """Show nothing; use these colours, and letters of this size in points."""
        self._shades, self._size = shades, size
        self.clear()
        self.shown.clear()
        self.setStyleSheet(f"background: {shades.paper.name()}; color: {shades.ink.name()};")
        self.document().setDefaultFont(text_font(size))
        self._set_margins()

    def add_below(self, passages: Sequence[Passage]) -> None:
        """Set passages below all others."""
        empty = not self.shown
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.beginEditBlock()
        for passage in passages:
            if self.shown:
                cursor.insertBlock()
            self._set(cursor, passage)
        cursor.endEditBlock()
        if empty:
            # Qt's own cursor went along to the end, and would be brought into sight.
            self.setTextCursor(QTextCursor(self.document()))

    def add_above(self, passages: Sequence[Passage]) -> None:
        """Set passages above all others; what is seen stays where it is."""
        with_eyes = _top_line(self)
        before = self.cursorRect(with_eyes).top()
        for passage in reversed(passages):
            cursor = QTextCursor(self.document())
            cursor.insertBlock()
            cursor.movePosition(QTextCursor.MoveOperation.Start)
            self._set(cursor, passage)
        _scroll_by(self, self.cursorRect(with_eyes).top() - before)

    def replace(self, key: int, passage: Passage) -> None:
        """Set a passage anew: more of it is known."""
        block = _block(self.document(), key)
        if block is not None:
            cursor = QTextCursor(block)
            cursor.movePosition(_BLOCK_END, _SELECTING)
            cursor.removeSelectedText()
            self._set(cursor, passage, key)

    def drop_first(self) -> None:
        """Take the first passage away."""
        key = next(iter(self.order()), None)
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.NextBlock, _SELECTING)
        cursor.removeSelectedText()
        if key is not None:
            del self.shown[key]

    def order(self) -> list[int]:
        """The passages by their keys, from the top."""
        found = (_key(block) for block in _blocks(self.document()))
        return [key for key in found if key in self.shown]

    def here(self) -> Mark | None:
        """Where on the pages the first line that is seen stands."""
        cursor = _top_line(self)
        passage = self.shown.get(_key(cursor.block()))
        if passage is None or not passage.marks:
            return None
        offset = cursor.positionInBlock()
        return [mark for mark in passage.marks if mark.offset <= offset + 1][-1]

    def standing_at(self, place: Place) -> tuple[int, int] | None:
        """The passage that stands at a place or below it, and the letter there."""
        marks = [
            (key, mark)
            for key in self.order()
            for mark in self.shown[key].marks
            if mark.page == place.page
        ]
        below = [(key, mark) for key, mark in marks if mark.top >= place.top - _NEAR]
        across = [(key, mark) for key, mark in below if _is_over(self.shown[key], place.left)]
        key, mark = next(iter(across or below or marks[-1:]), (None, None))
        return None if key is None or mark is None else (key, mark.offset)

    def go(self, key: int, offset: int) -> None:
        """Bring a letter of a passage to the top."""
        block = _block(self.document(), key)
        if block is not None:
            cursor = QTextCursor(block)
            cursor.setPosition(block.position() + min(offset, max(block.length() - 1, 0)))
            _scroll_by(self, self.cursorRect(cursor).top() - _TOP // 2)

    def repaint_pictures(self, passages: Collection[Passage]) -> None:
        """Show the pixels of these pictures, which have come meanwhile."""
        for key, passage in self.shown.items():
            if passage in passages:
                self._offer(key, passage)
        self.document().markContentsDirty(0, self.document().characterCount())
        self.viewport().update()

    def beyond(self) -> tuple[int, int]:
        """Pixels above what is seen, and below it."""
        bar = self.verticalScrollBar()
        return bar.value(), bar.maximum() - bar.value()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the lines comfortable, and the first one where it is."""
        with_eyes = _top_line(self)
        super().resizeEvent(event)
        if not self._set_margins():
            return
        for block in _blocks(self.document()):
            self._resize_picture(block)
        _scroll_by(self, self.cursorRect(with_eyes).top() - _TOP // 2)

    def _set(self, cursor: QTextCursor, passage: Passage, key: int = -1) -> None:
        """Fill the block at a cursor."""
        if key < 0:
            key, self._next = self._next, self._next + 1
        self.shown[key] = passage
        cursor.setBlockFormat(block_format(passage, key, self._size * self.logicalDpiY() / 72))
        if passage.kind is Kind.PICTURE:
            self._offer(key, passage)
            cursor.insertImage(self._image_format(key, passage))
            return
        for piece in passage.pieces:
            cursor.insertText(piece.text, letters(passage, piece, self._shades))

    def _image_format(self, key: int, passage: Passage) -> QTextImageFormat:
        size = self._picture_size(passage)
        made = QTextImageFormat()
        made.setName(f"picture:{key}")
        made.setWidth(size.width())
        made.setHeight(size.height())
        return made

    def _picture_size(self, passage: Passage) -> QSize:
        """As large as the letters have grown, and no wider than the lines."""
        left, top, right, bottom = passage.box
        width, height = max(right - left, 1.0), max(bottom - top, 1.0)
        room = min(self.viewport().width() - 2 * _EDGE, _widest(self, self._size))
        factor = min(self._size * self.logicalDpiY() / 72 / _PRINTED, max(room, 60) / width)
        return QSize(max(round(width * factor), 1), max(round(height * factor), 1))

    def _offer(self, key: int, passage: Passage) -> None:
        image = self._paint(passage, self._picture_size(passage))
        if image is None:
            image = QImage(1, 1, QImage.Format.Format_RGB32)
            image.fill(self._shades.paper)
        kind = QTextDocument.ResourceType.ImageResource.value
        self.document().addResource(kind, QUrl(f"picture:{key}"), image)

    def _resize_picture(self, block: QTextBlock) -> None:
        key = _key(block)
        passage = self.shown.get(key)
        if passage is not None and passage.kind is Kind.PICTURE:
            cursor = QTextCursor(block)
            cursor.movePosition(_BLOCK_END, _SELECTING)
            self._offer(key, passage)
            cursor.setCharFormat(self._image_format(key, passage))

    def _set_margins(self) -> bool:
        """Leave room on both sides of lines that are not too long; whether that is news."""
        side = max((self.viewport().width() - _widest(self, self._size)) // 2, _EDGE)
        frame = self.document().rootFrame()
        shape = frame.frameFormat()
        bottom = self.viewport().height() // 2
        if (shape.leftMargin(), shape.bottomMargin()) == (side, bottom):
            return False
        shape.setLeftMargin(side)
        shape.setRightMargin(side)
        shape.setTopMargin(_EDGE)
        shape.setBottomMargin(bottom)
        frame.setFrameFormat(shape)
        return True

    def _click(self, target: QUrl) -> None:
        for passage in self.shown.values():
            for piece in passage.pieces:
                if piece.link is not None and QUrl(address(piece.link)) == target:
                    self.followed.emit(piece.link)
                    return


def _is_over(passage: Passage, left: float) -> bool:
    return passage.box[0] - _NEAR <= left <= passage.box[2]


def found(view: QTextBrowser, needle: str, shades: Shades) -> list[QTextEdit.ExtraSelection]:
    """Marks where a text stands in a view, upper and lower case alike."""
    marks: list[QTextEdit.ExtraSelection] = []
    cursor = view.document().find(needle, 0) if needle else QTextCursor()
    while not cursor.isNull() and len(marks) < _MOST_FOUND:
        mark = QTextEdit.ExtraSelection()
        mark.cursor = cursor
        mark.format.setBackground(shades.tint(_FOUND))
        mark.format.setFontUnderline(True)
        marks.append(mark)
        cursor = view.document().find(needle, cursor)
    return marks


def _widest(view: QTextBrowser, size: float) -> int:
    """Pixels that a line is wide at most, in letters of a size."""
    return round(_WIDEST * size * view.logicalDpiY() / 72)


def _top_line(view: QTextBrowser) -> QTextCursor:
    return view.cursorForPosition(QPoint(view.viewport().width() // 2, _TOP))


def _scroll_by(view: QTextBrowser, pixels: int) -> None:
    bar = view.verticalScrollBar()
    bar.setValue(bar.value() + pixels)


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.firstBlock()
    while block.isValid():
        yield block
        block = block.next()


def _block(document: QTextDocument, key: int) -> QTextBlock | None:
    return next((block for block in _blocks(document) if _key(block) == key), None)


def _key(block: QTextBlock) -> int:
    """The key of the passage in a block; -1 if there is none."""
    key = block.blockFormat().property(KEY)
    return -1 if key is None else int(key)


_BLOCK_END = QTextCursor.MoveOperation.EndOfBlock
_SELECTING = QTextCursor.MoveMode.KeepAnchor
