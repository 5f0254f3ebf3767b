"""The caret on the page, as it is seen."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from paperdesk.domain.note import Quad
from paperdesk.ui.reader.view import PageView

INK, HALO = QColor("#1b3fd6"), QColor(255, 255, 255, 150)
"""Blue in a white seam: to be seen on white pages and on dark ones."""

_WIDE, _SEAM = 2.0, 1.0


class CaretMark(QWidget):
    """An upright stroke that stays at its place on the page while that is scrolled."""

    def __init__(self, view: PageView) -> None:
        super().__init__(view.viewport())
        self._view = view
        self._place: tuple[int, Quad] | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName("Caret")
        self.hide()
        view.scroller.moved.connect(self._settle)
        view.scroller.zoomed.connect(self._settle)

    def put(self, page: int, gap: Quad, word: str) -> None:
        """Stand in a gap between letters; `word` is what a screen reader finds here."""
        self._place = page, gap
        self.setAccessibleDescription(word)
        self._settle()
        self.show()

    def take_away(self) -> None:
        """Stand nowhere."""
        self._place = None
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the stroke."""
        painter = QPainter(self)
        whole = QRectF(self.rect())
        painter.fillRect(whole, HALO)
        painter.fillRect(whole.adjusted(_SEAM, _SEAM, -_SEAM, -_SEAM), INK)

    def _settle(self) -> None:
        if self._place is None:
            return
        page, gap = self._place
        column, window = self._view.scroller.column, self._view.scroller.window()
        if page not in range(len(column)):
            return
        left, top, width, height = column.area(page, gap)
        around = _WIDE / 2 + _SEAM
        area = QRectF(left - window.left, top - window.top, width, height)
        self.setGeometry(area.adjusted(-around, -_SEAM, around, _SEAM).toAlignedRect())
