"""The first moments: the last screen as a picture, and behind it the window is made."""

import contextlib
import gc
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path

from PySide6.QtCore import (
    QEventLoop,
    QMessageLogContext,
    QObject,
    QSize,
    Qt,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QGuiApplication, QIcon, QPixmap
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox

from paperdesk.app import again, build, demo, screen
from paperdesk.app.single import hand_over
from paperdesk.domain import deeplink
from paperdesk.domain.errors import PaperDeskError
from paperdesk.infra import paths
from paperdesk.infra.paths import Home
from paperdesk.ui.stage import Stage

SWITCH = 0.0005
"""Seconds after which a thread that runs Python lets the window's go on.

*Why:* with the 5 ms of Python's own, a feed of 10,000 that arrived held the window
up for 12.5 ms at the 99th percentile, and 6.4 with these; it was there sooner, too.
"""

_PAINTING = QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents
"""Only what the screen asks: keys wait for the window that knows them."""

_GOING_BACK = "Going back to the backup. PaperDesk starts again in a moment."
_NOTICE = QSize(520, 120)
_TICK = 20
"""Milliseconds in which a window that says what goes on is looked after."""

_NO_SCREEN = (
    "paperdesk: no window can be opened: there is no display, or a system library is missing."
    " Log in to a desktop and start again; the verbs (paperdesk --help) need no display.\n"
)


def main(words: Sequence[str]) -> int:
    """Open the window, or hand the arguments to the one that is open."""
    sample = "--demo" in words
    home = demo.home(paths.home()) if sample else paths.home()
    # The worker processes find the library by the same name.
    os.environ["PAPERDESK_HOME"] = str(home.root)
    brought = [_absolute(word) for word in words if not word.startswith("--")]
    if hand_over(home.root, brought):
        return 0
    sys.setswitchinterval(SWITCH)
    app = _application()
    app.setApplicationDisplayName("PaperDesk")
    app.setDesktopFileName("paperdesk")
    app.setWindowIcon(QIcon(str(paths.resources() / "icons" / "paperdesk.svg")))
    return Opening(app, home, brought, sample=sample).run()


class Opening(QObject):
    """Shows the last screen, makes the window behind it, and keeps the next picture."""

    def __init__(
        self, app: QApplication, home: Home, brought: Sequence[str], *, sample: bool
    ) -> None:
        super().__init__(app)
        self._app = app
        self._home = home
        self._brought = brought
        self._sample = sample
        self._stage = Stage()
        self._session: screen.Session | None = None

    def run(self) -> int:
        """From the first paint to the end; the program's exit code."""
        picture = last_picture(self._home)
        if picture.isNull():
            return self._open() or self._stay()
        self._stage.painted.connect(self._open_behind)
        self._stage.show_picture(picture)
        return self._stay()

    def _open_behind(self) -> None:
        self._stage.painted.disconnect(self._open_behind)
        if self._open():
            self._app.exit(1)

    def _open(self) -> int:
        """Make the window; 1 if that cannot be, and the user has been told why."""
        with nothing_thrown_away():
            return self._make()

    def _make(self) -> int:
        for module in (build, screen):
            _ = module.__doc__  # walks through a door of `doors.LAZY`: 200 ms each
            self._app.processEvents(_PAINTING)
        try:
            self._session = screen.Session(self._app, self._home, self._stage)
            self._session.start(self._brought, sample=self._sample)
        except PaperDeskError as error:
            QMessageBox.critical(self._stage, "PaperDesk", str(error))
            return 1
        return 0

    def _stay(self) -> int:
        code = self._app.exec()
        if self._session is not None:
            self._session.end()
            keep_picture(self._home, self._stage.picture())
            if self._session.restoring:
                self._restore(self._session.restore)
        return code

    def _restore(self, restore: Callable[[], None]) -> None:
        """Put the agreed backup in place, now that nothing has the library open."""
        notice = QLabel(_GOING_BACK, alignment=Qt.AlignmentFlag.AlignCenter)
        notice.resize(_NOTICE)
        notice.show()
        try:
            with ThreadPoolExecutor(1) as worker:
                going = worker.submit(restore)
                while not going.done():
                    self._app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, _TICK)
                    wait([going], _TICK / 1000)
            going.result()
        except PaperDeskError as error:
            QMessageBox.critical(self._stage, "PaperDesk", str(error))
        again.start_again(self._home, sample=self._sample)


@contextlib.contextmanager
def nothing_thrown_away() -> Iterator[None]:
    """Look for no garbage: all that is made here stays, and looking took a fifth of the time."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def _application() -> QApplication:
    """Qt itself, which would abort where it finds no screen: the user is told instead.

    What else it has to say waits until there is a screen: the user's sentence says it.
    """
    held: list[str] = []

    def take(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        if kind is QtMsgType.QtFatalMsg:
            sys.stderr.write(_NO_SCREEN)
            sys.stderr.flush()
            os._exit(1)
        held.append(f"{message}\n")

    qInstallMessageHandler(take)
    app = QApplication(["paperdesk"])
    qInstallMessageHandler(None)
    sys.stderr.write("".join(held))
    return app


def last_picture(home: Home) -> QPixmap:
    """What was seen last, unless the library has changed since: then nothing."""
    path = _picture(home)
    try:
        taken = path.stat().st_mtime_ns
        log = home.database.with_name(home.database.name + "-wal")
        parts = [part.stat() for part in (home.database, log) if part.exists()]
    except OSError:
        return QPixmap()
    # Who only reads leaves a log too, an empty one: nothing has changed then.
    changed = max((part.st_mtime_ns for part in parts if part.st_size), default=None)
    return QPixmap(str(path)) if changed is not None and changed <= taken else QPixmap()


def keep_picture(home: Home, picture: QPixmap) -> None:
    """Keep what is seen, for the next start; without it that is slower, no more."""
    path = _picture(home)
    partial = path.with_suffix(".part")
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        if not picture.isNull() and picture.save(str(partial), "BMP"):
            partial.replace(path)


def _picture(home: Home) -> Path:
    """Its place: a plain format, read in 5 ms, and one for each density of pixels."""
    return home.cache / f"screen-{QGuiApplication.primaryScreen().devicePixelRatio():g}.bmp"


def _absolute(word: str) -> str:
    """A file as another process would find it; a link as it is."""
    return word if word.startswith(f"{deeplink.SCHEME}:") else str(Path(word).absolute())
