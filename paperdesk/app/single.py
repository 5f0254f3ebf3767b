"""One window a library: a later start hands its files and links to the first."""

import hashlib
import json
import logging
import os
import socket
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QSocketNotifier

_PATIENCE = 0.5
"""Seconds for a running window to open its door."""

_BUSY = 5.0
"""Seconds for it to take what it is handed: it is alive, but may be busy."""

_log = logging.getLogger("paperdesk.single")

_LARGEST = 65_536


def hand_over(home: Path, words: Sequence[str]) -> bool:
    """Give the arguments to the window that has this library open, if one has."""
    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
            line.settimeout(_PATIENCE)
            line.connect(str(_address(home)))
            line.sendall(json.dumps(list(words)).encode())
            line.shutdown(socket.SHUT_WR)
            line.settimeout(_BUSY)
            return line.recv(2) == b"ok"
    except OSError:
        return False


class Doorman(QObject):
    """Listens for later starts, and takes what they bring."""

    def __init__(
        self, home: Path, take: Callable[[list[str]], None], parent: QObject | None = None
    ) -> None:
        """Listen; the socket that a killed window left behind is replaced.

        Where that cannot be, the window works all the same, and so does a second.
        """
        super().__init__(parent)
        self._take = take
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._bell = QSocketNotifier(self._socket.fileno(), QSocketNotifier.Type.Read, self)
        self._bell.activated.connect(self._let_in)
        try:
            self.address = _address(home)
            self.address.unlink(missing_ok=True)
            self._socket.bind(str(self.address))
            self._socket.listen(4)
        except OSError as error:
            _log.warning("Later starts cannot be heard: %s", error)
            self._bell.setEnabled(False)

    def close(self) -> None:
        """Listen no more."""
        self._bell.setEnabled(False)
        self._socket.close()
        self.address.unlink(missing_ok=True)

    def _let_in(self) -> None:
        """Take what one start brings; whoever says nothing is not waited for."""
        line, _ = self._socket.accept()
        with line:
            line.settimeout(0.05)
            try:
                words = json.loads(line.recv(_LARGEST))
                line.sendall(b"ok")
            except (OSError, ValueError):
                return
        if isinstance(words, list):
            self._take([word for word in words if isinstance(word, str)])


def _address(home: Path) -> Path:
    """A socket in a folder of the user's own, named after the library."""
    named = os.environ.get("XDG_RUNTIME_DIR", "")
    above = Path(named) if named and Path(named).is_dir() else Path(tempfile.gettempdir())
    folder = above / f"paperdesk-{os.getuid()}"
    folder.mkdir(mode=0o700, exist_ok=True)
    if folder.stat().st_uid != os.getuid():
        raise PermissionError(f"{folder} belongs to somebody else")
    return folder / hashlib.sha256(str(home.resolve()).encode()).hexdigest()[:20]
