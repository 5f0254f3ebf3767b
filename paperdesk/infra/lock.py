"""A lock between processes that the system takes back when its holder dies."""

import os
import sys
from pathlib import Path

from paperdesk.infra.files import unwritten

if sys.platform == "win32":
    import msvcrt

    def lock(file: int) -> None:
        """Hold an open file from now on; OSError if another process does."""
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)

    def unlock(file: int) -> None:
        """Let others hold an open file."""
        msvcrt.locking(file, msvcrt.LK_UNLCK, 1)
else:
    import fcntl

    def lock(file: int) -> None:
        """Hold an open file from now on; OSError if another process does."""
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def unlock(file: int) -> None:
        """Let others hold an open file, though a child that is being started has it too."""
        fcntl.flock(file, fcntl.LOCK_UN)


def opened(path: Path) -> int:
    """A file that can be held, made if it is not there; closing it lets it go."""
    path.parent.mkdir(parents=True, exist_ok=True)
    return os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)


class FileLock:
    """Held by one process at a time; never waits."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: int | None = None

    @property
    def held(self) -> bool:
        """Whether this object holds the lock."""
        return self._file is not None

    def take(self) -> bool:
        """Hold the lock from now on, unless another process does.

        StorageError where there can be no lock, as on a disk that takes nothing.
        """
        if self._file is not None:
            return True
        try:
            file = opened(self._path)
        except OSError as error:
            raise unwritten(self._path, error) from error
        try:
            lock(file)
        except OSError:
            os.close(file)
            return False
        self._file = file
        return True

    def release(self) -> None:
        """Let others hold it."""
        if self._file is not None:
            unlock(self._file)
            os.close(self._file)
            self._file = None
