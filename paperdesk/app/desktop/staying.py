"""What stays when the window is closed: the program in the tray, if the user wants that."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from paperdesk.app.build import Rooms
from paperdesk.ui.stage import Stage
from paperdesk.ui.tray import Tray

NONE = "This desktop has no tray: the window ends the program when it is closed."


class Staying(QObject):
    """Keeps the program in the tray; never where there is none, for there is no way back."""

    def __init__(self, stage: Stage, rooms: Rooms, run: Callable[[str], None]) -> None:
        super().__init__(stage)
        self._stage = stage
        self._rooms = rooms
        self._tray: Tray | None = None
        self._run = run
        self._unread = 0
        stage.stays = self.stays

    def start(self) -> None:
        """Stand in the tray, if that was chosen and there is one."""
        if self._rooms.settings.get("tray") and Tray.is_there():
            self._made().turn(on=True)

    def turn(self, *, on: bool) -> str:
        """Stay in the tray from now on, or no longer; what to say of it."""
        if not on:
            self._leave()
            return "The program ends when its window is closed."
        if not Tray.is_there():
            return NONE
        self._made().turn(on=True)
        return "Closed, the window leaves the program in the tray, which goes on refreshing."

    def stays(self) -> bool:
        """Whether closing the window leaves the program in the tray."""
        chosen = bool(self._rooms.settings.get("tray"))
        if not chosen or self._tray is None or not Tray.is_there():
            return False
        return not QGuiApplication.instance().isSavingSession()  # type: ignore[union-attr]

    def show_unread(self, unread: int) -> None:
        """Tell how many papers are unread, in the title of the window and in the tray."""
        self._unread = unread
        self._stage.setWindowTitle(f"({unread:,}) PaperDesk" if unread else "PaperDesk")
        if self._tray is not None:
            self._tray.show_unread(unread)

    def _made(self) -> Tray:
        if self._tray is None:
            self._tray = Tray(QGuiApplication.windowIcon(), self)
            self._tray.wanted.connect(self._stage.come_back)
            self._tray.lost.connect(self._stage.come_back)
            self._tray.asked.connect(self._run)
            self._tray.show_unread(self._unread)
        return self._tray

    def _leave(self) -> None:
        if self._tray is not None:
            self._tray.turn(on=False)
            self._tray = None
