"""The frame of the window: a picture of the last screen at once, then the window itself.

*Why a picture:* putting the window together takes longer than a start may seem
to take. So the first paint is what was seen last; what is typed meanwhile
waits for the window.
"""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QVBoxLayout, QWidget


class Stage(QWidget):
    """What the window system knows of: it holds the window, and stands before it does."""

    painted = Signal()
    """For the first time, a picture or the window has been painted."""

    def __init__(self) -> None:
        super().__init__()
        self._picture = QPixmap()
        self._content: QWidget | None = None
        self._blank = True
        self._leaving = False
        self.stays: Callable[[], bool] = lambda: False
        """Whether the program goes on, out of sight, when this is closed."""

        self._row = QVBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self.setWindowTitle("PaperDesk")

    def show_picture(self, picture: QPixmap) -> None:
        """Stand there as the picture shows."""
        self._picture = picture
        size = picture.deviceIndependentSize().toSize()
        room = self.screen().availableSize()
        self.resize(size)
        if size.width() >= room.width():
            self.showMaximized()
        else:
            self.show()

    def enter(self, window: QWidget) -> None:
        """Put the window in place of the picture; `painted` will say when it is seen."""
        self._content = window
        self._blank = True
        self._row.addWidget(window)
        self._picture = QPixmap()
        window.show()

    def picture(self) -> QPixmap:
        """What is seen in the end; nothing before the window has closed."""
        return self._picture

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the picture, if it is all there is."""
        if self._content is None:
            QPainter(self).drawPixmap(0, 0, self._picture)
        if self._blank:
            self._blank = False
            QTimer.singleShot(0, self.painted.emit)
        event.accept()

    def come_back(self) -> None:
        """Be seen again, in front."""
        QGuiApplication.setQuitOnLastWindowClosed(True)
        self.show()
        self.activateWindow()
        self.raise_()

    def leave(self) -> None:
        """Close for good, also if the program would go on out of sight."""
        self._leaving = True
        QGuiApplication.setQuitOnLastWindowClosed(True)
        self.show() if self.isHidden() else None
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Take a picture, and let the window know; or step out of sight."""
        if not self._leaving and self.stays():
            QGuiApplication.setQuitOnLastWindowClosed(False)
            event.ignore()
            self.hide()
            return
        if self._content is not None:
            self._picture = self.grab()
            self._content.close()
        event.accept()
