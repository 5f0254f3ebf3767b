"""The sign of the program in the desktop's tray, for as long as no window is there."""

from PySide6.QtCore import QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from paperdesk.ui.words import amount

LOOK = 3_000
"""Milliseconds between two looks whether the tray is still there."""

_SIZE = 64
_BADGE, _INK = QColor("#d64545"), QColor("white")


class Tray(QObject):
    """An icon with the number of unread papers, and a menu.

    Signals: `wanted` (the window is to be shown), `asked` (the id of a command),
    `lost` (the desktop has taken its tray away).
    """

    wanted = Signal()
    asked = Signal(str)
    lost = Signal()

    def __init__(self, icon: QIcon, parent: QObject) -> None:
        super().__init__(parent)
        self._plain = icon
        self._icon = QSystemTrayIcon(icon, self)
        self._menu = QMenu()
        self._menu.addAction("Show PaperDesk").triggered.connect(self.wanted)
        for title, command in (("Refresh all sources", "feed.refresh-all"), ("Quit", "app.quit")):
            action = self._menu.addAction(title)
            action.triggered.connect(lambda _=False, command=command: self.asked.emit(command))
        self._icon.setContextMenu(self._menu)
        self._icon.activated.connect(self._activated)
        self._watch = QTimer(self, interval=LOOK)
        self._watch.timeout.connect(self._look)
        self.show_unread(0)

    @staticmethod
    def is_there() -> bool:
        """Whether this desktop has a tray."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    def turn(self, *, on: bool) -> None:
        """Stand in the tray, or leave it."""
        self._icon.setVisible(on)
        self._watch.start() if on else self._watch.stop()

    def show_unread(self, unread: int) -> None:
        """Tell how many papers are unread."""
        self._icon.setToolTip(f"PaperDesk: {unread:,} unread" if unread else "PaperDesk")
        self._icon.setIcon(badged(self._plain, unread) if unread else self._plain)

    def tip(self) -> str:
        """What is said beside the icon."""
        return self._icon.toolTip()

    def _look(self) -> None:
        if not self.is_there():
            self.lost.emit()

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is not QSystemTrayIcon.ActivationReason.Context:
            self.wanted.emit()


def badged(icon: QIcon, number: int) -> QIcon:
    """An icon with a number in its corner."""
    made = icon.pixmap(_SIZE, _SIZE)
    if made.isNull():
        made = QPixmap(_SIZE, _SIZE)
        made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    face = painter.font()
    face.setPixelSize(int(made.height() * 0.38))
    face.setBold(True)
    painter.setFont(face)
    text = amount(number)
    height = int(made.height() * 0.46)
    width = max(height, painter.fontMetrics().horizontalAdvance(text) + height // 3)
    box = QRect(made.width() - width, made.height() - height, width, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_BADGE)
    painter.drawRoundedRect(box, height / 2, height / 2)
    painter.setPen(_INK)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
    painter.end()
    return QIcon(made)
