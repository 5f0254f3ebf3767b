"""When a host may be asked next, agreed on by all processes of one library.

*Why a time in a file, not a lock for as long as the request takes:* a process
that hangs or is killed must hold up nobody for longer than the pause.
"""

import contextlib
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from paperdesk.infra.lock import lock, opened

BUSY = 0.02
"""Seconds after which to look again while another process reads or writes the file."""

_ROOM = 32
_ROUNDING = 0.01
"""Seconds by which a time in the file may be later than it was meant."""


class Turns:
    """A file that tells from when on the next request may be made."""

    def __init__(self, path: Path, seconds: float, *, now: Callable[[], float] = time.time) -> None:
        """`seconds` are between one request and the next."""
        self._path = path
        self._seconds = seconds
        self._now = now

    def claim(self) -> float:
        """Take the turn if it is free, and say 0; else the seconds until it may be.

        Where no file can be had, everybody is free to ask.
        """
        try:
            with self._opened() as file:
                left = _read(file) - self._now()
                # A clock that was set back must not let anybody wait for hours.
                if 0 < left <= self._seconds + _ROUNDING:
                    return left
                _write(file, self._now() + self._seconds)
        except BlockingIOError:
            return BUSY
        except OSError:
            return 0.0
        return 0.0

    def rest(self, seconds: float) -> None:
        """Let nobody ask for so long from now."""
        with contextlib.suppress(OSError), self._opened() as file:
            _write(file, self._now() + min(seconds, self._seconds))

    @contextlib.contextmanager
    def _opened(self) -> Iterator[int]:
        """The file, for this moment ours alone."""
        file = opened(self._path)
        try:
            lock(file)
            yield file
        finally:
            os.close(file)


def _read(file: int) -> float:
    try:
        os.lseek(file, 0, os.SEEK_SET)
        return float(os.read(file, _ROOM))
    except ValueError:
        return 0.0


def _write(file: int, moment: float) -> None:
    os.lseek(file, 0, os.SEEK_SET)
    os.write(file, f"{moment:<{_ROOM}.3f}".encode())
